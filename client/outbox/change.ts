import type { PutComment, PutThread } from "@/domain/discussion/thread";
import type { PutEntity } from "@/domain/entity/entity";
import type { CommentId, EntityId, OpId, ProjectId, ReportId, TagId, ThreadId, VerdictId } from "@/domain/ids";
import type { Decision } from "@/domain/review/verdict";
import type { PutAnnotation, PutRelation } from "@/domain/tag/tag";

/** What a change says, as a server will be told it; version and opId are added when it is sent. */
export type Change =
  | { deed: "put-annotation"; body: Omit<PutAnnotation, "version" | "opId"> }
  | { deed: "put-relation"; body: Omit<PutRelation, "version" | "opId"> }
  /** `undecided`: not left out on purpose, but as if nobody had decided what it was derived from. */
  | { deed: "withdraw"; type: "annotation" | "relation"; undecided?: true }
  | { deed: "put-entity"; body: PutEntity }
  | { deed: "open-thread"; body: Omit<PutThread, "opId" | "id"> }
  | { deed: "comment"; body: Omit<PutComment, "opId"> }
  | { deed: "edit-comment"; commentId: CommentId; body: string }
  | { deed: "set-thread"; state: "open" | "resolved" }
  | {
      deed: "decide";
      type: "annotation" | "relation";
      decision: Decision;
      reason: string;
      change?: Record<string, unknown>;
    }
  | { deed: "undo-verdict" };

export type Thing = TagId | EntityId | ThreadId;

/** The order-bearing part of a waiting change: ids and numbers, no words. */
export type Ticket = {
  opId: OpId;
  projectId: ProjectId;
  reportId: ReportId;
  deed: Change["deed"];
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
  /** Milliseconds since 1970, by this device's clock. */
  at: number;
};

export type Sealed = { iv: Uint8Array<ArrayBuffer>; data: ArrayBuffer };

/** A change as it lies on this device: what it says is encrypted. */
export type Row = Ticket & {
  /** Position in the queue. */
  seq: number;
  user: string;
  /** It was sent at least once, so the server may have it: never changed again, only repeated with the same opId. */
  frozen: boolean;
  sealed: Sealed;
};

export type NewRow = Omit<Row, "seq" | "frozen">;

/** Whether the server does not know the thing before this change arrives. */
export const creates = ({ deed, version }: Pick<Ticket, "deed" | "version">): boolean =>
  deed === "open-thread" ||
  (version === undefined && (deed === "put-annotation" || deed === "put-relation" || deed === "put-entity"));
