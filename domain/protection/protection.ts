import type { CoarseArea, Widening } from "@/domain/protection/coarsen";

/** An entity of which less than everything may leave; those merged into it stand here for themselves. */
export type ProtectedEntity = { id: string; use: "described" | "withheld"; pseudonym: string };

/** A place of which less than everything may leave, by the key that its mentions have in common. */
export type ProtectedPlace = { key: string; name: string; use: "described" | "withheld" };

/** Code points of a revision that nobody outside may read. */
export type ProtectedPassage = { reportId: string; revisionId: string; start: number; end: number };

/** What stays behind altogether, by ids: whoever counts and reads what leaves asks for nothing of it. */
export type Held = {
  reports: readonly string[];
  entities: readonly string[];
  /** Annotations; links to them and to held entities stay behind with them. */
  tags: readonly string[];
};

/** All that a project protects, as far as one person's door is bound by it. Plain data: it goes to threads. */
export type Protection = {
  /** Counts what was set in the project; what leaves names it, so that a later tightening knows what was disclosed. */
  version: number;
  entities: readonly ProtectedEntity[];
  places: readonly ProtectedPlace[];
  /** Mentions of places that leave coarsened. */
  coarse: readonly string[];
  /** Those who worked on the project, where they leave under pseudonyms. */
  people: readonly { id: string; name: string; pseudonym: string }[];
  /** Looked for in everything that leaves. */
  names: readonly string[];
  /** Reports that are only described: none of their own words leave. */
  described: readonly string[];
  passages: readonly ProtectedPassage[];
  held: Held;
  coarsenTo: CoarseArea;
  widenTo: Widening;
};

export const nothingHeld: Held = { reports: [], entities: [], tags: [] };

export const nothingProtected: Protection = {
  version: 0,
  entities: [],
  places: [],
  coarse: [],
  people: [],
  names: [],
  described: [],
  passages: [],
  held: nothingHeld,
  coarsenTo: "district",
  widenTo: "as they are",
};

/** Whether everything leaves as it is. */
export const protectsNothing = ({ entities, places, people, names, described, passages, held }: Protection): boolean =>
  [entities, places, people, names, described, passages, held.reports, held.tags].every(({ length }) => length === 0);
