import { beforeAll, describe, expect, test } from "vitest";
import type { Actor } from "@/domain/access/actor";
import { MakeEntity, PutEntity } from "@/domain/entity/entity";
import type { Result } from "@/domain/failure";
import type { EntityId, ProjectId } from "@/domain/ids";
import { aPerson, joins } from "@/prisma/builders/person";
import { aProject } from "@/prisma/builders/project";
import { aReport } from "@/prisma/builders/report";
import { anAnnotation, aRelation, putAnnotation, putRelation } from "@/prisma/builders/tag";
import { aWorkspace } from "@/prisma/builders/workspace";
import { changeTag } from "@/server/operations/change-tags";
import { gradeEntity, makeEntity, putEntity } from "@/server/operations/entities";
import { mergeEntity, previewMerge, unmergeEntity } from "@/server/operations/merge-entities";
import { listEntities, readEntity } from "@/server/operations/read-entities";
import { readQuotes } from "@/server/operations/read-quotes";
import { readTags } from "@/server/operations/read-tags";

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
  value(await makeEntity(analyst, projectId, MakeEntity.parse({ name, kind: "named organisation", ...more })));
const entityOf = async (id: EntityId) => value(await readEntity(analyst, id)).entity;
const words = ({ version: _, ...entity }: Awaited<ReturnType<typeof entityOf>>) => entity;

/** Tags that name an entity in each way that there is: a mention, a link, a claim it acts in and one it says. */
async function named(id: EntityId) {
  const on = await aReport(editor, projectId);
  const put = async (tag: Parameters<typeof putAnnotation>[0]) =>
    value(await changeTag(analyst, on.reportId, putAnnotation(tag)));
  const source = await put(
    anAnnotation(on, "a senior military source", { kind: "source", attributes: { entityId: id } }),
  );
  const attributes = { actors: [{ entityId: id, role: "initiator" as const }] };
  const acts = await put(anAnnotation(on, "left Hama", { attributes }));
  const said = await put(anAnnotation(on, "left Hama"));
  value(await changeTag(analyst, on.reportId, putRelation(aRelation(acts.id, { to: source.id }))));
  value(await changeTag(analyst, on.reportId, putRelation(aRelation(said.id, { toEntity: id }))));
  return { on, source };
}

describe("before a merge", () => {
  test("it is shown what would move and where the two differ", async () => {
    const outlet = await make("Hama Radio", { kind: "media outlet" });
    const [one, two] = [
      await make("Observatory", { aliases: ["the group"], side: "none", outletId: outlet.id }),
      await make("SOHR", { aliases: ["the group"] }),
    ];
    await make("its field staff", { parentId: one.id });
    await named(one.id);
    value(await gradeEntity(analyst, one.id, { reliability: "C", reason: "Often vague." }));
    const preview = value(await previewMerge(editor, one.id, two.id));
    expect(preview.moves).toEqual({
      ...{ mentions: 1, claims: 2, actors: 1, links: 1, reports: 1, grades: 1, followers: 0, parts: 1 },
    });
    expect(preview.aliases).toEqual(["Observatory"]);
    expect(preview.differ).toEqual(["name", "side", "outletId"]);
    expect(preview.names).toEqual({ [outlet.id]: "Hama Radio" });
    expect(await previewMerge(analyst, one.id, two.id)).toMatchObject({ failure: { reason: "needs-reviewer" } });
    expect(await previewMerge(editor, one.id, one.id)).toMatchObject({ failure: { problems: [{ field: "into" }] } });
    expect((await entityOf(one.id)).mergedInto).toBeUndefined();
  });

  test("a merge of other versions than those looked at is refused", async () => {
    const [one, two] = [await make("A"), await make("B")];
    value(await putEntity(analyst, two.id, PutEntity.parse({ name: "B", kind: "document", version: 1 })));
    const late = await mergeEntity(editor, one.id, { into: two.id, seen: { version: 1, intoVersion: 1 } });
    expect(late).toMatchObject({ failure: { kind: "conflict", current: { id: two.id, version: 2 } } });
  });
});

