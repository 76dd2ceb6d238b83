import { readFileSync } from "node:fs";
import { join } from "node:path";
import { afterAll, beforeAll, expect, test } from "vitest";
import type { Actor } from "@/domain/access/actor";
import type { Thread } from "@/domain/discussion/thread";
import type { ProjectId, ReportId } from "@/domain/ids";
import type { Project } from "@/domain/project/project";
import { codePoint, sliceCodePoints } from "@/domain/text/offsets";
import { aPerson, joins } from "@/prisma/builders/person";
import { aProject } from "@/prisma/builders/project";
import { aWorkspace } from "@/prisma/builders/workspace";
import { closeDocuments } from "@/server/import/documents/thread/ask";
import { importSent } from "@/server/import/sent";
import { listThreads } from "@/server/operations/discuss";
import { openReport } from "@/server/operations/open-report";

let editor: Actor;

beforeAll(async () => {
  editor = await aPerson(await aWorkspace());
});

afterAll(closeDocuments);

async function imported(projectId: ProjectId, files: readonly string[], fields: Record<string, string>) {
  const form = new FormData();
  for (const name of files) {
    const bytes = readFileSync(join(import.meta.dirname, "documents", "samples", name));
    form.append("files", new File([new Uint8Array(bytes)], name));
  }
  for (const [name, value] of Object.entries(fields)) form.append(name, value);
  const done = await importSent(editor, projectId, new Request("http://localhost/", { method: "POST", body: form }));
  if (!done.ok || !("results" in done.value.body)) throw new Error("Not a list of outcomes.");
  return done.value.body.results.map((result) => {
    if (result.outcome !== "imported") throw new Error(result.outcome);
    return result;
  });
}

const inA = (mode: Project["mode"]) => aProject(editor, { languages: ["en"], mode });

async function threadsOn(actor: Actor, id: ReportId): Promise<Thread[]> {
  const threads = await listThreads(actor, id);
  if (!threads.ok) throw new Error(threads.failure.kind);
  return threads.value.items;
}

test("comments that are asked for are threads on their words, letter by letter, with answers in order", async () => {
  const projectId = await inA("shared");
  const results = await imported(projectId, ["comments.docx", "comments.odt"], { comments: "threads" });
  expect(results.map(({ document }) => document.warnings)).toEqual([
    [
      { kind: "deletions-left-out", count: 2 },
      { kind: "comments-as-threads", count: 8 },
      expect.objectContaining({ kind: "comments-on-report", count: 2 }),
    ],
    [
      { kind: "deletions-left-out", count: 1 },
      { kind: "comments-as-threads", count: 5 },
      expect.objectContaining({ kind: "comments-on-report", count: 2 }),
    ],
  ]);
  for (const { id } of results) {
    const threads = await threadsOn(editor, id);
    const report = await openReport(editor, id);
    if (!report.ok) throw new Error(report.failure.kind);
    const { text, revisionId } = report.value.report;
    const anchors = threads.flatMap(({ target }) => (target.on === "passage" ? [target.anchor] : []));
    for (const anchor of anchors) {
      expect(anchor.revisionId).toBe(revisionId);
      for (const { start, end, quote } of anchor.segments)
        expect(sliceCodePoints(text, codePoint(start), codePoint(end))).toBe(quote);
    }
    expect(anchors[0]?.segments.map(({ quote }) => quote)).toEqual(["shelled"]);
    const [first] = threads;
    expect(first).toMatchObject({ state: "resolved", resolvedBy: editor.userId, layer: "shared", by: editor.userId });
    expect(first?.comments.map(({ body }) => body)).toEqual([
      "Lina Haddad, 2017-07-04 09:00\nShelled or bombed?\nAsk Hama.",
      "Omar, 2017-07-04 10:30\nShelled, says the mayor.",
    ]);
    expect(threads.filter(({ target }) => target.on === "report")).toHaveLength(2);
  }
});

test("nobody who works blind is shown a comment of the document before the layers are opened", async () => {
  const projectId = await inA("independent");
  const analyst = await joins(await aPerson(editor.workspaceId), projectId, "analyst");
  const [result] = await imported(projectId, ["comments.odt"], { comments: "threads" });
  if (!result) throw new Error("Nothing was imported.");
  expect(await threadsOn(editor, result.id)).toHaveLength(5);
  expect(await threadsOn(analyst, result.id)).toEqual([]);
});

test("comments that nobody asked for are left out and counted", async () => {
  const projectId = await inA("shared");
  const [result] = await imported(projectId, ["comments.odt"], {});
  if (!result) throw new Error("Nothing was imported.");
  expect(result.document.warnings).toContainEqual({ kind: "comments-left-out", count: 6 });
  expect(await threadsOn(editor, result.id)).toEqual([]);
});
