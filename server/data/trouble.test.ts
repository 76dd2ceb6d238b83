import { describe, expect, test } from "vitest";
import type { Outage } from "@/domain/failure";
import { aPerson } from "@/prisma/builders/person";
import { aWorkspace } from "@/prisma/builders/workspace";
import { prisma } from "@/server/data/prisma";
import { inTransaction, sql } from "@/server/data/transaction";
import { isUnreachable, lostARace, outageOf } from "@/server/data/trouble";

/** What PostgreSQL says when it can't go on, raised by PostgreSQL itself. */
const codes: { code: string; when: string; outage: Outage | undefined; words?: string }[] = [
  { code: "53100", when: "the disk is full", outage: "disk-full" },
  { code: "25006", when: "it is a standby or read-only", outage: "read-only" },
  {
    code: "42501",
    when: "a disk was mounted read-only",
    outage: "read-only",
    words: "could not open file: Read-only file system",
  },
  { code: "42501", when: "the role may not do this", outage: undefined, words: "permission denied for table report" },
  { code: "53300", when: "too many are connected", outage: "crowded" },
  { code: "53200", when: "it is out of memory", outage: "busy" },
  { code: "53400", when: "a limit of its configuration is reached", outage: "busy" },
  { code: "55P03", when: "a lock was not to be had in time", outage: "busy" },
  { code: "57014", when: "a statement took too long", outage: "busy" },
  { code: "40001", when: "a transaction can't be serialized", outage: "busy" },
  { code: "40P01", when: "there was a deadlock", outage: "busy" },
  { code: "58030", when: "a disk gives errors", outage: "damaged" },
  { code: "58P01", when: "a file is gone", outage: "damaged" },
  { code: "XX001", when: "a page is damaged", outage: "damaged" },
  { code: "57P01", when: "it shuts down", outage: "database" },
  { code: "57P02", when: "it crashed", outage: "database" },
  { code: "57P03", when: "it is starting", outage: "database" },
  { code: "08006", when: "the connection broke", outage: "database" },
  { code: "23505", when: "a key is taken", outage: undefined },
  { code: "23503", when: "a key is missing", outage: undefined },
  { code: "22P02", when: "we sent nonsense", outage: undefined },
  { code: "42703", when: "we asked for a column that is not there", outage: undefined },
];

const raised = ({ code, words }: { code: string; words?: string | undefined }) =>
  `do $$ begin raise exception using message = '${words ?? "so it is"}', errcode = '${code}'; end $$`;
const met = (promise: PromiseLike<unknown>) =>
  Promise.resolve(promise).then(
    () => undefined,
    (error: unknown) => error,
  );

describe.each(codes)("$code: $when", (each) => {
  test(`is ${each.outage ?? "nobody's outage"}, told by the driver and by Prisma`, async () => {
    expect(outageOf(await met(sql.rows(raised(each))))).toBe(each.outage);
    expect(outageOf(await met(prisma().$executeRawUnsafe(raised(each))))).toBe(each.outage);
  });
});

test.each([
  { code: "ECONNREFUSED", outage: "database" },
  { code: "ENOENT", outage: "database" },
  { code: "ETIMEDOUT", outage: "database" },
  { code: "ENOSPC", outage: "disk-full" },
  { code: "EDQUOT", outage: "disk-full" },
  { code: "EROFS", outage: "read-only" },
  { code: "EIO", outage: "damaged" },
  { code: "P1001", outage: "database" },
  { code: "ERR_INVALID_ARG_TYPE", outage: undefined },
])("$code of the system is $outage, also as a cause", ({ code, outage }) => {
  const error = Object.assign(new Error("no"), { code });
  expect(outageOf(error)).toBe(outage);
  expect(outageOf(new Error("A page could not be shown.", { cause: error }))).toBe(outage);
});

test.each([
  { words: "Connection terminated unexpectedly", outage: "database" },
  { words: "timeout exceeded when trying to connect", outage: "busy" },
  { words: "Cannot read properties of undefined", outage: undefined },
])("the driver's “$words” is $outage", ({ words, outage }) => {
  expect(outageOf(new Error(words))).toBe(outage);
});

test("a session that is ended in the middle is an outage after which nobody knows what was kept", async () => {
  const asleep = met(sql.rows("select pg_sleep(20) /* ended by a test */"));
  const end =
    "select pg_terminate_backend(pid) from pg_stat_activity where query like '%ended by a test%' and pid <> pg_backend_pid()";
  for (let ended: unknown[] = []; ended.length === 0; ) ended = await sql.rows(end);
  expect(isUnreachable(await asleep)).toBe(true);
});

test.each(["40001", "40P01", "23505"])("what lost a race (%s) is tried again, on what is there then", async (code) => {
  const { workspaceId } = await aPerson(await aWorkspace());
  let tries = 0;
  const done = await inTransaction(workspaceId, async (tx) => {
    tries += 1;
    if (tries < 3) await tx.rows(raised({ code }));
    return { ok: true, value: tries };
  });
  expect(done).toEqual({ ok: true, value: 3 });
  expect(lostARace(await met(sql.rows(raised({ code }))))).toBe(true);
});

test.each([
  { code: "40P01", failure: { kind: "unavailable", reason: "busy" } },
  { code: "23505", failure: { kind: "conflict", current: null, reason: expect.stringContaining("already") } },
  { code: "55P03", failure: { kind: "unavailable", reason: "busy" } },
  { code: "53100", failure: { kind: "unavailable", reason: "disk-full" } },
])("$code that stays is answered, not thrown", async ({ code, failure }) => {
  const { workspaceId } = await aPerson(await aWorkspace());
  const done = await inTransaction(workspaceId, async (tx) => {
    await tx.rows(raised({ code }));
    return { ok: true, value: undefined };
  });
  expect(done).toEqual({ ok: false, failure });
});

test("whoever waits for a lock or a statement too long is told that it was busy, and nothing is kept", async () => {
  const { workspaceId } = await aPerson(await aWorkspace());
  const patient = (setting: string, statement: string) =>
    inTransaction(workspaceId, async (tx) => {
      await tx.rows(setting);
      await tx.rows("update workspace set name = 'changed' where id = $1", [workspaceId]);
      await tx.rows(statement);
      return { ok: true, value: undefined };
    });
  const busy = { ok: false, failure: { kind: "unavailable", reason: "busy" } };
  expect(await patient("set local statement_timeout = '50ms'", "select pg_sleep(5)")).toEqual(busy);
  const held = await inTransaction(workspaceId, async (tx) => {
    await tx.rows("select from workspace where id = $1 for update", [workspaceId]);
    return { ok: true, value: await patient("set local lock_timeout = '50ms'", "select 1") };
  });
  expect(held).toEqual({ ok: true, value: busy });
  const [row] = await sql.rows<{ name: string }>("select name from workspace where id = $1", [workspaceId]);
  expect(row?.name).not.toBe("changed");
});
