import { expect, test } from "vitest";
import { ok } from "@/domain/failure";
import { aPerson } from "@/prisma/builders/person";
import { aWorkspace } from "@/prisma/builders/workspace";
import { setPassword } from "@/server/data/accounts";
import { actorBySession } from "@/server/data/actors";
import { inTransaction, sql } from "@/server/data/transaction";
import { changePassword } from "@/server/operations/change-password";
import { endSignIn } from "@/server/operations/end-sign-in";
import { demoIsOpen, enterDemo } from "@/server/operations/enter-demo";
import { listSignIns } from "@/server/operations/list-sign-ins";
import { readMe } from "@/server/operations/read-me";
import { letIn, signIn } from "@/server/operations/sign-in";
import { signOut } from "@/server/operations/sign-out";
import { hashPassword } from "@/server/session/hashing";

const password = "a few plain words";
let nextAddress = 0;
const somewhere = () => ({ address: `2001:db8:${process.pid.toString(16)}:${nextAddress++}::1`, userAgent: "test" });

async function anybody() {
  const person = await aPerson(await aWorkspace());
  const hash = await hashPassword(password);
  await inTransaction(person.workspaceId, async (tx) => ok(await setPassword(tx, person.userId, hash)));
  return person;
}

async function cookieOf(person: Awaited<ReturnType<typeof anybody>>) {
  const entered = await letIn(person, somewhere());
  if (!entered.ok) throw new Error("not let in");
  return entered.value.secret;
}

test("the right password opens a sign-in of that person", async () => {
  const person = await anybody();
  const entered = await signIn({ email: person.email.toUpperCase(), password }, somewhere());
  expect(entered).toMatchObject({ ok: true, value: { userId: person.userId } });
  expect(await actorBySession(entered.ok ? entered.value.secret : "")).toMatchObject({ userId: person.userId });
});

test("a wrong password and an unknown account are answered alike", async () => {
  const { email } = await anybody();
  const wrong = await signIn({ email, password: "something else" }, somewhere());
  expect(wrong).toEqual(await signIn({ email: "nobody@example.org", password }, somewhere()));
  expect(wrong).toEqual({ ok: false, failure: { kind: "signed-out" } });
});

test("guessing gets slower, elsewhere the right password still opens", async () => {
  const { email } = await anybody();
  const here = somewhere();
  for (let guess = 0; guess < 5; guess += 1) await signIn({ email, password: `guess ${guess}` }, here);
  expect(await signIn({ email, password }, here)).toMatchObject({ ok: false, failure: { kind: "rate-limited" } });
  expect(await signIn({ email, password }, somewhere())).toMatchObject({ ok: true });
});

test("many guesses at once are counted like one after the other", async () => {
  const { email } = await anybody();
  const here = somewhere();
  const guesses = await Promise.all(
    Array.from({ length: 20 }, (_, guess) => signIn({ email, password: `guess ${guess}` }, here)),
  );
  const looked = guesses.filter((each) => !each.ok && each.failure.kind === "signed-out");
  expect(looked.length).toBeLessThanOrEqual(6);
});

test.each([
  { how: "signed out", end: (_: string, secret: string) => signOut(secret) },
  { how: "idle for a week", change: "update session set seen_at = now() - interval '8 days' where user_id = $1" },
  { how: "a month old", change: "update session set expires_at = now() - interval '1 second' where user_id = $1" },
  { how: "of somebody disabled", change: "update users set disabled_at = now() where id = $1" },
])("a sign-in is refused at once when it is $how", async ({ end, change }) => {
  const person = await anybody();
  const secret = await cookieOf(person);
  expect(await actorBySession(secret)).toBeDefined();
  if (end) await end(person.userId, secret);
  if (change) await sql.rows(change, [person.userId]);
  expect(await actorBySession(secret)).toBeUndefined();
});

test("a person ends another sign-in of theirs, and nobody else's", async () => {
  const person = await anybody();
  const [mine, other] = [await cookieOf(person), await cookieOf(person)];
  const actor = await actorBySession(mine);
  const stranger = await anybody();
  if (!actor) throw new Error("not signed in");
  const listed = await listSignIns(actor);
  const foreign = listed.ok ? listed.value.items.find(({ current }) => !current) : undefined;
  expect(foreign).toBeDefined();
  expect(await endSignIn(stranger, foreign?.id ?? "")).toMatchObject({ ok: false, failure: { kind: "not-found" } });
  expect(await endSignIn(actor, foreign?.id ?? "")).toEqual({ ok: true, value: undefined });
  expect(await actorBySession(other)).toBeUndefined();
  expect(await actorBySession(mine)).toBeDefined();
});

test("a new password ends the other sign-ins", async () => {
  const person = await anybody();
  const [mine, other] = [await cookieOf(person), await cookieOf(person)];
  const actor = await actorBySession(mine);
  if (!actor) throw new Error("not signed in");
  expect(await changePassword(actor, { current: "wrong", next: "quite another phrase" })).toMatchObject({
    failure: { kind: "invalid", problems: [{ field: "current" }] },
  });
  expect(await changePassword(actor, { current: password, next: "short" })).toMatchObject({
    failure: { kind: "invalid", problems: [{ field: "next" }] },
  });
  expect(await changePassword(actor, { current: password, next: "quite another phrase" })).toMatchObject({ ok: true });
  expect(await actorBySession(other)).toBeUndefined();
  expect(await actorBySession(mine)).toBeDefined();
});

test("a browser's sign-in has a key for its outbox, another one each time", async () => {
  const person = await anybody();
  const keys = [];
  for (const secret of [await cookieOf(person), await cookieOf(person)]) {
    const actor = await actorBySession(secret);
    const me = actor && (await readMe(actor));
    keys.push(me?.ok ? me.value.outboxKey : undefined);
  }
  expect(keys.map((key) => Buffer.from(key ?? "", "base64").length)).toEqual([32, 32]);
  expect(keys[0]).not.toBe(keys[1]);
});

test.each([
  { from: "127.0.0.1", as: "editor", enters: true },
  { from: "::1", as: "editor", enters: true },
  { from: "192.168.1.7", as: "editor", enters: false },
  { from: undefined, as: "editor", enters: false },
  { from: "127.0.0.1", as: "admin", enters: false },
  { from: "127.0.0.1", as: "toString", enters: false },
  { from: "127.0.0.1", as: "editor", passedOn: "via", enters: false },
])("one-click entry as $as from $from, passed on by $passedOn: $enters", async ({ from, as, passedOn, enters }) => {
  const known = await sql.rows("select id from users where email = 'editor@example.org'");
  if (known.length === 0) await aPerson(await aWorkspace(), { email: "editor@example.org", demo: true });
  const whence = { address: from, userAgent: "", passedOn };
  expect((await enterDemo(as, whence)).ok).toBe(enters);
  expect(demoIsOpen(whence), "the sign-in page offers it to the same requests").toBe(
    from !== undefined && from !== "192.168.1.7" && passedOn === undefined,
  );
});
