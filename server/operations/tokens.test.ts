import { expect, test } from "vitest";
import { type Actor, type Scope, scopes } from "@/domain/access/actor";
import type { PutToken } from "@/domain/people/token";
import { aPerson } from "@/prisma/builders/person";
import { aProject } from "@/prisma/builders/project";
import { aWorkspace } from "@/prisma/builders/workspace";
import { setPassword } from "@/server/data/accounts";
import { actorBySession, actorByToken } from "@/server/data/actors";
import { inTransaction, sql } from "@/server/data/transaction";
import { addMember } from "@/server/operations/add-member";
import { changePassword } from "@/server/operations/change-password";
import { followLink } from "@/server/operations/follow-link";
import { listEverybodysTokens } from "@/server/operations/list-tokens";
import { makeToken } from "@/server/operations/make-token";
import { changePersonOf, relinkPerson } from "@/server/operations/people";
import { revokeToken } from "@/server/operations/revoke-token";
import { letIn, signIn } from "@/server/operations/sign-in";
import { hashPassword } from "@/server/session/hashing";

const whence = { address: undefined, userAgent: "test" };
const password = "a few plain words";
const day = 24 * 3600_000;

/** Somebody at a browser, who may run the workspace. */
async function atBrowser(role: "admin" | "member" = "admin", workspaceId?: Actor["workspaceId"]): Promise<Actor> {
  const person = await aPerson(workspaceId ?? (await aWorkspace()), { role });
  const hash = await hashPassword(password);
  await inTransaction(person.workspaceId, async (tx) => ({
    ok: true,
    value: await setPassword(tx, person.userId, hash),
  }));
  const entered = await letIn(person, whence);
  const actor = entered.ok ? await actorBySession(entered.value.secret) : undefined;
  if (!actor) throw new Error("Not signed in.");
  return actor;
}

/** A program with a token that was just made. */
async function program(maker: Actor, wish: Partial<PutToken> = {}) {
  const made = await makeToken(maker, { name: "program", scopes: [...scopes], ...wish });
  if (!made.ok) throw new Error(JSON.stringify(made.failure));
  const secret = made.value.token.slice("glo_".length);
  const now = () => actorByToken(secret);
  const actor = await now();
  if (!actor) throw new Error("The token does not work.");
  return { actor, now, id: made.value.id, made: made.value };
}

test.each<{ with: Partial<PutToken>; wish: Partial<PutToken>; is: "made" | "token-scope" | "more-than-token" }>([
  { with: {}, wish: {}, is: "made" },
  { with: {}, wish: { expiresInDays: 3650 }, is: "made" },
  { with: { expiresInDays: 1 }, wish: {}, is: "made" },
  { with: { expiresInDays: 2 }, wish: { expiresInDays: 1 }, is: "made" },
  { with: { expiresInDays: 1 }, wish: { expiresInDays: 2 }, is: "more-than-token" },
  { with: { expiresInDays: 1 }, wish: { expiresInDays: 3650 }, is: "more-than-token" },
  { with: { scopes: ["admin"] }, wish: { scopes: ["admin"] }, is: "made" },
  { with: { scopes: ["admin"] }, wish: { scopes: ["read"] }, is: "token-scope" },
  { with: { scopes: ["admin", "read"] }, wish: { scopes: ["read", "export"] }, is: "token-scope" },
  { with: { scopes: ["read", "write", "export"] }, wish: { scopes: ["read"] }, is: "token-scope" },
])("a token with $with makes one with $wish: $is", async ({ with: own, wish, is }) => {
  const { actor, made: parent } = await program(await atBrowser(), own);
  const made = await makeToken(actor, { name: "child", scopes: [...(own.scopes ?? scopes)], ...wish });
  if (is !== "made") return expect(made).toMatchObject({ failure: { kind: "forbidden", reason: is } });
  const { expiresAt, scopes: granted } = made.ok ? made.value : {};
  expect(parent.scopes).toEqual(expect.arrayContaining(granted ?? ["none"]));
  if (parent.expiresAt) expect(Date.parse(expiresAt ?? "")).toBeLessThanOrEqual(Date.parse(parent.expiresAt));
});

