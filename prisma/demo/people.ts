import { type Actor, scopes } from "@/domain/access/actor";
import { ok } from "@/domain/failure";
import { type ProjectId, TokenId, UserId, type WorkspaceId } from "@/domain/ids";
import type { ProjectRole, WorkspaceRole } from "@/domain/project/project";
import type { Hand } from "@/prisma/demo/demo-report";
import { demoId } from "@/prisma/demo/ids";
import { addToWorkspace } from "@/server/data/accounts";
import { remember } from "@/server/data/entries";
import { findMember, putMember } from "@/server/data/members";
import { inTransaction, type Tx } from "@/server/data/transaction";
import { demoPeople } from "@/server/operations/enter-demo";

type Person = { key: keyof typeof demoPeople; name: string; workspaceRole: WorkspaceRole; role: ProjectRole };

const people: Record<Hand, Person> = {
  editor: { key: "editor", name: "Noor, editor", workspaceRole: "admin", role: "editor" },
  reviewer: { key: "reviewer", name: "Ilse, reviewer", workspaceRole: "member", role: "reviewer" },
  analystA: { key: "analyst-a", name: "Amal, analyst A", workspaceRole: "member", role: "analyst" },
  analystB: { key: "analyst-b", name: "Bruno, analyst B", workspaceRole: "member", role: "analyst" },
};

export type Hands = Record<Hand, Actor>;

/** The four people of the demo. They have no password: only the one-click entry on the same machine lets them in. */
export async function demoHands(workspaceId: WorkspaceId): Promise<Hands> {
  const made = await inTransaction(workspaceId, async (tx) => {
    for (const person of Object.values(people)) await addPerson(tx, person);
    return ok(undefined);
  });
  if (!made.ok) throw new Error(`The demo's people were not made: ${made.failure.kind}`);
  const actor = (hand: Hand): Actor => {
    const { key, name, workspaceRole } = people[hand];
    const userId = demoId(UserId, demoPeople[key]);
    return {
      userId,
      workspaceId,
      email: demoPeople[key],
      name,
      workspaceRole,
      scopes,
      via: { token: demoId(TokenId, key) },
    };
  };
  return {
    editor: actor("editor"),
    reviewer: actor("reviewer"),
    analystA: actor("analystA"),
    analystB: actor("analystB"),
  };
}

async function addPerson(tx: Tx, { key, name, workspaceRole }: Person): Promise<void> {
  const email = demoPeople[key];
  const made = await tx.rows(
    "insert into users (id, email, name, demo) values ($1, $2, $3, true) on conflict do nothing returning id",
    [demoId(UserId, email), email, name],
  );
  if (made.length > 0) await addToWorkspace(tx, demoId(UserId, email), workspaceRole);
}

/** Makes the reviewer and the analysts members of a project that the editor has made. */
export async function joinAll(hands: Hands, projectId: ProjectId): Promise<void> {
  const joined = await inTransaction(hands.editor.workspaceId, async (tx) => {
    for (const hand of ["reviewer", "analystA", "analystB"] as const) {
      const { userId, workspaceId } = hands[hand];
      if (await findMember(tx, workspaceId, projectId, userId)) continue;
      const { role } = people[hand];
      await putMember(tx, projectId, userId, role);
      await remember(tx, { by: hands.editor.userId, did: "added-member", projectId, refs: { userId, role } });
    }
    return ok(undefined);
  });
  if (!joined.ok) throw new Error("The demo's people could not join.");
}
