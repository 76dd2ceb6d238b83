import { describe, expect, test } from "vitest";
import type { Actor } from "@/domain/access/actor";
import type { AssignmentState, PutAssignment } from "@/domain/assignment/assignment";
import { AssignMany } from "@/domain/assignment/assignment";
import type { Result } from "@/domain/failure";
import { type ProjectId, type ReportId, TagId } from "@/domain/ids";
import { Decide } from "@/domain/verdict";
import { aPerson, joins } from "@/prisma/builders/person";
import { aProject } from "@/prisma/builders/project";
import { aReport, type BuiltReport } from "@/prisma/builders/report";
import { anAnnotation, aRelation, putAnnotation, putRelation, withdrawal } from "@/prisma/builders/tag";
import { aWorkspace } from "@/prisma/builders/workspace";
import { sql } from "@/server/data/transaction";
import { newId } from "@/server/new-id";
import { putAssignment, removeAssignment } from "@/server/operations/assign";
import { assignMany } from "@/server/operations/assign-many";
import { closeReport, reopenReport } from "@/server/operations/change-report";
import { changeTag } from "@/server/operations/change-tags";
import { decideOnTag } from "@/server/operations/decide-tags";
import { listAssignments } from "@/server/operations/list-assignments";
import { openReport } from "@/server/operations/open-report";
import { projectActivity } from "@/server/operations/read-activity";
import { readMyWork } from "@/server/operations/read-my-work";
import { readProgress } from "@/server/operations/read-progress";
import { takeFromPool } from "@/server/operations/take-from-pool";

async function aDesk(wish: { mode?: "shared" | "independent"; poolSize?: number } = {}) {
  const editor = await aPerson(await aWorkspace(), { name: "Edit" });
  const projectId = await aProject(editor, { mode: wish.mode ?? "shared" });
  const member = async (name: string, role: "analyst" | "reviewer" | "reader") =>
    joins(await aPerson(editor.workspaceId, { name }), projectId, role);
  await sql.rows("update project set pool_size = $3, pool_hours = 48 where workspace_id = $1 and id = $2", [
    editor.workspaceId,
    projectId,
    wish.poolSize ?? 0,
  ]);
  const on = await aReport(editor, projectId);
  const [ana, ben] = [await member("Ana", "analyst"), await member("Ben", "analyst")];
  return {
    editor,
    projectId,
    on,
    ana,
    ben,
    rita: await member("Rita", "reviewer"),
    guest: await member("Guest", "reader"),
  };
}

const inShort = <T>(result: Result<T>): string => {
  if (result.ok) return "ok";
  const { failure } = result;
  if (failure.kind === "forbidden") return failure.reason;
  return failure.kind === "invalid" ? `invalid ${failure.problems.map(({ field }) => field).join(" ")}` : failure.kind;
};
const value = <T>(result: Result<T>): T => {
  if (!result.ok) throw new Error(JSON.stringify(result.failure));
  return result.value;
};

const put = (by: Actor, reportId: ReportId, whose: Actor, wish: AssignmentState | PutAssignment) =>
  putAssignment(by, { reportId, userId: whose.userId }, typeof wish === "string" ? { state: wish } : wish);

async function tagWhole(by: Actor, on: BuiltReport, attributes: Record<string, unknown> = { kind: "event" }) {
  const claim = newId(TagId);
  const body = anAnnotation(on, "Hundreds of people left Hama", { attributes });
  value(await changeTag(by, on.reportId, putAnnotation(body, claim)));
  value(await changeTag(by, on.reportId, putRelation(aRelation(claim))));
  return claim;
}

const stateOf = async (by: Actor, id: ReportId) => value(await openReport(by, id)).report.state;

