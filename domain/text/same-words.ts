import { INVISIBLE } from "./invisible";

/**
 * A text so written that the same words are equal. The letters have to be the same, capitals and accents included:
 * "Hama" is neither "HAMA" nor "Hamā", "حماة" is not "حماةً". How they are encoded and set does not matter:
 * - invisible characters, wherever they stand: a Persian word with and without its joiner is the same word. Only those
 *   that make another picture of an emoji count;
 * - composed and decomposed letters, Arabic presentation forms, Latin ligatures and full-width letters; the order of
 *   marks on one letter; an Arabic letter drawn out by a tatweel;
 * - any run of white space stands for any other; straight and curly apostrophes and quotation marks, and hyphens and
 *   dashes of every width, for each other.
 */
export interface SameWords {
  readonly text: string;
  /**
   * Where a stretch of `text` stands in the original, in UTF-16 units, without invisible characters at its ends;
   * undefined when an end lies within what is one character here or there.
   */
  range(start: number, end: number): { start: number; end: number } | undefined;
}

/** A stretch of the original, `from` to `to`, that reads otherwise in the compared text, `start` to `end`. */
interface Edit {
  readonly from: number;
  readonly to: number;
  readonly start: number;
  readonly end: number;
}

const PICTURE = String.raw`[\p{Extended_Pictographic}\u{1f3fb}-\u{1f3ff}]`;
const KEPT = `\\u200d(?<=${PICTURE}\\ufe0f?\\u200d)(?=${PICTURE})|[\\u{e0020}-\\u{e007f}](?<=${PICTURE}[\\u{e0020}-\\u{e007f}]+)`;
/** All but a single plain space. */
const BLANK = `(?: (?=[\\s\\u0085\\u0640${INVISIBLE}])|[^\\S ]|[\\u0085\\u0640${INVISIBLE}])(?:(?!${KEPT})[\\s\\u0085\\u0640${INVISIBLE}])*`;
/** Arabic vowel signs that stand alone or on a tatweel, as presentation forms: marks on the letter before them. */
const MARK_FORMS = "\\ufc5e-\\ufc63\\ufcf2-\\ufcf4\\ufe70-\\ufe72\\ufe74\\ufe76-\\ufe7f";
const MARKS = `(?:[${INVISIBLE}]*(?:(?!\\p{DI})\\p{M}|[${MARK_FORMS}]))+`;
const FINAL = "[\\u11a8-\\u11ff\\ud7cb-\\ud7fb]";
const JAMO = `[\\u1100-\\u115e\\ua960-\\ua97c][\\u1161-\\u11a7\\ud7b0-\\ud7c6]+${FINAL}*|[\\uac00-\\ud7a3]${FINAL}+`;
/** Vowel signs of Kirat Rai, the one script besides Korean whose letters compose with letters. */
const KIRAT_RAI = "[\\u{16d63}\\u{16d67}-\\u{16d6a}]+";
const COMPATIBLE = "\\ufb00-\\ufb1c\\ufb50-\\ufdff\\ufe70-\\ufefc\\uff01-\\uff5e";
/** Letters that Unicode writes otherwise when it composes a text, though no mark follows them. */
const UNCOMPOSED =
  "\\u0374\\u037e\\u0387\\u0958-\\u095f\\u09dc-\\u09df\\u0a33\\u0a36\\u0a59-\\u0a5e\\u0b5c\\u0b5d\\u0f43-\\u0f69" +
  "\\u1f71-\\u1ffd\\u2126\\u212a\\u212b\\u2329\\u232a\\u2adc\\uf900-\\ufaff\\ufb1d-\\ufb4e" +
  "\\u{1d15e}-\\u{1d164}\\u{1d1bb}-\\u{1d1c0}\\u{2f800}-\\u{2fa1d}";
const APOSTROPHE = "‘’ʼ`´＇";
const QUOTATION = "“”„‟＂";
const DASH = "‐‑‒–−﹣－";

