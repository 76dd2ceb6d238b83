import { beforeAll, beforeEach, expect, test } from "vitest";
import type { Actor } from "@/domain/access/actor";
import { PutThread } from "@/domain/discussion/thread";
import type { Result } from "@/domain/failure";
import { NotificationId, type ProjectId } from "@/domain/ids";
import { aPerson, aTokenOf, joins } from "@/prisma/builders/person";
import { aProject } from "@/prisma/builders/project";
import { aReport, type BuiltReport } from "@/prisma/builders/report";
import { aWorkspace } from "@/prisma/builders/workspace";
import { actorByToken } from "@/server/data/actors";
import { sql } from "@/server/data/transaction";
import { InboxQuery } from "@/server/http/paging";
import { listen } from "@/server/live/listening.fixture";
import { newId } from "@/server/new-id";
import { openThread } from "@/server/operations/discuss";
import { countUnread, type InboxPaging, markAllRead, markNotification, readInbox } from "@/server/operations/inbox";
import { tokenPrefix } from "@/server/session/actor";

let editor: Actor;
let ana: Actor;
let projectId: ProjectId;
let on: BuiltReport;

const value = <T>(result: Result<T>): T => {
  if (!result.ok) throw new Error(JSON.stringify(result.failure));
  return result.value;
};
const all: InboxPaging = { unread: false, before: undefined, limit: 50 };
const inbox = async (paging: Partial<InboxPaging> = {}) => value(await readInbox(ana, { ...all, ...paging }));
const call = async () =>
  value(await openThread(editor, on.reportId, PutThread.parse({ target: { on: "report" }, body: "@Ana?" })));

beforeAll(async () => {
  editor = await aPerson(await aWorkspace(), { name: "Edda" });
});

beforeEach(async () => {
  projectId = await aProject(editor, { name: "North" });
  const person = await joins(await aPerson(editor.workspaceId, { name: "Ana" }), projectId, "analyst");
  const actor = await actorByToken((await aTokenOf(person)).slice(tokenPrefix.length));
  if (!actor) throw new Error("The token was just made.");
  ana = actor;
  on = await aReport(editor, projectId);
});

test("a line says who did what where, and leads there", async () => {
  const thread = await call();
  const { items, unread } = await inbox();
  expect(unread).toBe(1);
  expect(items).toMatchObject([
    { kind: "mentioned", byName: "Edda", projectName: "North", reportId: on.reportId, threadId: thread.id, count: 1 },
  ]);
  expect(items[0]).not.toHaveProperty("readAt");
});

test("pages follow each other without a line twice or none", async () => {
  const made = [];
  for (let index = 0; index < 5; index += 1) made.push((await call()).id);
  const seen = [];
  for (let cursor: string | undefined; ; ) {
    const page = await inbox({ ...InboxQuery.parse({ limit: "2", ...(cursor && { cursor }) }) });
    seen.push(...page.items.map(({ threadId }) => threadId));
    cursor = page.next;
    if (!cursor) break;
  }
  expect(seen).toEqual(made.toReversed());
});

test("a line is read, and unread again; all are read up to a moment", async () => {
  await call();
  await call();
  const { items } = await inbox();
  const [latest] = items;
  if (!latest) throw new Error("Two lines were written.");
  expect(value(await markNotification(ana, latest.id, true))).toEqual({ unread: 1 });
  expect((await inbox({ unread: true })).items).toHaveLength(1);
  expect(value(await markNotification(ana, latest.id, false))).toEqual({ unread: 2 });
  await sql.rows("update notification set created_at = created_at + interval '1 hour' where id = $1", [latest.id]);
  expect(value(await markAllRead(ana, latest.at))).toEqual({ unread: 1 });
  expect((await inbox({ unread: true })).items.map(({ id }) => id)).toEqual([latest.id]);
});

test("nobody marks a line that is not theirs", async () => {
  await call();
  const { items } = await inbox();
  expect(await markNotification(editor, items[0]?.id ?? newId(NotificationId), true)).toMatchObject({
    failure: { kind: "not-found" },
  });
});

test.each([
  { when: "its reader left the project", change: "delete from project_member where user_id = $1", lines: 0 },
  {
    when: "its reader only reads now",
    change: "update project_member set role = 'reader' where user_id = $1",
    lines: 0,
  },
  { when: "nothing changed", change: "select $1::uuid", lines: 1 },
])("a line leads nowhere when $when: $lines", async ({ change, lines }) => {
  await call();
  await sql.rows(change, [ana.userId]);
  expect((await inbox()).items).toHaveLength(lines);
  expect(await countUnread(ana)).toEqual({ unread: lines });
});

test("the stream says how many are unread when it begins and whenever that changes", async () => {
  await call();
  const stream = await listen(ana);
  const counts = () => stream.heard.filter(({ event }) => event === "inbox").map(({ data }) => data["unread"]);
  await stream.until(() => expect(counts()).toEqual([1]));
  await call();
  await stream.until(() => expect(counts()).toEqual([1, 2]));
  await stream.close();
});
