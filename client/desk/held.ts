import { isTag } from "@/client/desk/answers";
import type { Conflict, Refused } from "@/client/desk/desk";
import type { OutboxState } from "@/client/outbox/outbox";
import type { TagId } from "@/domain/ids";
import type { Tag } from "@/domain/tag/tag";

/** What of the queue waits for a person: two versions to choose between, and what the server did not take. */
export function heldIn({ holds, waiting }: OutboxState, tag: (id: string) => Tag | undefined) {
  const conflicts = new Map<TagId, Conflict>();
  const refused: Refused[] = [];
  const stale: Tag[] = [];
  for (const [thing, hold] of holds) {
    const ours = tag(thing);
    if (hold.is === "refused") refused.push({ thing, tag: ours, detail: hold.detail, errors: hold.errors });
    else if (!ours || !isTag(hold.current)) refused.push({ thing, tag: ours, detail: "stale", errors: [] });
    else {
      stale.push(hold.current);
      const change = waiting.find(({ row }) => row.thing === thing)?.change;
      const deciding = change?.deed === "decide" && { decision: change.decision, reason: change.reason };
      conflicts.set(ours.id, { ours, theirs: hold.current, ...(deciding && { deciding }) });
    }
  }
  return { conflicts, refused, stale };
}
