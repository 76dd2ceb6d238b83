import type { DeskState } from "@/client/desk/desk";
import { relationsOf } from "@/client/desk/linked";
import { tagIn } from "@/domain/change/world";
import type { TagId, UserId } from "@/domain/ids";

type Wish = { decision: "accept" | "return" | "reject"; withLinks: boolean; me: UserId; twoPersons: boolean };

/** What one decision on these tags would take, and how many it leaves out: decided already, or one's own to accept. */
export function sortShown(
  seen: Pick<DeskState, "annotations" | "relations">,
  ids: readonly TagId[],
  { decision, withLinks, me, twoPersons }: Wish,
): { taken: TagId[]; decided: number; own: number } {
  const links = withLinks
    ? ids.flatMap((id) => relationsOf(seen, id).flatMap((link) => (link.from === id ? [link.id] : [])))
    : [];
  const tags = [...new Set([...ids, ...links])].flatMap((id) => tagIn(seen, id) ?? []);
  const waiting = tags.filter(({ state }) => state === "open");
  const mayNot = waiting.filter(({ updatedBy }) => twoPersons && decision === "accept" && updatedBy === me);
  return {
    taken: waiting.filter((tag) => !mayNot.includes(tag)).map(({ id }) => id),
    decided: tags.length - waiting.length,
    own: mayNot.length,
  };
}
