import { expect, test } from "vitest";
import { PutCodebook } from "@/domain/codebook/codebook";
import { codebookOf } from "@/domain/codebook/presets/presets";
import { PutProject } from "@/domain/project/project";
import { presets } from "@/domain/project/project-values";
import { aPerson, joins } from "@/prisma/builders/person";
import { aProject } from "@/prisma/builders/project";
import { aReport } from "@/prisma/builders/report";
import { aWorkspace } from "@/prisma/builders/workspace";
import { changeCodebook } from "@/server/operations/change-codebook";
import { changeProject } from "@/server/operations/change-project";
import { archiveReport, closeReport } from "@/server/operations/change-report";
import { listProjects } from "@/server/operations/list-projects";
import { makeProject } from "@/server/operations/make-project";
import { readCodebook } from "@/server/operations/read-codebook";

const wish = PutProject.parse({ name: "North", slug: "north" });

async function aDesk() {
  const workspaceId = await aWorkspace();
  const admin = await aPerson(workspaceId, { role: "admin" });
  const made = await makeProject(admin, wish);
  if (!made.ok) throw new Error(made.failure.kind);
  return { workspaceId, admin, project: made.value };
}

test("a new project has guidelines, event types and its maker as editor", async () => {
  const { admin, project } = await aDesk();
  expect(project).toMatchObject({ name: "North", slug: "north", role: "editor", codebookVersion: 1 });
  expect(project.guidelines).toContain("A claim is the **content**");
  const codebook = await readCodebook(admin, project.id);
  expect(codebook.ok && codebook.value.eventTypes.map(({ slug }) => slug)).toContain("armed-clash");
});

test("a slug stands for one project of a workspace", async () => {
  const { admin, project } = await aDesk();
  expect(await makeProject(admin, wish)).toMatchObject({ failure: { kind: "conflict", current: { id: project.id } } });
});

test("only an admin makes projects; everybody sees their own", async () => {
  const { workspaceId, admin, project } = await aDesk();
  const member = await aPerson(workspaceId);
  expect(await makeProject(member, { ...wish, slug: "south" })).toMatchObject({ failure: { reason: "needs-admin" } });
  expect(await listProjects(member)).toEqual({ ok: true, value: { items: [] } });
  await joins(member, project.id, "reader");
  expect(await listProjects(member)).toMatchObject({ value: { items: [{ id: project.id, role: "reader" }] } });
  expect(await listProjects(admin)).toMatchObject({ value: { items: [{ role: "editor" }] } });
});

test("a list says how many reports stand where, without archived ones and other people's projects", async () => {
  const { workspaceId, admin, project } = await aDesk();
  const editor = await aPerson(workspaceId);
  await joins(editor, project.id, "editor");
  const countsOf = async () => {
    const listed = await listProjects(editor);
    return listed.ok ? listed.value.items.map(({ reports }) => reports) : listed;
  };
  expect(await countsOf()).toEqual([{}]);
  const { reportId: closed } = await aReport(editor, project.id);
  const { reportId: archived } = await aReport(editor, project.id);
  await aReport(editor, project.id);
  expect((await closeReport(editor, closed)).ok && (await archiveReport(editor, archived)).ok).toBe(true);
  await aReport(admin, await aProject(admin));
  expect(await countsOf()).toEqual([{ new: 1, closed: 1 }]);
});

test("what is not said does not change", async () => {
  const { admin, project } = await aDesk();
  expect(await changeProject(admin, project.id, { twoPersonRule: true })).toMatchObject({
    value: { name: "North", twoPersonRule: true, guidelines: project.guidelines },
  });
});

test.each(presets)("a project begins with the codebook of %s", async (preset) => {
  const admin = await aPerson(await aWorkspace(), { role: "admin" });
  const made = await makeProject(admin, PutProject.parse({ name: "South", slug: "south", preset }));
  if (!made.ok) throw new Error("not made");
  expect(await readCodebook(admin, made.value.id)).toEqual({ ok: true, value: { ...codebookOf(preset), version: 1 } });
});

test("a codebook grows by versions; a label retires and does not vanish", async () => {
  const { admin, project } = await aDesk();
  const label = { slug: "rumour", name: "Rumour", definition: "", retired: false };
  const first = codebookOf("conflict-monitor");
  const next = PutCodebook.parse({ ...first, labels: [...first.labels, label], version: 1 });
  expect(await changeCodebook(admin, project.id, next)).toMatchObject({ value: { version: 2, labels: next.labels } });
  expect(await changeCodebook(admin, project.id, next)).toMatchObject({ failure: { current: { version: 2 } } });
  expect(await changeCodebook(admin, project.id, { ...next, labels: [], version: 2 })).toMatchObject({
    failure: { kind: "invalid" },
  });
});
