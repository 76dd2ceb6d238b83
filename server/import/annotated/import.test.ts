import { gzipSync } from "node:zlib";
import { strToU8, zipSync } from "fflate";
import { beforeAll, describe, expect, test } from "vitest";
import type { Actor } from "@/domain/access/actor";
import type { ProjectId } from "@/domain/ids";
import type { ImportCheck } from "@/domain/import/annotated";
import type { Job } from "@/domain/job/job";
import { aProject } from "@/prisma/builders/project";
import { sql } from "@/server/data/transaction";
import { aRichProject, exported, moduloIds, value } from "@/server/import/annotated/rich-project.fixture";
import { jobKindsHere } from "@/server/jobs/registry";
import { runJob } from "@/server/jobs/run";
import { cancelJob, readJob, readLines } from "@/server/operations/jobs";
import { startJob } from "@/server/operations/start-job";
import { makeUpload, putFile } from "@/server/operations/uploads";

let editor: Actor;
let projectId: ProjectId;
let file: string;

beforeAll(async () => {
  ({ editor, projectId } = await aRichProject());
  file = await exported(editor, projectId);
});

async function uploaded(into: ProjectId, files: Record<string, string | Uint8Array>): Promise<string> {
  const upload = value(await makeUpload(editor, into));
  for (const [name, content] of Object.entries(files)) {
    const body = typeof content === "string" ? content : new Uint8Array(content);
    const request = new Request("http://localhost/", { method: "PUT", body });
    value(await putFile(editor, upload.id, { name, request }));
  }
  return upload.id;
}

async function ran(into: ProjectId, kind: Job["kind"], data: Record<string, unknown>): Promise<Job> {
  const job = value(await startJob(editor, into, { kind, data }));
  await runJob({ workspaceId: editor.workspaceId, id: job.id }, jobKindsHere);
  return value(await readJob(editor, job.id));
}

const checked = async (into: ProjectId, upload: string, more: object = {}) => {
  const job = await ran(into, "check-import", { upload, ...more });
  if (job.state !== "done") throw new Error(job.error);
  return job.result as ImportCheck;
};

const whole = { format: "jsonl", as: "as-in-file" };

async function imported(into: ProjectId, content: string, more: object = {}) {
  const upload = await uploaded(into, { "dataset.jsonl": content });
  return ran(into, "import-annotated", { upload, ...whole, ...more });
}

const linesOf = async (job: Job) =>
  value(await readLines(editor, { id: job.id, outcome: undefined, after: -1, limit: 1000 })).items;

