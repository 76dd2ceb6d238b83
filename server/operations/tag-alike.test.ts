import { beforeAll, describe, expect, test } from "vitest";
import { z } from "zod";
import type { Actor } from "@/domain/access/actor";
import { PutCodebook } from "@/domain/codebook/codebook";
import type { Result } from "@/domain/failure";
import { OpId, type ProjectId, TagId } from "@/domain/ids";
import { Annotation, Relation } from "@/domain/tag/tag";
import type { FoundAlike } from "@/domain/tag/tag-alike";
import { aPerson, joins } from "@/prisma/builders/person";
import { aProject } from "@/prisma/builders/project";
import { aReport, type BuiltReport } from "@/prisma/builders/report";
import { anAnnotation, aRelation, putAnnotation, putRelation } from "@/prisma/builders/tag";
import { aWorkspace } from "@/prisma/builders/workspace";
import { newId } from "@/server/new-id";
import { changeCodebook } from "@/server/operations/change-codebook";
import { closeReport } from "@/server/operations/change-report";
import { changeTag } from "@/server/operations/change-tags";
import { makeEntity } from "@/server/operations/entities";
import { findAlike } from "@/server/operations/find-alike";
import { readTags } from "@/server/operations/read-tags";
import { tagAlike, undoTagAlike } from "@/server/operations/tag-alike";

const value = <T>(result: Result<T>): T => {
  if (!result.ok) throw new Error(JSON.stringify(result.failure));
  return result.value;
};
const Tags = z.object({ annotations: z.array(Annotation), relations: z.array(Relation) });

let editor: Actor;
let projectId: ProjectId;
let first: BuiltReport;
let second: BuiltReport;

beforeAll(async () => {
  editor = await aPerson(await aWorkspace());
});
const anew = async () => {
  projectId = await aProject(editor);
  first = await aReport(editor, projectId, { text: `😀 They left Bisanah for Hama.\n\nBisanah burnt. ${newId(OpId)}` });
  second = await aReport(editor, projectId, { text: `Nobody saw Bisanah, or Bisannah. ${newId(OpId)}` });
};
const located = { name: "Bisanah", latitude: 35, longitude: 37 };
const sample = async (by = editor, on = first) => {
  const id = newId(TagId);
  const attributes = { located, note: "only this mention" };
  value(
    await changeTag(by, on.reportId, putAnnotation(anAnnotation(on, "Bisanah", { kind: "place", attributes }), id)),
  );
  return id;
};
const spotsOf = ({ items }: FoundAlike) =>
  items.map(({ reportId, revisionId, start, end, quote }) => ({ reportId, revisionId, start, end, quote }));
const find = async (like: TagId, by = editor, spellings = false) =>
  value(await findAlike(by, projectId, { like, spellings }));
const tagsOn = async ({ reportId }: BuiltReport, by = editor) =>
  Tags.parse(JSON.parse(value(await readTags(by, reportId, { withdrawn: false })))).annotations;

