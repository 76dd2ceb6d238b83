import { idOf } from "@/client/new-id";
import type { EntityId, TagId, ThreadId } from "@/domain/ids";
import type { LiveEntry } from "@/domain/live/live-event";

/** What has to be fetched again because somebody else did something to it. */
export type Touched = {
  tags: ReadonlySet<TagId>;
  threads: ReadonlySet<ThreadId>;
  entities: ReadonlySet<EntityId>;
  /** All of it: layers opened, or something may have been missed. */
  everything: boolean;
};

export const nothing: Touched = { tags: new Set(), threads: new Set(), entities: new Set(), everything: false };

const both = <T>(a: ReadonlySet<T>, b: ReadonlySet<T>) => new Set([...a, ...b]);

export const together = (a: Touched, b: Touched): Touched => ({
  tags: both(a.tags, b.tags),
  threads: both(a.threads, b.threads),
  entities: both(a.entities, b.entities),
  everything: a.everything || b.everything,
});

export const isNothing = ({ tags, threads, entities, everything }: Touched): boolean =>
  !everything && tags.size + threads.size + entities.size === 0;

const one = <Id extends string>(id: string | number | undefined): ReadonlySet<Id> =>
  // Entries name their things by ids of the kind their name says.
  typeof id === "string" ? new Set([idOf<Id>(id)]) : new Set();

/** What one entry touches on this report and among its project's entities. */
export function touchedBy(entry: LiveEntry, on: { projectId: string; reportId: string }): Touched {
  if (entry.projectId !== on.projectId) return nothing;
  const { threadId, entityId } = entry.refs;
  const entities = one<EntityId>(entityId);
  if (entry.did === "opened-entities") return { ...nothing, everything: true };
  if (entry.reportId !== on.reportId) return { ...nothing, entities };
  if (entry.did === "opened-layers") return { ...nothing, everything: true };
  if (threadId !== undefined) return { ...nothing, threads: one<ThreadId>(threadId) };
  return { ...nothing, entities, tags: entry.tagId ? new Set([entry.tagId]) : new Set() };
}
