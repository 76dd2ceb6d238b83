import type { Ask } from "@/client/api/answer";
import type { Outcome, SeveralChange } from "@/client/desk/several-change";
import type { News } from "@/client/follow/news";
import type { Drafts } from "@/client/outbox/drafts";
import type { Thing } from "@/domain/change/change";
import type { Codebook } from "@/domain/codebook/codebook";
import type { Thread } from "@/domain/discussion/thread";
import type { Entity, PutEntity } from "@/domain/entity/entity";
import type { CommentId, EntityId, ProjectId, TagId, ThreadId, UserId, VerdictId } from "@/domain/ids";
import type { Prose } from "@/domain/prose/prose";
import type { Block, Report } from "@/domain/report/report";
import type { AnnotationDraft, RelationDraft } from "@/domain/review/compare/draft";
import type { Suggestion } from "@/domain/suggestion/suggestion";
import type { ClaimAttributes } from "@/domain/tag/claim";
import type { AnnotationKind } from "@/domain/tag/kind";
import type { RelationKind } from "@/domain/tag/relation-values";
import type { Annotation, PutRelation, Relation, Tag } from "@/domain/tag/tag";
import type { Decision } from "@/domain/verdict";

/** A place in the text as people point at it: code points, zero-based, end exclusive. */
export type Span = { start: number; end: number };

/** The truth about saving, per tag and for the whole report. "saved" only ever follows the server's word. */
export type Saving =
  | { state: "saved"; at: string | undefined }
  | { state: "saving"; waiting: number }
  | { state: "on this device"; waiting: number; why: "offline" | "unavailable" | "signed-out" }
  | { state: "conflict"; things: readonly Thing[] }
  | { state: "refused"; things: readonly Thing[] };

/**
 * Two versions of one tag, neither of them lost: ours waits in the outbox, theirs is on the server. `deciding`: what is
 * to be chosen between are two verdicts, and this is ours. Of what is settled already, theirs is another final tag.
 */
export type Conflict = { ours: Tag; theirs: Tag; deciding?: { decision: Decision; reason: string } };
/** `thing` is the id of the tag, entity or thread whose change the server did not take. */
export type Refused = {
  thing: Thing;
  tag: Tag | undefined;
  detail: string;
  errors: readonly { field: string; reason: string }[];
};

export type Person = { id: UserId; name: string; email?: string };

/** What of its project a report is read with. */
export type ProjectHere = {
  id: ProjectId;
  name: string;
  /** The project's own language first: restatements are written in it. */
  languages: readonly string[];
  mode: "shared" | "independent";
  twoPersonRule: boolean;
  codebookVersion: number;
  codebook: Codebook;
  /** What a reviewer may pick instead of writing it. */
  reasons: readonly string[];
  /** Names of those without an account whose work was imported. */
  externalAuthors?: readonly { id: string; name: string }[];
};

export type DeskState = {
  project: ProjectHere;
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
  /** Tags chosen together, to be changed in one step. */
  picked: ReadonlySet<TagId>;
  /** The words chosen and not tagged yet. */
  passage: readonly Span[];
  /** Set after `l`: the next tag or entity chosen becomes the other end of a link from this claim. */
  linkingFrom: TagId | null;
  /** What a link says while one is being made; null until somebody says it. */
  linkingAs: RelationKind | null;
  /** What was chosen before that was said: "tag:<id>", "entity:<id>", or "claim:<id>" of another report. */
  linkingTo: string | null;
  /** A reviewer decides, card by card. */
  reviewing: boolean;
  /** The tag a reviewer is correcting: changes to it wait for "accept with change". */
  correcting: TagId | null;
  /** Final tags that are being written: they are only here, settle nothing and are not sent before they are kept. */
  sketch: ReadonlySet<TagId>;
  filters: { hiddenKinds: ReadonlySet<string>; states: ReadonlySet<string> | null; query: string };
  saving: Saving;
  conflicts: ReadonlyMap<TagId, Conflict>;
  refused: readonly Refused[];
  loaded: boolean;
  /** The thread that an address or a bubble asked for. */
  openThread: ThreadId | null;
  /** What colleagues did last, for those who did not see it. */
  news: readonly News[];
};

export type Link = Pick<PutRelation, "kind" | "attributes"> & {
  from: TagId;
  to?: TagId;
  toEntity?: EntityId;
  toArticle?: true;
  cue?: readonly Span[];
};

/** A final tag to be: a new one, or the one that has this `id` saying something else from now on. */
export type Final = (AnnotationDraft | RelationDraft) & { id?: TagId | undefined; leftOut?: boolean };

/**
 * One report open in one window: what is true here and now, and everything a person can do to it.
 *
 * Every change is applied at once, put into the outbox, and can be undone; nothing here waits for the network.
 */
