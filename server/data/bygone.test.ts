import { beforeEach, expect, test } from "vitest";
import type { Actor } from "@/domain/access/actor";
import { ok } from "@/domain/failure";
import { aPerson } from "@/prisma/builders/person";
import { aWorkspace } from "@/prisma/builders/workspace";
import { clearBygone } from "@/server/data/bygone";
import { addLink } from "@/server/data/links";
import { inTransaction, sql } from "@/server/data/transaction";
import { letIn } from "@/server/operations/sign-in";

let person: Actor;

beforeEach(async () => {
  person = await aPerson(await aWorkspace());
});

const left = async (table: "session" | "one_time_link") =>
  (await sql.rows(`select id from ${table} where user_id = $1`, [person.userId])).length;

const ago = (days: number) => `now() - interval '${days} days'`;
const notYet = "now() + interval '1 day'";

test.each([
  { signIn: "that holds", ended: "null", expires: notYet, seen: "now()", kept: 1 },
  { signIn: "that was ended lately", ended: ago(29), expires: notYet, seen: ago(29), kept: 1 },
  { signIn: "that was ended long ago", ended: ago(31), expires: notYet, seen: ago(31), kept: 0 },
  { signIn: "that expired lately", ended: "null", expires: ago(29), seen: ago(29), kept: 1 },
  { signIn: "that expired long ago", ended: "null", expires: ago(31), seen: ago(31), kept: 0 },
  { signIn: "that nobody used for 36 days", ended: "null", expires: notYet, seen: ago(36), kept: 1 },
  { signIn: "that nobody used for 38 days", ended: "null", expires: notYet, seen: ago(38), kept: 0 },
])("a sign-in $signIn: $kept left", async ({ ended, expires, seen, kept }) => {
  await letIn(person, { address: undefined, userAgent: "test" });
  await sql.rows(
    `update session set ended_at = ${ended}, expires_at = ${expires}, seen_at = ${seen} where user_id = $1`,
    [person.userId],
  );
  await clearBygone();
  expect(await left("session")).toBe(kept);
});

test.each([
  { link: "that waits", used: "null", expires: notYet, kept: 1 },
  { link: "that was used lately", used: ago(29), expires: notYet, kept: 1 },
  { link: "that was used long ago", used: ago(31), expires: notYet, kept: 0 },
  { link: "that ran out lately", used: "null", expires: ago(29), kept: 1 },
  { link: "that ran out long ago", used: "null", expires: ago(31), kept: 0 },
])("a link $link: $kept left", async ({ used, expires, kept }) => {
  await inTransaction(person.workspaceId, async (tx) =>
    ok((await addLink(tx, { userId: person.userId, by: person.userId, madeWith: undefined })).secret),
  );
  await sql.rows(`update one_time_link set used_at = ${used}, expires_at = ${expires} where user_id = $1`, [
    person.userId,
  ]);
  await clearBygone();
  expect(await left("one_time_link")).toBe(kept);
});
