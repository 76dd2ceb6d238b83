import { beforeAll, beforeEach, expect, test } from "vitest";
import type { Actor } from "@/domain/access/actor";
import { PutThread } from "@/domain/discussion/thread";
import { MakeEntity } from "@/domain/entity/entity";
import { ok, type Result } from "@/domain/failure";
import { type ProjectId, TagId } from "@/domain/ids";
import { aPerson, joins } from "@/prisma/builders/person";
import { aProject } from "@/prisma/builders/project";
import { aReport } from "@/prisma/builders/report";
import { anAnnotation, aRelation, putAnnotation, putRelation } from "@/prisma/builders/tag";
import { aWorkspace } from "@/prisma/builders/workspace";
import { remember } from "@/server/data/entries";
import { caughtUp } from "@/server/data/search/caught-up.fixture";
import { inTransaction } from "@/server/data/transaction";
import { newId } from "@/server/new-id";
import { changeTag } from "@/server/operations/change-tags";
import { openThread } from "@/server/operations/discuss";
import { makeEntity } from "@/server/operations/entities";
import { deleteReport } from "@/server/operations/erase";
import { readPalette } from "@/server/operations/read-palette";
import { search } from "@/server/operations/search";

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

/** A report as an import brings it: with a line of the history. */
async function imported(text?: string) {
  const report = await aReport(editor, projectId, text === undefined ? {} : { text });
  const { reportId } = report;
  await inTransaction(editor.workspaceId, async (tx) => {
    await remember(tx, { by: editor.userId, did: "imported-report", projectId, reportId });
    return ok(undefined);
  });
  return report;
}

const asked = async (who: Actor, q: string) => {
  await caughtUp(who.workspaceId);
  return value(await search(who, { q, project: projectId, after: undefined, limit: 50 })).items;
};

test("a report is found by its words, with where they stand", async () => {
  const text = "Nothing here.\n\nFighters 😊 left Ithriya-Khanasser road on Monday.";
  const report = await imported(text);
  const [found] = await asked(ana, "khanasser fighters");
  expect(found).toMatchObject({ of: "report", id: report.reportId, reportId: report.reportId });
  const { words, place } = found ?? {};
  expect(words?.marks.map(({ start, end }) => words.text.slice(start, end))).toEqual(["Fighters", "Khanasser"]);
  expect([...text].slice(place?.start, place?.end).join("")).toBe("Fighters");
  expect(await asked(ana, "khanasser -fighters")).toEqual([]);
  expect(await asked(ana, '"road khanasser"')).toEqual([]);
  expect(await asked(ana, '"khanasser road" OR nowhere')).toHaveLength(1);
  expect(await asked(ana, "khan* language:en")).toHaveLength(1);
  expect(await asked(ana, "khan* language:ar")).toEqual([]);
});

test("no word and no phrase of a long report is lost, wherever it stands", async () => {
  const filler = Array.from({ length: 900 }, (_, nth) => `The word${nth} and the other.`).join(" ");
  const text = `Alpha begins. ${filler}\n\n${filler} the hidden phrase is here ${filler}\n\nOmega ends.`;
  await imported(text);
  const [found] = await asked(ana, '"the hidden phrase"');
  expect(found?.words.marks.map(({ start, end }) => found.words.text.slice(start, end))).toEqual(["the hidden phrase"]);
  expect(await asked(ana, 'alpha omega "hidden phrase is"')).toHaveLength(1);
  expect(await asked(ana, "alpha omega")).toHaveLength(1);
  expect(await asked(ana, "the")).toHaveLength(1);
  expect(await asked(ana, "alpha -omega")).toEqual([]);
  expect(await asked(ana, '"alpha omega"')).toEqual([]);
});

test("blind work is found by whoever did it and by nobody else", async () => {
  const on = await imported();
  const claim = newId(TagId);
  const source = newId(TagId);
  const entity = value(
    await makeEntity(ana, projectId, MakeEntity.parse({ name: "Zeppelin brigade", kind: "military unnamed" })),
  );
  const said = anAnnotation(on, "Hundreds of people left Hama", { attributes: { restatement: "Zeppelins left." } });
  value(await changeTag(ana, on.reportId, putAnnotation(said, claim)));
  const speaker = anAnnotation(on, "a senior military source", { kind: "source", attributes: { entityId: entity.id } });
  value(await changeTag(ana, on.reportId, putAnnotation(speaker, source)));
  value(await changeTag(ana, on.reportId, putRelation(aRelation(claim, { to: source }), newId(TagId))));
  const thread = { target: { on: "tag", tagId: claim }, body: "A zeppelin, really?" };
  value(await openThread(ana, on.reportId, PutThread.parse(thread)));

  const mine = await asked(ana, "zeppelin*");
  expect(mine.map(({ of }) => of).toSorted()).toEqual(["comment", "entity", "tag"]);
  expect(mine.find(({ of }) => of === "tag")).toMatchObject({ kind: "claim", state: "open", reportId: on.reportId });
  expect(await asked(ana, 'zeppelins source:"senior military"')).toHaveLength(1);
  expect(await asked(ana, "kind:claim state:open source:zeppelin")).toHaveLength(1);
  expect(await asked(ana, "zeppelins source:nobody")).toEqual([]);
  expect(await asked(ben, "zeppelin*")).toEqual([]);
  expect(await asked(ben, "kind:claim")).toEqual([]);
});

