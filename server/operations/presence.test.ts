import { randomUUID } from "node:crypto";
import { beforeEach, expect, test } from "vitest";
import type { Actor } from "@/domain/access/actor";
import type { Result } from "@/domain/failure";
import type { ProjectId } from "@/domain/ids";
import type { ProjectRole } from "@/domain/project/project";
import { aPerson, aTokenOf, joins } from "@/prisma/builders/person";
import { aProject } from "@/prisma/builders/project";
import { aReport, type BuiltReport } from "@/prisma/builders/report";
import { aWorkspace } from "@/prisma/builders/workspace";
import { actorByToken } from "@/server/data/actors";
import { sql } from "@/server/data/transaction";
import { listen } from "@/server/live/listening.fixture";
import { bePresent, leave, readPresence } from "@/server/operations/presence";
import { tokenPrefix } from "@/server/session/actor";

let editor: Actor;
let on: BuiltReport;
let projectId: ProjectId;

const value = <T>(result: Result<T>): T => {
  if (!result.ok) throw new Error(JSON.stringify(result.failure));
  return result.value;
};

async function somebody(role: ProjectRole, name: string): Promise<Actor> {
  const person = await joins(await aPerson(editor.workspaceId, { name }), projectId, role);
  const actor = await actorByToken((await aTokenOf(person)).slice(tokenPrefix.length));
  if (!actor) throw new Error("The token was just made.");
  return actor;
}

async function aReportIn(mode: "shared" | "independent") {
  projectId = await aProject(editor, { mode });
  on = await aReport(editor, projectId);
}

const seenBy = async (actor: Actor) => value(await readPresence(actor, on.reportId)).items.map(({ name }) => name);

beforeEach(async () => {
  editor = await aPerson(await aWorkspace(), { name: "Edda" });
  await aReportIn("shared");
});

test("colleagues see each other come and go, each once however many tabs they have", async () => {
  const [ana, ben] = [await somebody("analyst", "Ana"), await somebody("analyst", "Ben")];
  const tabs = [randomUUID(), randomUUID()] as const;
  for (const tab of tabs) value(await bePresent(ana, on.reportId, tab));
  expect(value(await bePresent(ben, on.reportId, randomUUID())).items).toEqual([{ userId: ana.userId, name: "Ana" }]);
  expect(await seenBy(ana)).toEqual(["Ben"]);
  value(await leave(ana, on.reportId, tabs[0]));
  expect(await seenBy(ben)).toEqual(["Ana"]);
  value(await leave(ana, on.reportId, tabs[1]));
  expect(await seenBy(ben)).toEqual([]);
});

test("who is not heard of for half a minute is gone, and nobody takes another's tab away", async () => {
  const [ana, ben] = [await somebody("analyst", "Ana"), await somebody("analyst", "Ben")];
  const tab = randomUUID();
  value(await bePresent(ana, on.reportId, tab));
  value(await leave(ben, on.reportId, tab));
  expect(await seenBy(ben)).toEqual(["Ana"]);
  await sql.rows("update presence set seen_at = now() - interval '31 seconds' where client_id = $1", [tab]);
  expect(await seenBy(ben)).toEqual([]);
});

test("those who only read see nobody, and are seen", async () => {
  const [ana, reader] = [await somebody("analyst", "Ana"), await somebody("reader", "Rolf")];
  value(await bePresent(ana, on.reportId, randomUUID()));
  expect(value(await bePresent(reader, on.reportId, randomUUID())).items).toEqual([]);
  expect(await seenBy(ana)).toEqual(["Rolf"]);
});

test("blind analysts see nobody until the layers open; reviewers see who is at work", async () => {
  await aReportIn("independent");
  const [ana, ben] = [await somebody("analyst", "Ana"), await somebody("analyst", "Ben")];
  const reviewer = await somebody("reviewer", "Rita");
  for (const each of [ana, ben, reviewer]) value(await bePresent(each, on.reportId, randomUUID()));
  expect(await seenBy(ana)).toEqual([]);
  expect(await seenBy(reviewer)).toEqual(["Ana", "Ben"]);
  await sql.rows("update report set layers_opened_at = now() where id = $1", [on.reportId]);
  expect(await seenBy(ana)).toEqual(["Ben", "Rita"]);
});

test("the stream says on which report it changed, to those who may know", async () => {
  await aReportIn("independent");
  const [ana, ben] = [await somebody("analyst", "Ana"), await somebody("analyst", "Ben")];
  const reviewer = await somebody("reviewer", "Rita");
  for (const each of [ana, reviewer]) value(await bePresent(each, on.reportId, randomUUID()));
  const [blind, above] = [await listen(ana), await listen(reviewer)];
  const presences = ({ heard }: typeof blind) => heard.filter(({ event }) => event === "presence");
  await above.until(() => expect(presences(above)).toHaveLength(1));
  const tab = randomUUID();
  value(await bePresent(ben, on.reportId, tab));
  await above.until(() => expect(presences(above)).toHaveLength(2));
  value(await leave(ben, on.reportId, tab));
  await above.until(() => expect(presences(above)).toHaveLength(3));
  expect(presences(above).at(-1)?.data).toEqual({ reportId: on.reportId });
  expect(presences(blind)).toEqual([]);
  await Promise.all([blind.close(), above.close()]);
});
