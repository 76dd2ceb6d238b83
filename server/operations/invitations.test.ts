import { beforeAll, describe, expect, test } from "vitest";
import type { Actor } from "@/domain/access/actor";
import { ok } from "@/domain/failure";
import { UserId } from "@/domain/ids";
import { MakeLink } from "@/domain/people/person";
import { PutMember } from "@/domain/project/project";
import { aPerson, aTokenOf, joins } from "@/prisma/builders/person";
import { aProject } from "@/prisma/builders/project";
import { aReport } from "@/prisma/builders/report";
import { aWorkspace } from "@/prisma/builders/workspace";
import { setPassword } from "@/server/data/accounts";
import { inTransaction, sql } from "@/server/data/transaction";
import { newId } from "@/server/new-id";
import { addMember } from "@/server/operations/add-member";
import { putAssignment } from "@/server/operations/assign";
import { followLink, isWithdrawn, readLink } from "@/server/operations/follow-link";
import { invitePerson, listCandidates, listInvitations, withdrawInvitation } from "@/server/operations/invitations";
import { listAssignments } from "@/server/operations/list-assignments";
import { listPeople, relinkPerson } from "@/server/operations/people";

const whence = { address: undefined, userAgent: "test" };
const address = () => `${newId(UserId)}@example.com`;
const secretIn = (link: string | undefined) => link?.split("/").at(-1) ?? "";

let admin: Actor;
let member: Actor;

beforeAll(async () => {
  const workspaceId = await aWorkspace();
  admin = await aPerson(workspaceId, { role: "admin", name: "Ada" });
  member = await aPerson(workspaceId, { name: "Ben" });
  await inTransaction(workspaceId, async (tx) => {
    for (const { userId } of [admin, member]) await setPassword(tx, userId, "$argon2id$unused");
    return ok(undefined);
  });
});

async function invite(email = address(), name = "Nour") {
  const invited = await invitePerson(admin, { email, name, role: "member" });
  if (!invited.ok) throw new Error(invited.failure.kind);
  return { ...invited.value, secret: secretIn(invited.value.invitation) };
}
const listed = async (userId: UserId) => {
  const list = await listInvitations(admin);
  return list.ok ? list.value.items.find((each) => each.userId === userId) : undefined;
};

describe("inviting somebody without a project", () => {
  test("gives a link, and lists who invited whom and when until they come", async () => {
    const { userId, email, secret } = await invite();
    expect(await listed(userId)).toMatchObject({ email, name: "Nour", projects: [], invitedBy: { name: "Ada" } });
    const followed = await followLink({ secret, name: "Nour", password: "a quiet afternoon upstream" }, whence);
    expect(followed).toMatchObject({ ok: true, value: { userId } });
    expect(await listed(userId)).toBeUndefined();
  });

  test("gives a link for as many days as are asked for, a week when nobody says; after that it is not there", async () => {
    const { userId, invitationEnds } = await invite();
    const days = (end: string) => Math.round((Date.parse(end) - Date.now()) / 86_400_000);
    expect(days(invitationEnds)).toBe(7);
    const made = await relinkPerson(admin, userId, { expiresInDays: 1 });
    if (!made.ok) throw new Error(made.failure.kind);
    expect(days(made.value.expiresAt)).toBe(1);
    expect((await listed(userId))?.expiresAt).toBe(made.value.expiresAt);
    expect(await readLink(secretIn(made.value.link))).toMatchObject({ ok: true });
    await sql.rows("update one_time_link set expires_at = now() - interval '1 second' where user_id = $1", [userId]);
    expect(await readLink(secretIn(made.value.link))).toMatchObject({ failure: { kind: "not-found" } });
    expect((await listed(userId))?.expiresAt).toBeUndefined();
    expect(MakeLink.safeParse({ expiresInDays: 31 }).success).toBe(false);
  });

  test("is refused for somebody who is there, whatever the letters of the address", async () => {
    const { email } = await invite();
    expect(await invitePerson(admin, { email, role: "member" })).toMatchObject({
      failure: { kind: "conflict", current: { email } },
    });
  });

  test("is for admins only", async () => {
    expect(await invitePerson(member, { email: address(), role: "member" })).toMatchObject({
      failure: { reason: "needs-admin" },
    });
    expect(await listInvitations(member)).toMatchObject({ failure: { reason: "needs-admin" } });
    expect(await withdrawInvitation(member, admin.userId)).toMatchObject({ failure: { reason: "needs-admin" } });
  });

  test("at once by two leaves one person and one link that works", async () => {
    const email = address();
    const both = await Promise.all([0, 1].map(() => invitePerson(admin, { email, role: "member" })));
    const links = both.flatMap((each) => (each.ok ? [secretIn(each.value.invitation)] : []));
    const open = await Promise.all(links.map(async (secret) => (await readLink(secret)).ok));
    expect(open.filter(Boolean)).toHaveLength(1);
  });
});

