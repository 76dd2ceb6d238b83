import type { Thread } from "@/domain/discussion/thread";
import type { Entity, PutEntity } from "@/domain/entity/entity";
import type { EntityId, TagId, ThreadId, UserId, VerdictId } from "@/domain/ids";
import type { Block, Report } from "@/domain/report/report";
import type { Decision } from "@/domain/review/verdict";
import type { ClaimAttributes } from "@/domain/tag/claim";
import type { AnnotationKind } from "@/domain/tag/kind";
import type { Annotation, PutRelation, Relation, Tag } from "@/domain/tag/tag";

/** A place in the text as people point at it: code points, zero-based, end exclusive. */
export type Span = { start: number; end: number };

/** The truth about saving, per tag and for the whole report. "saved" only ever follows the server's word. */
export type Saving =
  | { state: "saved"; at: string | undefined }
  | { state: "saving"; waiting: number }
  | { state: "on this device"; waiting: number; why: "offline" | "unavailable" | "signed-out" }
  | { state: "conflict"; tagIds: readonly TagId[] }
  | { state: "refused"; tagIds: readonly TagId[] };

/** Two versions of one tag, neither of them lost: ours waits in the outbox, theirs is on the server. */
export type Conflict = { ours: Tag; theirs: Tag };
export type Refused = { tag: Tag | undefined; detail: string; errors: readonly { field: string; reason: string }[] };

export type Person = { id: UserId; name: string };

export type ReaderState = {
  report: Report;
  blocks: readonly Block[];
  /** Every visible tag, withdrawn ones too (drawn by nobody, restorable by undo). */
  annotations: ReadonlyMap<TagId, Annotation>;
  relations: ReadonlyMap<TagId, Relation>;
  entities: ReadonlyMap<EntityId, Entity>;
  threads: ReadonlyMap<ThreadId, Thread>;
  people: ReadonlyMap<UserId, Person>;
  me: { id: UserId; mayTag: boolean; mayDecide: boolean; mayDiscuss: boolean };
  /** The tag the inspector shows. */
  selected: TagId | null;
  hovered: TagId | null;
  /** The words chosen and not tagged yet. */
  passage: readonly Span[];
  /** Set after `l`: the next tag or entity chosen becomes the other end of a link from this claim. */
  linkingFrom: TagId | null;
  filters: { hiddenKinds: ReadonlySet<string>; states: ReadonlySet<string> | null; query: string };
  saving: Saving;
  conflicts: ReadonlyMap<TagId, Conflict>;
  refused: readonly Refused[];
  loaded: boolean;
};

export type Link = Pick<PutRelation, "kind" | "attributes"> & {
  from: TagId;
  to?: TagId;
  toEntity?: EntityId;
  toArticle?: true;
  cue?: readonly Span[];
};

/**
 * One report open in one window: what is true here and now, and everything a person can do to it.
 *
 * Every change is applied at once, put into the outbox, and can be undone; nothing here waits for the network.
 */
export type ReaderSession = {
  getState(): ReaderState;
  subscribe(listener: (state: ReaderState, previous: ReaderState) => void): () => void;

  select(id: TagId | null): void;
  hover(id: TagId | null): void;
  choose(passage: readonly Span[]): void;
  filter(filters: Partial<ReaderState["filters"]>): void;
  startLinking(from: TagId | null): void;

  /** Tags these words; proposals of attributes and links are made by the caller. */
  annotate(kind: AnnotationKind, spans: readonly Span[], attributes?: Record<string, unknown>): TagId;
  /** "Tag all 8 mentions": one undo step. */
  annotateAll(
    kind: AnnotationKind,
    places: readonly (readonly Span[])[],
    attributes?: Record<string, unknown>,
  ): TagId[];
  changeSpans(id: TagId, spans: readonly Span[]): void;
  changeKind(id: TagId, kind: AnnotationKind): void;
  changeAttributes(id: TagId, change: Partial<ClaimAttributes> | Record<string, unknown>): void;
  /** Annotations take the relations that hang on them along; undo brings all back. */
  withdraw(id: TagId): void;
  link(link: Link): TagId;
  linkAll(links: readonly Link[]): TagId[];
  changeLink(id: TagId, attributes: Record<string, unknown>): void;
  makeEntity(entity: PutEntity): EntityId;

  undo(): void;
  redo(): void;
  canUndo(): boolean;
  canRedo(): boolean;

  discuss(
    target: { on: "report" } | { on: "tag"; tagId: TagId } | { on: "passage"; spans: readonly Span[] },
    body: string,
  ): ThreadId;
  reply(thread: ThreadId, body: string): void;
  setThreadState(thread: ThreadId, state: "open" | "resolved"): void;

  decide(
    id: TagId,
    decision: Decision,
    reason: string,
    change?: { spans?: readonly Span[]; attributes?: Record<string, unknown>; kind?: AnnotationKind },
  ): void;
  acceptRest(ids: readonly TagId[]): void;
  undoVerdict(id: VerdictId): void;

  /** Ends a conflict: keep mine (written over theirs, as a new version) or take theirs. */
  settle(id: TagId, keep: "ours" | "theirs"): void;
  dismissRefused(index: number): void;
  retry(): void;
  close(): void;
};
