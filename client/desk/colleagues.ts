import { isTag } from "@/client/desk/answers";
import { takeOver } from "@/client/desk/arrivals";
import { byId, forget } from "@/client/desk/by-id";
import type { Core } from "@/client/desk/core";
import type { DeskState } from "@/client/desk/desk";
import type { Fetched } from "@/client/desk/fetch-report";
import { fetchTouched } from "@/client/follow/fetch-touched";
import { newsOf } from "@/client/follow/news";
import { isNothing, type Touched } from "@/client/follow/touched";
import { tagIn, type World } from "@/domain/change/world";
import type { Deed } from "@/domain/history/entry";
import type { TagId, ThreadId } from "@/domain/ids";
import type { LiveEntry } from "@/domain/live/live-event";

/** Changes that make a version, which tells whether they are here. */
const ownChanges: Partial<Record<Deed, true>> = {
  tagged: true,
  "changed-tag": true,
  "withdrew-tag": true,
  "restored-tag": true,
};

/** Whether this is our own doing, and here already or soon by its acknowledgement. */
export function isKnown(core: Core, { did, by, tagId, version, refs }: LiveEntry): boolean {
  if (by !== core.start.me.id) return false;
  const thing = refs["threadId"] ?? tagId;
  if (typeof thing !== "string") return false;
  if (core.outbox.isWaiting(thing)) return true;
  const known = byId(core.confirmed, thing);
  if (known && isTag(known)) return version !== undefined && known.version >= version && did in ownChanges;
  const { commentId } = refs;
  return !!known && "comments" in known && known.comments.some(({ id }) => id === commentId);
}

/** Takes over what others did, and says it. */
export async function catchUp(core: Core, touched: Touched, entries: readonly LiveEntry[]): Promise<void> {
  const { start, tools, store } = core;
  const { project, report, me } = start;
  const { said, gone } = isNothing(touched)
    ? { said: {}, gone: [] }
    : await fetchTouched(tools.ask, { project, report }, touched);
  if (core.closed) return;
  const next = store.world();
  takeOver(core, next, said);
  for (const id of [...gone, ...(touched.everything ? unsaid(core, said) : [])]) {
    if (!core.outbox.isWaiting(id)) drop(core, next, id);
  }
  const shut = entries.findLast(({ did }) => did === "closed-report" || did === "reopened-report");
  const news = newsOf(entries, me.id);
  const { selected } = store.state;
  next.show({
    ...(news.length > 0 ? { news } : {}),
    ...(shut ? shutAt(core, shut) : {}),
    ...(selected && !tagIn(next, selected) ? { selected: null } : {}),
  });
}

/** The report as it is since it was closed or opened again, and what may be done there. */
function shutAt({ start, store }: Core, { did, at }: LiveEntry): Pick<DeskState, "me" | "report"> {
  const { closedAt: _was, ...open } = store.state.report;
  return did === "closed-report"
    ? { me: { ...start.me, mayTag: false, mayDecide: false, mayDiscuss: false }, report: { ...open, closedAt: at } }
    : { me: start.me, report: open };
}

/** Of all that the server once told, what it does not tell any more. */
function unsaid({ store, confirmed }: Core, said: Fetched): (TagId | ThreadId)[] {
  const { annotations = [], relations = [], threads = [] } = said;
  const told = new Set<string>([...annotations, ...relations, ...threads].map(({ id }) => id));
  const known = [...store.state.annotations.keys(), ...store.state.relations.keys(), ...store.state.threads.keys()];
  return known.filter((id) => confirmed.has(id) && !told.has(id));
}

function drop({ confirmed }: Core, next: World, id: TagId | ThreadId): void {
  confirmed.delete(id);
  forget(next, id);
}
