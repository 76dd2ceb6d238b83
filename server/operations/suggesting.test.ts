import { beforeAll, describe, expect, test } from "vitest";
import type { Actor } from "@/domain/access/actor";
import type { Result } from "@/domain/failure";
import { type JobId, OpId, type ProjectId } from "@/domain/ids";
import { SuggestionSettings } from "@/domain/project/suggestion-settings";
import { aPerson, joins } from "@/prisma/builders/person";
import { aProject } from "@/prisma/builders/project";
import { aReport, type BuiltReport } from "@/prisma/builders/report";
import { anAnnotation, putAnnotation } from "@/prisma/builders/tag";
import { aWorkspace } from "@/prisma/builders/workspace";
import { findJob } from "@/server/data/jobs/jobs";
import { sql } from "@/server/data/transaction";
import { jobKindsHere } from "@/server/jobs/registry";
import { runJob } from "@/server/jobs/run";
import { newId } from "@/server/new-id";
import { changeProject } from "@/server/operations/change-project";
import { changeTag } from "@/server/operations/change-tags";
import { decideOnSuggestions, listSuggestions, proposeTags, readAcceptance } from "@/server/operations/propose-tags";
import { startJob } from "@/server/operations/start-job";
import { suggestForNew } from "@/server/operations/suggest-for-new";

const value = <T>(result: Result<T>): T => {
  if (!result.ok) throw new Error(JSON.stringify(result.failure));
  return result.value;
};
let editor: Actor;
let projectId: ProjectId;
const text = () => `Field sources said that the army reached the town of Bisanah. ${newId(OpId)}`;
const settings = (wish: Partial<SuggestionSettings>) =>
  changeProject(editor, projectId, { suggestions: SuggestionSettings.parse(wish) });
const words = async (on: BuiltReport, by = editor) =>
  value(await proposeTags(by, on.reportId)).items.map(
    ({ engine, kind, spans }) => `${engine} ${kind} ${spans[0]?.quote}`,
  );

beforeAll(async () => {
  editor = await aPerson(await aWorkspace());
});
const anew = async (mode: "shared" | "independent" = "shared") => {
  projectId = await aProject(editor, { mode });
};
const runs = async (id: JobId) => {
  await runJob({ workspaceId: editor.workspaceId, id }, jobKindsHere);
  const job = await findJob(sql, editor.workspaceId, id);
  if (!job) throw new Error("There is such a job.");
  return job;
};
const queued = async () =>
  (await sql.rows<{ id: JobId }>("select id from job where project_id = $1 and state = 'queued'", [projectId])).map(
    ({ id }) => id,
  );

describe("reading a project in a job", () => {
  test("reads each report once, says how far it is, and again what people tagged since can tell of", async () => {
    await anew();
    const [one, two] = [
      await aReport(editor, projectId, { text: text() }),
      await aReport(editor, projectId, { text: text() }),
    ];
    const start = async (again: boolean) =>
      runs(value(await startJob(editor, projectId, { kind: "suggest", data: { again } })).id);
    expect(await start(true)).toMatchObject({ state: "done", progress: { done: 2, total: 2 }, result: { reports: 2 } });
    expect(value(await listSuggestions(editor, two.reportId)).items.length).toBeGreaterThan(2);
    expect(await start(true)).toMatchObject({ result: { reports: 0 } });
    const place = anAnnotation(one, "Bisanah", { kind: "place", attributes: { featureType: "settlement" } });
    await changeTag(editor, one.reportId, putAnnotation(place));
    expect(await start(false)).toMatchObject({ result: { reports: 0 } });
    expect(await start(true)).toMatchObject({ result: { reports: 2 } });
    const learnt = value(await listSuggestions(editor, two.reportId)).items.filter(({ engine }) => engine === "memory");
    expect(learnt.map(({ kind, attributes }) => ({ kind, attributes }))).toEqual([
      { kind: "place", attributes: { featureType: "settlement" } },
    ]);
  });

  test("begins by itself with an import, once, unless the project has engines off or works blind", async () => {
    await anew();
    await suggestForNew(editor, projectId);
    await suggestForNew(editor, projectId);
    expect(await queued()).toHaveLength(1);
    const [id] = await queued();
    value(await settings({ on: false }));
    expect(id && (await runs(id))).toMatchObject({ state: "failed", error: expect.stringContaining("switched off") });
    await suggestForNew(editor, projectId);
    value(await settings({ onImport: false }));
    await suggestForNew(editor, projectId);
    expect(await queued()).toEqual([]);
    await anew("independent");
    await suggestForNew(editor, projectId);
    expect(await queued()).toEqual([]);
  });
});

