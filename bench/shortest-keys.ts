import { registry } from "@/components/reader/keys/registry";
import { type Cursor, chosen, cursorOn, moved, type Step, type Way } from "@/editor/cursor";
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
const FURTHEST = 40_000;

/**
 * The fewest keys that choose these words and no others, found by trying all of them, nearest first; undefined where
 * the keys cannot do it, because the tag begins or ends within a word or has several parts.
 */
export function shortestKeys(words: Words, document: TextDocument, from: Place, to: Span): Found | undefined {
  const moves = movesOf();
  const wanted = `${to.start} ${to.end}`;
  const first = document.pieces[0] && words.of(document.pieces[0])[0];
  if (!first) return undefined;
  const seen = new Set<string>();
  let edge: { cursor: Cursor | Exclude<Place, { cursor: Cursor }>; chords: string[] }[] = [
    { cursor: from && "cursor" in from ? from.cursor : from, chords: [] },
  ];
  while (edge.length > 0 && seen.size < FURTHEST) {
    const next: typeof edge = [];
    for (const { cursor, chords } of edge) {
      for (const { chord, ...move } of moves) {
        const begin = cursorAt(words, cursor, move.way, first);
        const start = cursor === undefined && move.step === "word" ? begin : moved(words, document, begin, move);
        if (!start) continue;
        const name = `${start.anchor.start} ${start.head.start}`;
        if (seen.has(name)) continue;
        seen.add(name);
        const path = [...chords, chord];
        const [only, ...others] = chosen(words, start);
        if (only && others.length === 0 && `${only.start} ${only.end}` === wanted) {
          return { chords: path, place: { cursor: start } };
        }
        next.push({ cursor: start, chords: path });
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
