import "server-only";
import type { ReleaseFilters } from "@/domain/release/asked";
import type { HoldUp } from "@/domain/release/release";
import type { Asked } from "@/server/data/export/leaving";
import { acceptedEvents, reportsLeaving, undecidedRestates } from "@/server/data/releases/holdings";
import type { Sql } from "@/server/data/transaction";

/** What keeps a release from being made; empty where nothing does. */
export async function heldUp(db: Sql, asked: Asked, { layers }: Pick<ReleaseFilters, "layers">): Promise<HoldUp[]> {
  const held: HoldUp[] = [];
  if (layers === "analysts" && asked.standing.mode === "shared") held.push({ what: "one-layer", count: 0 });
  if ((await reportsLeaving(db, asked)).length === 0) held.push({ what: "nothing", count: 0 });
  if ((await acceptedEvents(db, asked)) > 0) {
    const count = await undecidedRestates(db, asked);
    if (count > 0) held.push({ what: "undecided-restates", count });
  }
  return held;
}

/** What holds a release up, in words for people. */
export function sentenceOf({ what, count }: HoldUp): string {
  if (what === "nothing") return "No report leaves with these filters, so there is nothing to release.";
  if (what === "one-layer")
    return "Everybody works on one layer in this project, so there are no analysts’ layers to release. Choose people instead.";
  const links = count === 1 ? "One link says" : `${count} links say`;
  return `${links} that a claim restates another, and nobody has decided on ${count === 1 ? "it" : "them"}: until then an event may be counted twice. Decide in the queue, and make the release again.`;
}
