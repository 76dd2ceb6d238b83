import type { Anchor } from "@/domain/tag/tag";
import type { CodePointRange } from "@/domain/text/offsets";
import { type Passage, segmentsOf } from "@/domain/text/segment";
import type { Around } from "./around";
import type { Prepared } from "./prepared";

/** What the parts of one document's import share. */
export type Making = {
  around: Around;
  nextId: () => string;
  revisionId: string;
  passage: Passage;
  refused: Prepared["refused"];
  /** Tags of this document by the id that it gave them. */
  made: Map<string, { id: string; kind: string }>;
};

export const lineOf = ({ spot }: { spot?: { line?: number } }) => (spot?.line === undefined ? {} : { line: spot.line });

/** Only a whole instant with its zone says when something was. */
export const instantOf = (at: string | undefined): string | undefined =>
  at && /^\d{4}-\d\d-\d\dT\d\d:\d\d(:\d\d(\.\d+)?)?(Z|[+-]\d\d:\d\d)$/.test(at) && !Number.isNaN(Date.parse(at))
    ? new Date(at).toISOString()
    : undefined;

export const anchorOf = (ranges: readonly CodePointRange[], { passage: whole, revisionId }: Making): Anchor => ({
  revisionId: revisionId as Anchor["revisionId"],
  segments: segmentsOf(whole, ranges).map(({ start, end, quote, prefix, suffix }) => ({
    start,
    end,
    quote,
    prefix,
    suffix,
  })),
});
