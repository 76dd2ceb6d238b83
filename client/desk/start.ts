import type { Ask } from "@/client/api/answer";
import type { DeskState, Person, ProjectHere } from "@/client/desk/desk";
import type { LiveWord } from "@/client/live/word";
import type { Drafts } from "@/client/outbox/drafts";
import type { Acknowledged } from "@/client/outbox/neighbours";
import type { Outbox, OutboxState } from "@/client/outbox/outbox";
import type { Thread } from "@/domain/discussion/thread";
import type { Entity } from "@/domain/entity/entity";
import type { EntityId, TagId, ThreadId, UserId } from "@/domain/ids";
import type { Block, Report } from "@/domain/report/report";
import type { Annotation, Relation } from "@/domain/tag/tag";

/** What a page knows of a report when it opens; what is left out is fetched. */
export type DeskStart = {
  project: ProjectHere;
  report: Report;
  blocks: readonly Block[];
  people: readonly Person[];
  /** The layer this person writes in. */
  layer: string;
  me: DeskState["me"];
  /** What is written for the analysts on what a reviewer leaves out of the final layer. */
  leftOutReason?: string;
  entities?: readonly Entity[];
  threads?: readonly Thread[];
  annotations?: readonly Annotation[];
  relations?: readonly Relation[];
  /** Where the history was when this was known. */
  position?: string;
};

export type DeskTools = {
  /** Hears what happens from now on; what is fetched after `joined` misses nothing. */
  listen: (hear: (word: LiveWord) => void) => { joined: Promise<void>; stop: () => void };
  ask: Ask;
  now: () => number;
  drafts: Drafts;
  openOutbox: (handlers: {
    onState: (state: OutboxState) => void;
    onAcknowledged: (done: readonly Acknowledged[]) => void;
  }) => Outbox;
};

export const byId = <Id, T extends { id: Id }>(things: readonly T[]): Map<Id, T> =>
  new Map(things.map((thing) => [thing.id, thing]));

/** What is true before anything was fetched or done. */
export const stateAt = ({ project, report, blocks, people, me, ...known }: DeskStart): DeskState => ({
  project,
  report,
  blocks,
  annotations: byId<TagId, Annotation>(known.annotations ?? []),
  relations: byId<TagId, Relation>(known.relations ?? []),
  entities: byId<EntityId, Entity>(known.entities ?? []),
  threads: byId<ThreadId, Thread>(known.threads ?? []),
  people: byId<UserId, Person>(people),
  me,
  selected: null,
  hovered: null,
  picked: new Set(),
  passage: [],
  linkingFrom: null,
  linkingAs: null,
  linkingTo: null,
  reviewing: false,
  correcting: null,
  sketch: new Set(),
  filters: { hiddenKinds: new Set(), states: null, query: "" },
  saving: { state: "saved", at: undefined },
  conflicts: new Map(),
  refused: [],
  loaded: false,
  openThread: null,
  news: [],
});
