import "server-only";
import type { Actor, Standing } from "@/domain/access/actor";
import type { ProjectId } from "@/domain/ids";
import { gateOf } from "@/server/data/protection/gate";
import { protectionOf } from "@/server/data/protection/load";
import { sql } from "@/server/data/transaction";

/** Whether a report may be printed as it is on screen: paper is a door, and the screen shows what must not go through it. */
export async function isPrintedAsItIs(actor: Actor, standing: Standing, projectId: ProjectId): Promise<boolean> {
  return gateOf(await protectionOf(sql, { actor, standing, projectId })).open;
}
