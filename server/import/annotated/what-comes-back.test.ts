import { beforeAll, describe, expect, test } from "vitest";
import { Codebook } from "@/domain/codebook/codebook";
import type { ProjectId } from "@/domain/ids";
import type { ImportCheck, ImportResult } from "@/domain/import/annotated";
import { aProject } from "@/prisma/builders/project";
import { sql } from "@/server/data/transaction";
import { aRichProject, exported, moduloIds, value } from "@/server/import/annotated/rich-project.fixture";
import { jobKindsHere } from "@/server/jobs/registry";
import { runJob } from "@/server/jobs/run";
import { changeCodebook } from "@/server/operations/change-codebook";
import { readJob } from "@/server/operations/jobs";
import { startJob } from "@/server/operations/start-job";
import { makeUpload, putFile } from "@/server/operations/uploads";

let editor: Awaited<ReturnType<typeof aRichProject>>["editor"];
let projectId: ProjectId;
let file: string;

/** Columns of a report that do not come back, and why: docs/FORMATS.md says the same. */
const staysBehind = {
  priority: "how the house works on it",
  due: "how the house works on it",
  embargo_until: "how the house works on it",
  archived_at: "how the house works on it",
  op_id: "which request made it here",
};

const fields = Codebook.parse({
  reportFields: [
    { slug: "case", name: "Case", type: "text" },
    { slug: "batch", name: "Batch", type: "choice", choices: [{ slug: "a", name: "A", retired: true }] },
    { slug: "pages", name: "Pages", type: "number" },
    { slug: "old", name: "Old", type: "date", retired: true },
  ],
}).reportFields;
const noted = { case: 'HR-1\n"2"\t\\', batch: "a", pages: 12.5, old: "2026-01-31" };

const withFields = async (into: ProjectId, reportFields: typeof fields) => {
  value(await changeCodebook(editor, into, { ...Codebook.parse({ reportFields }), version: 1 }));
  return into;
};

/** Says everything of the first report that can be said of one, nothing of it as it usually is. */
async function sayAll() {
  const reports = await sql.rows<{ id: string; revision_id: string }>(
    "select id, revision_id from report where project_id = $1 order by created_at, id",
    [projectId],
  );
  const [one, other] = reports;
  if (!one || !other) throw new Error("The project has two reports.");
  await sql.rows(
    `update report set author = 'A "B"', published = '2026-11-28', retrieved = '2026-11-29T10:00:00Z', outlet = 'O|P',
       url = 'https://example.org/a?b=c', language = 'ar-SY', language_guessed = true, direction = 'rtl',
       triage = 'duplicate of', duplicate_of = $2, state = 'closed', closed_at = '2026-11-30T10:00:00.123Z',
       archived_at = '2026-11-30T11:00:00Z', priority = 2, due = '2026-12-05', embargo_until = '2026-01-01T00:00:00Z',
       fields = $3, encoding = 'windows-1256', encoding_basis = 'said', media_type = 'text/vtt', file_name = 'a b.vtt',
       original_sha256 = repeat('a', 64), byte_length = 77, found_confirmed = false, op_id = gen_random_uuid(),
       layers_opened_at = '2026-11-30T09:00:00Z', created_at = '2026-11-27T00:00:00Z' where id = $1`,
    [one.id, other.id, JSON.stringify(noted)],
  );
  await sql.rows(
    `update revision set extractor = 'vtt 1', number = 2, warnings = '[{"kind":"times-unreadable","count":2}]',
       found = '[{"field":"title","value":"T","from":"NOTE"}]',
       ranges = '[{"is":"time","start":0,"end":5,"from":0,"to":900,"speaker":"S"}]' where id = $1`,
    [one.revision_id],
  );
}

beforeAll(async () => {
  ({ editor, projectId } = await aRichProject());
  await withFields(projectId, fields);
  await sayAll();
  file = await exported(editor, projectId);
});

async function ran(into: ProjectId, kind: "check-import" | "import-annotated", more: object) {
  const upload = value(await makeUpload(editor, into));
  const request = new Request("http://localhost/", { method: "PUT", body: file });
  value(await putFile(editor, upload.id, { name: "dataset.jsonl", request }));
  const job = value(await startJob(editor, into, { kind, data: { upload: upload.id, ...more } }));
  await runJob({ workspaceId: editor.workspaceId, id: job.id }, jobKindsHere);
  const { state, error, result } = value(await readJob(editor, job.id));
  if (state !== "done") throw new Error(error);
  return result;
}
const imported = async (into: ProjectId, as: string) =>
  (await ran(into, "import-annotated", { format: "jsonl", as })) as ImportResult;