const TYPED = new RegExp(`[${APOSTROPHE}${QUOTATION}${DASH}]`, "gu");
const SPECIAL = new RegExp(
  `(?<kept>${KEPT})|(?<marks>${MARKS})|(?<blank>${BLANK})|${JAMO}|${KIRAT_RAI}|[${UNCOMPOSED}${COMPATIBLE}]|${TYPED.source}`,
  "gu",
);
const MARK_FORM = new RegExp(`[${MARK_FORMS}]`, "gu");
const UNSEEN = new RegExp(`[${INVISIBLE}\\u0640]`, "gu");
const COMPATIBILITY = new RegExp(`[${COMPATIBLE}]`, "u");
const BASE = /\S$/u;
const SPACE = /[^\S\ufeff]|\u0085/;

export function sameWords(original: string): SameWords {
  const edits: Edit[] = [];
  let text = "";
  let read = 0;
  for (const { from, to, blank } of special(original)) {
    const found = original.slice(from, to);
    const written = blank ? (SPACE.test(found) ? " " : "") : composed(found);
    if (written === found) continue;
    text += original.slice(read, from);
    edits.push({ from, to, start: text.length, end: text.length + written.length });
    text += written;
    read = to;
  }
  text += original.slice(read);
  return { text, range: (start, end) => rangeIn(edits, start, end) };
}

/** What may have to be written otherwise: white and invisible stretches, and characters with all of their marks. */
function* special(original: string): Generator<{ from: number; to: number; blank: boolean }> {
  let open: { from: number; to: number; blank: boolean } | undefined;
  for (const { 0: found, index, groups } of original.matchAll(SPECIAL)) {
    if (groups?.["kept"] !== undefined) continue;
    const to = index + found.length;
    const marks = groups?.["marks"] !== undefined;
    if (marks && open?.to === index && !open.blank) {
      open.to = to;
      continue;
    }
    if (open) yield open;
    const from = marks ? index - baseLength(original, open?.to ?? 0, index) : index;
    open = { from, to, blank: groups?.["blank"] !== undefined };
  }
  if (open) yield open;
}

/** The length of the character that marks at a position stand on, in UTF-16 units; 0 when they stand on none. */
function baseLength(text: string, from: number, position: number): number {
  const before = text.slice(Math.max(from, position - 2), position);
  return BASE.exec(before)?.[0].length ?? 0;
}

function composed(found: string): string {
  const seen = found.replace(UNSEEN, "").replace(MARK_FORM, (form) => form.normalize("NFKC").replace(/[ \u0640]/g, ""));
  return typed(COMPATIBILITY.test(seen) ? seen.normalize("NFKC").replace(UNSEEN, "") : seen.normalize("NFC"));
}

/** Quotation marks, apostrophes and dashes as a typewriter has them. */
function typed(text: string): string {
  return text.replace(TYPED, (sign) => (APOSTROPHE.includes(sign) ? "'" : QUOTATION.includes(sign) ? '"' : "-"));
}

function rangeIn(edits: readonly Edit[], start: number, end: number): { start: number; end: number } | undefined {
  const next = firstWhere(edits, (edit) => edit.end > start);
  const last = firstWhere(edits, (edit) => edit.start >= end) - 1;
  const [inside, before, until] = [edits[next], edits[next - 1], edits[last]];
  if ((inside && inside.start < start) || (until && until.end > end)) return undefined;
  return {
    start: before ? before.to + start - before.end : start,
    end: until ? until.to + end - until.end : end,
  };
}

/** The first of ordered edits for which something holds that holds for all after it. */
function firstWhere(edits: readonly Edit[], holds: (edit: Edit) => boolean): number {
  let low = 0;
  let high = edits.length;
  while (low < high) {
    const middle = (low + high) >>> 1;
    const edit = edits[middle];
    if (edit && holds(edit)) high = middle;
    else low = middle + 1;
  }
  return low;
}
