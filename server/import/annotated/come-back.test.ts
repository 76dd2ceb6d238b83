import { strFromU8, strToU8, unzipSync, zipSync } from "fflate";
import { beforeAll, describe, expect, test } from "vitest";
import type { Actor } from "@/domain/access/actor";
import { AskedExport } from "@/domain/formats/asked";
import { type ProjectId, TagId } from "@/domain/ids";
import type { ImportCheck } from "@/domain/import/annotated";
import type { Job } from "@/domain/job/job";
import { aPerson } from "@/prisma/builders/person";
import { aProject } from "@/prisma/builders/project";
import { aReport, type BuiltReport } from "@/prisma/builders/report";
import { anAnnotation, putAnnotation } from "@/prisma/builders/tag";
import { aWorkspace } from "@/prisma/builders/workspace";
import { sql } from "@/server/data/transaction";
import { value } from "@/server/import/annotated/rich-project.fixture";
import { jobKindsHere } from "@/server/jobs/registry";
import { runJob } from "@/server/jobs/run";
import { newId } from "@/server/new-id";
import { changeTag } from "@/server/operations/change-tags";
import { exportDataset } from "@/server/operations/export-dataset";
import { readJob, readLines } from "@/server/operations/jobs";
import { startJob } from "@/server/operations/start-job";
import { makeUpload, putFile } from "@/server/operations/uploads";

const text = "😊 Soldiers reached the pipeline near Aqayrabat, local sources said on Monday.";
let editor: Actor;
let projectId: ProjectId;
let report: BuiltReport;
const ids = { claim: newId(TagId), place: newId(TagId), source: newId(TagId) };

const tag = async (words: string, id: TagId, more: Parameters<typeof anAnnotation>[2]) =>
  value(await changeTag(editor, report.reportId, putAnnotation(anAnnotation(report, words, more), id)));

beforeAll(async () => {
  editor = await aPerson(await aWorkspace(), { name: "Ed" });
});

async function aDesk() {
  projectId = await aProject(editor);
  report = await aReport(editor, projectId, { text });
  Object.assign(ids, { claim: newId(TagId), place: newId(TagId), source: newId(TagId) });
  await tag("Soldiers reached the pipeline", ids.claim, { attributes: { kind: "event", certainty: "probable" } });
  await tag("Aqayrabat", ids.place, { kind: "place", attributes: {} });
  await tag("local sources", ids.source, { kind: "source", attributes: {} });
}

/** The project as it leaves, opened. */
async function left(): Promise<Record<string, Uint8Array>> {
  const asked = AskedExport.parse({ format: "refi-qda", layer: "project", state: "all" });
  const download = value(await exportDataset(editor, { projectId }, asked));
  const chunks: Uint8Array[] = [];
  for await (const chunk of download.chunks) chunks.push(chunk);
  return unzipSync(Buffer.concat(chunks));
}

/** What somebody made of it in another tool. */
const changed = (files: Record<string, Uint8Array>, change: (xml: string) => string) => ({
  ...files,
  "project.qde": strToU8(change(strFromU8(files["project.qde"] ?? new Uint8Array()))),
});

async function ran(kind: Job["kind"], files: Record<string, Uint8Array>, more: object = {}): Promise<Job> {
  const upload = value(await makeUpload(editor, projectId));
  const request = new Request("http://localhost/", { method: "PUT", body: new Uint8Array(zipSync(files)) });
  value(await putFile(editor, upload.id, { name: "back.qdpx", request }));
  const data = { upload: upload.id, ...more };
  const job = value(await startJob(editor, projectId, { kind, data }));
  await runJob({ workspaceId: editor.workspaceId, id: job.id }, jobKindsHere);
  return value(await readJob(editor, job.id));
}

const labels = { claim: "claim", place: "place", source: "source" };
const bringBack = (files: Record<string, Uint8Array>) =>
  ran("import-annotated", files, { format: "refi-qda", labels, duplicates: "compare" });
const tagsNow = () =>
  sql.rows<{ id: string; kind: string; version: number; state: string }>(
    "select id, kind, version, state from tag where project_id = $1 order by span_start",
    [projectId],
  );

const selection = (id: string) => new RegExp(`<PlainTextSelection guid="${id}".*?</PlainTextSelection>`, "s");
const newOne = `<PlainTextSelection guid="11111111-2222-4333-8444-555555555555" startPosition="69" endPosition="75" name="Monday"><Coding guid="11111111-2222-4333-8444-555555555556"><CodeRef targetGUID="CODE"/></Coding></PlainTextSelection>`;

