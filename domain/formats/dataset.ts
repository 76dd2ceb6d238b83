import type { Thread } from "@/domain/discussion/thread";
import type { Entity, Grade } from "@/domain/entity/entity";
import type { EntityId, TagId, UserId } from "@/domain/ids";
import type { Prose } from "@/domain/prose/prose";
import type { Block, Report, staysInTheHouse } from "@/domain/report/report";
import type { Annotation, Relation, TagVersion } from "@/domain/tag/tag";
import type { Verdict } from "@/domain/verdict";

/** A tag as it leaves the house: what is true now, all it ever was, and everything decided about it. */
export type TagRecord<T> = { tag: T; versions: readonly TagVersion[]; verdicts: readonly Verdict[] };

export type EntityRecord = Entity & { grades: readonly Grade[] };

/** The report's text is canonical (LF only); all offsets in a bundle are code points of it. */
export type ExportedReport = Omit<Report, keyof typeof staysInTheHouse> & { blocks: readonly Block[] };

/**
 * One report with what was asked for of the tags and threads that the filters let through, in reading order. `text` and
 * `blocks` are empty unless they were asked for.
 */
export type ReportBundle = {
  report: ExportedReport;
  /** All tags of it that leave; counted only when asked for. */
  leaving: { annotations: number; relations: number };
  annotations: readonly TagRecord<Annotation>[];
  relations: readonly TagRecord<Relation>[];
  threads: readonly Thread[];
};

/**
 * A tag whose JSON nobody has read: a format that hands JSON on takes it as it is, and reads what it can't. Texts are
 * the columns of the current version, `undefined` where there is nothing; `attributes`, `anchor`, `derivedFrom` and
 * `verdicts` are JSON, objects with PostgreSQL's order of keys and spaces.
 */
export type UnreadTag = {
  type: Annotation["type"] | Relation["type"];
  id: string;
  kind: string;
  layer: string;
  state: string;
  version: number;
  origin: string;
  codebookVersion: number;
  createdBy: UserId;
  /** Instants as the API says them. */
  createdAt: string;
  updatedBy: UserId;
  updatedAt: string;
  writtenAs: string;
  attributes: string;
  anchor: string | undefined;
  derivedFrom: string | undefined;
  verdicts: string | undefined;
  from: string | undefined;
  to: string | undefined;
  toEntity: string | undefined;
  toArticle: boolean;
  /** Whether there is more than these say: earlier versions, or words that were said of entities since merged. */
  more: boolean;
  /** The whole of it. */
  read(): TagRecord<Annotation> | TagRecord<Relation>;
};

/** A bundle whose tags were not read, annotations before relations. */
export type UnreadBundle = Omit<ReportBundle, "annotations" | "relations"> & { tags: readonly UnreadTag[] };

export type DatasetHeader = {
  generator: string;
  exportedAt: string;
  project: { id: string; slug: string; name: string; mode: string; languages: readonly string[] };
  /** Markdown. */
  guidelines: string;
  /** The same as TipTap's JSON, which files of older versions do not have. */
  guidelinesProse?: Prose | undefined;
  codebook: { version: number; content: unknown };
  filters: ExportFilters;
  /** Everybody whose id may stand in what leaves. */
  people: readonly { id: UserId; name: string }[];
  entities: readonly EntityRecord[];
};

export type ExportFilters = {
  states: readonly string[];
  kinds: readonly string[] | null;
  reportId: string | null;
  /** Claims marked as background leave `claims.csv` unless "all" is asked for. */
  standing: "asserted" | "all";
};

export type ExportCounts = {
  reports: number;
  annotations: number;
  claims: number;
  places: number;
  sources: number;
  relations: number;
  /** Values of attributes that labels and links of the project's own have. */
  ownValues: number;
  threads: number;
  comments: number;
  entities: number;
  /** Those that are part of others since they were merged. */
  mergedEntities: number;
  versions: number;
  verdicts: number;
  grades: number;
  discontinuous: number;
  backgroundClaims: number;
  /** Relations left behind because an end does not leave. */
  relationsLeftBehind: number;
  /** Reports held back until their embargo ends. */
  embargoed: number;
};

/** What a reader of reports needs of each: whatever it does not need is not read. */
export type Parts = {
  text?: true;
  /** How many tags of it leave. */
  counts?: true;
  annotations?: "all" | { kinds: readonly string[] /** Those that a link leads to as well. */; linked?: true };
  relations?: true;
  threads?: true;
};

/** A dataset as the house has it: nothing that leaves is written from it. */
export type HouseDataset = {
  header: DatasetHeader;
  /** Known once everything was counted, which may take longer than the first records do. */
  counts(): Promise<ExportCounts>;
  /** Each call reads the same snapshot again from its start. */
  reports(parts: Parts): AsyncIterable<ReportBundle>;
  /** The same with tags that were not read, where nothing has to be taken out of them. */
  unread?(parts: Parts): AsyncIterable<UnreadBundle>;
};

const passed: unique symbol = Symbol("what may leave");

/** What is left of a dataset once everything that is protected in it is taken out: all that formats take. */
export type Dataset = HouseDataset & { readonly [passed]: true };

/** Called where it was decided what may leave (`whatMayLeave`), and of what came from a file that had left already. */
export const leaving = (dataset: HouseDataset): Dataset => ({ ...dataset, [passed]: true });

/** What the rows of one report need to look up while they are written. */
export type Lookup = {
  annotation: ReadonlyMap<TagId, Annotation>;
  entity: ReadonlyMap<EntityId, EntityRecord>;
  person: ReadonlyMap<UserId, string>;
};
