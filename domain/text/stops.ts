import { everyMatch } from "./every-match";
import { INVISIBLE } from "./invisible";

/** A place where a sentence may end. */
export interface Stop {
  /** `light`: the signs of Latin script, which also stand elsewhere; what they mean depends on what is around them. */
  readonly kind: "paragraph" | "heavy" | "light";
  readonly mark: string;
  /** Behind the mark and what closes after it, in UTF-16 units. */
  readonly end: number;
  /** The word right before the mark; empty when there is none. */
  readonly word: string;
  readonly wordStart: number;
  /** Whether brackets hold nothing but the mark. */
  readonly inBrackets: boolean;
  /** The next word, past opening quotation marks and brackets; empty when something else follows. */
  readonly next: string;
  /** What stands right after that word. */
  readonly afterNext: string;
}

const PARAGRAPH = "\\u2029\\u0085";
const marks = (more = "") =>
  new RegExp(`[\\p{STerm}…།༎\\u037e${more}]+(?:[\\s${INVISIBLE}]?[!?…]+)*|[${PARAGRAPH}]`, "gu");
const MARK = marks();
/** Greek asks with a semicolon. */
const GREEK = marks(";");
const LIGHT = new RegExp(`^[.!?…\\s${INVISIBLE}]+$`, "u");
const CLOSING = new RegExp(
  `(?:[${INVISIBLE}\\p{Pe}”]|[\\p{Pf}"'“‘„›»](?!\\p{L})|\\s[»›](?!\\p{L})|\\[\\p{Nd}{1,3}\\]|[¹²³⁰⁴-⁹])*`,
  "uy",
);
const OPENING = new RegExp(`[\\s${INVISIBLE}\\p{Ps}\\p{Pi}\\p{Pf}\\p{Pd}\\p{So}\\p{Sk}"'¿¡*_#>•·]*`, "uy");
const WORD = /[\p{L}\p{M}]+(?:['’][\p{L}\p{M}]+)*|\p{N}+/uy;
/** A name in small letters: "al-Qaeda", "d’Estaing". */
const SMALL_NAME = /\p{Ll}{1,4}[-‐‑'’](?=\p{Lu})/uy;
const BEFORE = /[\p{L}\p{M}\p{N}][\p{L}\p{M}\p{N}.'’\-/,٫]*$/u;
const UNSEEN = new RegExp(`[${INVISIBLE}]`, "gu");
/** A letter of a script without capitals. */
const UNCASED = /\p{Lo}/u;
/** How much before a mark is looked at. */
const REACH = 48;

/** Every place of a block in a language (BCP 47) where a sentence may end, in order. */
export function* stopsIn(block: string, language: string): Generator<Stop> {
  for (const { 0: mark, index } of everyMatch(block, /^el\b/i.test(language) ? GREEK : MARK)) {
    const stop = stopAt(block, mark, index);
    if (stop) yield stop;
  }
}

function stopAt(block: string, mark: string, index: number): Stop | undefined {
  const end = endOf(CLOSING, block, index + mark.length);
  const before = block.slice(Math.max(0, index - REACH), index).replace(UNSEEN, "");
  const word = BEFORE.exec(before)?.[0] ?? "";
  const kind = PARAGRAPH_MARK.test(mark) ? "paragraph" : LIGHT.test(mark) ? "light" : "heavy";
  if (kind === "light" && !isFree(block, end, word)) return undefined;

  const nextAt = endOf(OPENING, block, end);
  const small = endOf(SMALL_NAME, block, nextAt);
  const wordAt = Math.max(small, nextAt);
  const nextEnd = endOf(WORD, block, wordAt);
  return {
    kind,
    mark: mark.replace(UNSEEN, ""),
    end,
    word,
    wordStart: index - word.length,
    inBrackets: /[([]$/.test(before) && /^[)\]]/.test(block.slice(index + mark.length)),
    next: block.slice(wordAt, nextEnd),
    afterNext: block.slice(nextEnd, nextEnd + 1),
  };
}

const PARAGRAPH_MARK = new RegExp(`[${PARAGRAPH}]`);

/** Whether a light mark has space after it; scripts without capitals are also written without. */
function isFree(block: string, end: number, word: string): boolean {
  const after = block.slice(end, end + 2);
  if (after === "" || /^[\s]/u.test(after)) return true;
  return UNCASED.test(after) && UNCASED.test(word) && /^\p{Lo}/u.test(after);
}

function endOf(pattern: RegExp, block: string, at: number): number {
  pattern.lastIndex = at;
  const found = pattern.exec(block);
  return found ? at + found[0].length : at;
}
