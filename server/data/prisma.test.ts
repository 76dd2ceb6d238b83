import { randomUUID } from "node:crypto";
import { expect, test } from "vitest";
import { fail, ok } from "@/domain/failure";
import { aWorkspace } from "@/prisma/builders/workspace";
import { prisma } from "@/server/data/prisma";
import { inTransaction, sql, type Tx } from "@/server/data/transaction";

/** Prisma and SQL are one transaction: each sees what the other one wrote, and both are kept or neither. */

const addUser = async (tx: Tx, id: string) =>
  (await tx.prisma()).user.create({ data: { id, email: `${id}@example.org`, name: "By Prisma" } });
const found = async (id: string) => (await sql.rows("select 1 from users where id = $1", [id])).length;

test("what Prisma wrote in a transaction is seen by SQL within it, by nobody else, and kept with it", async () => {
  const [workspaceId, id] = [await aWorkspace(), randomUUID()];
  const done = await inTransaction(workspaceId, async (tx) => {
    await addUser(tx, id);
    await tx.rows("update users set name = 'By SQL' where id = $1", [id]);
    const seen = await (await tx.prisma()).user.findUnique({ where: { id }, select: { name: true } });
    return ok({ name: seen?.name, elsewhere: await found(id) });
  });
  expect(done).toEqual({ ok: true, value: { name: "By SQL", elsewhere: 0 } });
  expect(await found(id)).toBe(1);
});

test.each([
  { when: "the answer is a failure", end: async () => fail({ kind: "not-found" }), throws: false },
  { when: "SQL fails", end: (tx: Tx) => tx.rows("select 1 / 0").then(ok), throws: true },
  { when: "Prisma fails", end: async (tx: Tx) => ok(await addUser(tx, "no id")), throws: true },
])("neither is kept when $when, and the connection is good for the next one", async ({ end, throws }) => {
  const [workspaceId, id] = [await aWorkspace(), randomUUID()];
  const done = inTransaction<unknown>(workspaceId, async (tx) => {
    await addUser(tx, id);
    return end(tx);
  });
  if (throws) await expect(done).rejects.toThrow();
  else expect(await done).toMatchObject({ ok: false });
  expect(await found(id)).toBe(0);
  expect(await inTransaction(workspaceId, async (tx) => ok(await addUser(tx, id)))).toMatchObject({ ok: true });
});

test("somebody who made the same thing at the same time is found made on the second attempt", async () => {
  const [workspaceId, id] = [await aWorkspace(), randomUUID()];
  let attempts = 0;
  const done = await inTransaction(workspaceId, async (tx) => {
    attempts += 1;
    const seen = await (await tx.prisma()).user.count({ where: { id } });
    if (attempts === 1) await prisma().user.create({ data: { id, email: `${id}@example.org`, name: "Faster" } });
    return ok(seen === 0 ? (await addUser(tx, id)).name : "found");
  });
  expect({ attempts, done }).toEqual({ attempts: 2, done: { ok: true, value: "found" } });
});

test("many transactions at once stay apart, and look-ups of one are never answered by another", async () => {
  const workspaceId = await aWorkspace();
  const ids = Array.from({ length: 40 }, () => randomUUID());
  const seen = await Promise.all(
    ids.map((id) =>
      inTransaction(workspaceId, async (tx) => {
        await addUser(tx, id);
        const rows = await tx.prisma();
        const mine = await Promise.all(ids.map((each) => rows.user.findUnique({ where: { id: each } })));
        return ok(mine.filter((user) => user !== null && user.id !== id).length);
      }),
    ),
  );
  // Others are seen only once they are kept, so the first one sees nobody, and none sees all.
  expect(seen.every((each) => each.ok && each.value < ids.length)).toBe(true);
  expect(await prisma().user.count({ where: { id: { in: ids } } })).toBe(ids.length);
});
