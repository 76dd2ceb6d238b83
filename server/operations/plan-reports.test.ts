import { describe, expect, test } from "vitest";
import type { Actor } from "@/domain/access/actor";
import type { Result } from "@/domain/failure";
import { AskedExport } from "@/domain/formats/asked";
import { PutProject } from "@/domain/project/project";
import { ReportFilters } from "@/domain/report/report";
import { aPerson, joins } from "@/prisma/builders/person";
import { aProject } from "@/prisma/builders/project";
import { aReport, type BuiltReport } from "@/prisma/builders/report";
import { anAnnotation, putAnnotation } from "@/prisma/builders/tag";
import { aWorkspace } from "@/prisma/builders/workspace";
import { putAssignment } from "@/server/operations/assign";
import { removeMember } from "@/server/operations/change-member";
import { changeReport, changeReports } from "@/server/operations/change-report";
import { changeTag } from "@/server/operations/change-tags";
import { exportDataset } from "@/server/operations/export-dataset";
import { listAssignments } from "@/server/operations/list-assignments";
import { listReports } from "@/server/operations/list-reports";
import { makeProject } from "@/server/operations/make-project";
import { openReport } from "@/server/operations/open-report";
import { previewExport } from "@/server/operations/preview-export";
import { readPractice } from "@/server/operations/read-practice";

const value = <T>(result: Result<T>): T => {
  if (!result.ok) throw new Error(JSON.stringify(result.failure));
  return result.value;
};

async function aDesk() {
  const editor = await aPerson(await aWorkspace(), { role: "admin", name: "Edit" });
  const projectId = await aProject(editor);
  const member = async (name: string) => joins(await aPerson(editor.workspaceId, { name }), projectId, "analyst");
  const [ana, ben] = [await member("Ana"), await member("Ben")];
  const reports: BuiltReport[] = [];
  for (const title of ["Night in the hills", "100% of the road_s", "Morning"]) {
    reports.push(await aReport(editor, projectId, { title }));
  }
  const [one, two, three] = reports;
  if (!one || !two || !three) throw new Error("No reports.");
  return { editor, projectId, ana, ben, one, two, three };
}

const all = AskedExport.parse({ state: "all" });
const tomorrow = () => new Date(Date.now() + 86_400_000).toISOString();
const titles = async (by: Actor, projectId: Parameters<typeof listReports>[1]["projectId"], wish: object) => {
  const asked = { projectId, filters: ReportFilters.parse(wish), limit: 50, after: undefined };
  return value(await listReports(by, asked)).items.map(({ title }) => title);
};

test("reports are planned and triaged many at a time, all of them or none, and found by it", async () => {
  const { editor, projectId, ana, one, two, three } = await aDesk();
  const reports = [one.reportId, two.reportId];
  const plan = { priority: 2, due: "2026-12-04" };
  expect(await changeReports(ana, projectId, { reports, ...plan })).toMatchObject({
    failure: { kind: "forbidden", reason: "needs-editor" },
  });
  const stranger = await aReport(editor, await aProject(editor));
  expect(await changeReports(editor, projectId, { reports: [...reports, stranger.reportId], ...plan })).toMatchObject({
    failure: { kind: "invalid", problems: [{ field: "reports.2" }] },
  });
  expect(await titles(editor, projectId, { priority: 1 })).toEqual([]);
  expect(value(await changeReports(editor, projectId, { reports, ...plan })).items).toMatchObject([plan, plan]);
  expect(await titles(editor, projectId, { priority: 1, due: "2026-12-04" })).toHaveLength(2);
  expect(await titles(editor, projectId, { due: "2026-12-03" })).toEqual([]);
  value(await changeReport(editor, one.reportId, { due: null }));
  expect(await titles(editor, projectId, { due: "2026-12-04" })).toEqual(["100% of the road_s"]);
  expect(await titles(editor, projectId, { q: "100% OF the road_" })).toEqual(["100% of the road_s"]);

  const triaged = await changeReports(ana, projectId, { reports, triage: "duplicate of", duplicateOf: three.reportId });
  expect(value(triaged).items.map(({ state }) => state)).toEqual(["set aside", "set aside"]);
  expect(
    await changeReports(ana, projectId, { reports, triage: "duplicate of", duplicateOf: one.reportId }),
  ).toMatchObject({ failure: { kind: "invalid" } });
});

test("the reports of somebody, and those that nobody has", async () => {
  const { editor, projectId, ana, ben, one } = await aDesk();
  value(await putAssignment(editor, { reportId: one.reportId, userId: ana.userId }, { state: "assigned" }));
  expect(await titles(ben, projectId, { assignee: ana.userId })).toEqual(["Night in the hills"]);
  expect(await titles(ben, projectId, { assignee: "nobody" })).toHaveLength(2);
});

