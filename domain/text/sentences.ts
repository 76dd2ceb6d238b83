import { type Abbreviations, abbreviationsOf } from "./abbreviations";
import { INVISIBLE } from "./invisible";
import { type Utf16Range, utf16 } from "./offsets";
import { type Stop, stopsIn } from "./stops";

const SMALL = /^\p{Ll}/u;
const NUMBER = /^\p{N}/u;
const ROMAN = /^[IVXLC]+$/;
const ORDINAL = /^(?:\p{Nd}{1,2}|[IVXL]+)$/u;
const LIST_MARK = /^(?:\p{Nd}{1,3}|\p{L}|[ivxIVX]+)$/u;
/** One letter, of a script whose words are longer. */
const INITIAL = /^(?!\p{sc=Han}|\p{sc=Hang}|\p{sc=Hira}|\p{sc=Kana})\p{L}\p{M}*$/u;
const ACRONYM = /^\p{L}{1,2}(?:[.-]{1,2}\p{L}{1,2})*\.-?\p{L}{1,2}$/u;
const ELIDED = /^\p{L}{1,4}['’]/u;
const ELLIPSIS = /^(?:\.{2,3}|…+)$/;
const EDGE = new RegExp(`^[\\s${INVISIBLE}]+|[\\s${INVISIBLE}]+$`, "gu");
const EDGE_START = new RegExp(`^[\\s${INVISIBLE}]+`, "u");

/**
 * The sentences of a block in UTF-16 units, without the space around them. A claim's hedge, a link's source and a
 * triple-click go by them, so a stop that may as well belong to an abbreviation ends none: half a sentence would make
 * a hedged claim certain.
 *
 * - "?", "!", "。", "।" and their like end a sentence, but not before a small letter ("“Why?” he asked").
 * - A full stop ends one unless a small letter follows, or it belongs to a number, an initial or an abbreviation of the
 *   language. What stands as well at a sentence's end ("U.S.", "p.m.", "etc.", "…") ends one before a word that opens
 *   sentences and hardly ever begins a name ("The", "He", "However").
 * - Closing quotation marks, brackets and note numbers after the stop belong to the sentence.
 * - A line break within a block ends none; a paragraph separator does.
 */
export function findSentences(block: string, locale: string): Utf16Range[] {
  const abbreviations = abbreviationsOf(locale);
  const sentences: Utf16Range[] = [];
  let start = 0;
  const close = (end: number) => {
    const text = block.slice(start, end);
    const seen = text.replace(EDGE, "");
    const from = start + (EDGE_START.exec(text)?.[0].length ?? 0);
    if (seen !== "") sentences.push({ start: utf16(from), end: utf16(from + seen.length) });
    start = end;
  };
  for (const stop of stopsIn(block, locale)) {
    const isListMark = LIST_MARK.test(stop.word) && block.slice(start, stop.wordStart).replace(EDGE, "") === "";
    if (!isListMark && endsSentence(stop, abbreviations)) close(stop.end + closingQuote(block, start, stop.end));
  }
  close(block.length);
  return sentences;
}

/** The length of a straight quotation mark set apart by a space, when it closes what the sentence opened. */
function closingQuote(block: string, start: number, end: number): number {
  const mark = /^\s"(?!\S)/.exec(block.slice(end, end + 3))?.[0];
  return mark && block.slice(start, end).split('"').length % 2 === 0 ? mark.length : 0;
}

function endsSentence(stop: Stop, abbreviations: Abbreviations): boolean {
  if (stop.kind !== "light") return true;
  if (stop.inBrackets || SMALL.test(stop.next)) return false;
  if (/[!?]/.test(stop.mark)) return true;
  if (ELLIPSIS.test(stop.mark)) return opens(stop, abbreviations);
  return isFullStop(stop, abbreviations);
}

/** Whether a "." is more than the end of an abbreviation, an initial or a number. */
function isFullStop(stop: Stop, abbreviations: Abbreviations): boolean {
  const { word, next } = stop;
  const last = word.split(/[./-]/).at(-1) ?? word;
  const number = NUMBER.test(next);
  switch (abbreviations.kindOf(word) ?? abbreviations.kindOf(last.replace(ELIDED, ""))) {
    case "leading":
      return false;
    case "title":
      return opens(stop, abbreviations, true);
    case "numbered":
      if (number || ROMAN.test(next)) return false;
      break;
    case "within":
      return !number && opens(stop, abbreviations);
    case "ending":
      return number || opens(stop, abbreviations);
    case undefined:
      break;
  }
  if (abbreviations.ordinals && ORDINAL.test(word)) return opens(stop, abbreviations);
  if (INITIAL.test(last) || ACRONYM.test(word)) {
    return (number && !/^\p{L}/u.test(stop.afterNext)) || opens(stop, abbreviations);
  }
  return true;
}

/** Whether the next word opens sentences; "A-10" and "No. 5" are not the words they begin with. */
function opens({ next, afterNext }: Stop, abbreviations: Abbreviations, surely = false): boolean {
  return !/^[-‐‑.]/.test(afterNext) && abbreviations.opens(next, surely);
}
