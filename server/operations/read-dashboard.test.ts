import { expect, test } from "vitest";
import { AskedDashboard } from "@/domain/dashboard/dashboard";
import { PutThread } from "@/domain/discussion/thread";
import type { Result } from "@/domain/failure";
import { TagId } from "@/domain/ids";
import { aPerson, joins } from "@/prisma/builders/person";
import { aProject } from "@/prisma/builders/project";
import { aReport } from "@/prisma/builders/report";
import { anAnnotation, putAnnotation } from "@/prisma/builders/tag";
import { aWorkspace } from "@/prisma/builders/workspace";
import { sql } from "@/server/data/transaction";
import { newId } from "@/server/new-id";
import { changeTag } from "@/server/operations/change-tags";
import { decideOnTag } from "@/server/operations/decide-tags";
import { openThread } from "@/server/operations/discuss";
import { openLayers } from "@/server/operations/open-layers";
import { readDashboard } from "@/server/operations/read-dashboard";

const value = <T>(result: Result<T>): T => {
  if (!result.ok) throw new Error(JSON.stringify(result.failure));
  return result.value;
};

async function aDesk(mode: "shared" | "independent") {
  const workspaceId = await aWorkspace();
  const editor = await aPerson(workspaceId, { name: "Editor" });
  const projectId = await aProject(editor, { mode });
  const reviewer = await joins(await aPerson(workspaceId, { name: "Zoe" }), projectId, "reviewer");
  const analyst = await joins(await aPerson(workspaceId, { name: "Amal" }), projectId, "analyst");
  const report = await aReport(editor, projectId);
  const tagged = async (words: string, kind = "claim") => {
    const id = newId(TagId);
    value(await changeTag(analyst, report.reportId, putAnnotation(anAnnotation(report, words, { kind }), id)));
    return id;
  };
  const dashboard = async (query: Record<string, string> = {}) =>
    value(await readDashboard(editor, projectId, AskedDashboard.parse(query)));
  return { editor, reviewer, analyst, projectId, report, tagged, dashboard };
}

test("what is done, what becomes of it, and by whom only when asked", async () => {
  const { reviewer, tagged, dashboard, analyst, projectId } = await aDesk("shared");
  const [good, place, bad, open] = [
    await tagged("Hundreds of people"),
    await tagged("Hama", "place"),
    await tagged("on Monday"),
    await tagged("left Hama"),
  ];
  const decide = async (id: TagId, decide: Parameters<typeof decideOnTag>[2]) =>
    value(await decideOnTag(reviewer, { id, type: "annotation" }, decide));
  await decide(good, { decision: "accept", version: 1, reason: "" });
  await decide(place, { decision: "accept-with-change", version: 1, reason: "", change: { kind: "source" } });
  await decide(bad, { decision: "reject", version: 1, reason: "No claim." });

  const answer = await dashboard();
  expect(answer.weeks).toHaveLength(12);
  expect(answer.weeks.at(-1)).toMatchObject({ tagged: 4, decided: 3, waited: { n: 3 } });
  expect(answer.waited?.median).toBeGreaterThanOrEqual(0);
  expect(answer.byKind).toMatchObject([
    { kind: "claim", decided: 2, unchanged: 1, rejected: 1, share: 0.5 },
    { kind: "place", decided: 1, changed: 1, share: 0 },
  ]);
  expect(answer.byOrigin).toMatchObject([{ origin: "person", decided: 3 }]);
  expect(answer.relabelled).toMatchObject([{ from: "place", to: "source", count: 1, tagId: place }]);
  expect(answer.byPerson).toBeUndefined();
  expect(answer.stuck).toEqual([]);
  expect((await dashboard({ people: "1" })).byPerson).toMatchObject([{ name: "Amal", decided: 3, unchanged: 1 }]);

  await sql.rows("update tag set updated_at = now() - interval '9 days' where id = $1", [open]);
  expect((await dashboard()).stuck).toMatchObject([{ what: "waiting-tags", count: 1, tagId: open }]);
  expect((await dashboard({ stuckAfter: "10" })).stuck).toEqual([]);
  expect(await readDashboard(analyst, projectId, AskedDashboard.parse({}))).toMatchObject({
    failure: { kind: "forbidden", reason: "needs-editor" },
  });
});

test("blind work is counted when its layers are open, not before", async () => {
  const { reviewer, analyst, tagged, dashboard, report } = await aDesk("independent");
  const claim = await tagged("Hundreds of people");
  const about = PutThread.parse({ target: { on: "tag", tagId: claim }, body: "Who counted?" });
  const thread = value(await openThread(analyst, report.reportId, about));
  await sql.rows("update comment set created_at = now() - interval '9 days' where thread_id = $1", [thread.id]);
  const before = await dashboard();
  expect(before.weeks.at(-1)).toMatchObject({ tagged: 0 });
  expect(before.stuck).toEqual([]);
  value(await openLayers(reviewer, report.reportId));
  const after = await dashboard();
  expect(after.weeks.at(-1)).toMatchObject({ tagged: 1 });
  expect(after.stuck).toMatchObject([{ what: "open-thread", threadId: thread.id }]);
});
