export type Direction = "ltr" | "rtl";

const MARK_LTR = "\u200e";
const STRONG = /[\p{L}\u200e\u200f\u061c]/u;
/** Blocks of right-to-left scripts, from Hebrew to the Arabic and Adlam supplements (UAX #9, classes R and AL). */
const RTL = /[\u0590-\u08ff\u200f\ufb1d-\ufdff\ufe70-\ufefc\u{10800}-\u{10fff}\u{1e800}-\u{1efff}]/u;

const RTL_LANGUAGES = new Set(
  "ar arc arz ary apc ckb dv fa glk he iw ks lrc mzn nqo pnb prs ps sd syr ug ur yi".split(" "),
);
const RTL_SCRIPTS = new Set("adlm arab aran hebr mand nkoo rohg samr syrc thaa".split(" "));

/** The direction of a block: that of its first strong character, else the given one (UAX #9, rules P2 and P3). */
export function directionOf(text: string, otherwise: Direction = "ltr"): Direction {
  const first = STRONG.exec(text)?.[0];
  if (first === undefined) return otherwise;
  return first !== MARK_LTR && RTL.test(first) ? "rtl" : "ltr";
}

/** The usual direction of a language given as a BCP 47 tag; a script subtag decides, as in `az-Arab`. */
export function directionOfLanguage(language: string): Direction {
  const [primary = "", ...rest] = language.toLowerCase().split(/[-_]/);
  const script = rest.find((subtag) => /^[a-z]{4}$/.test(subtag));
  if (script !== undefined) return RTL_SCRIPTS.has(script) ? "rtl" : "ltr";
  return RTL_LANGUAGES.has(primary) ? "rtl" : "ltr";
}
