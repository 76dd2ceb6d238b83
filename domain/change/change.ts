import type { EditComment, PutComment, PutThread, Thread } from "@/domain/discussion/thread";
import type { Entity, PutEntity } from "@/domain/entity/entity";
import type { CommentId, EntityId, OpId, ProjectId, ReportId, TagId, ThreadId, VerdictId } from "@/domain/ids";
import type { Annotation, PutAnnotation, PutRelation, Relation, Tag } from "@/domain/tag/tag";
import type { Decision } from "@/domain/verdict";

/** What an annotation or a relation says, as it is sent; version and opId are added on the way. */
export type AnnotationBody = Omit<PutAnnotation, "version" | "opId">;
export type RelationBody = Omit<PutRelation, "version" | "opId">;
export type TagBody = AnnotationBody | RelationBody;

/** What each change says, by its name. The names stand in the API and on people's devices: they stay. */
type Says = {
  "put-annotation": { body: AnnotationBody };
  "put-relation": { body: RelationBody };
  /** `undecided`: not left out on purpose, but as if nobody had decided what it was derived from. */
  withdraw: { type: Tag["type"]; undecided?: true };
  "put-entity": { body: PutEntity };
  "open-thread": { body: Omit<PutThread, "opId" | "id"> };
  comment: { body: Omit<PutComment, "opId"> };
  "edit-comment": { commentId: CommentId } & Pick<EditComment, "body" | "prose">;
  "set-thread": { state: Thread["state"] };
  decide: { type: Tag["type"]; decision: Decision; reason: string; change?: TagBody };
  "undo-verdict": unknown;
};

/** What each change is done to. */
type Touches = {
  "put-annotation": Annotation;
  "put-relation": Relation;
  withdraw: Tag;
  "put-entity": Entity;
  "open-thread": Thread;
  comment: Thread;
  "edit-comment": Thread;
  "set-thread": Thread;
  decide: Tag;
  "undo-verdict": Tag;
};

export type ChangeName = keyof Says;
export type Change<Name extends ChangeName = ChangeName> = { [N in Name]: { deed: N } & Says[N] }[Name];
export type Touched<Name extends ChangeName = ChangeName> = Touches[Name];

export type Thing = TagId | EntityId | ThreadId;

/** The order-bearing part of a change on its way: ids and numbers, no words. */
export type Ticket = {
  opId: OpId;
  projectId: ProjectId;
  reportId: ReportId;
  deed: ChangeName;
  /** What is changed; the changes of one thing are sent one after another. */
  thing: Thing;
  /** Things that must exist on the server first. */
  needs: readonly Thing[];
  /** The version of the thing its writer has seen; undefined when the server does not know the thing yet. */
  version: number | undefined;
  /**
   * The decision that "undo-verdict" takes back; of other changes the one their writer saw. Filled in when an own
   * decision before it is acknowledged.
   */
  verdictId?: VerdictId;
  /** Milliseconds since 1970, by the clock of the one who made it. */
  at: number;
};
