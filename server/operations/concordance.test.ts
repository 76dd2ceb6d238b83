import { beforeAll, beforeEach, expect, test } from "vitest";
import type { Actor } from "@/domain/access/actor";
import { ok, type Result } from "@/domain/failure";
import { JobId, OpId, type ProjectId, UploadId } from "@/domain/ids";
import { TagHits } from "@/domain/search/tag-hits";
import { aPerson, joins } from "@/prisma/builders/person";
import { aProject } from "@/prisma/builders/project";
import { aReport } from "@/prisma/builders/report";
import { aWorkspace } from "@/prisma/builders/workspace";
import { remember } from "@/server/data/entries";
import { caughtUp } from "@/server/data/search/caught-up.fixture";
import { inTransaction, sql } from "@/server/data/transaction";
import { jobKindsHere } from "@/server/jobs/registry";
import { runJob } from "@/server/jobs/run";
import { newId } from "@/server/new-id";
import { type AskConcordance, readConcordance } from "@/server/operations/concordance";
import { exportConcordance } from "@/server/operations/export-concordance";
import { listJobs, readJob } from "@/server/operations/jobs";
import { readOwnFile } from "@/server/operations/own-file";
import { ConcordanceCursor } from "@/server/operations/page-cursor";
import { startJob } from "@/server/operations/start-job";
import { tagHits, undoTaggedHits } from "@/server/operations/tag-hits";

const value = <T>(result: Result<T>): T => {
  if (!result.ok) throw new Error(JSON.stringify(result.failure));
  return result.value;
};

let editor: Actor;
let ana: Actor;
let ben: Actor;
let projectId: ProjectId;

beforeAll(async () => {
  editor = await aPerson(await aWorkspace());
});
beforeEach(async () => {
  projectId = await aProject(editor, { mode: "independent" });
  ana = await joins(await aPerson(editor.workspaceId), projectId, "analyst");
  ben = await joins(await aPerson(editor.workspaceId), projectId, "analyst");
});

/** Reports as an import brings them, the last one newest. */
async function imported(...texts: string[]) {
  const reports = [];
  for (const text of texts) {
    const report = await aReport(editor, projectId, { text });
    const { reportId } = report;
    reports.push(report);
    await inTransaction(editor.workspaceId, async (tx) => {
      await remember(tx, { by: editor.userId, did: "imported-report", projectId, reportId });
      return ok(undefined);
    });
  }
  await caughtUp(editor.workspaceId);
  return reports;
}

const asked = (more: Partial<AskConcordance>): AskConcordance => ({
  ...{ q: "road", sort: "newest", after: undefined, limit: 50 },
  ...more,
});
const page = async (more: Partial<AskConcordance> = {}) => value(await readConcordance(ana, projectId, asked(more)));
const lines = (items: readonly { left: string; word: string; right: string }[]) =>
  items.map(({ left, word, right }) => `${left}|${word}|${right}`);

test("every place of a word is a line, newest report first, with code points where it stands", async () => {
  const [, newest] = await imported("The road was cut.", "😀 A road by the old road.\n\nRoad closed.");
  const { items, next } = await page();
  expect(lines(items)).toEqual([
    "😀 A |road| by the old road.",
    "😀 A road by the old |road|.",
    "|Road| closed.",
    "The |road| was cut.",
  ]);
  expect(next).toBeUndefined();
  const text = [...(newest?.text ?? "")];
  for (const hit of items.slice(0, 3)) expect(text.slice(hit.start, hit.end).join("").toLowerCase()).toBe("road");
  expect(items[0]).toMatchObject({ reportId: newest?.reportId, revisionId: newest?.revisionId, revision: 1 });
});

test("it is sorted by the words on either side, and says how many were sorted", async () => {
  await imported("a zoo road begins", "an Ape road crosses", "the bear road always");
  const left = await page({ sort: "left" });
  expect(lines(left.items)).toEqual(["an Ape |road| crosses", "the bear |road| always", "a zoo |road| begins"]);
  expect(left.sorted).toEqual({ hits: 3, all: true });
  expect(lines((await page({ sort: "right" })).items)).toEqual([
    "the bear |road| always",
    "a zoo |road| begins",
    "an Ape |road| crosses",
  ]);
});

test.each(["newest", "left"] as const)("pages of %s follow one another, also within a report", async (sort) => {
  await imported("road one road two road three", "road four road five");
  const whole = lines((await page({ sort })).items);
  expect(whole).toHaveLength(5);
  const read: string[] = [];
  for (let cursor: string | undefined, more = true; more; ) {
    const some = await page({ sort, limit: 2, after: cursor ? ConcordanceCursor.parse(cursor) : undefined });
    read.push(...lines(some.items));
    cursor = some.next;
    more = cursor !== undefined;
  }
  expect(read).toEqual(whole);
});

