import { beforeAll, describe, expect, test } from "vitest";
import type { Actor } from "@/domain/access/actor";
import type { ProjectId } from "@/domain/ids";
import type { Suggestion } from "@/domain/suggestion/suggestion";
import { aPerson, joins } from "@/prisma/builders/person";
import { aProject } from "@/prisma/builders/project";
import { aReport, type BuiltReport } from "@/prisma/builders/report";
import { anAnnotation, putAnnotation } from "@/prisma/builders/tag";
import { aWorkspace } from "@/prisma/builders/workspace";
import { sql } from "@/server/data/transaction";
import { changeTags } from "@/server/operations/change-tags";
import { decideOnSuggestions, listSuggestions, proposeTags } from "@/server/operations/propose-tags";
import { readTags } from "@/server/operations/read-tags";

const text = "Field sources said that the army reached the town of Bisanah.\n\n😀 Residents of Bisanah fled.";
let editor: Actor;
let projectId: ProjectId;
let report: BuiltReport;

beforeAll(async () => {
  editor = await aPerson(await aWorkspace());
  projectId = await aProject(editor);
  report = await aReport(editor, projectId, { text });
});

async function items(answer: ReturnType<typeof proposeTags>): Promise<Suggestion[]> {
  const all = await answer;
  if (!all.ok) throw new Error(all.failure.kind);
  return all.value.items;
}
const inShort = ({ kind, spans }: Suggestion) => `${kind}: ${spans.map(({ quote }) => quote).join(" … ")}`;

test("a report is read once for each version of the engine, and quotes are those of its text", async () => {
  const first = await items(proposeTags(editor, report.reportId));
  expect(first.map(inShort)).toEqual([
    "source: Field sources",
    "claim: the army reached the town of Bisanah",
    "place: Bisanah",
    "claim: Residents of Bisanah fled",
    "place: Bisanah",
  ]);
  const letters = Array.from(text);
  for (const { spans } of first) {
    for (const { start, end, quote } of spans) expect(letters.slice(start, end).join("")).toBe(quote);
  }
  expect(await items(proposeTags(editor, report.reportId))).toEqual(first);
  expect(await items(listSuggestions(editor, report.reportId))).toEqual(first);
});

test("what is proposed is no tag, and what is rejected is not proposed again, until that is taken back", async () => {
  const all = await items(proposeTags(editor, report.reportId));
  const source = all.find(({ kind }) => kind === "source");
  expect(source).toBeDefined();
  const ids = source ? [source.id] : [];
  const tags = await readTags(editor, report.reportId, { withdrawn: false });
  expect(JSON.stringify(tags)).not.toContain("Field sources");
  await decideOnSuggestions(editor, report.reportId, { reject: ids });
  expect((await items(proposeTags(editor, report.reportId))).map(({ id }) => id)).not.toContain(source?.id);
  await sql.rows("update suggestion_run set version = 0 where report_id = $1", [report.reportId]);
  expect((await items(proposeTags(editor, report.reportId))).map(({ kind }) => kind)).not.toContain("source");
  await decideOnSuggestions(editor, report.reportId, { reopen: ids });
  expect((await items(listSuggestions(editor, report.reportId))).map(({ kind }) => kind)).toContain("source");
});

describe("in an independent project", () => {
  test("nobody is shown what was proposed to, or rejected by, a colleague in a closed layer", async () => {
    const blind = await aProject(editor, { mode: "independent" });
    const on = await aReport(editor, blind, { text });
    const ana = await joins(await aPerson(editor.workspaceId), blind, "analyst");
    const ben = await joins(await aPerson(editor.workspaceId), blind, "analyst");
    const located = { name: "Bisanah of Ana", latitude: 35, longitude: 37 };
    await changeTags(ana, on.reportId, [
      putAnnotation(anAnnotation(on, "Bisanah", { kind: "place", attributes: { located } })),
    ]);
    const anas = await items(proposeTags(ana, on.reportId));
    expect(JSON.stringify(anas)).toContain("Bisanah of Ana");
    await decideOnSuggestions(ana, on.reportId, { reject: anas.map(({ id }) => id) });
    expect(await items(listSuggestions(ben, on.reportId))).toEqual([]);
    const bens = await items(proposeTags(ben, on.reportId));
    expect(bens.map(inShort)).toEqual(anas.map(inShort));
    expect(JSON.stringify(bens)).not.toContain("Bisanah of Ana");
    await decideOnSuggestions(ben, on.reportId, { reopen: anas.map(({ id }) => id) });
    expect(await items(listSuggestions(ana, on.reportId))).toEqual([]);
  });
});

test("readers and strangers are shown none", async () => {
  const reader = await joins(await aPerson(editor.workspaceId), projectId, "reader");
  expect(await proposeTags(reader, report.reportId)).toMatchObject({ failure: { kind: "forbidden" } });
  expect(await listSuggestions(reader, report.reportId)).toMatchObject({ failure: { kind: "forbidden" } });
  expect(await proposeTags(await aPerson(await aWorkspace()), report.reportId)).toMatchObject({
    failure: { kind: "not-found" },
  });
});
