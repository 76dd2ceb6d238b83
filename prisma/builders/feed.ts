import { tmpdir } from "node:os";
import type { Actor } from "@/domain/access/actor";
import { ok } from "@/domain/failure";
import { PutFeed } from "@/domain/feed/feed";
import { FeedId, type ProjectId } from "@/domain/ids";
import { addFeed } from "@/server/data/feeds";
import { inTransaction } from "@/server/data/transaction";
import { newId } from "@/server/new-id";

/** A folder that a project is fed by, as a person set it up. */
export async function aFeed(by: Actor, projectId: ProjectId): Promise<FeedId> {
  const id = newId(FeedId);
  const put = PutFeed.parse({ kind: "folder", name: "Incoming", address: tmpdir() });
  await inTransaction(by.workspaceId, async (tx) => ok(await addFeed(tx, by, { id, projectId, put })));
  return id;
}
