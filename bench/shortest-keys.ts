import { registry } from "@/components/annotate/keys/registry";
import { type Cursor, cursorOn, moved, type Step, type Way } from "@/editor/cursor";
import type { TextDocument } from "@/editor/document";
import type { Span } from "@/editor/positions";
import type { Word, Words } from "@/editor/words";

/** What a key does to the word cursor in a text from left to right. */
type Move = { chord: string; step: Step; way: Way; extend: boolean };

const steps: Record<string, [Step, Way]> = {
  "word-right": ["word", 1],
  "word-left": ["word", -1],
  "clause-right": ["clause", 1],
  "clause-left": ["clause", -1],
  "sentence-right": ["sentence", 1],
  "sentence-left": ["sentence", -1],
  "sentence-down": ["sentence", 1],
  "sentence-up": ["sentence", -1],
  "block-down": ["block", 1],
  "block-up": ["block", -1],
  "block-start": ["block-border", -1],
  "block-end": ["block-border", 1],
};

const pressed: Record<string, string> = { Mod: "Control", Word: "Control", Far: "Alt" };

/** The keys of the registry that move the cursor, as a browser on this machine gets them. */
function movesOf(): Move[] {
  const rows: readonly { deed: string; keys: readonly string[] }[] = registry;
  return rows.flatMap(({ deed, keys: [key = ""] }) => {
    const extend = deed.startsWith("extend-");
    const step = steps[extend ? deed.slice("extend-".length) : deed];
    const parts = key.split("+").map((part) => pressed[part] ?? part);
    return step ? [{ chord: parts.join("+"), step: step[0], way: step[1], extend }] : [];
  });
}

/** Where the keyboard is: on words, or beside a tag that was just made; undefined before anything. */
export type Place = { cursor: Cursor } | { beside: Span } | undefined;
type Found = { chords: string[]; place: Place };
type Begin = (way: Way) => Cursor;

/**
 * Few keys that choose these words and no others: the fewest to one end of them, and the fewest from there to the other,
 * found by trying all. Undefined where keys cannot do it, because a tag begins or ends within a word.
 */
export function shortestKeys(words: Words, document: TextDocument, from: Place, to: Span): Found | undefined {
  const first = document.pieces[0] && words.of(document.pieces[0])[0];
  const [start, end] = [words.near(to.start), words.near(Math.max(to.start, to.end - 1))];
  if (!first || !start || !end || start.start !== to.start || end.end !== to.end) return undefined;
  const begin: Begin = (way) => cursorAt(words, from && "cursor" in from ? from.cursor : from, way, first);
  // Before anything was chosen the first arrow takes the word at the caret.
  const isThere = (word: Word) => (from ? "cursor" in from : false) && begin(1).head.start === word.start;
  const ways = [
    { near: start, far: end },
    { near: end, far: start },
  ].flatMap(({ near, far }) => {
    const there = isThere(near) ? [] : path({ words, document, begin, to: near, extend: false });
    const anchored: Begin = () => ({ anchor: near, head: near });
    const on = near === far ? [] : path({ words, document, begin: anchored, to: far, extend: true });
    return there && on ? [{ chords: [...there, ...on], place: { cursor: { anchor: near, head: far } } }] : [];
  });
  return ways.toSorted((a, b) => a.chords.length - b.chords.length)[0];
}

/** The fewest keys to a word, all of them extending what is chosen or none. */
function path({
  words,
  document,
  begin,
  to,
  extend,
}: {
  words: Words;
  document: TextDocument;
  begin: Begin;
  to: Word;
  extend: boolean;
}): string[] | undefined {
  const moves = movesOf().filter((move) => move.extend === extend);
  const seen = new Set<number>();
  let edge: { at: Cursor | undefined; chords: string[] }[] = [{ at: undefined, chords: [] }];
  while (edge.length > 0) {
    const next: typeof edge = [];
    for (const { at, chords } of edge) {
      for (const { chord, ...move } of moves) {
        const cursor = moved(words, document, at ?? begin(move.way), move);
        if (!cursor || seen.has(cursor.head.start)) continue;
        seen.add(cursor.head.start);
        if (cursor.head.start === to.start) return [...chords, chord];
        next.push({ at: cursor, chords: [...chords, chord] });
      }
    }
    edge = next;
  }
  return undefined;
}

function cursorAt(words: Words, place: Cursor | { beside: Span } | undefined, way: Way, first: Word): Cursor {
  if (!place) return { anchor: first, head: first };
  if (!("beside" in place)) return place;
  const on = cursorOn(words, [place.beside]);
  const word = (way > 0 ? on?.head : on?.anchor) ?? first;
  return { anchor: word, head: word };
}
