import { createHash } from "node:crypto";
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { unzipSync } from "fflate";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import type { Actor } from "@/domain/access/actor";
import type { Result } from "@/domain/failure";
import { JobId, type ProjectId, ReleaseId, TagId } from "@/domain/ids";
import { AskedRelease } from "@/domain/release/asked";
import { ReleaseManifest } from "@/domain/release/manifest";
import { Decide } from "@/domain/verdict";
import { aPerson, joins } from "@/prisma/builders/person";
import { aProject } from "@/prisma/builders/project";
import { aReport, type BuiltReport } from "@/prisma/builders/report";
import { anAnnotation, aRelation, putAnnotation, putRelation } from "@/prisma/builders/tag";
import { aWorkspace } from "@/prisma/builders/workspace";
import { releaseCommand } from "@/server/cli/release";
import { sql } from "@/server/data/transaction";
import { fixedFile } from "@/server/http/fixed";
import { makingRelease } from "@/server/jobs/kinds/make-release";
import { runJob } from "@/server/jobs/run";
import { newId } from "@/server/new-id";
import { changeTag } from "@/server/operations/change-tags";
import { decideOnTag } from "@/server/operations/decide-tags";
import { takeRelease, takeReleaseFile } from "@/server/operations/download-release";
import { deleteReport } from "@/server/operations/erase";
import { cancelJob, readJob } from "@/server/operations/jobs";
import { takeDelta } from "@/server/operations/release-delta";
import { listReleases, previewRelease, readRelease, withdrawRelease } from "@/server/operations/releases";
import { startJob } from "@/server/operations/start-job";

const value = <T>(result: Result<T>): T => {
  if (!result.ok) throw new Error(JSON.stringify(result.failure));
  return result.value;
};

let editor: Actor;
let analyst: Actor;
let reviewer: Actor;
let projectId: ProjectId;
let first: BuiltReport;
let second: BuiltReport;
const folder = mkdtempSync(join(tmpdir(), "glossator-releases-"));
afterAll(() => rmSync(folder, { recursive: true, force: true }));

const wish = { title: "=Hama, 2017", licence: "CC-BY-4.0", creators: ['A desk: of "many"'] };

async function making(more: object = {}, by = editor, project = projectId) {
  const { id } = value(await startJob(by, project, { kind: "make-release", data: { ...wish, ...more } }));
  await runJob({ workspaceId: by.workspaceId, id }, [makingRelease]);
  return value(await readJob(by, id));
}

async function made(more: object = {}): Promise<ReleaseId> {
  const job = await making(more);
  if (job.state !== "done") throw new Error(job.error ?? job.state);
  return ReleaseId.parse(job.id);
}

async function bytesOf(chunks: AsyncIterable<Uint8Array>): Promise<Buffer> {
  const all: Uint8Array[] = [];
  for await (const chunk of chunks) all.push(chunk);
  return Buffer.concat(all);
}

async function archiveOf(id: ReleaseId, by = editor): Promise<Buffer> {
  const { bytes, length } = value(await takeRelease(by, id));
  return bytesOf(bytes(0, length));
}

const filesOf = async (id: ReleaseId) => unzipSync(await archiveOf(id));
const textIn = (files: Record<string, Uint8Array>, name: string) => Buffer.from(files[name] ?? "").toString();
const isData = (name: string) => /\.(csv|jsonl)$/.test(name) && name !== "withdrawn.csv";

async function tag(on: BuiltReport, words: string, id = newId(TagId), more: object = {}) {
  value(await changeTag(analyst, on.reportId, putAnnotation(anAnnotation(on, words, more), id)));
  return id;
}
const decide = async (id: TagId, decision: object, type: "annotation" | "relation" = "annotation") =>
  value(await decideOnTag(reviewer, { id, type }, Decide.parse(decision)));

let [claim, place, source] = [newId(TagId), newId(TagId), newId(TagId)];

