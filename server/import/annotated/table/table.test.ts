import { zipSync } from "fflate";
import { beforeAll, describe, expect, test } from "vitest";
import type { Actor } from "@/domain/access/actor";
import { AskedExport } from "@/domain/formats/asked";
import type { ProjectId } from "@/domain/ids";
import type { ImportCheck } from "@/domain/import/annotated";
import type { Job } from "@/domain/job/job";
import { aPerson } from "@/prisma/builders/person";
import { aProject } from "@/prisma/builders/project";
import { aReport } from "@/prisma/builders/report";
import { aWorkspace } from "@/prisma/builders/workspace";
import { sql } from "@/server/data/transaction";
import { aRichProject, exported, value } from "@/server/import/annotated/rich-project.fixture";
import { jobKindsHere } from "@/server/jobs/registry";
import { runJob } from "@/server/jobs/run";
import { exportDataset } from "@/server/operations/export-dataset";
import { readJob, readLines } from "@/server/operations/jobs";
import { startJob } from "@/server/operations/start-job";
import { makeUpload, putFile } from "@/server/operations/uploads";

let editor: Actor;

beforeAll(async () => {
  editor = await aPerson(await aWorkspace(), { name: "Ed" });
});

async function uploaded(by: Actor, into: ProjectId, files: Record<string, string | Uint8Array>): Promise<string> {
  const upload = value(await makeUpload(by, into));
  for (const [name, content] of Object.entries(files)) {
    const body = typeof content === "string" ? content : new Uint8Array(content);
    value(await putFile(by, upload.id, { name, request: new Request("http://localhost/", { method: "PUT", body }) }));
  }
  return upload.id;
}

async function ran(by: Actor, into: ProjectId, job: { kind: Job["kind"]; data: object }): Promise<Job> {
  const { id } = value(await startJob(by, into, { kind: job.kind, data: { ...job.data } }));
  await runJob({ workspaceId: by.workspaceId, id }, jobKindsHere);
  return value(await readJob(by, id));
}

async function checked(by: Actor, into: ProjectId, data: object): Promise<ImportCheck> {
  const job = await ran(by, into, { kind: "check-import", data });
  if (job.state !== "done") throw new Error(job.error);
  return job.result as ImportCheck;
}

const answersOf = ({ asks }: ImportCheck) => Object.fromEntries(asks.map(({ name, answer }) => [name, answer]));
const mapped = ({ asks }: ImportCheck) =>
  Object.fromEntries(
    asks.flatMap(({ name, answer }) => (answer === "" ? [] : [[name.replace("column:", ""), answer]])),
  );

const tagsIn = (projectId: ProjectId) =>
  sql.rows<{ kind: string; start: number; end: number; quote: string; said: object }>(
    `select t.kind, t.span_start as start, t.span_end as end, v.anchor->'segments'->0->>'quote' as quote,
            v.attributes as said
       from tag t join tag_version v on v.tag_id = t.id and v.number = t.version
      where t.project_id = $1 and t.type = 'annotation' order by t.span_start, t.kind`,
    [projectId],
  );

