import { placesOf } from "@/domain/search/terms";

/** A stretch of blocks as PostgreSQL searches it: `vector` is a tsvector as text; `from` and `to` number its blocks, both included. */
export type SearchPart = { vector: string; from: number; to: number };

/**
 * PostgreSQL keeps 255 places of a word and none beyond place 16,383, and no vector of more than 1 MB; whatever is beyond
 * is lost to phrases without a word. A part ends before that.
 */
const mostOfOne = 255;
const mostPlaces = 12_000;
const mostUnits = 300_000;
/** Places that are in two parts where a part ends inside a block, so that a phrase across the border is found. */
const overlap = 60;

/**
 * The parts of a text, in order; at least one. No phrase goes from one block to the next. The first `named` blocks are
 * what the thing is called, so that it can be looked for by that alone.
 */
export function searchParts(blocks: readonly string[], named = 0): SearchPart[] {
  const parts: SearchPart[] = [];
  let open = emptyPart(0);
  const close = (block: number) => {
    parts.push({ vector: vectorOf(open.terms), from: open.from, to: block });
    open = emptyPart(block);
  };
  for (const [block, text] of blocks.entries()) {
    const places = placesOf(text);
    // A block that fits into a part of its own is not divided.
    if (open.places > 0 && open.places + places.length > mostPlaces) close(block - 1);
    if (open.places === 0) open.from = block;
    for (let nth = 0; nth < places.length; nth += 1) {
      if (isFull(open, places[nth]?.terms ?? [])) {
        close(block);
        nth = Math.max(0, nth - overlap);
      }
      addPlace(open, places[nth]?.terms ?? [], block < named);
    }
    open.places += 1;
  }
  if (open.terms.size > 0 || parts.length === 0) close(Math.max(0, blocks.length - 1));
  return parts;
}

type Open = { from: number; places: number; units: number; terms: Map<string, string[]> };
const emptyPart = (from: number): Open => ({ from, places: 0, units: 0, terms: new Map() });

const isFull = ({ places, units, terms }: Open, more: readonly string[]) =>
  places >= mostPlaces || units >= mostUnits || more.some((term) => (terms.get(term)?.length ?? 0) >= mostOfOne);

function addPlace(open: Open, terms: readonly string[], isName: boolean): void {
  open.places += 1;
  for (const term of terms) {
    const at = open.terms.get(term);
    const place = isName ? `${open.places}A` : `${open.places}`;
    if (at) at.push(place);
    else open.terms.set(term, [place]);
    open.units += at ? 2 : term.length + 6;
  }
}

/** Terms are letters and digits, so that nothing in them needs an escape. */
const vectorOf = (terms: ReadonlyMap<string, readonly string[]>): string =>
  [...terms].map(([term, at]) => `'${term}':${at.join(",")}`).join(" ");