test("what a token made ends with it, to the last generation", async () => {
  const maker = await atBrowser();
  const parent = await program(maker);
  const child = await program(parent.actor);
  const grandchild = await program(child.actor);
  const other = await program(maker);
  await revokeToken(maker, child.id);
  expect([await child.now(), await grandchild.now()]).toEqual([undefined, undefined]);
  expect(await parent.now()).toBeDefined();
  await revokeToken(maker, parent.id);
  expect(await parent.now()).toBeUndefined();
  expect(await other.now()).toBeDefined();
});

test("what is made while its maker is revoked does not stay behind", async () => {
  const maker = await atBrowser();
  for (let round = 0; round < 5; round += 1) {
    const parent = await program(maker);
    const [made] = await Promise.all([
      Promise.all(Array.from({ length: 4 }, () => makeToken(parent.actor, { name: "child", scopes: ["read"] }))),
      revokeToken(maker, parent.id),
    ]);
    for (const each of made) {
      if (each.ok) expect(await actorByToken(each.value.token.slice("glo_".length))).toBeUndefined();
    }
  }
});

const linkOf = (link: string) => link.split("/").at(-1) ?? "";

test.each<{ what: string; wish: Partial<PutToken>; may: boolean }>([
  { what: "all scopes and no end", wish: {}, may: true },
  { what: "an end", wish: { expiresInDays: 1 }, may: false },
  { what: "the scope admin alone", wish: { scopes: ["admin"] }, may: false },
  { what: "all scopes but one", wish: { scopes: ["read", "write", "admin"] }, may: false },
])("a token with $what makes links that let people in: $may", async ({ wish, may }) => {
  const admin = await atBrowser();
  const colleague = await aPerson(admin.workspaceId);
  const projectId = await aProject(admin);
  const { actor } = await program(admin, wish);
  const email = `${crypto.randomUUID()}@example.org`;
  const answers = [
    await relinkPerson(actor, colleague.userId),
    await addMember(actor, projectId, { email, role: "analyst" }),
  ];
  for (const answer of answers) {
    if (may) expect(answer.ok).toBe(true);
    else expect(answer).toMatchObject({ failure: { kind: "forbidden" } });
  }
  const [{ count } = { count: 0 }] = await sql.rows<{ count: number }>(
    "select count(*)::int from users where email = $1",
    [email],
  );
  expect(count, "nobody is kept of an invitation that was refused").toBe(may ? 1 : 0);
});

test("no token makes a link for its own person", async () => {
  const admin = await atBrowser();
  const { actor } = await program(admin);
  expect(await relinkPerson(actor, admin.userId)).toMatchObject({ failure: { reason: "more-than-token" } });
  expect(await relinkPerson(admin, admin.userId)).toMatchObject({ ok: true });
});

test("a link that a token made, and nobody followed yet, ends with the token", async () => {
  const admin = await atBrowser();
  const colleague = await aPerson(admin.workspaceId);
  const { actor, id } = await program(admin);
  const made = await relinkPerson(actor, colleague.userId);
  await revokeToken(admin, id);
  const secret = made.ok ? linkOf(made.value.link) : "";
  expect(await followLink({ secret, name: "Nour", password }, whence)).toMatchObject({
    failure: { kind: "not-found" },
  });
});

test("a new password ends every token, the asking one too", async () => {
  const person = await atBrowser();
  const [one, other] = [await program(person), await program(person, { scopes: ["admin"] })];
  expect(await changePassword(other.actor, { current: password, next: "quite another phrase" })).toMatchObject({
    ok: true,
  });
  expect([await one.now(), await other.now()]).toEqual([undefined, undefined]);
});

test("nothing made at the same moment as a new password survives it", async () => {
  for (let round = 0; round < 3; round += 1) {
    const person = await atBrowser();
    const { actor } = await program(person);
    const from = { address: `2001:db8:${process.pid.toString(16)}:${(7000 + round).toString(16)}::1`, userAgent: "" };
    const [changed, tokens, entered] = await Promise.all([
      changePassword(person, { current: password, next: "quite another phrase" }),
      Promise.all(Array.from({ length: 4 }, () => makeToken(actor, { name: "late", scopes: ["read"] }))),
      signIn({ email: person.email, password }, from),
    ]);
    expect(changed).toMatchObject({ ok: true });
    for (const each of tokens) {
      if (each.ok) expect(await actorByToken(each.value.token.slice("glo_".length))).toBeUndefined();
    }
    if (entered.ok) expect(await actorBySession(entered.value.secret)).toBeUndefined();
  }
});