describe("a table with one row a tag", () => {
  const rows = [
    "Report;Word from;Word to;Quoted words;Sort;Coder;How sure",
    "Bridge;4;10;bridge;Thing;B. Coder;certain",
    "Bridge;0;3;ferry;Thing;B. Coder;",
    "Bridge;;;the;Thing;B. Coder;",
    "Bridge;90;99;;Thing;B. Coder;",
    "Elsewhere;0;3;The;Thing;B. Coder;",
    "Bridge;11;13;is;Claim;;probable",
  ].join("\r\n");
  const said = {
    ...{
      "column:Report": "title",
      "column:Word from": "start",
      "column:Word to": "end",
      "column:Quoted words": "quote",
    },
    ...{ "column:Sort": "kind", "column:Coder": "annotator", "column:How sure": "attribute:certainty" },
  };
  let into: ProjectId;

  beforeAll(async () => {
    into = await aProject(editor);
    await aReport(editor, into, { title: "Bridge", text: "The bridge is closed, the captain of the ferry said." });
  });

  test("is looked through as its columns were mapped: what stands elsewhere, and what can’t stand, with line and reason", async () => {
    const upload = await uploaded(editor, into, { "tags.csv": rows });
    const first = await checked(editor, into, { upload });
    expect(first.format.id).toBe("table");
    expect(first.asks.find(({ name }) => name === "column:Quoted words")).toMatchObject({
      answer: "quote",
      examples: ["bridge", "ferry", "the"],
    });
    const check = await checked(editor, into, { upload, format: "table", answers: said });
    expect(check.counts).toMatchObject({ reports: 1, tags: 3 });
    expect(check.duplicates.count).toBe(1);
    expect(check.byQuote).toEqual({ count: 1, examples: [{ file: "tags.csv", line: 3, quote: "ferry" }] });
    expect(check.setAside.examples).toEqual([
      {
        file: "tags.csv",
        line: 4,
        reason: "“the” stands in several places of the text, and not where the offsets say.",
      },
      { file: "tags.csv", line: 5, reason: "90–99 (code points): the text ends at 52." },
      {
        file: "tags.csv",
        line: 6,
        reason: "No report of the project is “Elsewhere”, and the files have no text of it.",
      },
    ]);
    expect(await tagsIn(into)).toEqual([]);
  });

  test("is imported so, and the next check remembers the mapping", async () => {
    const upload = await uploaded(editor, into, { "tags.csv": rows });
    const data = {
      ...{ upload, format: "table", answers: said, duplicates: "add" },
      labels: { Thing: "place", Claim: "claim" },
    };
    const job = await ran(editor, into, { kind: "import-annotated", data });
    expect(job.result).toMatchObject({ reports: 0, addedTo: 1, tags: 3, setAside: 3 });
    expect(await tagsIn(into)).toEqual([
      { kind: "place", start: 4, end: 10, quote: "bridge", said: {} },
      { kind: "claim", start: 11, end: 13, quote: "is", said: { certainty: "probable" } },
      { kind: "place", start: 41, end: 46, quote: "ferry", said: {} },
    ]);
    const lines = value(await readLines(editor, { id: job.id, outcome: "set-aside", after: -1, limit: 10 })).items;
    expect(lines.map(({ line }) => line)).toEqual([4, 5, 6]);
    const authors = await sql.rows("select name from external_author where project_id = $1", [into]);
    expect(authors).toEqual([{ name: "B. Coder" }]);
    const again = await checked(editor, into, { upload: await uploaded(editor, into, { "tags.csv": rows }) });
    expect(answersOf(again)).toEqual({ ...said, unit: "code point" });
    expect(again.labels).toContainEqual(expect.objectContaining({ label: "Thing", suggested: "place" }));
  });

  test("brings reports of its own, with their texts in a table beside; bytes and UTF-16 are counted as said", async () => {
    const fresh = await aProject(editor);
    const files = {
      "texts.csv": "id,title,text,url\n7,Dam,😊 Dam broke.,https://example.org/dam\n",
      "tags.tsv": "report id\tstart\tend\tquote\tlabel\n7\t5\t8\tDam\tplace\n",
    };
    const upload = await uploaded(editor, fresh, files);
    const check = await checked(editor, fresh, { upload, answers: { unit: "byte" } });
    expect(mapped(check)).toEqual({
      ...{ id: "id", title: "title", text: "text", url: "url", unit: "byte" },
      ...{ "report id": "report", start: "start", end: "end", quote: "quote", label: "kind" },
    });
    const { byQuote } = check;
    expect(byQuote).toBeUndefined();
    const data = { upload, format: "table", answers: answersOf(check), labels: { place: "place" } };
    const job = await ran(editor, fresh, { kind: "import-annotated", data });
    expect(job.result).toMatchObject({ reports: 1, tags: 1, setAside: 0 });
    expect(await tagsIn(fresh)).toMatchObject([{ kind: "place", start: 2, end: 5, quote: "Dam" }]);
    const reports = await sql.rows("select title, url from report where project_id = $1", [fresh]);
    expect(reports).toEqual([{ title: "Dam", url: "https://example.org/dam" }]);
    // What was imported under an id of the file is found by it again.
    const later = await uploaded(editor, fresh, { "more.csv": "report id,quote,label\n7,broke,claim\n" });
    expect((await checked(editor, fresh, { upload: later })).counts).toMatchObject({ reports: 1, tags: 1 });
  });

  test("is not imported when a quotation mark swallows its end, unless somebody says so", async () => {
    const upload = await uploaded(editor, into, { "tags.csv": 'title,quote,kind\nBridge,ferry,place\nBridge,"fer' });
    const check = await checked(editor, into, { upload });
    expect(check.damage).toMatchObject({ file: "tags.csv", line: 3 });
    const data = { upload, format: "table", answers: answersOf(check) };
    const job = await ran(editor, into, { kind: "import-annotated", data });
    expect(job).toMatchObject({ state: "failed" });
    expect(job.error).toContain("Nothing was imported.");
  });
});