describe("the same words in a whole project", () => {
  test("are found with what stands around them, but for those that are tagged so", async () => {
    await anew();
    const like = await sample();
    const { items, more } = await find(like);
    expect(more).toBe(false);
    expect(items.map(({ quote, before }) => before + quote).toSorted()).toEqual(["Bisanah", "Nobody saw Bisanah"]);
    for (const { reportId, start, end, quote } of items) {
      const { text } = reportId === first.reportId ? first : second;
      expect(Array.from(text).slice(start, end).join("")).toBe(quote);
    }
    expect((await find(like, editor, true)).items.map(({ quote, same }) => `${quote} ${same}`)).toContain(
      "Bisannah spelling",
    );
  });

  test("are tagged as one change with the same attributes, and taken back as one", async () => {
    await anew();
    const like = await sample();
    const id = newId(OpId);
    const spots = spotsOf(await find(like));
    const done = value(await tagAlike(editor, projectId, { id, like, spots }));
    expect(done).toMatchObject({ id, tags: 2, reports: 2, left: {} });
    expect((await tagsOn(second)).map(({ attributes }) => attributes)).toEqual([{ located }]);
    // A repeated request tags nothing again, and a new one leaves what is tagged.
    expect(value(await tagAlike(editor, projectId, { id, like, spots }))).toEqual(done);
    expect(value(await tagAlike(editor, projectId, { like, spots }))).toMatchObject({ tags: 0, left: { tagged: 2 } });
    const back = value(await undoTagAlike(editor, projectId, id));
    expect(back).toMatchObject({ stayed: 0, undoneAt: expect.any(String) });
    expect(await tagsOn(second)).toEqual([]);
    expect((await tagsOn(first)).map((tag) => tag.id)).toEqual([like]);
    expect(value(await undoTagAlike(editor, projectId, id))).toEqual(back);
  });

  test("get the links of the tag to entities, and are withdrawn with them", async () => {
    await anew();
    const about = { slug: "about", name: "is what it is about", from: ["label:weapon"], to: ["entity"] };
    const labels = [{ slug: "weapon", name: "Weapon" }];
    const book = PutCodebook.parse({ version: 1, eventTypes: [], labels, relationTypes: [about] });
    value(await changeCodebook(editor, projectId, book));
    const brigade = value(
      await makeEntity(editor, projectId, { name: "Brigade", kind: "armed or state actor", aliases: [] }),
    );
    const like = newId(TagId);
    value(
      await changeTag(
        editor,
        first.reportId,
        putAnnotation(anAnnotation(first, "Bisanah", { kind: "label:weapon" }), like),
      ),
    );
    value(
      await changeTag(
        editor,
        first.reportId,
        putRelation(aRelation(like, { kind: "relation:about", toEntity: brigade.id })),
      ),
    );
    const id = newId(OpId);
    value(await tagAlike(editor, projectId, { id, like, spots: spotsOf(await find(like)) }));
    const links = async () =>
      Tags.parse(JSON.parse(value(await readTags(editor, second.reportId, { withdrawn: false })))).relations;
    expect((await links()).map(({ kind, toEntity }) => [kind, toEntity])).toEqual([["relation:about", brigade.id]]);
    expect(value(await undoTagAlike(editor, projectId, id))).toMatchObject({ stayed: 0 });
    expect(await links()).toEqual([]);
  });

  test("are left by taking back where somebody went on with them", async () => {
    await anew();
    const like = await sample();
    const id = newId(OpId);
    value(await tagAlike(editor, projectId, { id, like, spots: spotsOf(await find(like)) }));
    const [tag] = await tagsOn(second);
    if (!tag) throw new Error("It was tagged.");
    const more = anAnnotation(second, "Bisanah", { kind: "place", attributes: { located, note: "Mine" }, version: 1 });
    value(await changeTag(editor, second.reportId, putAnnotation(more, tag.id)));
    expect(value(await undoTagAlike(editor, projectId, id))).toMatchObject({ stayed: 1 });
    expect((await tagsOn(second)).map(({ attributes }) => attributes["note"])).toEqual(["Mine"]);
  });

  test("are left where words changed, a report is closed or is of another project; nothing is half applied", async () => {
    await anew();
    const like = await sample();
    const spots = spotsOf(await find(like));
    const elsewhere = await aReport(editor, await aProject(editor), { text: `Bisanah ${newId(OpId)}` });
    value(await closeReport(editor, second.reportId));
    const { reportId, revisionId } = first;
    const sent = [
      ...spots,
      { reportId, revisionId, start: 0, end: 4, quote: "Hama" },
      { reportId: elsewhere.reportId, revisionId: elsewhere.revisionId, start: 0, end: 7, quote: "Bisanah" },
    ];
    const done = value(await tagAlike(editor, projectId, { like, spots: sent }));
    expect(done).toMatchObject({ tags: 1, reports: 1, left: { closed: 1, changed: 2 } });
    expect(await tagsOn(elsewhere)).toEqual([]);
    const wrong = { kind: "place" as const, attributes: { located: "nowhere" }, spots };
    expect(await tagAlike(editor, projectId, { ...wrong, spots: spots.slice(0, 1) })).toMatchObject({ ok: true });
    const fresh = [{ reportId, revisionId, start: 20, end: 24, quote: "Hama" }];
    expect(Array.from(first.text).slice(20, 24).join("")).toBe("for ".slice(0, 4));
    expect(await tagAlike(editor, projectId, { ...wrong, spots: fresh })).toMatchObject({ ok: false });
  });
});

test("a blind analyst's tagging stays in their layer, and nobody else can take it back", async () => {
  projectId = await aProject(editor, { mode: "independent" });
  first = await aReport(editor, projectId, { text: `Bisanah and Bisanah. ${newId(OpId)}` });
  const ana = await joins(await aPerson(editor.workspaceId), projectId, "analyst");
  const ben = await joins(await aPerson(editor.workspaceId), projectId, "analyst");
  const like = await sample(ana);
  expect(await findAlike(ben, projectId, { like, spellings: false })).toMatchObject({ failure: { kind: "invalid" } });
  const id = newId(OpId);
  const spots = spotsOf(await find(like, ana));
  expect(value(await tagAlike(ana, projectId, { id, like, spots }))).toMatchObject({ tags: 1 });
  expect(await tagsOn(first, ben)).toEqual([]);
  expect(await tagAlike(ben, projectId, { like, spots })).toMatchObject({ failure: { kind: "invalid" } });
  expect(
    value(await findAlike(ben, projectId, { words: "Bisanah", kind: "place", spellings: false })).items,
  ).toHaveLength(2);
  expect(await undoTagAlike(ben, projectId, id)).toMatchObject({ failure: { kind: "not-found" } });
  expect(await undoTagAlike(editor, projectId, id)).toMatchObject({ failure: { kind: "not-found" } });
  const reader = await joins(await aPerson(editor.workspaceId), projectId, "reader");
  expect(await tagAlike(reader, projectId, { kind: "place", spots })).toMatchObject({ failure: { kind: "forbidden" } });
});

test("10,000 mentions in 100 reports are one change, taken back as one", async () => {
  projectId = await aProject(editor);
  const spots = [];
  for (let nth = 0; nth < 100; nth += 1) {
    const text = `${"Kafr Zita. ".repeat(100)}${nth} ${newId(OpId)}`;
    const { reportId, revisionId } = await aReport(editor, projectId, { text });
    for (let at = 0; at < 100; at += 1)
      spots.push({ reportId, revisionId, start: at * 11, end: at * 11 + 9, quote: "Kafr Zita" });
  }
  const done = value(await tagAlike(editor, projectId, { kind: "place", attributes: { located }, spots }));
  expect(done).toMatchObject({ tags: 10_000, reports: 100 });
  expect(value(await undoTagAlike(editor, projectId, done.id))).toMatchObject({ stayed: 0 });
});
