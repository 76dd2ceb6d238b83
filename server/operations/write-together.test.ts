import { beforeAll, expect, test } from "vitest";
import type { Actor } from "@/domain/access/actor";
import { ok } from "@/domain/failure";
import { type ProjectId, TagId } from "@/domain/ids";
import type { Sent } from "@/domain/tag/change";
import { aPerson } from "@/prisma/builders/person";
import { aProject } from "@/prisma/builders/project";
import { aReport, type BuiltReport } from "@/prisma/builders/report";
import { anAnnotation, anOp, inShort, putAnnotation } from "@/prisma/builders/tag";
import { aWorkspace } from "@/prisma/builders/workspace";
import { lockReport } from "@/server/data/report-state";
import { inTransaction, sql } from "@/server/data/transaction";
import { newId } from "@/server/new-id";
import { changeTags } from "@/server/operations/change-tags";

/** Changes that come at the same time share their statements; here is what each of them must not notice. */

let editor: Actor;
let projectId: ProjectId;

beforeAll(async () => {
  editor = await aPerson(await aWorkspace());
  projectId = await aProject(editor);
});

/** A report that is being worked on, so that the next annotation leaves its state alone. */
async function inWork(): Promise<BuiltReport> {
  const on = await aReport(editor, projectId);
  await said(on, putAnnotation(anAnnotation(on, "left Hama")));
  return on;
}

async function said(on: BuiltReport, sent: Sent): Promise<string> {
  const answers = await changeTags(editor, on.reportId, [sent]);
  const [answer] = answers.ok ? answers.value : [];
  return answer ? inShort(answer) : "nothing";
}

const noted = (on: BuiltReport, note: string) => anAnnotation(on, "left Hama", { attributes: { note }, opId: anOp() });

async function kept(ids: readonly TagId[]) {
  return sql.rows(
    `select t.version, (select count(*)::int from tag_version v where v.tag_id = t.id) as versions,
            (select count(*)::int from entry e where e.tag_id = t.id) as entries
       from tag t where t.id = any($1::uuid[])`,
    [ids],
  );
}

test("many people on many reports at once: everything is kept once, with its version and entry", async () => {
  const reports = await Promise.all(Array.from({ length: 5 }, inWork));
  const wishes = reports.flatMap((on) => Array.from({ length: 8 }, (_, nth) => ({ on, nth, id: newId(TagId) })));
  const answers = await Promise.all(
    wishes.map(({ on, nth, id }) => said(on, putAnnotation(noted(on, `number ${nth}`), id))),
  );
  expect(new Set(answers)).toEqual(new Set(["created 1 open"]));
  const rows = await kept(wishes.map(({ id }) => id));
  expect(rows).toEqual(wishes.map(() => ({ version: 1, versions: 1, entries: 1 })));
});

test("of two who make or change the same tag at once one wins, and others beside them are kept", async () => {
  const [on, beside] = [await inWork(), await inWork()];
  const id = newId(TagId);
  const made = await Promise.all([
    said(on, putAnnotation(noted(on, "one"), id)),
    said(beside, putAnnotation(noted(beside, "beside"))),
    said(on, putAnnotation(noted(on, "two"), id)),
  ]);
  expect(made.toSorted()).toEqual(["conflict", "created 1 open", "created 1 open"]);
  const changed = await Promise.all([
    said(on, putAnnotation({ ...noted(on, "three"), version: 1 }, id)),
    said(beside, putAnnotation(noted(beside, "beside, too"))),
    said(on, putAnnotation({ ...noted(on, "four"), version: 1 }, id)),
  ]);
  expect(changed.toSorted()).toEqual(["changed 2 open", "conflict", "created 1 open"]);
  expect(await kept([id])).toEqual([{ version: 2, versions: 2, entries: 2 }]);
});

test("a tag id that another report uses is refused, and nobody beside it is", async () => {
  const [on, beside] = [await inWork(), await inWork()];
  const id = newId(TagId);
  const answers = await Promise.all([
    said(on, putAnnotation(noted(on, "here"), id)),
    said(beside, putAnnotation(noted(beside, "there"), id)),
    said(beside, putAnnotation(noted(beside, "beside"))),
  ]);
  expect(answers.toSorted()).toEqual(["created 1 open", "created 1 open", "not-found"]);
});

test("who has to wait for a locked report holds up nobody else", async () => {
  const [locked, free] = [await inWork(), await inWork()];
  const waiting: Promise<string>[] = [];
  const done = await inTransaction(editor.workspaceId, async (tx) => {
    await lockReport(tx, locked.reportId);
    waiting.push(said(locked, putAnnotation(noted(locked, "waits"))));
    const answers = [];
    for (const note of ["one", "two", "three"]) answers.push(await said(free, putAnnotation(noted(free, note))));
    return ok(answers);
  });
  expect(done).toEqual({ ok: true, value: ["created 1 open", "created 1 open", "created 1 open"] });
  expect(await Promise.all(waiting)).toEqual(["created 1 open"]);
});