describe("withdrawing an invitation", () => {
  test("ends the link, which says so, and removes the person with what was assigned to them", async () => {
    const projectId = await aProject(admin);
    const { reportId } = await aReport(admin, projectId);
    const { userId, email, secret } = await invite();
    expect(await addMember(admin, projectId, PutMember.parse({ userId, role: "analyst" }))).toMatchObject({ ok: true });
    expect(await readLink(secret), "adding them made a new link").toMatchObject({ ok: false });
    expect(await putAssignment(admin, { reportId, userId }, { state: "assigned" })).toMatchObject({ ok: true });
    const link = await relinkPerson(admin, userId);
    const latest = secretIn(link.ok ? link.value.link : "");
    expect(await listed(userId)).toMatchObject({ projects: [{ role: "analyst" }] });

    expect(await withdrawInvitation(admin, userId)).toMatchObject({ ok: true });
    expect(await listed(userId)).toBeUndefined();
    expect(await readLink(latest)).toMatchObject({ failure: { kind: "not-found" } });
    expect(await isWithdrawn(latest)).toBe(true);
    expect(
      await followLink({ secret: latest, name: "Nour", password: "a quiet afternoon upstream" }, whence),
    ).toMatchObject({
      failure: { kind: "not-found" },
    });
    const people = await listPeople(admin);
    expect(people.ok && people.value.items.some((person) => person.userId === userId)).toBe(false);
    const work = await listAssignments(admin, reportId);
    expect(work.ok && work.value.items.filter(({ state }) => state !== "closed")).toEqual([]);
    expect(await invitePerson(admin, { email, role: "member" }), "the address is free again").toMatchObject({
      ok: true,
    });
  });

  test.each([
    { who: "somebody with a password", make: async () => member.userId },
    {
      who: "somebody who can act by a token",
      make: async () => {
        const { userId } = await invite();
        await aTokenOf({ ...admin, userId });
        return userId;
      },
    },
  ])("is refused for $who, and changes nothing", async ({ make }) => {
    const userId = await make();
    expect(await withdrawInvitation(admin, userId)).toMatchObject({ failure: { kind: "conflict" } });
    const people = await listPeople(admin);
    expect(people.ok && people.value.items.some((person) => person.userId === userId)).toBe(true);
  });

  test("and following it at the same moment: one of them wins, and never both", async () => {
    for (let round = 0; round < 5; round += 1) {
      const { userId, secret } = await invite();
      const [followed, withdrawn] = await Promise.all([
        followLink({ secret, name: "Nour", password: "a quiet afternoon upstream" }, whence),
        withdrawInvitation(admin, userId),
      ]);
      expect([followed.ok, withdrawn.ok].filter(Boolean)).toHaveLength(1);
      const [row] = await sql.rows("select 1 from users where id = $1", [userId]);
      expect(row !== undefined).toBe(followed.ok);
    }
  });

  test("of a stranger's person finds nobody", async () => {
    const stranger = await aPerson(await aWorkspace(), { role: "admin" });
    const { userId } = await invite();
    expect(await withdrawInvitation(stranger, userId)).toMatchObject({ failure: { kind: "not-found" } });
  });
});

describe("who can be added to a project", () => {
  test("is everybody of the workspace who is no member and not deactivated", async () => {
    const projectId = await aProject(admin);
    const editor = await joins(await aPerson(admin.workspaceId, { name: "Eda" }), projectId, "editor");
    const gone = await aPerson(admin.workspaceId, { name: "Gone" });
    await sql.rows("update users set disabled_at = now() where id = $1", [gone.userId]);
    const list = await listCandidates(editor, projectId);
    const ids = list.ok ? list.value.items.map(({ userId }) => userId) : [];
    expect(ids).toContain(member.userId);
    expect(ids).not.toContain(editor.userId);
    expect(ids).not.toContain(gone.userId);
    expect(
      await addMember(editor, projectId, PutMember.parse({ userId: member.userId, role: "reader" })),
    ).toMatchObject({
      value: { userId: member.userId, role: "reader" },
    });
    expect(await listCandidates(member, projectId)).toMatchObject({ failure: { reason: "needs-editor" } });
  });

  test("nobody is added by an id that is not of the workspace, nor by both id and address", async () => {
    const projectId = await aProject(admin);
    const stranger = await aPerson(await aWorkspace());
    expect(
      await addMember(admin, projectId, PutMember.parse({ userId: stranger.userId, role: "reader" })),
    ).toMatchObject({ failure: { kind: "invalid" } });
    const both = { userId: member.userId, email: "ben@example.org", role: "reader" };
    expect(PutMember.safeParse(both).success).toBe(false);
    expect(PutMember.safeParse({ role: "reader" }).success).toBe(false);
  });
});