test("fields narrow reports, and others are refused where they stand", async () => {
  await imported("The road was cut.");
  expect((await page({ q: "road language:en" })).items).toHaveLength(1);
  expect((await page({ q: "road language:ar" })).items).toEqual([]);
  const refused = await readConcordance(ana, projectId, asked({ q: "road kind:claim" }));
  expect(refused).toMatchObject({ failure: { problems: [{ reason: expect.stringContaining("(character 6)") }] } });
  const stranger = await aPerson(await aWorkspace());
  expect(await readConcordance(stranger, projectId, asked({}))).toMatchObject({ failure: { kind: "not-found" } });
});

async function tagAll(who: Actor, opId: OpId) {
  const { items } = await page();
  const hits = items.map(({ reportId, revisionId, start, end, word }) => ({
    ...{ reportId, revisionId, start, end },
    quote: word,
  }));
  return value(await tagHits(who, projectId, TagHits.parse({ opId, kind: "place", hits })));
}
const living = async () =>
  (
    await sql.rows<{ n: number }>("select count(*)::int as n from tag where project_id = $1 and state <> 'withdrawn'", [
      projectId,
    ])
  )[0]?.n;

test("all like this are tagged as one change, in one's own layer, once, and it can be taken back", async () => {
  await imported("road one road two", "road three");
  const opId = newId(OpId);
  expect(await tagAll(ana, opId)).toEqual({ made: 3, same: 0, refused: [] });
  expect(await tagAll(ana, opId)).toEqual({ made: 3, same: 0, refused: [] });
  expect(await tagAll(ana, newId(OpId))).toEqual({ made: 0, same: 3, refused: [] });
  expect(await tagAll(ben, newId(OpId))).toEqual({ made: 3, same: 0, refused: [] });
  expect(await living()).toBe(6);
  expect(value(await undoTaggedHits(ben, projectId, opId))).toEqual({ withdrawn: 0, stayed: 0 });
  expect(value(await undoTaggedHits(ana, projectId, opId))).toEqual({ withdrawn: 3, stayed: 0 });
  expect(await living()).toBe(3);
});

test("words that are not there any more are refused with a reason, and the rest is tagged", async () => {
  const [report, other] = await imported("road one", "road two");
  const wrong = { reportId: report?.reportId, revisionId: report?.revisionId, start: 0, end: 4, quote: "rood" };
  const right = { reportId: other?.reportId, revisionId: other?.revisionId, start: 0, end: 4, quote: "road" };
  const body = TagHits.parse({ opId: newId(OpId), kind: "place", hits: [wrong, right] });
  const answer = value(await tagHits(ana, projectId, body));
  expect(answer).toMatchObject({ made: 1, same: 0, refused: [{ reportId: report?.reportId, hits: 1 }] });
});

const textOf = async (chunks: AsyncGenerator<Uint8Array>) => {
  const parts: Uint8Array[] = [];
  for await (const chunk of chunks) parts.push(chunk);
  return Buffer.concat(parts).toString("utf8");
};

test("what leaves is made safe for spreadsheets and holds nothing that is under embargo", async () => {
  const [held] = await imported("=cmd road one", "the road two");
  const rows = async () =>
    (await textOf(value(await exportConcordance(ana, projectId, { q: "road", sort: "left", format: "csv" })).chunks))
      .trim()
      .split("\r\n");
  expect(await rows()).toHaveLength(3);
  expect((await rows())[1]).toMatch(/^'=cmd,road,one,/);
  await sql.rows("update report set embargo_until = now() + interval '1 day' where id = $1", [held?.reportId]);
  expect(await rows()).toHaveLength(2);
  expect((await page()).items).toHaveLength(2);
});

test.each(["newest", "right"] as const)(
  "a job writes all hits by %s; nobody else sees it or its file",
  async (sort) => {
    await imported("road a road", "road z");
    const id = newId(JobId);
    value(await startJob(ana, projectId, { id, kind: "concordance", data: { q: "road", sort, format: "csv" } }));
    await runJob({ workspaceId: ana.workspaceId, id }, jobKindsHere);
    const job = value(await readJob(ana, id));
    expect(job).toMatchObject({ state: "done", result: { hits: 3 } });
    const upload = UploadId.parse((job.result as { upload: string }).upload);
    const text = await textOf(value(await readOwnFile(ana, upload)).chunks);
    const matches = text
      .trim()
      .split("\r\n")
      .slice(1)
      .map((line) => line.split(",").slice(0, 3).join("|"));
    const [a, z, end] = ["|road|a road", "|road|z", "road a|road|"];
    expect(matches).toEqual(sort === "newest" ? [z, a, end] : [a, z, end]);
    for (const other of [ben, editor]) {
      expect(await readJob(other, id)).toMatchObject({ failure: { kind: "not-found" } });
      expect(await readOwnFile(other, upload)).toMatchObject({ failure: { kind: "not-found" } });
    }
    expect(value(await listJobs(editor, { projectId, after: undefined, limit: 10 })).items).toEqual([]);
  },
);