test("a report goes from hand to hand, each step by those it belongs to, and the report follows", async () => {
  const { editor, on, ana, ben, rita, guest } = await aDesk();
  const id = on.reportId;
  expect(inShort(await put(ana, id, ben, "assigned"))).toBe("not-your-assignment");
  expect(inShort(await put(guest, id, guest, "in progress"))).toBe("needs-analyst");
  expect(inShort(await put(editor, id, guest, "assigned"))).toBe("invalid userId");
  expect(inShort(await put(rita, id, ana, "assigned"))).toBe("needs-editor");
  const first = value(await put(editor, id, ana, { state: "assigned", note: "Mind the hills." }));
  expect(first).toMatchObject({
    state: "assigned",
    origin: "editor",
    note: "Mind the hills.",
    assignedBy: editor.userId,
  });
  expect(value(await put(editor, id, ana, "assigned"))).toEqual(first);
  expect(await stateOf(ana, id)).toBe("new");

  value(await put(ana, id, ana, "in progress"));
  expect(await stateOf(ana, id)).toBe("in work");
  expect(value(await put(ana, id, ana, { state: "in progress", readTo: 40 }))).toMatchObject({ readTo: 40 });
  expect(inShort(await put(ana, id, ana, "in review"))).toBe("conflict");
  const claim = await tagWhole(ana, on, {});
  expect(inShort(await put(ana, id, ana, "submitted"))).toBe(`invalid tags.${claim}.attributes.kind`);
  const whole = { ...anAnnotation(on, "Hundreds of people left Hama", { attributes: { kind: "event" } }), version: 1 };
  value(await changeTag(ana, id, putAnnotation(whole, claim)));
  expect(value(await put(ana, id, ana, "submitted")).submittedAt).toBeDefined();
  expect(await stateOf(ana, id)).toBe("in review");

  expect(inShort(await put(ana, id, ana, "returned"))).toBe("needs-reviewer");
  value(await put(ana, id, ana, "in progress"));
  value(await put(ana, id, ana, "submitted"));
  value(await put(rita, id, ana, "in review"));
  expect(inShort(await put(ana, id, ana, "in progress"))).toBe("conflict");
  expect(value(await put(rita, id, ana, { state: "returned", note: "Which day?" }))).toMatchObject({
    note: "Which day?",
  });
  expect(await stateOf(ana, id)).toBe("in work");
  value(await put(ana, id, ana, "submitted"));
  value(await put(rita, id, ana, "closed"));
  expect(inShort(await removeAssignment(editor, { reportId: id, userId: ana.userId }))).toBe("conflict");

  const told = await sql.rows<{ kind: string }>(
    "select kind from notification where workspace_id = $1 and user_id = $2 order by created_at, id",
    [ana.workspaceId, ana.userId],
  );
  expect(told.map(({ kind }) => kind)).toEqual(["assigned", "sent-back"]);
});

test("the first tag begins the work, and a decision begins the review", async () => {
  const { editor, on, ana, rita } = await aDesk();
  const id = on.reportId;
  value(await put(editor, id, ana, "assigned"));
  const claim = await tagWhole(ana, on);
  const states = async () => value(await listAssignments(rita, id)).items.map(({ state }) => state);
  expect(await states()).toEqual(["in progress"]);
  value(await put(ana, id, ana, "submitted"));
  const tag = { id: claim, type: "annotation" as const };
  value(await decideOnTag(rita, tag, Decide.parse({ decision: "accept", version: 1 })));
  expect(await states()).toEqual(["in review"]);
});

test("claims of a report in another language have to be said in the project's own", async () => {
  const { editor, projectId, ana } = await aDesk();
  const on = await aReport(editor, projectId, { language: "ar" });
  const claim = await tagWhole(ana, on);
  expect(inShort(await put(ana, on.reportId, ana, "submitted"))).toBe(`invalid tags.${claim}.attributes.restatement`);
});

test("closing a report ends the work on it, and opening it again brings that work back and no other", async () => {
  const { editor, on, ana, ben, rita } = await aDesk();
  const id = on.reportId;
  for (const who of [ana, ben]) value(await put(editor, id, who, "assigned"));
  value(await put(ana, id, ana, "submitted"));
  value(await put(editor, id, ben, "closed"));
  value(await closeReport(rita, id));
  expect(inShort(await put(ana, id, ana, "in progress"))).toBe("conflict");
  expect(inShort(await put(editor, id, ben, "assigned"))).toBe("report-closed");
  value(await reopenReport(rita, id));
  const states = value(await listAssignments(rita, id)).items.map(({ state }) => state);
  expect(states.sort()).toEqual(["closed", "in review"]);
});

test("work is handed over with a note and a place, and nobody gets it twice", async () => {
  const { editor, on, ana, ben, guest } = await aDesk();
  const id = on.reportId;
  value(await put(editor, id, ana, "assigned"));
  value(await put(ana, id, ana, { state: "in progress", readTo: 30 }));
  const wish = { note: "The hills are still to do.", handTo: ben.userId };
  expect(inShort(await put(ana, id, ana, { handTo: guest.userId }))).toBe("invalid handTo");
  const handed = value(await put(ana, id, ana, wish));
  expect(handed).toMatchObject({
    userId: ben.userId,
    state: "assigned",
    origin: "hand-over",
    readTo: 30,
    note: wish.note,
  });
  expect(value(await put(ana, id, ana, wish))).toEqual(handed);
  expect(value(await readMyWork(ana)).items).toEqual([]);
  expect(value(await readMyWork(ben)).items).toMatchObject([{ reportId: id, note: wish.note, assignedByName: "Ana" }]);
});

