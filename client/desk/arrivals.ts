import { saidIn } from "@/client/desk/answers";
import type { Core } from "@/client/desk/core";
import type { Person } from "@/client/desk/desk";
import { type Fetched, fetchReport } from "@/client/desk/fetch-report";
import { savingOf } from "@/client/desk/saving";
import { byId } from "@/client/desk/start";
import type { Acknowledged } from "@/client/outbox/neighbours";
import { same } from "@/domain/change/content";
import { apply } from "@/domain/change/registry";
import { setTag, tagIn, type World } from "@/domain/change/world";
import type { UserId } from "@/domain/ids";
import type { Tag } from "@/domain/tag/tag";

/** Takes over what the server says about things, except where changes of ours still wait to reach it. */
export function takeOver(core: Core, next: World, { annotations, relations, entities, threads }: Fetched): void {
  const { confirmed, outbox } = core;
  for (const said of [...(annotations ?? []), ...(relations ?? [])]) takeOverTag(core, next, said);
  for (const said of entities ?? []) {
    confirmed.set(said.id, said);
    if (!outbox.isWaiting(said.id)) next.entities.set(said.id, said);
  }
  for (const said of threads ?? []) {
    confirmed.set(said.id, said);
    if (!outbox.isWaiting(said.id)) next.threads.set(said.id, said);
  }
}

function takeOverTag({ confirmed, outbox, store }: Core, next: World, said: Tag): void {
  const known = confirmed.get(said.id);
  if (known && "version" in known && known.version > said.version) return;
  confirmed.set(said.id, said);
  const isOurs = outbox.isWaiting(said.id) || said.id === store.state.correcting;
  if (!isOurs && !same(tagIn(next, said.id), said)) setTag(next, said);
}

/** Takes over what the server answered to our own changes. */
export function onAcknowledged(core: Core, done: readonly Acknowledged[]): void {
  const { store, start, verdicts, tools, outbox } = core;
  const { id } = start.report;
  const next = store.world();
  for (const { ticket, change, answer } of done) {
    if (ticket.reportId !== id && ticket.deed !== "put-entity") continue;
    takeOver(
      core,
      next,
      saidIn(change, answer, (tag, verdict) => verdicts.set(tag, verdict)),
    );
  }
  core.savedAt = new Date(tools.now()).toISOString();
  next.show({ saving: savingOf(outbox.state(), id, core.savedAt) });
}

/** Fetches what is missing and does again what waits on this device; tries until somebody answers. */
export async function load(core: Core, attempt = 0): Promise<void> {
  const { start, tools, store, here } = core;
  try {
    // The stream is heard from the page's own position on, so that nothing is missed by not waiting for it.
    const [fetched] = await Promise.all([fetchReport(tools.ask, start), core.outbox.load()]);
    const waiting = await core.outbox.load();
    const next = store.world();
    takeOver(core, next, fetched);
    for (const { row, change } of waiting) {
      if (change && row.reportId === start.report.id) apply(next, change, row, here);
    }
    next.show({ loaded: true, ...(fetched.people ? { people: byId<UserId, Person>(fetched.people) } : {}) });
    core.outbox.retry();
  } catch {
    // The device or the server is not ready yet: the text can be read meanwhile.
    await new Promise((resolve) => setTimeout(resolve, Math.min(15_000, 500 * 2 ** attempt)));
    if (!core.closed) await load(core, attempt + 1);
  }
}

/** Fetches all of it again. */
export async function refresh(core: Core): Promise<void> {
  const { start, tools, store } = core;
  const { project, report } = start;
  const fetched = await fetchReport(tools.ask, { project, report }).catch(() => undefined);
  if (!fetched || core.closed) return;
  const next = store.world();
  takeOver(core, next, fetched);
  next.show();
}
