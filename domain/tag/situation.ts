import type { Actor, Standing } from "@/domain/access/actor";
import type { AssignmentState } from "@/domain/assignment/assignment";
import type { Codebook } from "@/domain/codebook/codebook";
import type { EntityId, OpId, ProjectId, ReportId, RevisionId, TagId, VerdictId } from "@/domain/ids";
import type { ReportState } from "@/domain/report/report";
import type { Tag, TagState } from "@/domain/tag/tag";
import type { Passage, Sha256 } from "@/domain/text/segment";
import type { Verdict } from "@/domain/verdict";

/** The report that changes are made to, as it stood when the changes were looked at. */
export type ReportNow = {
  id: ReportId;
  projectId: ProjectId;
  state: ReportState;
  closed: boolean;
};

/** A verdict with what is needed to answer it again and to undo it. */
export type KeptVerdict = Verdict & { opId?: OpId | undefined; stateBefore: TagState; undone: boolean };

/** Everything a decision about a change needs to know, read at one moment. */
export type Situation = {
  actor: Actor;
  standing: Standing;
  twoPersonRule: boolean;
  /** Where the actor's own work on the report stands, if they have any. */
  ownWork?: AssignmentState;
  /** ISO 8601, by the database's clock. */
  now: string;
  report: ReportNow;
  codebook: { version: number; content: Codebook };
  /** The tags that the changes name and the actor may see, of other reports too. */
  tags: ReadonlyMap<TagId, Tag>;
  /** Ids in use by tags that the actor may not see. */
  taken: ReadonlySet<TagId>;
  /** Living relations at an annotation's either end; they are in `tags`. */
  relationsOf: ReadonlyMap<TagId, readonly TagId[]>;
  /** What a change that was sent before was answered with, by `opKey`. */
  answered: ReadonlyMap<string, Tag>;
  /** Every verdict on those tags, oldest first. */
  verdictsOf: ReadonlyMap<TagId, readonly KeptVerdict[]>;
  /** Those of the named entities that the project has. */
  entities: ReadonlySet<EntityId>;
  /** The length in code points of each of the report's revisions that the changes name. */
  revisions: ReadonlyMap<RevisionId, number>;
  /** A part of a revision's text that holds these code points and the context around them. */
  passage: (revisionId: RevisionId, start: number, end: number) => Passage;
  sha256: Sha256;
  newVerdictId: () => VerdictId;
};

export const opKey = (tag: TagId, op: OpId): string => `${tag} ${op}`;