describe("in a blind project", () => {
  test("nobody learns that somebody else has begun, until all are in and the layers open by themselves", async () => {
    const { editor, projectId, on, ana, ben, rita } = await aDesk({ mode: "independent" });
    const id = on.reportId;
    for (const who of [ana, ben]) value(await put(editor, id, who, "assigned"));
    value(await put(ana, id, ana, "in progress"));
    await tagWhole(ana, on);
    value(await put(ana, id, ana, "submitted"));

    expect(value(await listAssignments(ben, id)).items.map(({ userId }) => userId)).toEqual([ben.userId]);
    expect(value(await readProgress(ben, projectId, {}))).toMatchObject({ states: { submitted: 0, assigned: 1 } });
    expect(value(await readProgress(ben, projectId, {})).people).toHaveLength(1);
    expect(value(await readProgress(ben, projectId, {})).unassigned).toBeUndefined();
    expect(await stateOf(ben, id)).toBe("new");
    const seen = value(await projectActivity(ben, projectId, { before: undefined, limit: 50 })).items;
    expect(seen.filter(({ by }) => by === ana.userId)).toEqual([]);
    expect(inShort(await put(ben, id, ana, "in progress"))).toBe("not-your-assignment");
    expect(value(await listAssignments(rita, id)).items).toHaveLength(2);

    expect(inShort(await changeTag(ana, id, putAnnotation(anAnnotation(on, "Hama"))))).toBe("handed-in");
    value(await put(ana, id, ana, "in progress"));
    value(await changeTag(ana, id, putAnnotation(anAnnotation(on, "Hama", { kind: "place" }))));
    value(await put(ana, id, ana, "submitted"));
    value(await put(ben, id, ben, "submitted"));
    expect(value(await openReport(ben, id)).report).toMatchObject({ state: "in review" });
    expect(value(await openReport(ben, id)).report.layersOpenedAt).toBeDefined();
    expect(value(await listAssignments(ben, id)).items).toHaveLength(2);
    const after = value(await projectActivity(ben, projectId, { before: undefined, limit: 50 })).items;
    expect(after.map(({ did }) => did)).toContain("opened-layers");
    expect(inShort(await put(ben, id, ben, "in progress"))).toBe("layers-open");
  });

  test("submitting on one's own is no way to look at others' work", async () => {
    const { on, ana, ben } = await aDesk({ mode: "independent" });
    await tagWhole(ben, on);
    value(await put(ana, on.reportId, ana, "submitted"));
    expect(value(await openReport(ana, on.reportId)).report.layersOpenedAt).toBeUndefined();
  });
});

