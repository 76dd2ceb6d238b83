import { expect, test } from "vitest";
import { fail, ok } from "@/domain/failure";
import { WorkspaceId } from "@/domain/ids";
import { aWorkspace } from "@/prisma/builders/workspace";
import { pool } from "@/server/data/pool";
import { inTransaction, sql } from "@/server/data/transaction";
import { isUnreachable } from "@/server/data/trouble";
import { newId } from "@/server/new-id";

const nameOf = async (id: WorkspaceId) =>
  (await sql.rows("select name from workspace where id = $1", [id]))[0]?.["name"];

/** What happens to every connection when the database is killed. */
const killConnection = (pid: unknown) =>
  new Promise<void>((resolve, reject) => {
    pool()
      .query("select pg_terminate_backend($1)", [pid])
      .then(() => resolve(), reject);
  });

test("a failure takes back what was done before it", async () => {
  const id = await aWorkspace("before");
  const result = await inTransaction(id, async (tx) => {
    await tx.rows("update workspace set name = 'after' where id = $1", [id]);
    return fail({ kind: "not-found" });
  });
  expect(result).toEqual({ ok: false, failure: { kind: "not-found" } });
  expect(await nameOf(id)).toBe("before");
});

test("an exception takes it back too, and the connection is used again", async () => {
  const id = await aWorkspace("before");
  const broken = inTransaction(id, async (tx) => {
    await tx.rows("update workspace set name = 'after' where id = $1", [id]);
    return ok(await tx.rows("select no_such_column from workspace"));
  });
  await expect(broken).rejects.toThrow("no_such_column");
  expect(await nameOf(id)).toBe("before");
});

test("a connection that dies in the middle is replaced and the work done again, once", async () => {
  const id = await aWorkspace("before");
  let runs = 0;
  const result = await inTransaction(id, async (tx) => {
    runs += 1;
    await tx.rows("update workspace set name = name || '!' where id = $1", [id]);
    const [row] = await tx.rows("select pg_backend_pid() as pid");
    if (runs === 1) await killConnection(row?.["pid"]);
    await tx.rows("select 1");
    return ok(runs);
  });
  expect(result).toEqual({ ok: true, value: 2 });
  expect(await nameOf(id)).toBe("before!");
});

test("connections that die while nobody uses them do not end the process", async () => {
  await Promise.all([1, 2, 3, 4].map(() => sql.rows("select pg_sleep(0.05)")));
  await pool().query(
    `select pg_terminate_backend(pid) from pg_stat_activity
      where application_name = 'glossator' and datname = current_database() and pid <> pg_backend_pid() and state = 'idle' and usename = current_user
        and query like 'select pg_sleep%'`,
  );
  const answers = await Promise.allSettled([1, 2, 3, 4].map(() => sql.rows("select 1 as one")));
  for (const answer of answers) {
    if (answer.status === "rejected") expect(isUnreachable(answer.reason)).toBe(true);
  }
  expect(await sql.rows("select 1 as one")).toEqual([{ one: 1 }]);
});

test("who loses a race tries again", async () => {
  const [a, b] = [await aWorkspace("a"), await aWorkspace("b")];
  const rename = (first: WorkspaceId, second: WorkspaceId) =>
    inTransaction(newId(WorkspaceId), async (tx) => {
      await tx.rows("update workspace set name = name || '!' where id = $1", [first]);
      await tx.rows("select pg_sleep(0.1)");
      await tx.rows("update workspace set name = name || '!' where id = $1", [second]);
      return ok(undefined);
    });
  expect((await Promise.all([rename(a, b), rename(b, a)])).map(({ ok: done }) => done)).toEqual([true, true]);
  expect([await nameOf(a), await nameOf(b)]).toEqual(["a!!", "b!!"]);
});
