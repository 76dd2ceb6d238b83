import { randomUUID } from "node:crypto";
import { beforeAll, describe, expect, test } from "vitest";
import type { Actor } from "@/domain/access/actor";
import { MakeEntity, PutEntity } from "@/domain/entity/entity";
import type { Result } from "@/domain/failure";
import { AskedExport } from "@/domain/formats/asked";
import { EntityId, OpId, type ProjectId } from "@/domain/ids";
import type { Annotation, Relation } from "@/domain/tag/tag";
import { aPerson, joins } from "@/prisma/builders/person";
import { aProject } from "@/prisma/builders/project";
import { aReport } from "@/prisma/builders/report";
import { anAnnotation, aRelation, putAnnotation, putRelation } from "@/prisma/builders/tag";
import { aWorkspace } from "@/prisma/builders/workspace";
import { newId } from "@/server/new-id";
import { changeTag } from "@/server/operations/change-tags";
import { gradeEntity, makeEntity, putEntity } from "@/server/operations/entities";
import { exportDataset } from "@/server/operations/export-dataset";
import { mergeEntity } from "@/server/operations/merge-entities";
import { previewExport } from "@/server/operations/preview-export";
import { listEntities, readEntity } from "@/server/operations/read-entities";
import { readTag, readTags } from "@/server/operations/read-tags";

let editor: Actor;
let analyst: Actor;
let projectId: ProjectId;

const value = <T>(result: Result<T>): T => {
  if (!result.ok) throw new Error(JSON.stringify(result.failure));
  return result.value;
};

beforeAll(async () => {
  editor = await aPerson(await aWorkspace());
  projectId = await aProject(editor);
  analyst = await joins(await aPerson(editor.workspaceId), projectId, "analyst");
});

const make = async (name: string, more: object = {}) =>
  value(await makeEntity(analyst, projectId, MakeEntity.parse({ name, kind: "local or field", ...more })));

describe("the registry", () => {
  test("makes an entity once, however often it is sent", async () => {
    const put = MakeEntity.parse({ id: newId(EntityId), name: "Field sources", kind: "local or field" });
    const made = value(await makeEntity(analyst, projectId, put));
    expect(value(await makeEntity(analyst, projectId, put))).toEqual(made);
    const other = await makeEntity(analyst, projectId, { ...put, name: "Local sources" });
    expect(other).toMatchObject({ failure: { kind: "conflict", current: { name: "Field sources" } } });
  });

  test("keeps unnamed voices within an outlet of the project", async () => {
    const outlet = await make("Red Sea Monitor", { kind: "media outlet" });
    const voice = await make("its field sources", { outletId: outlet.id });
    expect(voice.outletId).toBe(outlet.id);
    const wrong = MakeEntity.parse({ name: "x", kind: "document", outletId: voice.id });
    expect(await makeEntity(analyst, projectId, wrong)).toMatchObject({
      failure: { problems: [{ field: "outletId" }] },
    });
    const foreign = await aProject(editor);
    const there = MakeEntity.parse({ name: "x", kind: "document", outletId: outlet.id });
    expect(await makeEntity(editor, foreign, there)).toMatchObject({ failure: { problems: [{ field: "outletId" }] } });
  });

  test("changes an entity at the version seen", async () => {
    const { id } = await make("Governor");
    const put = PutEntity.parse({ name: "The governor", kind: "official unnamed", version: 1 });
    expect(value(await putEntity(analyst, id, put))).toMatchObject({ name: "The governor", version: 2 });
    expect(value(await putEntity(analyst, id, put))).toMatchObject({ version: 2 });
    const late = await putEntity(analyst, id, { ...put, name: "Governor Salim" });
    expect(late).toMatchObject({ failure: { kind: "conflict", current: { version: 2 } } });
  });

  test("keeps a note with its formatting, beside its words, and refuses what is none", async () => {
    const words = { type: "text", text: "By phone.", marks: [{ type: "bold" }] };
    const noteProse = { type: "doc", content: [{ type: "paragraph", content: [words] }] };
    const { id } = await make("Desk", { noteProse });
    const { entity } = value(await readEntity(analyst, id));
    expect(entity).toMatchObject({ note: "By phone.", noteProse });
    const put = (note: object) =>
      putEntity(analyst, id, PutEntity.parse({ name: "Desk", kind: "document", version: 1, ...note }));
    expect(await put({ note: "By mail.", noteProse })).toMatchObject({
      failure: { problems: [{ field: "noteProse", reason: "Its words are not those of note." }] },
    });
    expect(value(await put({ note: "By mail." }))).toMatchObject({ note: "By mail.", version: 2 });
    expect(value(await readEntity(analyst, id)).entity.noteProse).toBeUndefined();
    const script = { type: "doc", content: [{ type: "image", attrs: { src: "x" } }] };
    expect(PutEntity.safeParse({ name: "Desk", kind: "document", noteProse: script }).success).toBe(false);
  });

  test("is found by parts of names and aliases, page by page", async () => {
    for (const name of ["Wire A 100%", "wire b", "Wire_C"]) await make(name, { aliases: [`also ${name}`] });
    const names = async (q: string) => {
      const { items } = value(await listEntities(analyst, { projectId, q, after: undefined, limit: 50 }));
      return items.map(({ name }) => name);
    };
    expect(await names("WIRE")).toEqual(["Wire A 100%", "wire b", "Wire_C"]);
    expect(await names("also wire b")).toEqual(["wire b"]);
    expect(await names("0%")).toEqual(["Wire A 100%"]);
    expect(await names("e_")).toEqual(["Wire_C"]);
    const page = value(await listEntities(analyst, { projectId, q: "wire", after: undefined, limit: 2 }));
    expect(page.items).toHaveLength(2);
    expect(page.next).toEqual(expect.any(String));
  });

  test("keeps every judgement of reliability", async () => {
    const { id } = await make("Courier");
    value(await gradeEntity(analyst, id, { reliability: "C", reason: "Often vague." }));
    expect(value(await gradeEntity(analyst, id, { reliability: "B", reason: "Two confirmed." }))).toMatchObject({
      reliability: "B",
    });
    const { grades } = value(await readEntity(analyst, id));
    expect(grades.map(({ reliability }) => reliability)).toEqual(["B", "C"]);
  });

  test("keeps a judgement once that is sent again, also when another was given meanwhile", async () => {
    const { id } = await make("Evening Courier");
    const sent = { reliability: "C" as const, reason: "Often vague.", seen: null, opId: OpId.parse(randomUUID()) };
    for (const each of await Promise.all([gradeEntity(analyst, id, sent), gradeEntity(analyst, id, sent)])) value(each);
    value(await gradeEntity(editor, id, { reliability: "B", reason: "Two confirmed.", opId: sent.opId }));
    expect(value(await gradeEntity(analyst, id, sent))).toMatchObject({ reliability: "B" });
    const { grades } = value(await readEntity(analyst, id));
    expect(grades.map(({ reliability }) => reliability)).toEqual(["B", "C"]);
  });
});

