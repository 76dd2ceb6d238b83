import { afterEach, beforeAll, beforeEach, describe, expect, test } from "vitest";
import type { Actor } from "@/domain/access/actor";
import { PutThread } from "@/domain/discussion/thread";
import { ok, type Result } from "@/domain/failure";
import { type ProjectId, TagId } from "@/domain/ids";
import { lastOfAll } from "@/domain/live/position";
import { Decide } from "@/domain/verdict";
import { aPerson, aTokenOf, joins } from "@/prisma/builders/person";
import { aProject } from "@/prisma/builders/project";
import { aReport, type BuiltReport } from "@/prisma/builders/report";
import { anAnnotation, putAnnotation } from "@/prisma/builders/tag";
import { aWorkspace } from "@/prisma/builders/workspace";
import { actorByToken } from "@/server/data/actors";
import { remember } from "@/server/data/entries";
import { feedAfter, positionNow } from "@/server/data/live/feed";
import { pool } from "@/server/data/pool";
import { inTransaction, sql } from "@/server/data/transaction";
import { type Listening, listen } from "@/server/live/listening.fixture";
import { newId } from "@/server/new-id";
import { changeTag } from "@/server/operations/change-tags";
import { decideOnTag } from "@/server/operations/decide-tags";
import { openThread } from "@/server/operations/discuss";
import { tokenPrefix } from "@/server/session/actor";

const value = <T>(result: Result<T>): T => {
  if (!result.ok) throw new Error(JSON.stringify(result.failure));
  return result.value;
};

let editor: Actor;
let projectId: ProjectId;
let on: BuiltReport;
let open: Listening[] = [];

/** A person with a token that holds, for a stream asks again whether it does. */
async function somebody(role: "analyst" | "reviewer" | "reader", name = "Somebody"): Promise<Actor> {
  const person = await joins(await aPerson(editor.workspaceId, { name }), projectId, role);
  return withToken(person);
}

async function withToken(person: Actor): Promise<Actor> {
  const actor = await actorByToken((await aTokenOf(person)).slice(tokenPrefix.length));
  if (!actor) throw new Error("The token was just made.");
  return actor;
}

async function listening(...asked: Parameters<typeof listen>): Promise<Listening> {
  const opened = await listen(...asked);
  open.push(opened);
  return opened;
}

const tag = async (by: Actor, words = "left Hama") =>
  value(await changeTag(by, on.reportId, putAnnotation(anAnnotation(on, words), newId(TagId))));
const note = (did: "changed-report" | "triaged-report") =>
  inTransaction(editor.workspaceId, async (tx) => {
    await remember(tx, { by: editor.userId, did, projectId, reportId: on.reportId });
    return ok(undefined);
  });
const deeds = (of: Listening) => of.entries().map(({ did }) => did);

beforeAll(async () => {
  editor = await aPerson(await aWorkspace());
});

beforeEach(async () => {
  projectId = await aProject(editor);
  on = await aReport(editor, projectId);
});

afterEach(async () => {
  await Promise.all(open.map((each) => each.close()));
  open = [];
});

