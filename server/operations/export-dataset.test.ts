import { createHash } from "node:crypto";
import { gunzipSync } from "node:zlib";
import { parse } from "csv-parse/sync";
import { unzipSync } from "fflate";
import { beforeAll, describe, expect, test, vi } from "vitest";
import type { Actor } from "@/domain/access/actor";
import { PutThread } from "@/domain/discussion/thread";
import { MakeEntity } from "@/domain/entity/entity";
import type { Result } from "@/domain/failure";
import { AskedExport } from "@/domain/formats/asked";
import type { ReportBundle, TagRecord } from "@/domain/formats/dataset";
import { readJsonl } from "@/domain/formats/read-jsonl";
import { type ProjectId, TagId } from "@/domain/ids";
import type { Tag } from "@/domain/tag/tag";
import { Decide } from "@/domain/verdict";
import { aPerson, joins } from "@/prisma/builders/person";
import { aProject } from "@/prisma/builders/project";
import { aReport, type BuiltReport } from "@/prisma/builders/report";
import { anAnnotation, aRelation, putAnnotation, putRelation, segmentsOn } from "@/prisma/builders/tag";
import { aWorkspace } from "@/prisma/builders/workspace";
import { sql } from "@/server/data/transaction";
import { newId } from "@/server/new-id";
import { changeTag } from "@/server/operations/change-tags";
import { decideOnTag } from "@/server/operations/decide-tags";
import { addReply, listThreads, openThread } from "@/server/operations/discuss";
import { makeEntity } from "@/server/operations/entities";
import { exportDataset } from "@/server/operations/export-dataset";
import { mergeEntity } from "@/server/operations/merge-entities";
import { openReport } from "@/server/operations/open-report";
import { readTag } from "@/server/operations/read-tags";
import { usualExport } from "@/server/operations/usual-export";

/** Far above what any of it needs. */
const patience = { timeout: 60_000 };

const value = <T>(result: Result<T>): T => {
  if (!result.ok) throw new Error(JSON.stringify(result.failure));
  return result.value;
};

const hostile =
  '😊 First\\line\t"quoted"\r\n\n\n=Hundreds of people left Hama 𝒳𝒴\\N, a senior military source said on Monday.\n\n- مدينة\n';

let editor: Actor;
let analyst: Actor;
let reviewer: Actor;
let projectId: ProjectId;
let full: BuiltReport;
const tags: { id: TagId; type: Tag["type"] }[] = [];

const put = async (by: Actor, words: string, more: Parameters<typeof anAnnotation>[2], id = newId(TagId)) => {
  value(await changeTag(by, full.reportId, putAnnotation(anAnnotation(full, words, more), id)));
  if (!tags.some((each) => each.id === id)) tags.push({ id, type: "annotation" });
  return id;
};

const entity = async (name: string) =>
  value(await makeEntity(analyst, projectId, MakeEntity.parse({ name, kind: "local or field" })));

const decide = async (id: TagId, decision: object) =>
  value(await decideOnTag(reviewer, { id, type: "annotation" }, Decide.parse(decision)));

beforeAll(async () => {
  editor = await aPerson(await aWorkspace(), { name: "Ed, the editor" });
  projectId = await aProject(editor);
  analyst = await joins(await aPerson(editor.workspaceId, { name: "Ana" }), projectId, "analyst");
  reviewer = await joins(await aPerson(editor.workspaceId, { name: "Rev" }), projectId, "reviewer");
  full = await aReport(editor, projectId, {
    title: "All\tof\\it",
    text: hostile.replaceAll("\r\n", "\n"),
    outlet: "O|P",
  });
  const beside = await aReport(editor, projectId, { title: "Nothing in it but a claim" });
  const [one, two] = [await entity("Locals"), await entity("Local people")];
  const claim = await put(analyst, "=Hundreds of people left Hama 𝒳𝒴\\N", { attributes: { kind: "event" } });
  await put(analyst, "=Hundreds of people left Hama 𝒳𝒴\\N", { attributes: { kind: "state" }, version: 1 }, claim);
  const source = await put(analyst, "a senior military source", { kind: "source", attributes: { entityId: two.id } });
  const place = await put(editor, "Hama", { kind: "place", attributes: { note: 'A "note"\nof\ttwo \\ lines' } });
  await decide(claim, { decision: "accept", version: 2 });
  await decide(source, { decision: "return", version: 1, reason: "Who?", change: { attributes: { note: "a wish" } } });
  for (const [to, more] of [
    [source, { cue: { revisionId: full.revisionId, segments: segmentsOn(full, "said on Monday") } }],
    [place, { kind: "located-at" as const, attributes: { role: "near" } }],
  ] as const) {
    const id = newId(TagId);
    value(await changeTag(analyst, full.reportId, putRelation(aRelation(claim, { to, ...more }), id)));
    tags.push({ id, type: "relation" });
  }
  const other = newId(TagId);
  const said = anAnnotation(beside, "a senior military source", { attributes: { kind: "event" } });
  value(await changeTag(analyst, beside.reportId, putAnnotation(said, other)));
  const across = newId(TagId);
  const restates = aRelation(claim, { kind: "restates", to: other });
  value(await changeTag(analyst, full.reportId, putRelation(restates, across)));
  tags.push({ id: other, type: "annotation" }, { id: across, type: "relation" });
  value(await mergeEntity(editor, two.id, { into: one.id }));
  const target = { on: "tag", tagId: claim };
  const thread = value(await openThread(reviewer, full.reportId, PutThread.parse({ target, body: "Sure?\n\nSure." })));
  value(await addReply(analyst, thread.id, { body: "Yes." }));
});