describe("our own tables", () => {
  const download = async (by: Actor, projectId: ProjectId, format: string) => {
    const asked = AskedExport.parse({ format, state: "all" });
    const chunks: Uint8Array[] = [];
    for await (const chunk of value(await exportDataset(by, { projectId }, asked)).chunks) chunks.push(chunk);
    return Buffer.concat(chunks);
  };

  test.each(["csv", "xlsx"])(
    "come back as %s with the mapping guessed, into a project that has the texts",
    async (format) => {
      const rich = await aRichProject();
      const archive = await download(rich.editor, rich.projectId, format);
      const name = format === "csv" ? "dataset.zip" : "dataset.xlsx";
      const back = await checked(rich.editor, rich.projectId, {
        ...{ upload: await uploaded(rich.editor, rich.projectId, { [name]: archive }), format: "table" },
      });
      expect(back.setAside.examples).toEqual([]);
      expect(back).toMatchObject({ counts: { reports: 2, tags: 4 } });
      expect(back.returned).toMatchObject({ same: 4, added: 0, changed: { count: 0 } });
      const { byQuote } = back;
      expect(byQuote).toBeUndefined();

      const into = await aProject(rich.editor);
      const bare = await exported(rich.editor, rich.projectId);
      const texts = await uploaded(rich.editor, into, { "dataset.jsonl": bare });
      await ran(rich.editor, into, { kind: "import-annotated", data: { upload: texts, format: "jsonl", as: "open" } });
      expect(await tagsIn(into)).toEqual([]);
      const upload = await uploaded(rich.editor, into, { [name]: archive });
      const check = await checked(rich.editor, into, { upload, format: "table" });
      const data = { upload, format: "table", answers: answersOf(check), duplicates: "add" };
      const labels = { claim: "claim", place: "place", source: "source" };
      const job = await ran(rich.editor, into, { kind: "import-annotated", data: { ...data, labels } });
      expect(job.result).toMatchObject({ reports: 0, addedTo: 2, tags: 4, setAside: 0 });
      const plain = (all: Awaited<ReturnType<typeof tagsIn>>) =>
        all.map(({ kind, start, end, quote }) => ({ kind, start, end, quote }));
      expect(plain(await tagsIn(into))).toEqual(plain(await tagsIn(rich.projectId)));
      expect((await tagsIn(into)).map(({ said }) => said)).toContainEqual({ note: 'A "note"\nof\ttwo \\ lines' });
      expect((await tagsIn(into)).map(({ said }) => said)).toContainEqual(expect.objectContaining({ kind: "state" }));
    },
  );
});

test("a workbook in an archive is read as a workbook", async () => {
  const rich = await aRichProject();
  const asked = AskedExport.parse({ format: "xlsx", state: "all" });
  const chunks: Uint8Array[] = [];
  const { chunks: written } = value(await exportDataset(rich.editor, { projectId: rich.projectId }, asked));
  for await (const chunk of written) chunks.push(chunk);
  const zip = zipSync({ "a/dataset.xlsx": new Uint8Array(Buffer.concat(chunks)) });
  const upload = await uploaded(rich.editor, rich.projectId, { "all.zip": zip });
  expect((await checked(rich.editor, rich.projectId, { upload })).counts).toMatchObject({ reports: 2, tags: 4 });
});