describe("entities that were merged", () => {
  /** Three names of one source: the last is merged into the second, that into the first. */
  async function aChain() {
    const on = await aReport(editor, projectId);
    const names = ["Al Furat TV", "Al-Furat TV", "Furat"] as const;
    const [first, second, third] = await Promise.all(names.map((name) => make(name, { kind: "media outlet" })));
    if (!first || !second || !third) throw new Error("Three were made.");
    value(await gradeEntity(analyst, first.id, { reliability: "B", reason: "Two confirmed." }));
    value(await gradeEntity(analyst, third.id, { reliability: "E", reason: "Invented a town." }));
    const voice = await make("its field sources", { outletId: third.id });
    const tagsOf = async (speaker: EntityId) => {
      const words = anAnnotation(on, "left Hama", {
        attributes: {
          actors: [
            { entityId: speaker, role: "initiator" },
            { entityId: first.id, role: "initiator" },
          ],
        },
      });
      const claim = value(await changeTag(analyst, on.reportId, putAnnotation(words)));
      const mention = anAnnotation(on, "a senior military source", {
        kind: "source",
        attributes: { entityId: speaker },
      });
      const source = value(await changeTag(analyst, on.reportId, putAnnotation(mention)));
      const link = value(
        await changeTag(analyst, on.reportId, putRelation(aRelation(claim.id, { toEntity: speaker }))),
      );
      const other = value(await changeTag(analyst, on.reportId, putRelation(aRelation(claim.id, { to: source.id }))));
      return { claim, source, link, other };
    };
    const before = { second: await tagsOf(second.id), third: await tagsOf(third.id) };
    value(await mergeEntity(editor, third.id, { into: second.id }));
    value(await mergeEntity(editor, second.id, { into: first.id }));
    const after = { third: await tagsOf(third.id) };
    return { on, first, second, third, voice, tags: [...Object.values(before), ...Object.values(after)] };
  }

  test("are followed to the end by whoever reads a tag, before the merge and after it", async () => {
    const { on, first, tags } = await aChain();
    const read: { annotations: Annotation[]; relations: Relation[] } = JSON.parse(
      value(await readTags(analyst, on.reportId, { withdrawn: false })),
    );
    const attributes = (id: string) => read.annotations.find((each) => each.id === id)?.attributes;
    for (const { claim, source, link } of tags) {
      expect(attributes(source.id)).toEqual({ entityId: first.id });
      expect(attributes(claim.id)).toEqual({ actors: [{ entityId: first.id, role: "initiator" }] });
      expect(read.relations.find(({ id }) => id === link.id)?.toEntity).toBe(first.id);
    }
  });

  test("stay in the versions of tags as they were said, and putting what one reads changes nothing", async () => {
    const { on, second, tags } = await aChain();
    const source = tags[0]?.source;
    if (source?.type !== "annotation") throw new Error("A source was tagged.");
    const story = value(await readTag(analyst, { id: source.id, type: "annotation" }));
    expect(story.versions[0]?.attributes).toEqual({ entityId: second.id });
    const { kind, attributes } = story.tag;
    const same = anAnnotation(on, "a senior military source", { kind: kind as "source", attributes, version: 1 });
    expect(value(await changeTag(analyst, on.reportId, putAnnotation(same, source.id)))).toMatchObject({ version: 1 });
  });

  test("are one in lists, pages, outlets and grades", async () => {
    const { first, second, third, voice } = await aChain();
    const listed = async (more: object) =>
      value(await listEntities(analyst, { projectId, q: "Furat", after: undefined, limit: 50, ...more })).items.filter(
        ({ id }) => [first.id, second.id, third.id].includes(id),
      );
    expect((await listed({})).map(({ id }) => id)).toEqual([first.id]);
    const all = await listed({ merged: true });
    expect(all.map(({ mergedInto }) => mergedInto).filter(Boolean)).toEqual([first.id, first.id]);
    expect(value(await readEntity(analyst, voice.id)).entity.outletId).toBe(first.id);
    const page = value(await readEntity(analyst, second.id));
    expect(page.absorbed.map(({ id }) => id).toSorted()).toEqual([second.id, third.id].toSorted());
    expect(page.mentions).toHaveLength(3);
    expect(page.claims).toHaveLength(3);
    expect(page.grades.map(({ reliability, of }) => [reliability, of])).toEqual([
      ["E", third.id],
      ["B", undefined],
    ]);
    expect(value(await readEntity(analyst, first.id)).entity.reliability).toBe("B");
  });

  test("are one in every export, with the reliability of the one they are part of", async () => {
    const { on, first, second, third, tags } = await aChain();
    const text = async (query: object) => {
      const asked = AskedExport.parse({ state: "all", raw: "1", bom: "0", ...query });
      const { chunks } = value(await exportDataset(editor, { reportId: on.reportId }, asked));
      const parts: Uint8Array[] = [];
      for await (const chunk of chunks) parts.push(chunk);
      return Buffer.concat(parts).toString("utf8").replace("\ufeff", "");
    };
    for (const layer of ["claims", "sources", "links", "annotations"]) {
      const table = await text({ format: "csv", layer });
      expect(table, layer).toContain(first.id);
      expect(table, layer).not.toContain(second.id);
      expect(table, layer).not.toContain(third.id);
      expect(table, layer).not.toContain("Al-Furat TV");
    }
    const claims = (await text({ format: "csv", layer: "claims" })).split("\n");
    expect(claims.filter((line) => line.includes(",Al Furat TV,") && line.includes(",B,"))).toHaveLength(tags.length);
    expect(claims.join()).not.toContain("Al Furat TV; Al Furat TV");
    const records = (await text({ format: "jsonl" }))
      .trim()
      .split("\n")
      .map((line): { record: string; attributes?: { entityId?: string }; toEntity?: string } => JSON.parse(line));
    const named = records.flatMap(({ attributes, toEntity }) => attributes?.entityId ?? toEntity ?? []);
    expect(new Set(named)).toEqual(new Set([first.id]));
    const preview = value(
      await previewExport(editor, { reportId: on.reportId }, AskedExport.parse({ format: "csv", state: "all" })),
    );
    expect(preview.losses).toContainEqual(expect.objectContaining({ what: "merged-entities", how: "merged" }));
  });
});