async function taken(query: object, target: { projectId: ProjectId } | undefined = undefined) {
  const download = value(
    await exportDataset(editor, target ?? { projectId }, AskedExport.parse({ state: "all", ...query })),
  );
  const chunks: Uint8Array[] = [];
  for await (const chunk of download.chunks) chunks.push(chunk);
  return { ...download, bytes: Buffer.concat(chunks) };
}

const sha256 = (text: string | Uint8Array) => createHash("sha256").update(text).digest("hex");

async function bundlesIn(text: string): Promise<ReportBundle[]> {
  const bundles: ReportBundle[] = [];
  for await (const bundle of readJsonl(text, sha256).reports({})) bundles.push(bundle);
  return bundles;
}

const timesTaken = async () =>
  (await sql.rows("select 1 from entry where project_id = $1 and did = 'exported'", [projectId])).length;

describe("the native format", () => {
  test("says of every tag what the API says: as it is, all its versions and all decisions", async () => {
    const bundles = await bundlesIn((await taken({})).bytes.toString());
    const records = new Map<TagId, TagRecord<Tag>>();
    for (const { annotations, relations } of bundles) {
      for (const each of [...annotations, ...relations]) records.set(each.tag.id, each);
    }
    expect([...records.keys()].toSorted()).toEqual(tags.map(({ id }) => id).toSorted());
    for (const which of tags) {
      const { tag, versions, verdicts } = value(await readTag(editor, which));
      expect(records.get(which.id)).toEqual({ tag, versions, verdicts });
    }
  });

  test("carries texts, blocks and threads as they are", async () => {
    const bundles = await bundlesIn((await taken({})).bytes.toString());
    expect(bundles).toHaveLength(2);
    for (const { report } of bundles) {
      const { blocks, report: whole } = value(await openReport(editor, report.id));
      const { tags: _, openThreads: __, assignees: ___, priority: ____, toSettle: _____, ...leaves } = whole;
      expect(report).toEqual({ ...leaves, blocks });
    }
    expect(bundles[0]?.threads).toEqual(value(await listThreads(editor, full.reportId)).items);
  });

  test("names everybody who appears, and nobody else", async () => {
    await joins(await aPerson(editor.workspaceId, { name: "Nobody in particular" }), projectId, "analyst");
    const { header } = readJsonl((await taken({})).bytes.toString(), sha256);
    expect(header.people.map(({ name }) => name).toSorted()).toEqual(["Ana", "Ed, the editor", "Rev"]);
  });

  test("leaves compressed when that is asked for", async () => {
    const { bytes, fileName, mediaType } = await taken({ gz: "1" });
    expect([fileName.slice(-9), mediaType]).toEqual([".jsonl.gz", "application/gzip"]);
    expect(await bundlesIn(gunzipSync(bytes).toString())).toHaveLength(2);
  });

  test("takes only the kinds that were asked for, and no link whose end stays behind", async () => {
    const text = (await taken({ kind: "claim,place", comments: "0" })).bytes.toString();
    const [bundle] = await bundlesIn(text);
    expect(bundle?.annotations.map(({ tag }) => tag.kind).toSorted()).toEqual(["claim", "place"]);
    expect(bundle?.relations.map(({ tag }) => tag.kind).toSorted()).toEqual(["restates", "located-at"].toSorted());
    expect(bundle?.threads).toEqual([]);
    expect(await readJsonl(text, sha256).counts()).toMatchObject({ relationsLeftBehind: 1, threads: 0, sources: 0 });
  });
});

