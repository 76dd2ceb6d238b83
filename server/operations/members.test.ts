import { expect, test } from "vitest";
import { aPerson, joins } from "@/prisma/builders/person";
import { aProject } from "@/prisma/builders/project";
import { aWorkspace } from "@/prisma/builders/workspace";
import { sql } from "@/server/data/transaction";
import { addMember } from "@/server/operations/add-member";
import { changeMember, removeMember } from "@/server/operations/change-member";
import { firstWorkspace } from "@/server/operations/first-start";
import { followLink, readLink } from "@/server/operations/follow-link";
import { readProject } from "@/server/operations/read-project";
import { signIn } from "@/server/operations/sign-in";

async function aDesk() {
  const workspaceId = await aWorkspace();
  const admin = await aPerson(workspaceId, { role: "admin" });
  const projectId = await aProject(admin);
  const editor = await joins(await aPerson(workspaceId), projectId, "editor");
  return { workspaceId, admin, editor, projectId };
}

const whence = { address: undefined, userAgent: "test" };
const secretOf = (link: string | undefined) => link?.split("/").at(-1) ?? "";

test("somebody new is invited by an admin, chooses a password and is in", async () => {
  const { admin, projectId } = await aDesk();
  const email = `new.${projectId}@example.org`;
  const added = await addMember(admin, projectId, { email, role: "analyst" });
  if (!added.ok) throw new Error(added.failure.kind);
  expect(added.value).toMatchObject({ email, role: "analyst", invited: true });
  const secret = secretOf(added.value.invitation);
  expect(await readLink(secret)).toMatchObject({ ok: true, value: { purpose: "invitation", email } });

  const given = { secret, name: "Nour", password: "a few plain words" };
  expect(await followLink({ ...given, password: "12345678" }, whence)).toMatchObject({
    failure: { kind: "invalid", problems: [{ field: "password", reason: "password-common" }] },
  });
  expect(await followLink(given, whence)).toMatchObject({ ok: true });
  expect(await followLink(given, whence)).toMatchObject({ failure: { kind: "not-found" } });
  expect(await signIn({ email, password: given.password }, whence)).toMatchObject({ ok: true });
});

test("an editor who is no admin adds people of the workspace and nobody else", async () => {
  const { workspaceId, editor, projectId } = await aDesk();
  const colleague = await aPerson(workspaceId);
  expect(await addMember(editor, projectId, { email: colleague.email, role: "reviewer" })).toMatchObject({ ok: true });
  expect(await addMember(editor, projectId, { email: colleague.email, role: "reader" })).toMatchObject({
    failure: { kind: "conflict", current: { role: "reviewer" } },
  });
  expect(await addMember(editor, projectId, { email: "stranger@example.org", role: "reader" })).toMatchObject({
    failure: { kind: "forbidden", reason: "not-in-workspace" },
  });
});

test("eight who invite the same person at once make one account, whose newest link works", async () => {
  const { admin, projectId } = await aDesk();
  const email = `wanted.${projectId}@example.org`;
  const all = await Promise.all(
    Array.from({ length: 8 }, () => addMember(admin, projectId, { email, role: "analyst" })),
  );
  const members = all.flatMap((each) => (each.ok ? [each.value] : []));
  expect(members).toHaveLength(8);
  expect(new Set(members.map(({ userId }) => userId)).size).toBe(1);
  const links = await Promise.all(members.map(({ invitation }) => readLink(secretOf(invitation))));
  expect(links.filter((link) => link.ok)).toHaveLength(1);
});

test("the same person invited to eight projects at once is one person", async () => {
  const { admin } = await aDesk();
  const projects = await Promise.all(Array.from({ length: 8 }, () => aProject(admin)));
  const email = `wanted.${projects[0]}@example.org`;
  const all = await Promise.all(projects.map((projectId) => addMember(admin, projectId, { email, role: "reader" })));
  expect(new Set(all.map((each) => (each.ok ? each.value.userId : each.failure.kind))).size).toBe(1);
});

test("an invitation never opens an account of another workspace", async () => {
  const { admin, projectId } = await aDesk();
  const elsewhere = await aPerson(await aWorkspace());
  expect(await addMember(admin, projectId, { email: elsewhere.email, role: "reader" })).toMatchObject({
    failure: { kind: "invalid", problems: [{ field: "email" }] },
  });
});

test("a role changes and ends with the next request, and history says so", async () => {
  const { workspaceId, editor, projectId } = await aDesk();
  const analyst = await joins(await aPerson(workspaceId), projectId, "analyst");
  const them = { projectId, userId: analyst.userId };
  expect(await changeMember(editor, them, { role: "reviewer" })).toMatchObject({
    ok: true,
    value: { role: "reviewer" },
  });
  expect(await readProject(analyst, projectId)).toMatchObject({ value: { role: "reviewer" } });
  expect(await removeMember(editor, them)).toMatchObject({ ok: true });
  expect(await readProject(analyst, projectId)).toMatchObject({ failure: { kind: "not-found" } });
  const entries = await sql.rows("select did from entry where workspace_id = $1 order by id", [workspaceId]);
  expect(entries.map(({ did }) => did)).toEqual(["changed-member", "removed-member"]);
});

test("the first start makes one workspace, however often it runs", async () => {
  expect(await firstWorkspace()).toBe(await firstWorkspace());
});