describe("a project", () => {
  test("can switch engines off, and show nothing before somebody went through a report themselves", async () => {
    await anew();
    const report = await aReport(editor, projectId, { text: text() });
    value(await settings({ on: false }));
    expect(value(await proposeTags(editor, report.reportId))).toEqual({ items: [], acceptance: [], waits: "off" });
    value(await settings({ afterFirstPass: true }));
    expect(value(await proposeTags(editor, report.reportId))).toMatchObject({ items: [], waits: "first-pass" });
    value(await decideOnSuggestions(editor, report.reportId, { firstPass: true }));
    const { items, waits } = value(await proposeTags(editor, report.reportId));
    expect([items.length > 0, waits]).toEqual([true, undefined]);
    const other = await joins(await aPerson(editor.workspaceId), projectId, "analyst");
    expect(value(await listSuggestions(other, report.reportId))).toMatchObject({ items: [], waits: "first-pass" });
  });
});

/** Names of no place, each another one: words that were rejected twice are not suggested again. */
const name = (nth: number) => `Bisan${String.fromCharCode(97 + nth)}ra`;

describe("a rule", () => {
  test("can be hidden in one report, which rejects nothing, and shown again", async () => {
    await anew();
    const report = await aReport(editor, projectId, { text: text() });
    const all = await words(report);
    const rule = { engine: "words", rule: "before-verb" };
    value(await decideOnSuggestions(editor, report.reportId, { hush: rule }));
    expect(await words(report)).toEqual(all.filter((each) => each !== "words source Field sources"));
    expect(value(await readAcceptance(editor, projectId)).items).toEqual([]);
    value(await decideOnSuggestions(editor, report.reportId, { unhush: rule }));
    expect(await words(report)).toEqual(all);
  });

  test("says how often it was right, switches itself off when mostly rejected, and on again by an editor's word", async () => {
    await anew();
    const reports: BuiltReport[] = [];
    for (let nth = 0; nth < 21; nth += 1)
      reports.push(await aReport(editor, projectId, { text: text().replace("Bisanah", name(nth)) }));
    for (const [nth, on] of reports.slice(0, 20).entries()) {
      const { items } = value(await proposeTags(editor, on.reportId));
      const place = items.find(({ kind }) => kind === "place");
      if (!place) throw new Error("A place is suggested.");
      if (nth < 2) {
        const accepted = anAnnotation(on, name(nth), { kind: "place", origin: `engine:${place.engine}` });
        await changeTag(editor, on.reportId, putAnnotation(accepted));
      } else {
        await sql.rows("update suggestion set state = 'rejected' where id = $1", [place.id]);
      }
    }
    const { items } = value(await readAcceptance(editor, projectId));
    const rule = items.find(({ state }) => state === "off-by-itself");
    expect(rule).toBeDefined();
    expect((rule?.accepted ?? 0) * 3).toBeLessThan((rule?.accepted ?? 0) + (rule?.rejected ?? 0));
    const ruleKey = `${rule?.engine}:${rule?.rule}`;
    value(await settings({ rules: { [ruleKey]: "on" } }));
    expect(value(await readAcceptance(editor, projectId)).items.find((each) => each.rule === rule?.rule)?.state).toBe(
      "on",
    );
  });
});

test("what is learnt in a closed layer stays in it until it opens", async () => {
  await anew("independent");
  const [one, two] = [
    await aReport(editor, projectId, { text: text() }),
    await aReport(editor, projectId, { text: text() }),
  ];
  const ana = await joins(await aPerson(editor.workspaceId), projectId, "analyst");
  const ben = await joins(await aPerson(editor.workspaceId), projectId, "analyst");
  const said = { kind: "place" as const, attributes: { featureType: "settlement" } };
  value(await changeTag(ana, one.reportId, putAnnotation(anAnnotation(one, "Bisanah", said))));
  const anas = value(await proposeTags(ana, two.reportId)).items;
  expect(anas.some(({ engine }) => engine === "memory")).toBe(true);
  await decideOnSuggestions(ana, two.reportId, {
    reject: anas.flatMap(({ id, engine }) => (engine === "words" ? [id] : [])),
  });
  expect(value(await readAcceptance(ana, projectId)).items.length).toBeGreaterThan(0);
  expect((await words(two, ben)).some((each) => each.startsWith("memory"))).toBe(false);
  expect(value(await readAcceptance(ben, projectId)).items).toEqual([]);
  await sql.rows("update report set layers_opened_at = now() where id = any($1)", [[one.reportId, two.reportId]]);
  expect((await words(two, ben)).some((each) => each.startsWith("memory"))).toBe(true);
  expect(value(await readAcceptance(ben, projectId)).items.length).toBeGreaterThan(0);
});
