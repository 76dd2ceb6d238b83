import { expect, test } from "vitest";
import { ok } from "@/domain/failure";
import { aPerson, aTokenOf } from "@/prisma/builders/person";
import { aWorkspace } from "@/prisma/builders/workspace";
import { setPassword } from "@/server/data/accounts";
import { actorBySession, actorByToken } from "@/server/data/actors";
import { inTransaction, sql } from "@/server/data/transaction";
import { followLink } from "@/server/operations/follow-link";
import { changePersonOf, listPeople, relinkPerson } from "@/server/operations/people";
import { letIn } from "@/server/operations/sign-in";

const whence = { address: undefined, userAgent: "test" };

async function secretOf(link: ReturnType<typeof relinkPerson>): Promise<string> {
  const made = await link;
  return made.ok ? (made.value.link.split("/").at(-1) ?? "") : "";
}

async function aDesk() {
  const workspaceId = await aWorkspace();
  const admin = await aPerson(workspaceId, { role: "admin", name: "Admin" });
  const analyst = await aPerson(workspaceId, { name: "Nour" });
  await inTransaction(workspaceId, async (tx) => {
    for (const { userId } of [admin, analyst]) await setPassword(tx, userId, "$argon2id$unused");
    return ok(undefined);
  });
  return { admin, analyst };
}

test("an admin sees everybody; nobody else sees the list", async () => {
  const { admin, analyst } = await aDesk();
  expect(await listPeople(admin)).toMatchObject({ value: { items: [{ name: "Admin" }, { name: "Nour" }] } });
  expect(await listPeople(analyst)).toMatchObject({ failure: { reason: "needs-admin" } });
});

test("whoever is shut out is out at once, and nothing that let them in comes back with letting in again", async () => {
  const { admin, analyst } = await aDesk();
  const token = (await aTokenOf(analyst)).slice("glo_".length);
  const entered = await letIn(analyst, whence);
  const secret = entered.ok ? entered.value.secret : "";
  const link = await secretOf(relinkPerson(admin, analyst.userId));
  expect(await changePersonOf(admin, analyst.userId, { disabled: true })).toMatchObject({ value: { disabled: true } });
  expect([await actorBySession(secret), await actorByToken(token)]).toEqual([undefined, undefined]);
  await changePersonOf(admin, analyst.userId, { disabled: false });
  expect(await actorBySession(secret)).toBeUndefined();
  expect(await actorByToken(token)).toBeUndefined();
  expect(await followLink({ secret: link, name: "Nour", password: "quite another phrase" }, whence)).toMatchObject({
    failure: { kind: "not-found" },
  });
});

test("what was left from before shutting out ended tokens does not come back either", async () => {
  const { admin, analyst } = await aDesk();
  const token = (await aTokenOf(analyst)).slice("glo_".length);
  await sql.rows("update users set disabled_at = now() where id = $1", [analyst.userId]);
  await changePersonOf(admin, analyst.userId, { disabled: false });
  expect(await actorByToken(token)).toBeUndefined();
});

test("one admin always stays, also when two leave at once", async () => {
  const { admin, analyst } = await aDesk();
  expect(await changePersonOf(admin, admin.userId, { role: "member" })).toMatchObject({
    failure: { reason: "last-admin" },
  });
  await changePersonOf(admin, analyst.userId, { role: "admin" });
  const left = await Promise.all(
    [admin, analyst].map(({ userId }) => changePersonOf(admin, userId, { role: "member" })),
  );
  expect(left.map(({ ok: done }) => done).sort()).toEqual([false, true]);
});

test("a new link lets somebody choose another password, and ends what they had open", async () => {
  const { admin, analyst } = await aDesk();
  const entered = await letIn(analyst, whence);
  const token = (await aTokenOf(analyst)).slice("glo_".length);
  const secret = await secretOf(relinkPerson(admin, analyst.userId));
  const chosen = { secret, name: "Nour", password: "quite another phrase" };
  expect(await followLink(chosen, whence)).toMatchObject({ ok: true, value: { userId: analyst.userId } });
  expect(await actorBySession(entered.ok ? entered.value.secret : "")).toBeUndefined();
  expect(await actorByToken(token)).toBeUndefined();
});