describe("undoing a merge", () => {
  test("restores both as they were, with those that followed, and their tags lead where they did", async () => {
    const [one, two, three] = [
      await make("First name"),
      await make("Second name", { side: "rebels" }),
      await make("Third name"),
    ];
    const { on, source } = await named(one.id);
    value(await mergeEntity(editor, three.id, { into: one.id }));
    const before = [await entityOf(one.id), await entityOf(two.id), await entityOf(three.id)].map(words);
    value(await mergeEntity(editor, one.id, { into: two.id, take: ["name"] }));
    expect(await entityOf(two.id)).toMatchObject({ name: "First name", aliases: ["Second name", "Third name"] });
    expect((await entityOf(three.id)).mergedInto).toBe(two.id);
    const meant = async () => {
      const read: { annotations: { id: string; attributes: object }[] } = JSON.parse(
        value(await readTags(analyst, on.reportId, { withdrawn: false })),
      );
      return read.annotations.find(({ id }) => id === source.id)?.attributes;
    };
    expect(await meant()).toEqual({ entityId: two.id });
    expect(value(await readEntity(editor, two.id)).undoable).toEqual([one.id]);
    expect(await unmergeEntity(analyst, one.id)).toMatchObject({ failure: { reason: "needs-reviewer" } });

    value(await unmergeEntity(editor, one.id));
    value(await unmergeEntity(editor, one.id));
    expect([await entityOf(one.id), await entityOf(two.id), await entityOf(three.id)].map(words)).toEqual(before);
    expect(await meant()).toEqual({ entityId: one.id });
    expect(value(await readEntity(analyst, two.id))).toMatchObject({ mentions: [], claims: [], absorbed: [] });
    expect(value(await readEntity(analyst, one.id)).mentions).toHaveLength(1);
    const { items } = value(await listEntities(analyst, { projectId, q: "First name", after: undefined, limit: 9 }));
    expect(items.map(({ id }) => id)).toEqual([one.id]);
  });

  test("takes the later merge first", async () => {
    const [one, two, three] = [await make("Inner"), await make("Middle"), await make("Outer")];
    value(await mergeEntity(editor, one.id, { into: two.id }));
    value(await mergeEntity(editor, two.id, { into: three.id }));
    expect(value(await readEntity(editor, three.id)).undoable).toEqual([two.id]);
    expect(await unmergeEntity(editor, one.id)).toMatchObject({ failure: { problems: [{ field: "entityId" }] } });
    value(await unmergeEntity(editor, two.id));
    expect((await entityOf(one.id)).mergedInto).toBe(two.id);
    value(await unmergeEntity(editor, one.id));
    expect((await entityOf(one.id)).mergedInto).toBeUndefined();
    expect((await entityOf(two.id)).aliases).toEqual([]);
  });

  test("leaves what was changed since", async () => {
    const [one, two] = [await make("Gone"), await make("Stays")];
    value(await mergeEntity(editor, one.id, { into: two.id }));
    const { version } = await entityOf(two.id);
    const put = { name: "Stays", kind: "named organisation", side: "army", aliases: ["Gone", "Still"], version };
    value(await putEntity(analyst, two.id, PutEntity.parse(put)));
    value(await unmergeEntity(editor, one.id));
    expect(await entityOf(two.id)).toMatchObject({ side: "army", aliases: ["Still"] });
  });

  test("two people who undo the same merge undo it once", async () => {
    const [one, two] = [await make("Twice"), await make("Once")];
    value(await mergeEntity(editor, one.id, { into: two.id }));
    const both = await Promise.all([unmergeEntity(editor, one.id), unmergeEntity(editor, one.id)]);
    for (const each of both) expect(value(each).mergedInto).toBeUndefined();
    expect((await entityOf(two.id)).version).toBe(3);
  });
});

describe("who quotes whom", () => {
  test("follows outlets to sources and those they cite, also after a merge and its undoing", async () => {
    const [agency, desk, ministry] = [
      await make("North Agency", { kind: "media outlet", aliases: ["NA"] }),
      await make("North Agency desk"),
      await make("Ministry"),
    ];
    const on = await aReport(editor, projectId, { outlet: "NA" });
    const put = async (tag: Parameters<typeof putAnnotation>[0]) =>
      value(await changeTag(analyst, on.reportId, putAnnotation(tag)));
    const claim = await put(anAnnotation(on, "left Hama"));
    const link = async (toEntity: EntityId, attributes: { nested?: boolean }) =>
      value(await changeTag(analyst, on.reportId, putRelation(aRelation(claim.id, { toEntity, attributes }))));
    await link(desk.id, {});
    await link(ministry.id, { nested: true });
    const around = async (entity: EntityId) =>
      value(await readQuotes(analyst, { projectId, entity })).items.map(({ from, to }) => `${from.name} > ${to.name}`);
    expect(await around(desk.id)).toEqual(["North Agency > North Agency desk", "North Agency desk > Ministry"]);
    expect(await around(agency.id)).toEqual(["North Agency > North Agency desk"]);
    value(await mergeEntity(editor, desk.id, { into: agency.id }));
    expect(await around(agency.id)).toEqual(["North Agency > Ministry"]);
    value(await unmergeEntity(editor, desk.id));
    expect(await around(ministry.id)).toEqual(["North Agency desk > Ministry"]);
    const { decided } = value(await readEntity(analyst, desk.id));
    expect(decided.claims).toEqual({ accepted: 0, refused: 0, open: 1 });
  });
});