describe("the archive of tables", () => {
  test("has the tables that its manifest describes, byte by byte and row by row", async () => {
    const files = unzipSync((await taken({ format: "csv", comments: "1" })).bytes);
    const text = (name: string) => Buffer.from(files[name] ?? []).toString();
    const manifest: { counts: Record<string, number>; files: { name: string; sha256: string; bytes: number }[] } =
      JSON.parse(text("manifest.json"));
    expect(manifest.files.map(({ name }) => name)).toEqual(Object.keys(files).filter((name) => name.endsWith(".csv")));
    for (const { name, sha256: sum, bytes } of manifest.files) {
      expect([name, sha256(files[name] ?? ""), files[name]?.length]).toEqual([name, sum, bytes]);
    }
    const rows = (layer: string): Record<string, string>[] => parse(text(`${layer}.csv`), { columns: true, bom: true });
    expect(rows("reports").map((row) => [row["annotations"], row["links"]])).toEqual([
      ["3", "3"],
      ["1", "0"],
    ]);
    expect(rows("annotations")).toHaveLength(4);
    expect(rows("comments").map(({ comment }) => comment)).toEqual(["Sure?\n\nSure.", "Yes."]);
    expect(rows("claims")).toMatchObject([
      {
        quote: "'=Hundreds of people left Hama 𝒳𝒴\\N",
        source: "Locals",
        place: "Hama",
        version: "2",
        decided_by: "Rev",
      },
      { quote: "a senior military source", claim_kind: "event", state: "open" },
    ]);
    expect(rows("links").map((row) => row["to_quote"])).toEqual(["a senior military source", "Hama", ""]);
    expect(rows("places")).toMatchObject([{ note: 'A "note"\nof\ttwo \\ lines', report_title: "All\tof\\it" }]);
    expect(manifest.counts).toMatchObject({ reports: 2, annotations: 4, relations: 3, versions: 8, comments: 2 });
  });
});

describe("a download", () => {
  test("is remembered, also when its reader leaves after the first bytes", async () => {
    const before = await timesTaken();
    const { chunks } = value(await exportDataset(editor, { projectId }, AskedExport.parse({ state: "all" })));
    const { value: first } = await chunks.next();
    expect(Buffer.from(first ?? []).toString()).toMatch(/^\{"record":"manifest"[^\n]*\n$/);
    await chunks.return(undefined);
    await vi.waitFor(async () => expect(await timesTaken()).toBe(before + 1), patience);
    await vi.waitFor(async () => {
      const open = await sql.rows(
        "select 1 from pg_stat_activity where application_name = 'glossator export' and datname = current_database()",
      );
      expect(open).toEqual([]);
    }, patience);
  });

  test("is refused while too many are written, and possible again when they have ended", async () => {
    const asked = AskedExport.parse({ state: "all" });
    const open: Awaited<ReturnType<typeof exportDataset>>[] = [];
    for (let nth = 0; nth < 4; nth += 1) open.push(await exportDataset(editor, { projectId }, asked));
    expect(await exportDataset(editor, { projectId }, asked)).toMatchObject({ failure: { reason: "busy" } });
    for (const each of open) for await (const chunk of value(each).chunks) expect(chunk.length).toBeGreaterThan(0);
    // A thread is begun for it, which takes its time on a busy machine.
    await vi.waitFor(async () => expect((await taken({})).bytes.length).toBeGreaterThan(0), patience);
  });
});

describe("what a project usually exports", () => {
  const usual = async (by: Actor) => value(await usualExport(by, projectId));

  test("is what oneself took last, else what anybody did", async () => {
    await taken({
      format: "doccano",
      unit: "grapheme cluster",
      layer: "spans",
      kind: "claim,place",
      state: "accepted",
    });
    const last = {
      format: "doccano",
      states: ["accepted"],
      kinds: ["claim", "place"],
      layer: "spans",
      unit: "grapheme cluster",
    };
    expect(await usual(editor)).toEqual(last);
    expect(await usual(reviewer)).toEqual(last);
    await taken({ format: "csv" });
    expect(await usual(editor)).toMatchObject({ format: "csv", kinds: null, layer: null, unit: null });
  });

  test("is nobody's business outside", async () => {
    const stranger = await aPerson(await aWorkspace());
    expect(await usualExport(stranger, projectId)).toMatchObject({ failure: { kind: "not-found" } });
  });
});

test("a unit that a format has no choice of is refused", async () => {
  const asked = AskedExport.parse({ format: "csv", unit: "byte" });
  expect(await exportDataset(editor, { projectId }, asked)).toMatchObject({ failure: { kind: "invalid" } });
});