test("a merged entity keeps its tags and name, and its claims are found with those of the one it follows", async () => {
  const on = await aReport(editor, projectId);
  const [one, two] = [await make("Military source"), await make("A senior military source")];
  const claims = await Promise.all(
    [0, 1].map(async () => value(await changeTag(analyst, on.reportId, putAnnotation(anAnnotation(on, "left Hama"))))),
  );
  const mention = anAnnotation(on, "a senior military source", { kind: "source", attributes: { entityId: two.id } });
  const source = value(await changeTag(analyst, on.reportId, putAnnotation(mention)));
  const [direct, through] = claims;
  if (!direct || !through) throw new Error("Two claims were made.");
  value(await changeTag(analyst, on.reportId, putRelation(aRelation(direct.id, { toEntity: one.id }))));
  value(await changeTag(analyst, on.reportId, putRelation(aRelation(through.id, { to: source.id }))));

  expect(await mergeEntity(analyst, two.id, { into: one.id })).toMatchObject({ failure: { reason: "needs-reviewer" } });
  expect(value(await mergeEntity(editor, two.id, { into: one.id }))).toMatchObject({ mergedInto: one.id });
  expect(value(await mergeEntity(editor, two.id, { into: one.id }))).toMatchObject({ mergedInto: one.id });
  expect(await mergeEntity(editor, one.id, { into: two.id })).toMatchObject({
    failure: { problems: [{ field: "into" }] },
  });

  for (const id of [one.id, two.id]) {
    const page = value(await readEntity(analyst, id));
    expect(page.entity.id).toBe(id);
    expect(page.absorbed.map((each) => each.id)).toEqual([two.id]);
    expect(page.mentions.map(({ annotation }) => annotation.id)).toEqual([source.id]);
    expect(page.claims.map(({ annotation }) => annotation.id).toSorted()).toEqual([direct.id, through.id].toSorted());
  }
  expect(value(await readEntity(analyst, one.id)).entity.aliases).toEqual(["A senior military source"]);
});