describe("a file of our own", () => {
  test("is checked before anything is made", async () => {
    const into = await aProject(editor);
    const check = await checked(into, await uploaded(into, { "dataset.jsonl": file }));
    expect(check).toMatchObject({
      format: { id: "jsonl" },
      whole: true,
      counts: { reports: 2, tags: 4, links: 3, comments: 3, entities: 1 },
      duplicates: { count: 0 },
      setAside: { count: 0 },
    });
    expect(check.labels).toContainEqual(expect.objectContaining({ label: "claim", count: 2, suggested: "claim" }));
    expect(check.links).toContainEqual({ label: "located-at", count: 1, suggested: "located-at" });
    expect(check.authors.map(({ name, suggested }) => [name, suggested])).toContainEqual(["Ana", null]);
    const { damage } = check;
    expect(damage).toBeUndefined();
    expect(await sql.rows("select 1 from report where project_id = $1", [into])).toEqual([]);
  });

  test("comes back equal but for its ids, and its people are names without an account", async () => {
    const into = await aProject(editor);
    const job = await imported(into, file);
    expect(job).toMatchObject({
      state: "done",
      progress: { done: 2, total: 2 },
      result: { reports: 2, tags: 7, setAside: 0 },
    });
    const again = await exported(editor, into);
    expect(moduloIds(again)).toEqual(moduloIds(file));
    const names = await sql.rows("select name from external_author where project_id = $1 order by 1", [into]);
    expect(names.map(({ name }) => name)).toEqual(["Ana", "Ed, the editor", "Rev"]);
  });

  test("comes back from what came back, from gzip and from a zip", async () => {
    const [first, second, third] = [await aProject(editor), await aProject(editor), await aProject(editor)];
    await imported(first, file);
    const copy = await exported(editor, first);
    const gz = await uploaded(second, { "dataset.jsonl.gz": gzipSync(copy) });
    const zip = await uploaded(third, { "all.zip": zipSync({ "a/dataset.jsonl": strToU8(copy) }) });
    await ran(second, "import-annotated", { upload: gz, ...whole });
    await ran(third, "import-annotated", { upload: zip, ...whole });
    expect(moduloIds(await exported(editor, second))).toEqual(moduloIds(file));
    expect(moduloIds(await exported(editor, third))).toEqual(moduloIds(file));
  });

  test("names members where somebody said who is who", async () => {
    const into = await aProject(editor);
    await imported(into, file, { authors: { Ana: editor.userId } });
    const rows = await sql.rows("select distinct created_by as by from tag where project_id = $1", [into]);
    expect(rows).toEqual([{ by: editor.userId }]);
  });

  test("may come in as open tags that say where they are from", async () => {
    const into = await aProject(editor);
    await imported(into, file, {
      as: "open",
      labels: { claim: "claim", place: null, source: { new: { slug: "speaker", name: "Speaker" } } },
      links: { "located-at": "located-at" },
    });
    const rows = await sql.rows(
      `select t.kind, t.state, v.origin, t.version from tag t join tag_version v on v.tag_id = t.id where t.project_id = $1
        order by t.kind, t.state`,
      [into],
    );
    expect(rows).toEqual(
      ["claim", "claim", "label:speaker"].map((kind) => ({ kind, state: "open", origin: "import:jsonl", version: 1 })),
    );
  });

  test("imported as accepted is accepted by whoever imports it", async () => {
    const into = await aProject(editor);
    await imported(into, file, { as: "accepted", labels: { claim: "claim" } });
    const rows = await sql.rows(
      `select t.state, d.decision, d.created_by as by, r.state as report from tag t join verdict d on d.tag_id = t.id
         join report r on r.id = t.report_id where t.project_id = $1`,
      [into],
    );
    const accepted = { state: "accepted", decision: "accept", by: editor.userId, report: "reviewed" };
    expect(rows).toEqual([accepted, accepted]);
  });
});

describe("texts that the project has", () => {
  test("are skipped, and said so", async () => {
    const into = await aProject(editor);
    await imported(into, file);
    const before = await exported(editor, into);
    const job = await imported(into, file);
    expect(job.result).toMatchObject({ reports: 0, skipped: 2 });
    expect((await linesOf(job)).map(({ outcome }) => outcome)).toEqual(["skipped", "skipped"]);
    expect(moduloIds(await exported(editor, into))).toEqual(moduloIds(before));
  });

  test("get the tags that they lack where somebody asks for it, each once", async () => {
    const into = await aProject(editor);
    await imported(into, file, { as: "open", labels: { claim: "claim" } });
    const more = { as: "open", labels: { claim: "claim", place: "place" }, links: { "located-at": "located-at" } };
    const job = await imported(into, file, { ...more, duplicates: "add" });
    expect(job.result).toMatchObject({ reports: 0, addedTo: 2, tags: 2 });
    const rows = await sql.rows("select kind from tag where project_id = $1 order by 1", [into]);
    expect(rows.map(({ kind }) => kind)).toEqual(["claim", "claim", "located-at", "place"]);
  });
});

describe("a file that is not as it was written", () => {
  const cases = [
    ["cut off", () => file.slice(0, Math.floor(file.length * 0.7)), /cut off/],
    ["cut off after a line", () => `${file.split("\n").slice(0, -3).join("\n")}\n`, /cut off/],
    ["changed", () => file.replace("left Hama", "left Homs"), /changed/],
  ] as const;

  test.each(cases)("%s: nothing is imported, and it is said where", async (_, content, why) => {
    const into = await aProject(editor);
    const job = await imported(into, content());
    expect(job.state).toBe("failed");
    expect(job.error).toMatch(why);
    expect(job.error).toMatch(/dataset\.jsonl, line \d+.*Nothing was imported/);
    expect(await sql.rows("select 1 from report where project_id = $1", [into])).toEqual([]);
  });

  test("gives what is whole of it to whoever asks for that", async () => {
    const into = await aProject(editor);
    const lines = file.split("\n");
    const second = lines.findLastIndex((line) => line.startsWith('{"record":"report"'));
    const job = await imported(into, `${lines.slice(0, second).join("\n")}\n${lines[second]?.slice(0, 100)}`, {
      damaged: true,
    });
    expect(job).toMatchObject({ state: "done", result: { reports: 1, damage: { file: "dataset.jsonl" } } });
  });

  test("with one broken record sets that one aside by its line, with the words", async () => {
    const into = await aProject(editor);
    const lines = file.split("\n");
    const at = lines.findIndex((line) => line.startsWith('{"record":"annotation"') && line.includes('"kind":"place"'));
    lines[at] = (lines[at] ?? "").replace(/"start": ?(\d+)/, (_, start: string) => `"start":${Number(start) + 1}`);
    const job = await imported(into, lines.join("\n"), { damaged: true });
    expect(job).toMatchObject({ state: "done", result: { reports: 2 } });
    const aside = (await linesOf(job)).filter(({ outcome }) => outcome === "set-aside");
    expect(aside.map(({ reason }) => reason)).toContainEqual(expect.stringMatching(/the quote is “Hama”, but “ama/));
  });
});

