import { beforeAll, expect, test } from "vitest";
import type { Actor } from "@/domain/access/actor";
import { PutCodebook } from "@/domain/codebook/codebook";
import { AskedExport } from "@/domain/formats/asked";
import type { ProjectId } from "@/domain/ids";
import { PutReport } from "@/domain/report/report";
import { aPerson } from "@/prisma/builders/person";
import { aProject } from "@/prisma/builders/project";
import { aReport } from "@/prisma/builders/report";
import { aWorkspace } from "@/prisma/builders/workspace";
import { sql } from "@/server/data/transaction";
import { importSent } from "@/server/import/sent";
import { changeCodebook } from "@/server/operations/change-codebook";
import { changeReport } from "@/server/operations/change-report";
import { exportDataset } from "@/server/operations/export-dataset";
import { importReports } from "@/server/operations/import-reports";
import { listReports } from "@/server/operations/list-reports";
import { readCodebookUsage } from "@/server/operations/read-codebook-usage";

const reportFields = [
  { slug: "case", name: "Case", type: "text" },
  { slug: "batch", name: "Batch", type: "choice", choices: [{ slug: "a", name: "A" }] },
];

let editor: Actor;
let projectId: ProjectId;

beforeAll(async () => {
  editor = await aPerson(await aWorkspace(), { role: "admin" });
  projectId = await aProject(editor);
  expect(await changeCodebook(editor, projectId, PutCodebook.parse({ reportFields, version: 1 }))).toMatchObject({
    ok: true,
  });
});

const found = async (filters: { field?: string; fieldValue?: string }) => {
  const page = await listReports(editor, { projectId, filters, limit: 10, after: undefined });
  return page.ok ? page.value.items.map(({ title }) => title) : page;
};

test("a report's fields are set, refused where the codebook has no place for them, found and exported", async () => {
  const { reportId } = await aReport(editor, projectId, { title: "One" });
  await aReport(editor, projectId, { title: "Two" });
  const fields = { case: "HR-2026/12", batch: "a" };
  expect(await changeReport(editor, reportId, { fields })).toMatchObject({ value: { fields } });
  expect(await changeReport(editor, reportId, { fields: { batch: "z" } })).toMatchObject({
    failure: { problems: [{ field: "fields.batch" }] },
  });
  expect(await changeReport(editor, reportId, { fields: { case: "x" }, seen: { fields: {} } })).toMatchObject({
    failure: { kind: "conflict", current: { fields } },
  });
  expect(await found({ field: "case", fieldValue: "2026" })).toEqual(["One"]);
  expect(await found({ field: "batch" })).toEqual(["One"]);
  expect(await found({ field: "case", fieldValue: "2027" })).toEqual([]);
  for (const query of [{ format: "jsonl" }, { format: "csv", layer: "reports" }]) {
    const file = await exportDataset(editor, { projectId }, AskedExport.parse({ state: "all", ...query }));
    if (!file.ok) throw new Error(JSON.stringify(file.failure));
    const pieces: Uint8Array[] = [];
    for await (const piece of file.value.chunks) pieces.push(piece);
    expect(Buffer.concat(pieces).toString()).toMatch(/case\W+HR-2026\/12/);
  }
});

test("how many reports carry what is counted", async () => {
  expect(await readCodebookUsage(editor, projectId)).toMatchObject({
    value: {
      reportFields: expect.arrayContaining([{ slug: "batch", reports: 1, values: [{ value: "a", reports: 1 }] }]),
    },
  });
});

test("a report comes in with its fields, or not at all", async () => {
  const sent = (title: string, fields: Record<string, string>) => {
    const put = PutReport.parse({ title, text: `${title} was quiet.`, fields });
    return { name: title, put, bytes: Buffer.from(put.text), encoding: "utf-8", fileName: undefined };
  };
  const answers = await importReports(editor, projectId, [
    sent("Monday", { case: "HR-13" }),
    sent("Tuesday", { colour: "red" }),
  ]);
  expect(answers).toMatchObject({
    value: [{ outcome: "imported" }, { outcome: "refused", problem: { field: "fields.colour" } }],
  });
  expect(await found({ field: "case", fieldValue: "HR-13" })).toEqual(["Monday"]);
});

test("files and rows of tables come in with fields: of the form, or of the row where a column is named for them", async () => {
  const form = new FormData();
  form.append(
    "files",
    new File(["Body,No,Group\nThe pier burnt.,HR-77,A\nThe mill burnt.,,Z\nThe dam burnt.,,\n"], "a.csv"),
  );
  form.append("files", new File(["The barn burnt."], "b.txt"));
  form.append("fields", JSON.stringify({ case: "HR-1" }));
  form.append("columns", JSON.stringify({ text: "Body", "fields.case": "No", "fields.batch": "Group" }));
  const request = new Request("http://localhost/", { method: "POST", body: form });
  const sent = await importSent(editor, projectId, request);
  if (!sent.ok || !("results" in sent.value.body)) throw new Error(JSON.stringify(sent));
  expect(sent.value.body.results).toMatchObject([
    { outcome: "imported" },
    { outcome: "refused", name: "a.csv, line 3", reason: "Batch: One of “a”." },
    { outcome: "imported" },
    { outcome: "imported" },
  ]);
  const rows = await sql.rows(
    `select r.fields from report r join block b on b.revision_id = r.revision_id
      where r.project_id = $1 and b.text like '%burnt.' order by b.text`,
    [projectId],
  );
  expect(rows.map(({ fields }) => fields)).toEqual([{ case: "HR-1" }, { case: "HR-1" }, { case: "HR-77", batch: "a" }]);
});
