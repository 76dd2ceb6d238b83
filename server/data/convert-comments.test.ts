import { expect, test } from "vitest";
import type { Actor } from "@/domain/access/actor";
import { PutThread } from "@/domain/discussion/thread";
import { aPerson } from "@/prisma/builders/person";
import { aProject } from "@/prisma/builders/project";
import { aReport } from "@/prisma/builders/report";
import { aWorkspace } from "@/prisma/builders/workspace";
import { convertComments } from "@/server/data/convert-comments";
import { sql } from "@/server/data/transaction";
import { openThread, readThread } from "@/server/operations/discuss";

/** A comment as it was kept before there was formatting. */
async function anOldComment(by: Actor, words: string) {
  const on = await aReport(by, await aProject(by));
  const opened = await openThread(by, on.reportId, PutThread.parse({ target: { on: "report" }, body: words }));
  if (!opened.ok) throw new Error(JSON.stringify(opened.failure));
  await sql.rows("update comment set prose = null where thread_id = $1", [opened.value.id]);
  return opened.value.id;
}

test("comments of older versions get the form of new ones, once, and keep their words and times", async () => {
  const by = await aPerson(await aWorkspace());
  const words = "Who counted?\n\n- the army\n<b>really</b> @nobody";
  const id = await anOldComment(by, words);
  const before = await readThread(by, id);
  expect(before).toMatchObject({ ok: true, value: { comments: [{ body: words }] } });

  expect(await convertComments()).toBeGreaterThanOrEqual(1);
  const after = await readThread(by, id);
  if (!before.ok || !after.ok) throw new Error("The thread is gone.");
  const [{ prose, ...comment } = { prose: undefined }] = after.value.comments;
  expect(comment).toEqual(before.value.comments[0]);
  expect(prose?.content.map((block) => block.type)).toEqual(["paragraph", "paragraph", "paragraph", "paragraph"]);
  expect(await convertComments()).toBe(0);
});

test("a conversion that was cut off goes on where others are left", async () => {
  const by = await aPerson(await aWorkspace());
  const [first, second] = [await anOldComment(by, "One"), await anOldComment(by, "Two")];
  await sql.rows(`update comment set prose = '{"type":"doc","content":[{"type":"paragraph"}]}' where thread_id = $1`, [
    first,
  ]);
  expect(await convertComments()).toBe(1);
  expect(await readThread(by, second)).toMatchObject({
    value: { comments: [{ prose: { content: [{ content: [{ text: "Two" }] }] } }] },
  });
});
