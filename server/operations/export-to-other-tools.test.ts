import { unzipSync } from "fflate";
import { beforeAll, describe, expect, test } from "vitest";
import type { Actor } from "@/domain/access/actor";
import { PutThread } from "@/domain/discussion/thread";
import type { Result } from "@/domain/failure";
import { AskedExport } from "@/domain/formats/asked";
import { type ProjectId, TagId } from "@/domain/ids";
import { Decide } from "@/domain/verdict";
import { aPerson, joins } from "@/prisma/builders/person";
import { aProject } from "@/prisma/builders/project";
import { aReport } from "@/prisma/builders/report";
import { anAnnotation, aRelation, putAnnotation, putRelation } from "@/prisma/builders/tag";
import { aWorkspace } from "@/prisma/builders/workspace";
import { newId } from "@/server/new-id";
import { changeTag } from "@/server/operations/change-tags";
import { decideOnTag } from "@/server/operations/decide-tags";
import { openThread } from "@/server/operations/discuss";
import { exportDataset } from "@/server/operations/export-dataset";
import { previewExport } from "@/server/operations/preview-export";

const value = <T>(result: Result<T>): T => {
  if (!result.ok) throw new Error(JSON.stringify(result.failure));
  return result.value;
};

let editor: Actor;
let projectId: ProjectId;

beforeAll(async () => {
  editor = await aPerson(await aWorkspace());
  projectId = await aProject(editor);
  const analyst = await joins(await aPerson(editor.workspaceId), projectId, "analyst");
  const reviewer = await joins(await aPerson(editor.workspaceId), projectId, "reviewer");
  const report = await aReport(editor, projectId, { title: "Moves", text: "Men left\nHama, locals said.\n" });
  const claim = newId(TagId);
  value(await changeTag(analyst, report.reportId, putAnnotation(anAnnotation(report, "Men left\nHama"), claim)));
  const source = newId(TagId);
  const said = anAnnotation(report, "locals", { kind: "source", attributes: {} });
  value(await changeTag(analyst, report.reportId, putAnnotation(said, source)));
  const link = putRelation(aRelation(claim, { to: source }), newId(TagId));
  value(await changeTag(analyst, report.reportId, link));
  value(
    await decideOnTag(reviewer, { id: claim, type: "annotation" }, Decide.parse({ decision: "accept", version: 1 })),
  );
  const target = { on: "tag", tagId: claim };
  value(await openThread(reviewer, report.reportId, PutThread.parse({ target, body: "Sure?" })));
});

const asked = (format: string) => AskedExport.parse({ state: "all", format });

describe("what another tool's format loses", () => {
  test("is counted before the download by writing into nowhere", async () => {
    const { losses } = value(await previewExport(editor, { projectId }, asked("brat")));
    expect(losses).toContainEqual({ what: "spans-over-lines", how: "split", count: 1, examples: ["Men left\nHama"] });
  });

  test("stands in the manifest after it, and file and sidecar hold what the preview counts", async () => {
    const preview = value(await previewExport(editor, { projectId }, asked("brat")));
    const { chunks } = value(await exportDataset(editor, { projectId }, asked("brat")));
    const bytes: Uint8Array[] = [];
    for await (const chunk of chunks) bytes.push(chunk);
    const files = unzipSync(Buffer.concat(bytes));
    const text = (name: string) => Buffer.from(files[name] ?? []).toString();
    const manifest: { losses: unknown[] } = JSON.parse(text("manifest.json"));
    expect(manifest.losses).toEqual(preview.losses);
    const records = text("review.jsonl")
      .trimEnd()
      .split("\n")
      .map((line): Record<string, unknown> => JSON.parse(line));
    const of = (record: string) => records.filter((each) => each["record"] === record);
    const versions = [...of("annotation"), ...of("relation")].map(({ versions: all }) => (all as unknown[]).length);
    expect(records.at(-1)).toMatchObject({ record: "end", counts: preview.counts });
    expect(preview.counts).toMatchObject({
      reports: of("report").length,
      annotations: of("annotation").length,
      relations: of("relation").length,
      threads: of("thread").length,
      versions: versions.reduce((sum, each) => sum + each, 0),
      verdicts: [...of("annotation"), ...of("relation")].flatMap(({ verdicts }) => verdicts as unknown[]).length,
    });
    const ann = Object.keys(files).find((name) => name.endsWith(".ann")) ?? "";
    for (const { id } of of("annotation")) expect(text(ann)).toContain(String(id));
  });
});