/** Changes the claim, deletes the source, adds a tag. */
function worked(xml: string): string {
  const code = /<Code guid="([^"]+)" name="Place"/.exec(xml)?.[1] ?? "";
  return xml
    .replace("&quot;certainty&quot;:&quot;probable&quot;", "&quot;certainty&quot;:&quot;certain&quot;")
    .replace(selection(ids.source), newOne.replace("CODE", code));
}

describe("a project that left and comes back", () => {
  test("unchanged: nothing happens, and it is no second copy", async () => {
    await aDesk();
    const files = await left();
    const check = (await ran("check-import", files)).result as ImportCheck;
    expect(check.format.id).toBe("refi-qda");
    expect(check.returned).toMatchObject({ same: 3, added: 0, changed: { count: 0 }, missing: { count: 0 } });
    const before = await tagsNow();
    const job = await bringBack(files);
    expect(job).toMatchObject({ state: "done", result: { reports: 0, addedTo: 1, tags: 0, setAside: 0 } });
    expect(await tagsNow()).toEqual(before);
  });

  test("what is new and changed waits for review, what is missing is listed; the check says so before", async () => {
    await aDesk();
    const files = changed(await left(), worked);
    const check = (await ran("check-import", files)).result as ImportCheck;
    expect(check.returned).toMatchObject({
      ...{ same: 1, added: 1, meanwhile: { count: 0 } },
      changed: { count: 1, examples: [{ was: 'certainty: "probable"', becomes: 'certainty: "certain"' }] },
      missing: { count: 1, examples: [{ quote: "local sources", was: "source" }] },
    });
    const job = await bringBack(files);
    expect(job).toMatchObject({ state: "done", result: { reports: 0, addedTo: 1, tags: 2, setAside: 1 } });
    expect(await tagsNow()).toMatchObject([
      { id: ids.claim, kind: "claim", version: 2, state: "open" },
      { id: ids.place, kind: "place", version: 1 },
      { id: ids.source, kind: "source", version: 1 },
      { kind: "place", version: 1, state: "open" },
    ]);
    const [version] = await sql.rows("select attributes, origin from tag_version where tag_id = $1 and number = 2", [
      ids.claim,
    ]);
    expect(version).toEqual({ attributes: { kind: "event", certainty: "certain" }, origin: "import:refi-qda" });
    const lines = value(await readLines(editor, { id: job.id, outcome: "set-aside", after: -1, limit: 10 })).items;
    expect(lines.map(({ reason }) => reason)).toEqual([
      "“local sources” (source) is not in the file any more. It was left as it is here.",
    ]);
    // Once more, it is known already.
    expect(await bringBack(files)).toMatchObject({ result: { tags: 0 } });
  });

  test("what was changed there and here stays as it is here, and both are told", async () => {
    await aDesk();
    const files = changed(await left(), worked);
    await tag("Soldiers reached the pipeline", ids.claim, {
      attributes: { kind: "event", certainty: "possible" },
      version: 1,
    });
    const job = await bringBack(files);
    expect(job.result).toMatchObject({ tags: 1, setAside: 2 });
    const [now] = await sql.rows("select attributes from tag_version where tag_id = $1 and number = 2", [ids.claim]);
    expect(now).toEqual({ attributes: { kind: "event", certainty: "possible" } });
    const lines = value(await readLines(editor, { id: job.id, outcome: "set-aside", after: -1, limit: 10 })).items;
    expect(lines.map(({ reason }) => reason)).toContainEqual(expect.stringMatching(/was changed there and here/));
  });

  test("a report whose text was changed on the way is no new report", async () => {
    await aDesk();
    const files = await left();
    const name = Object.keys(files).find((each) => each.startsWith("sources/")) ?? "";
    const job = await bringBack({ ...files, [name]: strToU8(`${text} More.`) });
    expect(job.result).toMatchObject({ reports: 0, skipped: 1 });
  });

  test("is opened within the archive that a download is", async () => {
    await aDesk();
    const inner = zipSync(await left());
    const check = (await ran("check-import", { "project.qdpx": inner, "manifest.json": strToU8("{}") })).result;
    expect(check).toMatchObject({ format: { id: "refi-qda" }, returned: { same: 3 } });
  });
});
