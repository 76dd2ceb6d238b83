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

/** The parts of a text, in order; at least one. No phrase goes from one block to the next. */
export function searchParts(blocks: readonly string[]): SearchPart[] {
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
      addPlace(open, places[nth]?.terms ?? []);
    }
    open.places += 1;
  }
  if (open.terms.size > 0 || parts.length === 0) close(Math.max(0, blocks.length - 1));
  return parts;
}

type Open = { from: number; places: number; units: number; terms: Map<string, number[]> };
const emptyPart = (from: number): Open => ({ from, places: 0, units: 0, terms: new Map() });

const isFull = ({ places, units, terms }: Open, more: readonly string[]) =>
  places >= mostPlaces || units >= mostUnits || more.some((term) => (terms.get(term)?.length ?? 0) >= mostOfOne);

function addPlace(open: Open, terms: readonly string[]): void {
  open.places += 1;
  for (const term of terms) {
    const at = open.terms.get(term);
    if (at) at.push(open.places);
    else open.terms.set(term, [open.places]);
    open.units += at ? 2 : term.length + 6;
  }
}

/** Terms are letters and digits, so that nothing in them needs an escape. */
const vectorOf = (terms: ReadonlyMap<string, readonly number[]>): string =>
  [...terms].map(([term, at]) => `'${term}':${at.join(",")}`).join(" ");