export type Desk = {
  /** Opens the outbox and fetches what is missing; to be called in a browser, once the page is there. */
  start(): void;
  getState(): DeskState;
  subscribe(listener: (state: DeskState, previous: DeskState) => void): () => void;

  /** Lets go of picked tags, unless somebody goes through the text to pick more. */
  select(id: TagId | null, picking?: boolean): void;
  pick(ids: Iterable<TagId>): void;
  hover(id: TagId | null): void;
  /** Chooses words; by several clicks also the tag that was selected before the first of them. */
  choose(passage: readonly Span[], selected?: TagId | null): void;
  filter(filters: Partial<DeskState["filters"]>): void;
  startLinking(from: TagId | null, as?: RelationKind | null): void;
  /** Chooses the other claim of a link before it is said how they are related. */
  linkTo(chosen: string): void;
  review(on: boolean): void;
  showThread(id: ThreadId | null): void;

  /** Tags these words; proposals of attributes and links are made by the caller. */
  annotate(kind: AnnotationKind, spans: readonly Span[], attributes?: Record<string, unknown>): TagId;
  /** "Tag all 8 mentions": one undo step. */
  annotateAll(
    kind: AnnotationKind,
    places: readonly (readonly Span[])[],
    attributes?: Record<string, unknown>,
    derivedFrom?: readonly TagId[],
  ): TagId[];
  changeSpans(id: TagId, spans: readonly Span[]): void;
  changeKind(id: TagId, kind: AnnotationKind): void;
  changeAttributes(id: TagId, change: Partial<ClaimAttributes> | Record<string, unknown>): void;
  /** The same change to several tags: one undo step. */
  changeAttributesOfAll(ids: readonly TagId[], change: Record<string, unknown>): void;
  /** One change to all picked tags that may have it: one undo step. Says what was changed, and what was left and why. */
  changePicked(change: SeveralChange, others?: boolean): Outcome;
  /** Annotations take the relations that hang on them along; undo brings all back. */
  withdraw(id: TagId): void;
  restore(id: TagId): void;
  /** Makes final tags of what analysts said, or leaves it out of the final layer; all of them one step to undo. */
  adjudicate(finals: readonly Final[]): TagId[];
  /** Shows final tags to be, to work on before any of them is written. */
  sketch(finals: readonly Final[]): TagId[];
  /** Writes what was sketched, as one step to undo. */
  keepSketch(): void;
  dropSketch(): void;
  /** Keeps a sketch that something was changed in, and drops one that was only looked at. */
  leaveSketch(): void;
  /** Withdraws a final tag as if nobody had decided what it was derived from. */
  undecide(id: TagId): void;
  link(link: Link): TagId;
  linkAll(links: readonly Link[]): TagId[];
  /**
   * Makes tags of what an engine suggests, with their links: one undo step. `tagOf` answers the tag that says already what
   * another suggestion, by its key, says.
   */
  takeSuggestions(suggestions: readonly Suggestion[], tagOf: (key: string) => TagId | undefined): TagId[];
  changeLink(id: TagId, attributes: Record<string, unknown>): void;
  /** The words that make a link; none takes them away. */
  changeCue(id: TagId, spans: readonly Span[]): void;
  makeEntity(entity: PutEntity): EntityId;
  /** Knows an entity found elsewhere in the project, so that it has a name here. */
  meetEntity(entity: Entity): void;

  undo(): void;
  redo(): void;
  canUndo(): boolean;
  canRedo(): boolean;

  discuss(
    target: { on: "report" } | { on: "tag"; tagId: TagId } | { on: "passage"; spans: readonly Span[] },
    words: string | Prose,
  ): ThreadId;
  reply(thread: ThreadId, words: string | Prose): void;
  /** Changes the words of one's own comment. */
  editComment(thread: ThreadId, comment: CommentId, words: string | Prose): void;
  setThreadState(thread: ThreadId, state: "open" | "resolved"): void;

  /** With "return", a correction that was begun goes along as what the reviewer would rather have. */
  decide(
    id: TagId,
    decision: Decision,
    reason: string,
    change?: { spans?: readonly Span[]; attributes?: Record<string, unknown>; kind?: AnnotationKind },
  ): void;
  /** The same decision on several tags, which travel together; one step to undo. */
  decideAlike(ids: readonly TagId[], decision: "accept" | "return" | "reject", reason?: string): void;
  /** Makes a returned tag what its reviewer would rather have. */
  takeWish(id: TagId): void;
  undoVerdict(id: VerdictId): void;
  /** Takes back one's own latest decision on a tag. */
  takeBack(id: TagId): void;
  /** Begins to correct a tag that is to be accepted with change; null gives the correction up. */
  correct(id: TagId | null): void;

  /** Ends a conflict: keep mine (written over theirs, as a new version) or take theirs. */
  settle(id: TagId, keep: "ours" | "theirs"): void;
  dismissRefused(index: number): void;
  retry(): void;
  /** Whether something is not even on this device's disk yet. */
  isUnkept(): boolean;
  /** Fetches what others did. */
  refresh(): Promise<void>;
  /** Asks the API; for what is shown once and not kept: versions, search. */
  ask: Ask;
  drafts: Drafts;
  close(): void;
};