beforeAll(async () => {
  editor = await aPerson(await aWorkspace(), { name: "Ed" });
  projectId = await aProject(editor);
  analyst = await joins(await aPerson(editor.workspaceId, { name: "Ana" }), projectId, "analyst");
  reviewer = await joins(await aPerson(editor.workspaceId, { name: "Rev" }), projectId, "reviewer");
  first = await aReport(editor, projectId, { title: 'One, "quoted"\n', language: "en" });
  second = await aReport(editor, projectId, { title: "Two", language: "ar-SY" });
  claim = await tag(first, "a senior military source", claim, { attributes: { kind: "event" } });
  place = await tag(first, "Hama", place, { kind: "place", attributes: { note: 'a\n"note", = 1' } });
  source = await tag(second, "a senior military source", source, { kind: "source", attributes: {} });
  for (const id of [claim, place, source]) await decide(id, { decision: "accept", version: 1 });
});

describe("a release", () => {
  let one: ReleaseId;
  let files: Record<string, Uint8Array>;

  test("has a number, and a manifest with the digest of every file", async () => {
    one = await made({ split: { train: 80, dev: 10, test: 10 } });
    const release = value(await readRelease(editor, one));
    files = await filesOf(one);
    expect(release).toMatchObject({ number: 1, state: "made", title: wish.title, byName: "Ed" });
    const manifest = ReleaseManifest.parse(JSON.parse(textIn(files, "manifest.json")));
    const sha256 = (bytes: Uint8Array) => createHash("sha256").update(bytes).digest("hex");
    expect(release.digest).toBe(sha256(files["manifest.json"] ?? new Uint8Array()));
    for (const { name, bytes, sha256: said } of manifest.files) {
      expect([name, files[name]?.length]).toEqual([name, bytes]);
      expect([name, sha256(files[name] ?? new Uint8Array())]).toEqual([name, said]);
    }
    expect(Object.keys(files).sort()).toEqual([...manifest.files.map(({ name }) => name), "manifest.json"].sort());
    expect(manifest.counts).toMatchObject({ reports: 2, annotations: 3, claims: 1 });
    expect(textIn(files, "CITATION.cff")).toContain('title: "=Hama, 2017"');
    expect(textIn(files, "splits.csv").trim().split("\r\n")).toHaveLength(3);
  });

  test("of the same state is the same data, byte for byte", async () => {
    const again = await filesOf(await made({ split: { train: 80, dev: 10, test: 10 }, note: "Once more" }));
    for (const name of Object.keys(files).filter(isData))
      expect([name, textIn(again, name)]).toEqual([name, textIn(files, name)]);
    expect(textIn(again, "manifest.json")).not.toBe(textIn(files, "manifest.json"));
  });

  test("is the same archive whenever it is fetched, and a download goes on where it was cut off", async () => {
    const whole = await archiveOf(one);
    const { bytes, length } = value(await takeRelease(editor, one));
    for (const [start, end] of [
      [0, 10],
      [10, 1000],
      [37, 38],
      [length - 5, length],
      [100, length],
    ] as const)
      expect((await bytesOf(bytes(start, end))).equals(whole.subarray(start, end))).toBe(true);
    const file = value(await takeReleaseFile(editor, one, "annotations.csv"));
    const ask = (headers: Record<string, string>) => fixedFile(new Request("http://localhost/", { headers }), file);
    const rest = ask({ range: "bytes=20-" });
    expect([rest.status, rest.headers.get("content-range")]).toEqual([
      206,
      `bytes 20-${file.length - 1}/${file.length}`,
    ]);
    expect(await rest.text()).toBe(
      Buffer.from(files["annotations.csv"] ?? "")
        .subarray(20)
        .toString(),
    );
    expect(ask({ range: `bytes=${file.length}-` }).status).toBe(416);
    expect(ask({ range: "bytes=20-", "if-range": '"another"' }).status).toBe(200);
    expect(ask({ range: "bytes=20-", "if-range": `"${file.digest}"` }).status).toBe(206);
  });

  test("is narrowed by language, day, person and report", async () => {
    const counts = async (filters: object) =>
      value(
        await previewRelease(
          editor,
          projectId,
          AskedRelease.omit({ title: true, licence: true, creators: true, note: true, split: true }).parse(filters),
        ),
      ).counts;
    expect(await counts({ languages: ["ar"] })).toMatchObject({ reports: 1, annotations: 1, sources: 1 });
    expect(await counts({ reports: [first.reportId] })).toMatchObject({ reports: 1, annotations: 2 });
    expect(await counts({ people: [reviewer.userId] })).toMatchObject({ reports: 2, annotations: 0 });
    expect(await counts({ date: { which: "decision", from: "2020-01-01" } })).toMatchObject({ annotations: 3 });
    expect(await counts({ date: { which: "decision", to: "2020-01-01" } })).toMatchObject({ annotations: 0 });
    expect(await counts({ date: { which: "event", from: "2020-01-01" } })).toMatchObject({ claims: 0, places: 1 });
    expect(await counts({ date: { which: "publication", from: "2990-01-01" } })).toMatchObject({ reports: 0 });
  });

  test("leads to the next one, byte for byte, and says what changed and why", async () => {
    const more = await tag(second, "Hama", newId(TagId), { kind: "place", attributes: {} });
    await decide(more, { decision: "accept", version: 1 });
    value(
      await changeTag(
        analyst,
        first.reportId,
        putAnnotation(anAnnotation(first, "Hama", { kind: "place", attributes: { note: "new" }, version: 1 }), place),
      ),
    );
    await decide(place, { decision: "accept", version: 2 });
    await decide(source, { decision: "reject", version: 1, reason: 'Not said, "so"' });
    const next = await made();
    const delta = value(await takeDelta(editor, next, one));
    const [older, between] = [join(folder, "one.zip"), join(folder, "delta.zip")];
    writeFileSync(older, await archiveOf(one));
    writeFileSync(between, await bytesOf(delta.chunks));
    const into = join(folder, "next");
    expect(await releaseCommand(["apply", older, between, "--into", into])).toMatchObject({ code: 0, err: "" });
    const wanted = await filesOf(next);
    for (const [name, bytes] of Object.entries(wanted))
      expect([name, readFileSync(join(into, name)).equals(bytes)]).toEqual([name, true]);
    expect(await releaseCommand(["verify", into])).toMatchObject({ code: 0, err: "" });
    const told = unzipSync(readFileSync(between));
    const rows = textIn(told, "changes.csv");
    expect(rows).toContain(`annotations,${more},added,,new`);
    expect(rows).toMatch(new RegExp(`annotations,${place},changed,.*note.*new version; decided again`));
    expect(rows).toContain(`annotations,${source},withdrawn,,rejected,"Not said, ""so""`);
    expect(textIn(told, "deleted.csv")).toContain(source);
    expect(textIn(told, "changed/annotations.csv")).toMatch(/^\uFEFFchange,changed_at,annotation_id,/);
    expect(textIn(wanted, "withdrawn.csv")).toContain(`annotations,${source},2,rejected`);
  });

  test("of another base is said with both digests, and a file that was changed is named", async () => {
    const into = join(folder, "next");
    const wrong = await releaseCommand(["apply", into, join(folder, "delta.zip"), "--into", join(folder, "no")]);
    const { digest } = value(await readRelease(editor, one));
    expect(wrong.code).toBe(1);
    expect(wrong.err).toContain(digest);
    expect(wrong.err).toMatch(/is another one \([0-9a-f]{64}\)/);
    writeFileSync(join(into, "claims.csv"), readFileSync(join(into, "claims.csv"), "utf8").replace("Hama", "Homs"));
    writeFileSync(join(into, "more.txt"), "x");
    const found = await releaseCommand(["verify", into]);
    expect(found.code).toBe(1);
    expect(found.err).toMatch(/more\.txt: is not part of the release/);
    expect(await releaseCommand(["verify", join(folder, "nowhere")])).toMatchObject({ code: 1 });
    expect(await releaseCommand(["apply", into])).toMatchObject({ code: 2 });
  });

  test("is withdrawn once, with a reason, and stays as it is", async () => {
    const before = await archiveOf(one);
    const withdrawn = value(await withdrawRelease(editor, one, { reason: "A wrong place" }));
    expect(withdrawn).toMatchObject({ state: "withdrawn", withdrawn: { reason: "A wrong place", byName: "Ed" } });
    expect((await archiveOf(one)).equals(before)).toBe(true);
    expect(await withdrawRelease(editor, one, { reason: "Again" })).toMatchObject({ failure: { kind: "conflict" } });
    expect(await withdrawRelease(reviewer, one, { reason: "No" })).toMatchObject({
      failure: { reason: "needs-editor" },
    });
  });

  test("that is cancelled leaves nothing, and the next number is not lost", async () => {
    const { id } = value(await startJob(editor, projectId, { kind: "make-release", data: wish }));
    value(await cancelJob(editor, id));
    await runJob({ workspaceId: editor.workspaceId, id }, [makingRelease]);
    expect(await readRelease(editor, ReleaseId.parse(id))).toMatchObject({ failure: { kind: "not-found" } });
    expect(await sql.rows("select 1 from release where id = $1", [id])).toEqual([]);
  });

  test("that would hold nothing, or that asks for what is not there, is refused in words", async () => {
    expect(await making({ languages: ["fr"] })).toMatchObject({
      state: "failed",
      error: expect.stringMatching(/nothing to release/),
    });
    expect(await making({ layers: "analysts" })).toMatchObject({
      state: "failed",
      error: expect.stringMatching(/one layer/),
    });
    const bad = {
      kind: "make-release" as const,
      data: { ...wish, date: { which: "event", from: "2020-02-01", to: "2020-01-01" } },
    };
    expect(await startJob(editor, projectId, bad)).toMatchObject({ failure: { kind: "invalid" } });
    expect(await takeDelta(editor, one, newId(ReleaseId))).toMatchObject({ failure: { kind: "invalid" } });
    expect(await readRelease(editor, ReleaseId.parse(newId(JobId)))).toMatchObject({ failure: { kind: "not-found" } });
  });

  test("loses its files with a report that is deleted, and keeps their names and digests", async () => {
    const before = value(await readRelease(editor, one));
    value(await deleteReport(editor, second.reportId, { reason: "Unsafe", accepted: 1 }));
    const after = value(await readRelease(editor, one));
    expect(after).toMatchObject({ state: "erased", digest: before.digest, files: before.files });
    expect(await takeRelease(editor, one)).toMatchObject({ failure: { kind: "conflict" } });
    expect(await sql.rows("select 1 from release_part where release_id = $1", [one])).toEqual([]);
    const { items } = value(await listReleases(editor, { projectId, after: undefined, limit: 50 }));
    expect(items.map(({ number, state }) => [number, state])).toEqual([
      [3, "erased"],
      [2, "erased"],
      [1, "erased"],
    ]);
    const next = await made();
    expect(value(await readRelease(editor, next)).number).toBe(4);
  });
});

