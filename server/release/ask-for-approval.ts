import "server-only";
import type { UserId } from "@/domain/ids";
import type { ClaimedJob } from "@/server/data/jobs/jobs";
import { notify } from "@/server/data/notifications";
import { decidersIn } from "@/server/data/releases/deciding";
import type { Tx } from "@/server/data/transaction";

/** Tells everybody who may approve a release that one waits for them. */
export async function askForApproval(tx: Tx, { by, projectId }: Pick<ClaimedJob, "by" | "projectId">): Promise<void> {
  const to: readonly UserId[] = await decidersIn(tx, projectId);
  await notify(tx, { kind: "release-asked", by, to, projectId });
}