describe("files of another tool", () => {
  const ann = "T1\tLOC 0 4\tHama\nT2\tLOC 1 5\tHama\nT3\tGroup 11 16\trebel\n";
  const files = { "set/a.txt": strToU8("Hama 😊: to rebel.\n"), "set/a.ann": strToU8(ann) };

  test("are checked: what their labels may be, and each record that can't be taken by its place", async () => {
    const into = await aProject(editor);
    const check = await checked(into, await uploaded(into, { "set.zip": zipSync(files) }));
    expect(check.format.id).toBe("brat");
    expect(check.counts).toMatchObject({ reports: 1, tags: 2 });
    expect(check.labels).toContainEqual(expect.objectContaining({ label: "LOC", count: 1, suggested: "place" }));
    expect(check.labels.find(({ label }) => label === "Group")).not.toHaveProperty("suggested");
    expect(check.setAside.examples).toMatchObject([{ file: "set/a.ann", line: 2 }]);
  });

  test("come in as open tags of the kinds and new labels that were chosen, which the next check proposes", async () => {
    const into = await aProject(editor);
    const upload = await uploaded(into, { "set.zip": zipSync(files) });
    const labels = { LOC: "place", Group: { new: { slug: "group", name: "Group" } } };
    const job = await ran(into, "import-annotated", { upload, format: "brat", labels });
    expect(job).toMatchObject({ state: "done", result: { reports: 1, tags: 2, setAside: 1 } });
    const rows = await sql.rows(
      `select t.kind, t.state, t.span_start as start, v.origin from tag t join tag_version v on v.tag_id = t.id
        where t.project_id = $1 order by t.span_start`,
      [into],
    );
    const origin = "import:brat";
    expect(rows).toEqual([
      { kind: "place", state: "open", start: 0, origin },
      { kind: "label:group", state: "open", start: 11, origin },
    ]);
    const again = await checked(into, upload);
    expect(again.labels.map(({ suggested }) => suggested).toSorted()).toEqual(["label:group", "place"]);
    expect(again.duplicates.count).toBe(1);
  });
});

test("what is in no format that can be read is said to be", async () => {
  const into = await aProject(editor);
  const upload = await uploaded(into, { "notes.bin": "neither this nor that" });
  expect(await ran(into, "check-import", { upload })).toMatchObject({ state: "failed" });
  const broken = await uploaded(into, { "all.zip": strToU8("PK\u0003\u0004 and then nothing") });
  expect((await ran(into, "check-import", { upload: broken })).error).toMatch(/cut off/);
});

test("an import that is begun again goes on and doubles nothing; a cancelled one leaves whole reports", async () => {
  const into = await aProject(editor);
  const upload = await uploaded(into, { "dataset.jsonl": file });
  const job = value(await startJob(editor, into, { kind: "import-annotated", data: { upload, ...whole } }));
  const place = { workspaceId: editor.workspaceId, id: job.id };
  await runJob(place, jobKindsHere);
  await sql.rows("update job set state = 'running', lease_until = now() - interval '1 s' where id = $1", [job.id]);
  await runJob(place, jobKindsHere);
  expect(value(await readJob(editor, job.id))).toMatchObject({ state: "done", result: { reports: 2 } });
  expect(moduloIds(await exported(editor, into))).toEqual(moduloIds(file));
  const other = value(await startJob(editor, into, { kind: "import-annotated", data: { upload, ...whole } }));
  await cancelJob(editor, other.id);
  await runJob({ ...place, id: other.id }, jobKindsHere);
  expect(value(await readJob(editor, other.id)).state).toBe("cancelled");
  expect(moduloIds(await exported(editor, into))).toEqual(moduloIds(file));
});