describe("the pool", () => {
  const reportsOf = async (editor: Actor, projectId: ProjectId, count: number) => {
    for (let made = 0; made < count; made += 1) await aReport(editor, projectId, { title: `Report ${made}` });
  };
  const take = async (by: Actor, projectId: ProjectId) => value(await takeFromPool(by, projectId)).assignment;

  test("gives the most urgent first, then what is due, then the oldest, and nothing twice", async () => {
    const { editor, projectId, on, ana } = await aDesk({ poolSize: 1 });
    await reportsOf(editor, projectId, 3);
    const plan = "update report set priority = $3, due = $4 where workspace_id = $1 and title = $2 and project_id = $5";
    await sql.rows(plan, [editor.workspaceId, "Report 2", 1, null, projectId]);
    await sql.rows(plan, [editor.workspaceId, "Report 1", 0, "2026-12-01", projectId]);
    const order: string[] = [];
    for (let at = 0; at < 5; at += 1) {
      const taken = await take(ana, projectId);
      if (taken) order.push(value(await openReport(ana, taken.reportId)).report.title);
    }
    expect(order).toEqual(["Report 2", "Report 1", "Night in the hills", "Report 0"]);
    expect(on.reportId).toBeDefined();
  });

  test("never gives a report to more analysts than it wants, however many ask at once", async () => {
    const { editor, projectId } = await aDesk({ poolSize: 2 });
    await reportsOf(editor, projectId, 4);
    const people = await Promise.all(
      [...Array(8).keys()].map(async () => joins(await aPerson(editor.workspaceId), projectId, "analyst")),
    );
    const taken = await Promise.all([...people, ...people].map((person) => take(person, projectId)));
    const rows = await sql.rows<{ count: number }>(
      "select count(*)::int as count from assignment where workspace_id = $1 group by report_id",
      [editor.workspaceId],
    );
    expect(taken.filter(Boolean)).toHaveLength(10);
    expect(rows.map(({ count }) => count)).toEqual([2, 2, 2, 2, 2]);
  });

  test("takes abandoned work back and gives it to somebody else", async () => {
    const { projectId, on, ana, ben } = await aDesk({ poolSize: 1 });
    expect(await take(ana, projectId)).toMatchObject({ reportId: on.reportId, origin: "pool" });
    expect(await take(ben, projectId)).toBeUndefined();
    await sql.rows("update assignment set touched_at = now() - interval '49 hours' where workspace_id = $1", [
      ana.workspaceId,
    ]);
    expect(await take(ben, projectId)).toMatchObject({ reportId: on.reportId, userId: ben.userId });
    expect(value(await readMyWork(ana)).items).toEqual([]);
    expect(await take(ana, projectId)).toBeUndefined();
  });

  test("passes over what one has tagged already, unless all of it was withdrawn", async () => {
    const { projectId, on, ana, ben } = await aDesk({ poolSize: 2 });
    const claim = await tagWhole(ana, on);
    expect(value(await readMyWork(ana)).pools).toMatchObject([{ waiting: 0 }]);
    expect(await take(ana, projectId)).toBeUndefined();
    expect(await take(ben, projectId)).toMatchObject({ reportId: on.reportId });
    value(await changeTag(ana, on.reportId, withdrawal(claim, 1)));
    expect(await take(ana, projectId)).toMatchObject({ reportId: on.reportId });
  });

  test("is only there where an editor made one", async () => {
    const { projectId, ana } = await aDesk();
    expect(inShort(await takeFromPool(ana, projectId))).toBe("invalid projectId");
  });
});

test("many reports go out evenly, after a preview, and who has one keeps it", async () => {
  const { editor, projectId, on, ana, ben, guest } = await aDesk();
  const reports = [on, ...(await Promise.all([1, 2, 3, 4].map(() => aReport(editor, projectId))))].map(
    ({ reportId }) => reportId,
  );
  value(await put(editor, on.reportId, ana, "assigned"));
  const wish = AssignMany.parse({ reports, people: [ana.userId, ben.userId], how: "evenly" });
  const [{ words: length } = { words: 0 }] = await sql.rows<{ words: number }>(
    "select words from report where id = $1",
    [on.reportId],
  );
  const preview = value(await assignMany(editor, projectId, { ...wish, preview: true }));
  expect(preview).toMatchObject({ made: 4, already: 1, preview: true });
  expect(value(await assignMany(editor, projectId, wish)).people).toEqual([
    { userId: ana.userId, made: 2, words: 2 * length, waiting: 1, waitingWords: length },
    { userId: ben.userId, made: 2, words: 2 * length, waiting: 0, waitingWords: 0 },
  ]);
  expect(value(await assignMany(editor, projectId, wish))).toMatchObject({ made: 0, already: 5 });
  expect(inShort(await assignMany(editor, projectId, { ...wish, people: [guest.userId] }))).toBe("invalid people.0");
  expect(inShort(await assignMany(ana, projectId, wish))).toBe("needs-editor");
  expect(value(await readMyWork(ana)).items).toHaveLength(3);
});

test("progress counts by state and person and names what is late", async () => {
  const { editor, projectId, on, ana, ben, rita } = await aDesk();
  for (const who of [ben, ana]) value(await put(editor, on.reportId, who, "assigned"));
  value(await put(ana, on.reportId, ana, "submitted"));
  await sql.rows("update report set due = '2026-01-02' where workspace_id = $1", [editor.workspaceId]);
  const progress = value(await readProgress(rita, projectId, { by: "2026-01-02" }));
  expect(progress.people.map(({ name, states, late }) => [name, states.submitted, states.assigned, late])).toEqual([
    ["Ana", 1, 0, 0],
    ["Ben", 0, 1, 1],
  ]);
  expect(progress.late).toMatchObject([{ userId: ben.userId, due: "2026-01-02" }]);
  expect(progress.due).toEqual({ until: 2, later: 0, never: 0 });
  const before = value(await readProgress(rita, projectId, { by: "2026-01-01" }));
  expect(before).toMatchObject({ late: [], due: { until: 0, later: 2, never: 0 } });
  await sql.rows("update report set due = null where workspace_id = $1", [editor.workspaceId]);
  expect(value(await readProgress(ana, projectId, { by: "2026-01-02" })).due).toEqual({ until: 0, later: 0, never: 2 });
});
