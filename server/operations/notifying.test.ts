import { beforeAll, beforeEach, describe, expect, test } from "vitest";
import type { Actor } from "@/domain/access/actor";
import { PutThread } from "@/domain/discussion/thread";
import { ok, type Result } from "@/domain/failure";
import { CommentId, type ProjectId, TagId } from "@/domain/ids";
import { Decide } from "@/domain/verdict";
import { aPerson, joins } from "@/prisma/builders/person";
import { aProject } from "@/prisma/builders/project";
import { aReport, type BuiltReport } from "@/prisma/builders/report";
import { anAnnotation, putAnnotation } from "@/prisma/builders/tag";
import { aWorkspace } from "@/prisma/builders/workspace";
import { notify } from "@/server/data/notifications";
import { inTransaction, sql } from "@/server/data/transaction";
import { newId } from "@/server/new-id";
import { changeTag } from "@/server/operations/change-tags";
import { decideOnTag, undoVerdict } from "@/server/operations/decide-tags";
import { addReply, editComment, openThread, turnThread } from "@/server/operations/discuss";

type Desk = Record<"editor" | "ana" | "ben" | "reviewer" | "reader" | "outsider", Actor> & { projectId: ProjectId };

async function aDesk(mode: "shared" | "independent"): Promise<Desk> {
  const editor = await aPerson(await aWorkspace());
  const projectId = await aProject(editor, { mode });
  const person = (name: string) => aPerson(editor.workspaceId, { name });
  return {
    editor,
    projectId,
    ana: await joins(await person("Ana"), projectId, "analyst"),
    ben: await joins(await person("Ben"), projectId, "analyst"),
    reviewer: await joins(await person("Rita"), projectId, "reviewer"),
    reader: await joins(await person("Rolf"), projectId, "reader"),
    outsider: await person("Olga"),
  };
}

const value = <T>(result: Result<T>): T => {
  if (!result.ok) throw new Error(JSON.stringify(result.failure));
  return result.value;
};

/** A person's inbox in words: what it is, how many of them, on which report's behalf. */
const inbox = async ({ userId }: Actor, { reportId }: BuiltReport) =>
  (
    await sql.rows<{ line: string }>(
      `select kind || ' ' || count as line from notification where user_id = $1 and report_id = $2 order by created_at, id`,
      [userId, reportId],
    )
  ).map(({ line }) => line);

const tag = async (by: Actor, on: BuiltReport, words: string) =>
  value(await changeTag(by, on.reportId, putAnnotation(anAnnotation(on, words), newId(TagId))));
const decide = async (by: Actor, id: TagId, decision: object) =>
  value(await decideOnTag(by, { id, type: "annotation" }, Decide.parse({ version: 1, ...decision })));
const open = async (by: Actor, on: BuiltReport, body: string, target: object = { on: "report" }) =>
  value(await openThread(by, on.reportId, PutThread.parse({ target, body })));