describe("under embargo", () => {
  test("nothing of a report leaves before its time, and the export says what it held back", async () => {
    const { editor, projectId, one, two } = await aDesk();
    for (const report of [one, two]) {
      value(
        await changeTag(editor, report.reportId, putAnnotation(anAnnotation(report, "Hundreds of people left Hama"))),
      );
    }
    value(await changeReport(editor, one.reportId, { embargoUntil: tomorrow() }));
    const preview = value(await previewExport(editor, { projectId }, all));
    expect(preview.counts).toMatchObject({ reports: 2, annotations: 1, embargoed: 1 });
    expect(preview.losses).toContainEqual({ what: "embargoed-reports", count: 1, how: "dropped" });
    for (const format of ["jsonl", "csv"]) {
      const download = value(await exportDataset(editor, { projectId }, { ...all, format }));
      const chunks: Uint8Array[] = [];
      for await (const chunk of download.chunks) chunks.push(chunk);
      const text = Buffer.concat(chunks).toString("latin1");
      expect(text).not.toContain(one.reportId);
      if (format === "jsonl") expect(text).toContain(two.reportId);
    }
    expect(value(await previewExport(editor, { reportId: one.reportId }, all)).counts).toMatchObject({
      reports: 0,
      embargoed: 1,
    });
    value(await changeReport(editor, one.reportId, { embargoUntil: new Date(Date.now() - 1000).toISOString() }));
    expect(value(await previewExport(editor, { projectId }, all)).counts).toMatchObject({ reports: 3, embargoed: 0 });
  });
});

test("a project for practice is independent, and nothing of it is ever exported", async () => {
  const { editor } = await aDesk();
  const wish = PutProject.parse({ name: "School", slug: "school", practice: true });
  const project = value(await makeProject(editor, wish));
  expect(project).toMatchObject({ practice: true, mode: "independent" });
  const report = await aReport(editor, project.id);
  for (const target of [{ projectId: project.id }, { reportId: report.reportId }]) {
    const refused = { ok: false, failure: { kind: "forbidden", reason: "practice" } };
    expect(await previewExport(editor, target, all)).toMatchObject(refused);
    expect(await exportDataset(editor, target, all)).toMatchObject(refused);
  }
});

test("in a practice project one's own submission opens the gold layer, to oneself only", async () => {
  const { editor } = await aDesk();
  const wish = PutProject.parse({ name: "School", slug: "school-2", practice: true });
  const { id: projectId } = value(await makeProject(editor, wish));
  const [ana, ben] = [
    await joins(await aPerson(editor.workspaceId), projectId, "analyst"),
    await joins(await aPerson(editor.workspaceId), projectId, "analyst"),
  ];
  const on = await aReport(editor, projectId);
  const tag = (by: Actor, words: string, attributes: Record<string, unknown>) =>
    changeTag(by, on.reportId, putAnnotation(anAnnotation(on, words, { attributes })));
  value(await tag(editor, "Hundreds of people left Hama", { kind: "event", certainty: "certain" }));
  value(await tag(editor, "said on Monday", { kind: "event" }));
  value(await tag(ana, "Hundreds of people left Hama", { kind: "event", certainty: "possible" }));
  for (const who of [ana, ben]) {
    value(await putAssignment(editor, { reportId: on.reportId, userId: who.userId }, { state: "assigned" }));
  }
  expect(await readPractice(ana, on.reportId)).toMatchObject({ failure: { reason: "practice-first" } });
  value(await putAssignment(ana, { reportId: on.reportId, userId: ana.userId }, { state: "submitted" }));
  expect(value(await readPractice(ana, on.reportId))).toMatchObject({
    agreed: 0,
    gold: 2,
    mine: 1,
    rules: [
      { rule: "attributes.certainty", differences: [{ minePut: "possible", goldPut: "certain" }] },
      { rule: "missed", differences: [{ words: "said on Monday" }] },
    ],
  });
  expect(await readPractice(ben, on.reportId)).toMatchObject({ failure: { reason: "practice-first" } });
  value(await putAssignment(ben, { reportId: on.reportId, userId: ben.userId }, { state: "submitted" }));
  expect(value(await openReport(ana, on.reportId)).report.layersOpenedAt).toBeUndefined();
});

test("somebody with open work leaves only when it is said who takes it", async () => {
  const { editor, projectId, ana, ben, one, two } = await aDesk();
  for (const { reportId } of [one, two]) {
    value(await putAssignment(editor, { reportId, userId: ana.userId }, { state: "assigned" }));
  }
  const ids = { projectId, userId: ana.userId };
  expect(await removeMember(editor, ids)).toMatchObject({
    failure: {
      kind: "conflict",
      current: { openWork: [{ title: "100% of the road_s" }, { title: "Night in the hills" }] },
    },
  });
  expect(await removeMember(editor, ids, ana.userId)).toMatchObject({
    failure: { kind: "invalid", problems: [{ field: "handTo" }] },
  });
  value(await removeMember(editor, ids, ben.userId));
  const open = value(await listAssignments(editor, one.reportId)).items.filter(({ state }) => state === "assigned");
  expect(open).toMatchObject([{ userId: ben.userId, origin: "hand-over" }]);
  value(await removeMember(editor, { projectId, userId: ben.userId }, "nobody"));
  expect(await titles(editor, projectId, { assignee: "nobody" })).toHaveLength(3);
});