test("an admin sees everybody's tokens with whose they are, and revokes any; nobody else does", async () => {
  const admin = await atBrowser();
  const [nour, omar] = [await atBrowser("member", admin.workspaceId), await atBrowser("member", admin.workspaceId)];
  const hers = await program(nour, { name: "notebook", scopes: ["read"], expiresInDays: 30 });
  const his = await program(omar, { name: "pipeline", scopes: ["read", "export"] });
  const stranger = await atBrowser();
  await program(stranger);

  const listed = await listEverybodysTokens(admin, { after: undefined, limit: 50 });
  expect(listed).toMatchObject({
    value: {
      items: [
        { id: his.id, name: "pipeline", userId: omar.userId, email: omar.email, scopes: ["read", "export"] },
        { id: hers.id, name: "notebook", userId: nour.userId, usedAt: expect.any(String), scopes: ["read"] },
      ],
    },
  });
  expect(JSON.stringify(listed)).not.toContain(stranger.userId);
  const [first] = listed.ok ? listed.value.items : [];
  expect(first && "expiresAt" in first && first.expiresAt).toBeFalsy();
  expect(Date.parse(hers.made.expiresAt ?? "") - Date.now()).toBeGreaterThan(29 * day);

  const one = await listEverybodysTokens(admin, { after: undefined, limit: 1 });
  expect(one).toMatchObject({ value: { items: [{ id: his.id }], next: expect.any(String) } });
  const hersOnly = await listEverybodysTokens(admin, { person: nour.userId, after: undefined, limit: 50 });
  expect(hersOnly).toMatchObject({ value: { items: [{ id: hers.id }] } });

  expect(await listEverybodysTokens(nour, { after: undefined, limit: 50 })).toMatchObject({
    failure: { reason: "needs-admin" },
  });
  for (const other of [omar, stranger]) {
    expect(await revokeToken(other, hers.id)).toMatchObject({ failure: { kind: "not-found" } });
  }
  expect(await hers.now()).toBeDefined();
  expect(await revokeToken(admin, hers.id)).toMatchObject({ ok: true });
  expect(await hers.now()).toBeUndefined();
  expect(await revokeToken(admin, hers.id)).toMatchObject({ failure: { kind: "not-found" } });
  const history = await sql.rows<{ created_by: string; refs: object }>(
    "select created_by, refs from entry where workspace_id = $1 and did = 'revoked-token'",
    [admin.workspaceId],
  );
  expect(history).toEqual([{ created_by: admin.userId, refs: { tokenId: hers.id, userId: nour.userId } }]);
});

test("a token of an admin needs the scope for it to see or end what is others'", async () => {
  const admin = await atBrowser();
  const nour = await atBrowser("member", admin.workspaceId);
  const hers = await program(nour);
  for (const scope of scopes.filter((each): each is Exclude<Scope, "admin"> => each !== "admin")) {
    const { actor } = await program(admin, { scopes: [scope] });
    expect(await listEverybodysTokens(actor, { after: undefined, limit: 50 })).toMatchObject({
      failure: { reason: "token-scope" },
    });
    expect(await revokeToken(actor, hers.id)).toMatchObject({ failure: { reason: "token-scope" } });
  }
  expect(await hers.now()).toBeDefined();
});

test("shutting somebody out ends their tokens and those made with them", async () => {
  const admin = await atBrowser();
  const nour = await atBrowser("member", admin.workspaceId);
  const hers = await program(nour);
  const made = await program(hers.actor);
  await changePersonOf(admin, nour.userId, { disabled: true });
  await changePersonOf(admin, nour.userId, { disabled: false });
  expect([await hers.now(), await made.now()]).toEqual([undefined, undefined]);
});
