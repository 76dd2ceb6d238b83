import { beforeAll, beforeEach, expect, test } from "vitest";
import type { Actor } from "@/domain/access/actor";
import { PutThread, type Thread } from "@/domain/discussion/thread";
import type { Result } from "@/domain/failure";
import { CommentId, type ProjectId, ThreadId } from "@/domain/ids";
import { aPerson, joins } from "@/prisma/builders/person";
import { aProject } from "@/prisma/builders/project";
import { aReport, type BuiltReport } from "@/prisma/builders/report";
import { anAnnotation, anOp, putAnnotation, segmentsOn } from "@/prisma/builders/tag";
import { aWorkspace } from "@/prisma/builders/workspace";
import { sql } from "@/server/data/transaction";
import { newId } from "@/server/new-id";
import { changeTag } from "@/server/operations/change-tags";
import { addReply, editComment, listThreads, openThread, readThread, turnThread } from "@/server/operations/discuss";

let analyst: Actor;
let reviewer: Actor;
let reader: Actor;
let projectId: ProjectId;
let on: BuiltReport;

const value = <T>(result: Result<T>): T => {
  if (!result.ok) throw new Error(JSON.stringify(result.failure));
  return result.value;
};

beforeAll(async () => {
  const editor = await aPerson(await aWorkspace());
  projectId = await aProject(editor);
  analyst = await joins(await aPerson(editor.workspaceId), projectId, "analyst");
  reviewer = await joins(await aPerson(editor.workspaceId), projectId, "reviewer");
  reader = await joins(await aPerson(editor.workspaceId), projectId, "reader");
});

beforeEach(async () => {
  on = await aReport(analyst, projectId);
});

const open = (put: object) =>
  openThread(analyst, on.reportId, PutThread.parse({ target: { on: "report" }, body: "Who?", ...put }));

const deedsOf = async ({ id }: Thread) =>
  (await sql.rows<{ did: string }>("select did from entry where refs->>'threadId' = $1 order by id", [id])).map(
    ({ did }) => did,
  );

test("a thread hangs on a report, on a tag, or on words that are really there", async () => {
  const tag = value(await changeTag(analyst, on.reportId, putAnnotation(anAnnotation(on, "left Hama"))));
  const segments = segmentsOn(on, "left Hama");
  const passage = { on: "passage", revisionId: on.revisionId, segments };
  expect(value(await open({})).target).toEqual({ on: "report" });
  expect(value(await open({ target: { on: "tag", tagId: tag.id } })).target).toEqual({ on: "tag", tagId: tag.id });
  expect(value(await open({ target: passage })).target).toMatchObject({
    anchor: { segments: [{ quote: "left Hama" }] },
  });
  const wrong = { ...passage, segments: segments.map((each) => ({ ...each, quote: "left Homs" })) };
  expect(await open({ target: wrong })).toMatchObject({
    failure: { problems: [{ field: "target.segments.0.quote" }] },
  });
  expect(value(await listThreads(reviewer, on.reportId)).items).toHaveLength(3);
});

test("is answered, resolved and opened again; what is sent twice happens once", async () => {
  const put = { id: newId(ThreadId), commentId: newId(CommentId) };
  const thread = value(await open(put));
  expect(value(await open(put))).toEqual(thread);
  const reply = { id: newId(CommentId), body: "The governor's office." };
  value(await addReply(reviewer, thread.id, reply));
  value(await addReply(reviewer, thread.id, reply));
  expect(value(await turnThread(analyst, thread.id, { state: "resolved" }))).toMatchObject({
    state: "resolved",
    resolvedBy: analyst.userId,
  });
  value(await turnThread(analyst, thread.id, { state: "resolved" }));
  const reopened = value(await turnThread(reviewer, thread.id, { state: "open" }));
  expect(reopened).not.toHaveProperty("resolvedBy");
  expect(reopened.comments.map(({ body }) => body)).toEqual(["Who?", "The governor's office."]);
  expect(await deedsOf(thread)).toEqual(["opened-thread", "commented", "resolved-thread", "reopened-thread"]);
});

test("an operation's id stands for a missing one", async () => {
  const put = { opId: anOp() };
  expect(value(await open(put)).id).toBe(value(await open(put)).id);
});

test("only its author changes a comment, and it shows", async () => {
  const thread = value(await open({}));
  const [comment] = thread.comments;
  if (!comment) throw new Error("The first comment is gone.");
  expect(await editComment(reviewer, comment.id, { body: "Me!" })).toMatchObject({
    failure: { reason: "not-your-comment" },
  });
  const edited = value(await editComment(analyst, comment.id, { body: "Who said so?" }));
  expect(edited.comments).toMatchObject([{ body: "Who said so?", editedAt: expect.any(String) }]);
});

test("readers neither see nor join a discussion, strangers find none", async () => {
  const thread = value(await open({}));
  expect(value(await listThreads(reader, on.reportId)).items).toEqual([]);
  expect(await readThread(reader, thread.id)).toMatchObject({ failure: { kind: "not-found" } });
  expect(await addReply(reader, thread.id, { body: "Hm" })).toMatchObject({ failure: { kind: "not-found" } });
  const stranger = await aPerson(await aWorkspace());
  expect(await readThread(stranger, thread.id)).toMatchObject({ failure: { kind: "not-found" } });
  expect(await turnThread(stranger, thread.id, { state: "resolved" })).toMatchObject({
    failure: { kind: "not-found" },
  });
});
