import { byId } from "@/client/desk/by-id";
import type { Core } from "@/client/desk/core";
import type { DeskState } from "@/client/desk/desk";
import { newId } from "@/client/new-id";
import type { NewChange } from "@/client/outbox/queue";
import type { Change, Thing } from "@/domain/change/change";
import { apply, mentionedBy } from "@/domain/change/registry";
import type { OpId, VerdictId } from "@/domain/ids";
import type { Tag } from "@/domain/tag/tag";

/** Shows changes and puts them into the outbox, all in one go. */
export function tell(core: Core, all: readonly NewChange[], more: Partial<DeskState> = {}): void {
  const next = core.store.world();
  for (const { ticket, change } of all) apply(next, change, ticket, core.here);
  next.show(more);
  core.outbox.add(all);
}

/** A change with what the server has to know of it: what was seen, and what has to be there first. */
export function told(core: Core, thing: Thing, change: Change, verdictId?: VerdictId): NewChange {
  const { project, report } = core.start;
  const ticket = {
    opId: newId<OpId>(),
    projectId: project.id,
    reportId: report.id,
    deed: change.deed,
    thing,
    needs: mentionedBy(change).filter((id) => isUnheardOf(core, id) || isEnd(core, change, id)),
    version: versionOf(core, thing),
    at: core.tools.now(),
    ...seenVerdict(core, { thing, change }, verdictId),
  };
  return { ticket, change };
}

/** While a tag is being corrected it is seen as it was when that began, whatever others do to it meanwhile. */
export const corrected = ({ original, judged }: Core, thing: Thing): Tag | undefined =>
  [original, judged].find((each) => each?.id === thing);

/** A link arrives after what was done to its ends before: a withdrawn end has to be back first. */
const isEnd = ({ store }: Core, { deed }: Change, id: Thing) =>
  deed === "put-relation" && byId(store.state.annotations, id) !== undefined;

/** Whether no server knows the thing yet, because it was made here; nothing is known of what is made in the same breath. */
function isUnheardOf({ store, confirmed }: Core, id: Thing): boolean {
  if (confirmed.has(id)) return false;
  return ((store.tag(id) ?? byId(store.state.entities, id))?.version ?? 0) === 0;
}

function versionOf(core: Core, thing: Thing): number | undefined {
  const known = corrected(core, thing) ?? core.confirmed.get(thing);
  return known && "version" in known ? known.version : undefined;
}

/** The verdict that is shown on the tag of a change; of one that is to be taken back, its own. */
function seenVerdict(
  core: Core,
  { thing, change }: { thing: Thing; change: Change },
  own: VerdictId | undefined,
): Pick<NewChange["ticket"], "verdictId"> {
  const shown = corrected(core, thing) ?? core.store.tag(thing);
  const verdictId = change.deed === "undo-verdict" ? own : shown?.verdict?.id;
  return verdictId ? { verdictId } : {};
}