const checked = async (into: ProjectId) => (await ran(into, "check-import", {})) as ImportCheck;

/** Tags are under the codebook that they came into: a version of the other project's says nothing here. */
const said = (text: string) => moduloIds(text).map((line) => line.replaceAll(/"codebookVersion":\d+,/g, ""));

const lostFields = ({ leftOut }: ImportResult) =>
  leftOut.filter(({ what }) => what.startsWith("Report field")).toSorted((a, b) => (a.what < b.what ? -1 : 1));

/** Everything that the database has of a report and of its text, but for ids. */
async function rowsOf(project: ProjectId) {
  const rows = await sql.rows<{ all: Record<string, unknown> }>(
    `select to_jsonb(r) || jsonb_build_object('revision', to_jsonb(v) - 'created_at') as all
       from report r join revision v on v.id = r.revision_id where r.project_id = $1 order by r.created_at, r.id`,
    [project],
  );
  const uuid = /[0-9a-f]{8}(?:-[0-9a-f]{4}){3}-[0-9a-f]{12}/g;
  return rows.map(({ all }) => JSON.parse(JSON.stringify(all).replaceAll(uuid, "#")) as Record<string, unknown>);
}

const fieldsIn = async (project: ProjectId) =>
  (
    await sql.rows<{ fields: object }>("select fields from report where project_id = $1 order by created_at, id", [
      project,
    ])
  ).map((row) => row.fields);

describe("what leaves of a report comes back", () => {
  test("whole, but for what is listed", async () => {
    const into = await aProject(editor);
    expect((await imported(into, "as-in-file")).leftOut).toEqual([]);
    expect(said(await exported(editor, into))).toEqual(said(file));
    const [before, after] = [await rowsOf(projectId), await rowsOf(into)];
    const names = Object.keys(before[0] ?? {});
    const differ = names.filter((name) => JSON.stringify(before[0]?.[name]) !== JSON.stringify(after[0]?.[name]));
    expect(differ.toSorted()).toEqual(Object.keys(staysBehind).toSorted());
    expect(after[1]).toEqual(before[1]);
    // Nothing was compared that was said as it usually is.
    expect(names.filter((name) => before[0]?.[name] === null)).toEqual([]);
  });

  test("and as open tags with the report fields that the project has", async () => {
    const into = await withFields(await aProject(editor), fields);
    expect((await checked(into)).unread).toEqual([]);
    expect(lostFields(await imported(into, "open"))).toEqual([]);
    expect(await fieldsIn(into)).toContainEqual(noted);
  });
});

describe("what the codebook has no place for", () => {
  const clash = Codebook.parse({
    reportFields: [
      { slug: "case", name: "Case", type: "number" },
      { slug: "batch", name: "Batch", type: "choice", choices: [{ slug: "z", name: "Z" }] },
    ],
  }).reportFields;
  const [number, choice, none] = [
    "Report field case: A number is expected here.",
    "Report field batch: One of “z”.",
    "The project's codebook has no such report field.",
  ];

  test("is said in the check and in the result, and the rest is kept", async () => {
    const into = await withFields(await aProject(editor), clash);
    const comes = "Taken as in the file, the field comes along.";
    expect((await checked(into)).unread).toEqual(
      expect.arrayContaining([
        expect.objectContaining({ what: number, count: 1, file: "dataset.jsonl", example: noted.case }),
        expect.objectContaining({ what: choice, count: 1, example: "a" }),
        expect.objectContaining({ what: `Report field pages: ${none} ${comes}`, count: 1, example: "12.5" }),
        expect.objectContaining({ what: `Report field old: ${none} ${comes}`, count: 1 }),
      ]),
    );
    const { leftOut } = await imported(into, "as-in-file");
    expect(leftOut).toEqual(
      expect.arrayContaining([
        { what: number, count: 1 },
        { what: choice, count: 1 },
      ]),
    );
    expect(leftOut).toHaveLength(2);
    expect(await fieldsIn(into)).toContainEqual({ pages: 12.5, old: "2026-01-31" });
  });

  test("is left out of what enters as open, each field by its name", async () => {
    const into = await aProject(editor);
    expect(lostFields(await imported(into, "open"))).toEqual(
      ["batch", "case", "old", "pages"].map((slug) => ({ what: `Report field ${slug}: ${none}`, count: 1 })),
    );
    expect(await fieldsIn(into)).toEqual([{}, {}]);
  });
});