describe("in a shared project", () => {
  let desk: Desk;
  let on: BuiltReport;
  beforeAll(async () => {
    desk = await aDesk("shared");
  });
  beforeEach(async () => {
    on = await aReport(desk.editor, desk.projectId);
  });

  test("a comment tells those it calls by name, once, and nobody else", async () => {
    const { ana, ben, reader, outsider } = desk;
    await open(ana, on, "@Ben @ana @Rolf @Olga: which hill?");
    expect(await inbox(ben, on)).toEqual(["mentioned 1"]);
    for (const nobody of [ana, reader, outsider]) expect(await inbox(nobody, on)).toEqual([]);
  });

  test("an answer tells those who take part; who is called by name is told that", async () => {
    const { ana, ben, reviewer } = desk;
    const { id } = await open(ana, on, "Which hill?");
    value(await addReply(ben, id, { body: "The northern one." }));
    const reply = { id: newId(CommentId), body: "Is it, @Ben?" };
    value(await addReply(reviewer, id, reply));
    value(await addReply(reviewer, id, reply));
    expect(await inbox(ana, on)).toEqual(["replied 1", "replied 1"]);
    expect(await inbox(ben, on)).toEqual(["mentioned 1"]);
    value(await turnThread(ana, id, { state: "resolved" }));
    value(await turnThread(ana, id, { state: "open" }));
    expect(await inbox(reviewer, on)).toEqual(["reopened 1"]);
  });

  test("a name added later is called then", async () => {
    const { ana, ben, reviewer } = desk;
    const { comments } = await open(ana, on, "@Ben?");
    value(await editComment(ana, comments[0]?.id ?? newId(CommentId), { body: "@Ben or @Rita?" }));
    expect(await inbox(ben, on)).toEqual(["mentioned 1"]);
    expect(await inbox(reviewer, on)).toEqual(["mentioned 1"]);
  });

  test("a thread on a tag tells its author", async () => {
    const { ana, ben } = desk;
    const { id } = await tag(ana, on, "left Hama");
    await open(ben, on, "Who says so?", { on: "tag", tagId: id });
    expect(await inbox(ana, on)).toEqual(["commented 1"]);
  });

  test("returned tags of one report are one line, until it is read; an undone verdict is taken out of it", async () => {
    const { ana, reviewer } = desk;
    const tags = [await tag(ana, on, "left Hama"), await tag(ana, on, "Hundreds"), await tag(ana, on, "people")];
    const [first, second, third] = tags.map(({ id }) => id);
    if (!first || !second || !third) throw new Error("Three tags were made.");
    await decide(reviewer, first, { decision: "return", reason: "Whose words?" });
    const { verdict } = await decide(reviewer, second, { decision: "return", reason: "Whose words?" });
    expect(await inbox(ana, on)).toEqual(["returned 2"]);
    value(await undoVerdict(reviewer, verdict.id));
    await decide(reviewer, third, { decision: "accept" });
    expect(await inbox(ana, on)).toEqual(["returned 1"]);
    await sql.rows("update notification set read_at = now() where user_id = $1", [ana.userId]);
    await decide(reviewer, second, { decision: "return", reason: "Whose words?" });
    expect(await inbox(ana, on)).toEqual(["returned 1", "returned 1"]);
  });

  test("who leaves a project is told no more", async () => {
    const { ana, reviewer, projectId } = desk;
    const leaver = await joins(await aPerson(ana.workspaceId), projectId, "analyst");
    const { id } = await tag(leaver, on, "left Hama");
    await sql.rows("delete from project_member where user_id = $1", [leaver.userId]);
    await decide(reviewer, id, { decision: "reject", reason: "No claim." });
    expect(await inbox(leaver, on)).toEqual([]);
  });

  test("a change that fails tells nobody", async () => {
    const { ana, ben, projectId, editor } = desk;
    const { reportId } = on;
    const work = inTransaction(ana.workspaceId, async (tx) => {
      await notify(tx, { kind: "assigned", by: editor.userId, to: [ana.userId, ben.userId], projectId, reportId });
      throw new Error("The change is impossible.");
    });
    await expect(work).rejects.toThrow("impossible");
    expect(await inbox(ana, on)).toEqual([]);
    value(
      await inTransaction(ana.workspaceId, async (tx) => {
        await notify(tx, { kind: "assigned", by: editor.userId, to: [ana.userId], projectId, reportId });
        return ok(undefined);
      }),
    );
    expect(await inbox(ana, on)).toEqual(["assigned 1"]);
  });
});

test("blind: nobody is told of what is on a layer that they don't see", async () => {
  const { ana, ben, reviewer, editor, projectId } = await aDesk("independent");
  const on = await aReport(editor, projectId);
  const { id } = await tag(ana, on, "left Hama");
  await open(ana, on, "@Ben @Rita, which hill?");
  await open(ana, on, "@Ben @Rita, who?", { on: "tag", tagId: id });
  expect(await inbox(ben, on)).toEqual([]);
  expect(await inbox(reviewer, on)).toEqual([]);
  await sql.rows("update report set layers_opened_at = now() where id = $1", [on.reportId]);
  await open(ana, on, "@Ben @Rita, now?");
  expect(await inbox(ben, on)).toEqual(["mentioned 1"]);
  expect(await inbox(reviewer, on)).toEqual(["mentioned 1"]);
});
