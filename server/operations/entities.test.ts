import { beforeAll, describe, expect, test } from "vitest";
import type { Actor } from "@/domain/access/actor";
import { MakeEntity, PutEntity } from "@/domain/entity/entity";
import type { Result } from "@/domain/failure";
import { EntityId, type ProjectId } from "@/domain/ids";
import { aPerson, joins } from "@/prisma/builders/person";
import { aProject } from "@/prisma/builders/project";
import { aReport } from "@/prisma/builders/report";
import { anAnnotation, aRelation, putAnnotation, putRelation } from "@/prisma/builders/tag";
import { aWorkspace } from "@/prisma/builders/workspace";
import { newId } from "@/server/new-id";
import { changeTag } from "@/server/operations/change-tags";
import { gradeEntity, makeEntity, mergeEntity, putEntity } from "@/server/operations/entities";
import { listEntities, readEntity } from "@/server/operations/read-entities";

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

  expect(await mergeEntity(analyst, two.id, one.id)).toMatchObject({ failure: { reason: "needs-reviewer" } });
  expect(value(await mergeEntity(editor, two.id, one.id))).toMatchObject({ mergedInto: one.id });
  expect(value(await mergeEntity(editor, two.id, one.id))).toMatchObject({ mergedInto: one.id });
  expect(await mergeEntity(editor, one.id, two.id)).toMatchObject({ failure: { problems: [{ field: "into" }] } });

  for (const id of [one.id, two.id]) {
    const page = value(await readEntity(analyst, id));
    expect(page.entity.id).toBe(id);
    expect(page.absorbed.map((each) => each.id)).toEqual([two.id]);
    expect(page.mentions.map(({ annotation }) => annotation.id)).toEqual([source.id]);
    expect(page.claims.map(({ annotation }) => annotation.id).toSorted()).toEqual([direct.id, through.id].toSorted());
  }
  expect(value(await readEntity(analyst, one.id)).entity.aliases).toEqual(["A senior military source"]);
});
