import type { Cut } from "@/domain/interchange/pieces";
import { visiblePart } from "@/domain/text/invisible";
import { linesOf } from "@/domain/text/lines";
import { partsOf } from "@/domain/text/segmenter";
import { findSentences } from "@/domain/text/sentences";
import { findWords } from "@/domain/text/words";

/** A sentence with its tokens, in UTF-16 units. Neither has white space at its ends. */
export type CutSentence = Cut & { tokens: readonly Cut[] };

/** White space as readers in Python see it: `str.split` takes more of it than JavaScript's `\s`. */
const blanks = new RegExp(`[\\s${String.fromCharCode(0x1c)}-${String.fromCharCode(0x1f)}\u0085]+`, "gu");

/**
 * Sentences and tokens of a text. Words are those of `domain/text` (clitics of Arabic stay on their word, as tags
 * do), divided where white space stands in them; any other visible sign is a token, and a row of the same sign is one.
 * Every character that is no white space is in exactly one token, and no sentence goes over a line's end.
 */
export function sentencesIn(text: string, language = "und"): CutSentence[] {
  return linesOf(text).flatMap((line) => (line.blank ? [] : sentencesOfLine(line.text, line.from, language)));
}

function sentencesOfLine(line: string, from: number, language: string): CutSentence[] {
  const starts: number[] = findSentences(line, language).map(({ start }) => start);
  const tokens = tokensOf(line, language, starts);
  const sentences: { start: number; end: number; tokens: Cut[] }[] = [];
  let next = 0;
  for (const token of tokens) {
    let begins = sentences.length === 0;
    while (next < starts.length && (starts[next] ?? 0) < token.end) {
      begins = true;
      next += 1;
    }
    const moved = { start: from + token.start, end: from + token.end };
    const last = sentences.at(-1);
    if (begins || !last) sentences.push({ ...moved, tokens: [moved] });
    else {
      last.tokens.push(moved);
      last.end = moved.end;
    }
  }
  return sentences;
}

/** Tokens of one line. None goes over one of the ascending `borders`. */
function tokensOf(line: string, language: string, borders: readonly number[]): Cut[] {
  const found: Cut[] = [];
  let at = 0;
  for (const word of findWords(line, language)) {
    signsIn(line, { start: at, end: word.start }, found);
    splitAtBlanks(line, word, found);
    at = word.end;
  }
  signsIn(line, { start: at, end: line.length }, found);
  return cutAt(withInvisible(line, found), borders);
}

function splitAtBlanks(line: string, { start, end }: Cut, into: Cut[]): void {
  const word = line.slice(start, end);
  let from = 0;
  for (const { index, 0: blank } of word.matchAll(blanks)) {
    if (index > from) into.push({ start: start + from, end: start + index });
    from = index + blank.length;
  }
  if (from < word.length) into.push({ start: start + from, end });
}

/** What stands between words: each sign, and a row of one sign together. */
function signsIn(line: string, cut: Cut, into: Cut[]): void {
  const parts: Cut[] = [];
  if (cut.start < cut.end) splitAtBlanks(line, cut, parts);
  for (const { start, end } of parts) {
    const signs = line.slice(start, end);
    let last: { sign: string; cut: Cut } | undefined;
    for (const { start: at, text: sign } of signs.length === 1
      ? [{ start: 0, text: signs }]
      : partsOf(signs, "grapheme")) {
      if (last?.sign === sign) last.cut.end += sign.length;
      else {
        last = { sign, cut: { start: start + at, end: start + at + sign.length } };
        into.push(last.cut);
      }
    }
  }
}

/** What nobody sees is no token of its own beside one: it belongs to the one before it, else to the one after. */
function withInvisible(line: string, tokens: readonly Cut[]): Cut[] {
  const kept: Cut[] = [];
  let waiting: Cut | undefined;
  for (const token of tokens) {
    const last = kept.at(-1);
    const { start, end } = visiblePart(line.slice(token.start, token.end));
    if (start < end) {
      kept.push(waiting?.end === token.start ? { start: waiting.start, end: token.end } : token);
      if (waiting && waiting.end !== token.start) kept.splice(-1, 0, waiting);
      waiting = undefined;
    } else if (last?.end === token.start && !waiting) last.end = token.end;
    else if (waiting?.end === token.start) waiting = { start: waiting.start, end: token.end };
    else {
      if (waiting) kept.push(waiting);
      waiting = token;
    }
  }
  return waiting ? [...kept, waiting] : kept;
}

function cutAt(tokens: readonly Cut[], borders: readonly number[]): Cut[] {
  const cut: Cut[] = [];
  let next = 0;
  for (const { start, end } of tokens) {
    let from = start;
    while ((borders[next] ?? end) < end) {
      const border = borders[next] ?? end;
      if (border > from) cut.push({ start: from, end: border });
      from = Math.max(from, border);
      next += 1;
    }
    cut.push({ start: from, end });
  }
  return cut;
}