describe("everybody on one layer", () => {
  test("one hears of another's tag, verdict and comment, as ids", async () => {
    const [ana, reviewer] = [await somebody("analyst"), await somebody("reviewer")];
    const stream = await listening(ana);
    const { id } = await tag(reviewer);
    value(await decideOnTag(reviewer, { id, type: "annotation" }, Decide.parse({ version: 1, decision: "accept" })));
    const target = { on: "tag", tagId: id };
    const thread = value(await openThread(reviewer, on.reportId, PutThread.parse({ target, body: "Which hill?" })));
    await stream.until(() => expect(deeds(stream)).toEqual(["tagged", "accepted", "opened-thread"]));
    expect(stream.entries()[0]).toMatchObject({ tagId: id, by: reviewer.userId, reportId: on.reportId, version: 1 });
    expect(stream.entries()[2]).toMatchObject({ refs: { threadId: thread.id } });
    expect(JSON.stringify(stream.heard)).not.toContain("Which hill?");
  });

  test("of one report alone, of another project, of another workspace: only what was asked for and is theirs", async () => {
    const ana = await somebody("analyst");
    const first = on;
    const stream = await listening(ana, { reportId: first.reportId });
    const whole = await listening(ana);
    on = await aReport(editor, projectId);
    await tag(editor);
    const elsewhere = await aProject(editor);
    const hidden = await aReport(editor, elsewhere);
    value(await changeTag(editor, hidden.reportId, putAnnotation(anAnnotation(hidden, "left Hama"))));
    on = first;
    const last = await tag(editor);
    await whole.until(() => expect(whole.entries().at(-1)?.tagId).toBe(last.id));
    expect(new Set(whole.entries().map((each) => each.projectId))).toEqual(new Set([projectId]));
    await stream.until(() => expect(stream.entries().at(-1)?.tagId).toBe(last.id));
    expect(new Set(stream.entries().map((each) => each.reportId))).toEqual(new Set([first.reportId]));
  });

  test("whoever has no part in a report is not told that there is a stream of it", async () => {
    const stranger = await withToken(await aPerson(await aWorkspace(), { role: "admin" }));
    await expect(listen(stranger, { reportId: on.reportId })).rejects.toThrow("not-found");
  });

  test("a reader hears of accepted tags, of nothing else, and not by whom", async () => {
    const [reader, analyst] = [await somebody("reader"), await listening(await somebody("analyst"))];
    const [kept, left] = [await tag(editor), await tag(editor, "Hundreds")];
    await analyst.until(() => expect(deeds(analyst)).toEqual(["tagged", "tagged"]));
    const stream = await listening(reader);
    await tag(editor, "people");
    const decide = (id: TagId, decision: object) =>
      decideOnTag(editor, { id, type: "annotation" }, Decide.parse({ version: 1, ...decision }));
    value(await decide(left.id, { decision: "reject", reason: "No claim." }));
    value(await decide(kept.id, { decision: "accept" }));
    value(await openThread(editor, on.reportId, PutThread.parse({ target: { on: "report" }, body: "?" })));
    value(await note("changed-report"));
    await stream.until(() => expect(deeds(stream)).toEqual(["accepted", "changed-report"]));
    expect(stream.entries()[0]).toMatchObject({ tagId: kept.id, refs: {} });
    expect(stream.entries()[0]).not.toHaveProperty("by");
  });
});

describe("nothing is missed and nothing doubled", () => {
  test("what commits behind something that still runs is told in the end, in an order that can be resumed", async () => {
    const ana = await somebody("analyst");
    const stream = await listening(ana);
    const before = new Map([[editor.workspaceId, await positionNow(sql)]]);
    const readable = async () => (await feedAfter(sql, before, 100)).get(editor.workspaceId)?.entries ?? [];
    const slow = await pool().connect();
    try {
      await slow.query("begin");
      const insert = `insert into entry (workspace_id, did, created_by, project_id, report_id)
                      values ($1, 'triaged-report', $2, $3, $4) returning id::text`;
      const { rows } = await slow.query(insert, [editor.workspaceId, editor.userId, projectId, on.reportId]);
      value(await note("changed-report"));
      const later = await tag(editor);
      // While the first still runs, its number is taken and it can't be read: those after it have to wait for it.
      expect(await readable()).toEqual([]);
      await slow.query("commit");
      expect((await readable()).map(({ at }) => String(at.id))[0]).toBe(rows[0].id);
      await stream.until(() => expect(deeds(stream)).toEqual(["triaged-report", "changed-report", "tagged"]));
      expect(stream.entries().at(-1)?.tagId).toBe(later.id);
    } finally {
      slow.release();
    }
  });

  test("a stream that breaks off anywhere is resumed there", async () => {
    const ana = await somebody("analyst");
    const before = await positionNow(sql);
    const made = [await tag(editor), await tag(editor, "Hundreds"), await tag(editor, "people")];
    const first = await listening(ana, { after: before });
    await first.until(() => expect(first.entries()).toHaveLength(3));
    const ids = first.heard.filter(({ event }) => event === "entry").map(({ id }) => id);
    expect(new Set(ids).size).toBe(3);
    await first.close();
    made.push(await tag(editor, "Hama"));
    for (const [index, id] of ids.entries()) {
      const again = await listening(ana, { after: id });
      await again.until(() => expect(again.entries()).toHaveLength(3 - index));
      expect(again.heard[0]).toMatchObject({ event: "ready", data: { resumed: true } });
      expect(again.entries().map(({ tagId }) => tagId)).toEqual(made.slice(index + 1).map(({ id: made }) => made));
    }
  });

  test("a long absence is read page by page, and what happens meanwhile comes after it", async () => {
    const ana = await somebody("analyst");
    const before = await positionNow(sql);
    const many = 1300;
    await sql.rows(
      `insert into entry (workspace_id, did, project_id, report_id, refs)
       select $1, 'changed-report', $2, $3, json_build_object('n', n) from generate_series(1, ${many}) n`,
      [editor.workspaceId, projectId, on.reportId],
    );
    const stream = await listening(ana, { after: before });
    const last = await tag(editor);
    await stream.until(() => expect(stream.entries().at(-1)?.tagId).toBe(last.id));
    const numbers = stream.entries().flatMap(({ refs }) => refs["n"] ?? []);
    expect(numbers).toEqual(Array.from({ length: many }, (_, index) => index + 1));
  });

  test.each([
    { whose: "that this database has not reached", after: { txid: lastOfAll, id: 0n } },
    { whose: "that an earlier version wrote in numbers", after: "1234.567" },
    { whose: "that nobody gave", after: "x" },
  ])("a position $whose is answered as none, and the stream goes on from now", async ({ after }) => {
    const ana = await somebody("analyst");
    const stream = await listening(ana, { after });
    await stream.until(() => expect(stream.heard[0]).toMatchObject({ event: "ready", data: { resumed: false } }));
    const last = await tag(editor);
    await stream.until(() => expect(stream.entries().at(-1)?.tagId).toBe(last.id));
  });

  test("somebody else's position is none, and none of them shows a number", async () => {
    const [ana, ben] = [await somebody("analyst"), await somebody("analyst")];
    const before = await positionNow(sql);
    await tag(editor);
    const stream = await listening(ana, { after: before });
    await stream.until(() => expect(stream.entries()).toHaveLength(1));
    const { id = "" } = stream.heard.at(-1) ?? {};
    const other = await listening(ben, { after: id });
    await other.until(() => expect(other.heard[0]).toMatchObject({ event: "ready", data: { resumed: false } }));
    const ids = [...stream.heard.map((each) => each.id), ...stream.entries().map((each) => each.id)];
    for (const each of ids) expect(each).toMatch(/[A-Za-z_-]/);
    expect(new Set(ids).size).toBe(ids.length);
  });
});

