import { isTag } from "@/client/desk/answers";
import { forget, forgetTag } from "@/client/desk/by-id";
import type { Core } from "@/client/desk/core";
import type { Desk } from "@/client/desk/desk";
import { heldIn } from "@/client/desk/held";
import { relationsOf } from "@/client/desk/linked";
import { savingOf } from "@/client/desk/saving";
import { fresh, write } from "@/client/desk/write";
import { newId } from "@/client/new-id";
import type { OutboxState } from "@/client/outbox/outbox";
import type { Thing } from "@/domain/change/change";
import { setTag, tagIn } from "@/domain/change/world";
import type { TagId } from "@/domain/ids";
import { sameWritten } from "@/domain/tag/same-content";
import type { Tag } from "@/domain/tag/tag";

type Conflicts = Pick<Desk, "settle" | "dismissRefused" | "retry" | "isUnkept">;

/** What a person does about changes that the server did not take. */
export function conflictsOf(core: Core): Conflicts {
  return {
    settle: (id, keep) => settle(core, id, keep),
    dismissRefused(index) {
      const refusal = core.store.state.refused[index];
      if (refusal) void core.outbox.discard(refusal.thing).then((gone) => fallBack(core, gone));
    },
    retry: () => core.outbox.retry(),
    isUnkept() {
      const { unsaved, waiting, fleeting } = core.outbox.state();
      return unsaved > 0 || (fleeting && waiting.length > 0);
    },
  };
}

/** Shows what became of the queue. */
export function onState(core: Core, box: OutboxState): void {
  const { store, confirmed, start, savedAt } = core;
  const { conflicts, refused, stale } = heldIn(box, (id) => store.tag(id));
  for (const theirs of stale) confirmed.set(theirs.id, theirs);
  store.set({ conflicts, refused, saving: savingOf(box, start.report.id, savedAt) });
  for (const { ours, theirs, deciding } of conflicts.values()) {
    // Both sides say the same: there is nothing to choose.
    if (!deciding && sameWritten(ours, theirs)) settle(core, ours.id, "theirs");
  }
}

function settle(core: Core, id: TagId, keep: "ours" | "theirs"): void {
  const { store, outbox, history, tools } = core;
  const conflict = store.state.conflicts.get(id);
  if (!conflict) return;
  const { ours, theirs } = conflict;
  if (keep === "ours") {
    if (theirs.id === id) void outbox.resubmit(id, { version: theirs.version, verdictId: theirs.verdict?.id });
    else void settleAgain(core, ours, theirs);
    return;
  }
  void outbox.discard(id).then((gone) => {
    fallBack(core, [...gone, theirs.id]);
    const after = store.tag(id);
    if (after && !sameWritten(ours, after)) {
      history.remember({ pairs: [{ before: ours, after }], decided: [], at: tools.now() });
    }
  });
}

/** Writes ours, and the links that were made with it, over the final tag by which a colleague settled the same. */
async function settleAgain(core: Core, ours: Tag, theirs: Tag): Promise<void> {
  const links = relationsOf(core.store.state, ours.id);
  fallBack(core, await core.outbox.discard(ours.id));
  core.confirmed.set(theirs.id, theirs);
  const to = (end: TagId | undefined) => (end === ours.id ? theirs.id : end);
  const again = links.map(({ from, to: end, ...link }): Tag => {
    const other = to(end);
    return { ...link, ...fresh(core, newId<TagId>()), from: to(from) ?? from, ...(other && { to: other }) };
  });
  const { id, version, createdBy, createdAt } = theirs;
  write(core, [{ ...ours, id, version, createdBy, createdAt, state: "open" }, ...again]);
}

/** Shows of these things what the server last said, or nothing when it never heard of them. */
function fallBack({ store, confirmed }: Core, things: readonly Thing[]): void {
  const next = store.world();
  for (const thing of things) {
    const said = confirmed.get(thing);
    forgetTag(next, thing);
    if (said && isTag(said)) setTag(next, said);
    else if (!said) forget(next, thing);
  }
  const { selected } = store.state;
  next.show(selected && !tagIn(next, selected) ? { selected: null } : {});
}