test("what was deleted is not found, and strangers find nothing", async () => {
  const report = await imported("Quokka seen near Homs.");
  await asked(editor, "quokka");
  const stranger = await aPerson(await aWorkspace());
  expect(value(await search(stranger, { q: "quokka", project: undefined, after: undefined, limit: 50 })).items).toEqual(
    [],
  );
  expect((await search(stranger, { q: "quokka", project: projectId, after: undefined, limit: 50 })).ok).toBe(false);
  value(await deleteReport(editor, report.reportId, { reason: "Imported twice.", accepted: 0 }));
  expect(await asked(editor, "quokka")).toEqual([]);
});

test("pages follow one another, newest first, and show everything once", async () => {
  for (let nth = 0; nth < 5; nth += 1) await imported(`Gnu number ${nth} crossed.`);
  const all = await asked(editor, "gnu");
  const ids: string[] = [];
  for (let next: string | undefined = ""; next !== undefined; ) {
    const after = next === "" ? undefined : cursor(all, ids.length);
    const page: { items: { id: string }[]; next?: string } = value(
      await search(editor, { q: "gnu", project: projectId, after, limit: 2 }),
    );
    ids.push(...page.items.map(({ id }) => id));
    next = page.next;
  }
  expect(ids).toEqual(all.map(({ id }) => id));
});

function cursor(all: readonly { at: string; id: string }[], read: number): readonly [string, string] | undefined {
  const last = all[read - 1];
  return last && [last.at, last.id];
}

test("a query that cannot be read says what and where", async () => {
  const result = await search(editor, { q: 'hama "field', project: projectId, after: undefined, limit: 5 });
  expect(result).toMatchObject({ ok: false, failure: { kind: "invalid", problems: [{ field: "q" }] } });
});

test("one thing is found under all its names: those of an entity, and those of a place that mentions lead to", async () => {
  await imported("Fighters reached عقيربات on Monday.");
  const [latin, arabic] = [await imported("Aqayrabat was quiet."), await imported("وصل المقاتلون إلى عقيربات")];
  const said = { name: "Syrian Arab Army", kind: "military unnamed", aliases: ["الجيش السوري"] };
  value(await makeEntity(editor, projectId, MakeEntity.parse(said)));
  await imported("قال الجيش السوري إنه تقدم");
  expect(await asked(editor, '"Syrian Arab Army" in:report')).toHaveLength(1);

  expect(await asked(ana, "aqayrabat in:report")).toHaveLength(1);
  const located = { located: { id: "geonames:1", name: "Aqayrabat" } };
  const on = { kind: "place", attributes: located } as const;
  value(await changeTag(ben, latin.reportId, putAnnotation(anAnnotation(latin, "Aqayrabat", on), newId(TagId))));
  value(await changeTag(ben, arabic.reportId, putAnnotation(anAnnotation(arabic, "عقيربات", on), newId(TagId))));
  const found = await asked(ben, "aqayrabat in:report");
  expect(found).toHaveLength(3);
  expect(found.flatMap(({ words }) => words.marks.map(({ start, end }) => words.text.slice(start, end)))).toContain(
    "عقيربات",
  );
  expect(await asked(ben, "عقيربات in:report")).toHaveLength(3);
  // What was resolved in a closed layer helps nobody else.
  expect(await asked(ana, "aqayrabat in:report")).toHaveLength(1);
});

test("things are gone to by what they are called, and not by what they say; blind ones by whoever made them", async () => {
  const { reportId } = await imported("The numbat is in the text.");
  const aardvark = { name: "Aardvark unit", kind: "military unnamed", aliases: ["Zeta"] };
  const made = value(await makeEntity(ben, projectId, MakeEntity.parse(aardvark)));
  await caughtUp(editor.workspaceId);
  const named = async (who: Actor, q: string, ids: string[] = []) =>
    value(await readPalette(who, { q, ids })).items.filter((item) => item.projectId === projectId);
  expect(await named(ana, "nig hil")).toMatchObject([{ of: "report", id: reportId, name: "Night in the hills" }]);
  expect(await named(ana, "numbat")).toEqual([]);
  expect(await named(ben, "aard")).toMatchObject([{ of: "entity", id: made.id }]);
  expect(await named(ben, "zeta")).toHaveLength(1);
  expect(await named(ana, "aard")).toEqual([]);
  expect(await named(ana, "", [reportId, made.id])).toMatchObject([{ id: reportId }]);
  const stranger = await aPerson(await aWorkspace());
  expect(value(await readPalette(stranger, { q: "night", ids: [reportId] })).items).toEqual([]);
});