test("that is made while somebody decides is of one moment: every file tells the same of each tag", async () => {
  const words = ["Hundreds", "of people", "left Hama", "said", "on Monday"];
  const ids = await Promise.all(words.map((each) => tag(first, each, newId(TagId), { attributes: { kind: "state" } })));
  let over = false;
  const deciding = (async () => {
    for (const id of ids) if (!over) await decide(id, { decision: "accept", version: 1 });
  })();
  const release = await made();
  over = true;
  await deciding;
  const files = await filesOf(release);
  const inLines = textIn(files, "dataset.jsonl")
    .match(/\{"record":"annotation","id":"[^"]+"/g)
    ?.map((each) => each.slice(-37, -1));
  const inTable = textIn(files, "annotations.csv").match(/^[0-9a-f]{8}-[0-9a-f-]{27}/gm);
  const { counts } = ReleaseManifest.parse(JSON.parse(textIn(files, "manifest.json")));
  expect(inTable?.length).toBeGreaterThan(0);
  expect(inLines).toEqual(inTable);
  expect(counts["annotations"]).toBe(inTable?.length);
});

test("claims that may say the same hold a release of events up, until somebody decides", async () => {
  const id = newId(TagId);
  const other = await tag(first, "Hundreds", newId(TagId), { attributes: { kind: "event" } });
  await decide(other, { decision: "accept", version: 1 });
  value(await changeTag(analyst, first.reportId, putRelation(aRelation(claim, { kind: "restates", to: other }), id)));
  await sql.rows(
    `insert into event (workspace_id, id, project_id, title, state, created_by, updated_by) values ($1, $2, $3, 'A fire', 'accepted', $4, $4)`,
    [editor.workspaceId, newId(JobId), projectId, editor.userId],
  );
  expect(await making()).toMatchObject({ state: "failed", error: expect.stringMatching(/nobody has decided/) });
  await decide(id, { decision: "accept", version: 1 }, "relation");
  expect(await making()).toMatchObject({ state: "done" });
});
