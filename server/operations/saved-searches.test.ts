import { beforeAll, beforeEach, expect, test } from "vitest";
import type { Actor } from "@/domain/access/actor";
import { ok, type Result } from "@/domain/failure";
import { type ProjectId, TagId } from "@/domain/ids";
import { SaveSearch } from "@/domain/search/saved-search";
import { aPerson, joins } from "@/prisma/builders/person";
import { aProject } from "@/prisma/builders/project";
import { aReport } from "@/prisma/builders/report";
import { anAnnotation, putAnnotation } from "@/prisma/builders/tag";
import { aWorkspace } from "@/prisma/builders/workspace";
import { remember } from "@/server/data/entries";
import { caughtUp } from "@/server/data/search/caught-up.fixture";
import { inTransaction } from "@/server/data/transaction";
import { newId } from "@/server/new-id";
import { changeTag } from "@/server/operations/change-tags";
import { readInbox } from "@/server/operations/inbox";
import {
  changeSavedSearch,
  deleteSavedSearch,
  findSavedSearch,
  listSavedSearches,
  saveSearch,
} from "@/server/operations/saved-searches";
import { search } from "@/server/operations/search";
import { tellOfSearches } from "@/server/operations/tell-of-searches";

const value = <T>(result: Result<T>): T => {
  if (!result.ok) throw new Error(JSON.stringify(result.failure));
  return result.value;
};

let editor: Actor;
let ana: Actor;
let ben: Actor;
let projectId: ProjectId;

beforeAll(async () => {
  editor = await aPerson(await aWorkspace());
});
beforeEach(async () => {
  projectId = await aProject(editor, { mode: "independent" });
  ana = await joins(await aPerson(editor.workspaceId), projectId, "analyst");
  ben = await joins(await aPerson(editor.workspaceId), projectId, "analyst");
});

async function imported(text: string) {
  const report = await aReport(editor, projectId, { text });
  const { reportId } = report;
  await inTransaction(editor.workspaceId, async (tx) => {
    await remember(tx, { by: editor.userId, did: "imported-report", projectId, reportId });
    return ok(undefined);
  });
  await caughtUp(editor.workspaceId);
  return report;
}

const save = async (who: Actor, q: string, notify = false) =>
  value(await saveSearch(who, SaveSearch.parse({ name: `About ${q}`, q, projectId, notify })));
const fresh = async (who: Actor) => value(await listSavedSearches(who)).items.map((each) => each.fresh);
const told = async (who: Actor) =>
  value(await readInbox(who, { unread: true, before: undefined, limit: 10 })).items.map(
    ({ kind, count, searchName }) => `${kind} ${count} ${searchName}`,
  );

test("what can be found since one looked is new, and looking makes it known", async () => {
  await imported("An old wombat.");
  const { id, fresh: atFirst } = await save(ana, "wombat");
  expect(atFirst).toBe(0);
  const since = (await findSavedSearch(ana, id))?.since;
  const { reportId } = await imported("A new wombat.");
  await imported("No such animal.");
  expect(await fresh(ana)).toEqual([1]);
  const { items } = value(
    await search(ana, { q: "wombat", project: projectId, after: undefined, limit: 9, lookedAt: since }),
  );
  expect(items.map((item) => [item.id === reportId, item.fresh])).toEqual([
    [true, true],
    [false, undefined],
  ]);
  expect(value(await changeSavedSearch(ana, id, { looked: true })).fresh).toBe(0);
  expect(await fresh(ana)).toEqual([0]);
});

test("what is written again is no news, and blind work of others never is", async () => {
  const on = await imported("Hundreds of people left Hama, a senior military source said.");
  await save(ana, "Hama OR left");
  const tag = putAnnotation(anAnnotation(on, "people left Hama"), newId(TagId));
  value(await changeTag(ben, on.reportId, tag));
  await imported("Something else.");
  expect(await fresh(ana)).toEqual([0]);
  await inTransaction(editor.workspaceId, async (tx) => {
    await remember(tx, { by: editor.userId, did: "changed-report", projectId, reportId: on.reportId });
    return ok(undefined);
  });
  await caughtUp(editor.workspaceId);
  expect(await fresh(ana)).toEqual([0]);
});

test("the inbox tells of it where that was wanted, once, in one line", async () => {
  await save(ana, "quokka", true);
  await save(ben, "quokka");
  await imported("A quokka.");
  await tellOfSearches();
  await tellOfSearches();
  expect(await told(ana)).toEqual(["found 1 About quokka"]);
  expect(await told(ben)).toEqual([]);
  await imported("Another quokka.");
  await tellOfSearches();
  expect(await told(ana)).toEqual(["found 2 About quokka"]);
});

test("a kept search is nobody else's, and its line goes with it", async () => {
  const { id } = await save(ana, "numbat", true);
  await imported("A numbat.");
  await tellOfSearches();
  expect(await changeSavedSearch(ben, id, { looked: true })).toMatchObject({ failure: { kind: "not-found" } });
  expect(await deleteSavedSearch(ben, id)).toMatchObject({ failure: { kind: "not-found" } });
  expect(await told(ana)).toEqual(["found 1 About numbat"]);
  value(await deleteSavedSearch(ana, id));
  expect(await told(ana)).toEqual([]);
  expect(await fresh(ana)).toEqual([]);
});

test("a search that cannot be read is not kept", async () => {
  const refused = await saveSearch(ana, SaveSearch.parse({ name: "x", q: "hama colour:red" }));
  expect(refused).toMatchObject({ failure: { problems: [{ field: "q" }] } });
});
