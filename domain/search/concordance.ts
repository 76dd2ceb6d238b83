import { z } from "zod";
import { ReportId, RevisionId } from "@/domain/ids";
import { matchesIn } from "@/domain/search/excerpt";
import type { HitSort } from "@/domain/search/hit-sorts";
import type { Looked } from "@/domain/search/query";
import { type Place, placesOf } from "@/domain/search/terms";

/** What was looked for, with the words around it: code points of the revision's text, end exclusive. */
export const Hit = z.object({
  reportId: ReportId,
  revisionId: RevisionId,
  revision: z.int().positive(),
  title: z.string(),
  outlet: z.string().optional(),
  published: z.string().optional(),
  /** When the report came in. */
  at: z.iso.datetime(),
  language: z.string(),
  start: z.int().nonnegative(),
  end: z.int().positive(),
  left: z.string(),
  word: z.string(),
  right: z.string(),
});
export type Hit = z.infer<typeof Hit>;

/** A hit within one block: UTF-16 units, the words around it, and what it is sorted by. */
export type BlockHit = Pick<Hit, "left" | "word" | "right"> & {
  start: number;
  end: number;
  keys: Record<Exclude<HitSort, "newest">, string>;
};

/** UTF-16 units that are shown on each side, about. */
const beside = 70;
/** Words on each side that a hit is sorted by. */
const sortedBy = 4;

/** Everything in a block that was looked for, with its surroundings, in the order of the text. */
export function hitsIn(text: string, wanted: readonly Looked[]): BlockHit[] {
  const places = placesOf(text);
  return matchesIn(places, wanted).map(({ start, end }) => {
    const first = places.findIndex((place) => place.start === start);
    const last = places.findIndex((place, nth) => nth >= first && place.end === end);
    const word = text.slice(start, end);
    return {
      ...{ start, end, word },
      left: leftOf(text, places, { first, start }),
      right: rightOf(text, places, { last, end }),
      keys: {
        word: keyOf(places.slice(first, last + 1)),
        left: keyOf(places.slice(Math.max(0, first - sortedBy), first).toReversed()),
        right: keyOf(places.slice(last + 1, last + 1 + sortedBy)),
      },
    };
  });
}

/** The words as they are looked for, so that capitals and accents change no order. */
const keyOf = (places: readonly Place[]) => places.map(({ terms }) => terms[0] ?? "").join(" ");

function leftOf(text: string, places: readonly Place[], { first, start }: { first: number; start: number }): string {
  if (start <= beside) return text.slice(0, start);
  let from = first;
  while (from > 0 && start - (places[from - 1]?.start ?? 0) <= beside) from -= 1;
  return text.slice(places[from]?.start ?? start, start);
}

function rightOf(text: string, places: readonly Place[], { last, end }: { last: number; end: number }): string {
  if (text.length - end <= beside) return text.slice(end);
  let to = last;
  while (to + 1 < places.length && (places[to + 1]?.end ?? 0) - end <= beside) to += 1;
  return text.slice(end, Math.max(end, places[to]?.end ?? end));
}

/** The order of hits by what stands beside them; hits without anything there come last, equal ones stay as they came. */
export function byKey(a: string, b: string): number {
  if (a === b) return 0;
  if (a === "" || b === "") return a === "" ? 1 : -1;
  return a < b ? -1 : 1;
}