describe("a stream ends when its right does", () => {
  test.each([
    { when: "a token is revoked", sql: "update token set revoked_at = now() where user_id = $1" },
    { when: "a role changes", sql: "update project_member set role = 'reader' where user_id = $1" },
    { when: "somebody leaves the project", sql: "delete from project_member where user_id = $1" },
    { when: "a person is disabled", sql: "update users set disabled_at = now() where id = $1" },
  ])("$when, and what happens after is not told", async ({ sql: change }) => {
    const ana = await somebody("analyst");
    const stream = await listening(ana);
    await stream.until(() => expect(stream.heard[0]?.event).toBe("ready"));
    await sql.rows(change, [ana.userId]);
    await tag(editor);
    await stream.ended;
    expect(stream.heard.at(-1)).toMatchObject({ event: "ended", data: { reason: "rights" } });
    expect(stream.entries()).toEqual([]);
  });
});

describe("blind work", () => {
  let ana: Actor;
  let ben: Actor;
  let reviewer: Actor;
  beforeEach(async () => {
    projectId = await aProject(editor, { mode: "independent" });
    on = await aReport(editor, projectId);
    [ana, ben, reviewer] = [await somebody("analyst"), await somebody("analyst"), await somebody("reviewer")];
  });

  test("nobody hears of a colleague's layer before it opens", async () => {
    const [own, colleague, above] = [await listening(ana), await listening(ben), await listening(reviewer)];
    const { id } = await tag(ana);
    const target = { on: "tag", tagId: id };
    value(await openThread(ana, on.reportId, PutThread.parse({ target, body: "@Somebody?" })));
    value(await note("changed-report"));
    await own.until(() => expect(deeds(own)).toEqual(["tagged", "opened-thread", "changed-report"]));
    for (const blind of [colleague, above]) {
      await blind.until(() => expect(deeds(blind)).toEqual(["changed-report"]));
      expect(JSON.stringify(blind.heard)).not.toContain(id);
      expect(JSON.stringify(blind.heard)).not.toContain(ana.userId);
    }
    await sql.rows("update report set layers_opened_at = now() where id = $1", [on.reportId]);
    const seen = await tag(ana, "Hundreds");
    await colleague.until(() => expect(colleague.entries().at(-1)?.tagId).toBe(seen.id));
  });

  test("resuming from before they opened tells no more than that", async () => {
    const before = await positionNow(sql);
    await tag(ana);
    value(await note("changed-report"));
    const blind = await listening(ben, { after: before });
    await blind.until(() => expect(deeds(blind)).toEqual(["changed-report"]));
  });
});
