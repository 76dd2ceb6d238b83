import { beforeAll, describe, expect, test } from "vitest";
import type { Actor } from "@/domain/access/actor";
import { PutCodebook } from "@/domain/codebook/codebook";
import type { CodebookMove } from "@/domain/codebook/migration";
import type { Result } from "@/domain/failure";
import { type ProjectId, TagId } from "@/domain/ids";
import { aPerson, joins } from "@/prisma/builders/person";
import { aProject } from "@/prisma/builders/project";
import { aReport, type BuiltReport } from "@/prisma/builders/report";
import { anAnnotation, putAnnotation, putRelation } from "@/prisma/builders/tag";
import { aWorkspace } from "@/prisma/builders/workspace";
import { newId } from "@/server/new-id";
import { changeCodebook } from "@/server/operations/change-codebook";
import { closeReport } from "@/server/operations/change-report";
import { changeTag } from "@/server/operations/change-tags";
import { decideOnTag } from "@/server/operations/decide-tags";
import { listMigrations, migrateCodebook, previewMove, undoMigration } from "@/server/operations/migrate-codebook";
import { readTag } from "@/server/operations/read-tags";

const choices = ["intact", "burnt", "destroyed"].map((slug) => ({ slug, name: slug }));
const condition = { slug: "condition", name: "Condition", type: "choice", choices };
const marks = { slug: "marks", name: "Marks", type: "choices", choices };
const book = {
  labels: [
    { slug: "weapon", name: "Weapon", attributes: [condition, marks] },
    { slug: "equipment", name: "Equipment", attributes: [condition] },
  ],
  relationTypes: [{ slug: "used", name: "used", from: ["claim"], to: ["label:weapon"] }],
};

let editor: Actor;
let reviewer: Actor;
let projectId: ProjectId;
let report: BuiltReport;

const value = <T>(result: Result<T>): T => {
  if (!result.ok) throw new Error(JSON.stringify(result.failure));
  return result.value;
};
const tagged = async (attributes: Record<string, unknown>, on = report, kind = "label:weapon") => {
  const id = newId(TagId);
  value(await changeTag(editor, on.reportId, putAnnotation(anAnnotation(on, "military", { kind, attributes }), id)));
  return id;
};
const now = async (id: TagId) => {
  const { tag } = value(await readTag(editor, { id, type: "annotation" }));
  return {
    kind: tag.kind,
    version: tag.version,
    state: tag.state,
    attributes: tag.attributes,
    codebook: tag.codebookVersion,
  };
};

beforeAll(async () => {
  editor = await aPerson(await aWorkspace(), { role: "admin" });
});
const anew = async () => {
  projectId = await aProject(editor);
  reviewer = await joins(await aPerson(editor.workspaceId), projectId, "reviewer");
  report = await aReport(editor, projectId);
  value(await changeCodebook(editor, projectId, PutCodebook.parse({ ...book, version: 1 })));
};

const merging: CodebookMove = {
  move: "choice",
  kind: "label:weapon",
  attribute: "condition",
  from: "burnt",
  to: "destroyed",
};

describe("values that become another", () => {
  test("are counted first, written under the codebook in force, keep their decisions, and come back", async () => {
    await anew();
    const [burnt, intact] = [
      await tagged({ condition: "burnt", note: "black" }),
      await tagged({ condition: "intact" }),
    ];
    value(
      await decideOnTag(reviewer, { id: burnt, type: "annotation" }, { decision: "accept", version: 1, reason: "" }),
    );
    value(await changeCodebook(editor, projectId, PutCodebook.parse({ ...book, version: 2 })));
    expect(value(await previewMove(editor, projectId, merging))).toMatchObject({
      tags: 1,
      left: { attributes: 0, links: 0, closed: 0 },
      examples: [{ tagId: burnt, quote: "military", state: "accepted" }],
    });
    const made = value(await migrateCodebook(editor, projectId, merging));
    expect(made).toMatchObject({ tags: 1, codebookVersion: 3, what: merging });
    expect(await now(burnt)).toEqual({
      kind: "label:weapon",
      version: 2,
      state: "accepted",
      attributes: { condition: "destroyed", note: "black" },
      codebook: 3,
    });
    expect(await now(intact)).toMatchObject({ version: 1 });
    expect(value(await undoMigration(editor, projectId, made.id))).toMatchObject({ stayed: 0 });
    expect(await now(burnt)).toMatchObject({
      version: 3,
      attributes: { condition: "burnt", note: "black" },
      codebook: 2,
    });
    expect(value(await undoMigration(editor, projectId, made.id))).toMatchObject({ stayed: 0 });
    expect(value(await listMigrations(editor, projectId)).items).toMatchObject([{ id: made.id, tags: 1 }]);
  });

  test("among several of one tag stand there once", async () => {
    await anew();
    const id = await tagged({ marks: ["burnt", "destroyed"] });
    value(await migrateCodebook(editor, projectId, { ...merging, attribute: "marks" }));
    expect(await now(id)).toMatchObject({ attributes: { marks: ["destroyed"] } });
  });

  test("that somebody changed since stay as they are now", async () => {
    await anew();
    const id = await tagged({ condition: "burnt" });
    const made = value(await migrateCodebook(editor, projectId, merging));
    const body = anAnnotation(report, "military", {
      kind: "label:weapon",
      attributes: { condition: "intact" },
      version: 2,
    });
    value(await changeTag(editor, report.reportId, putAnnotation(body, id)));
    expect(value(await undoMigration(editor, projectId, made.id))).toMatchObject({ stayed: 1 });
    expect(await now(id)).toMatchObject({ version: 3, attributes: { condition: "intact" } });
  });
});

test("a label moves where nothing is lost; what says more, has links or is on closed reports stays", async () => {
  await anew();
  const moving: CodebookMove = { move: "label", from: "weapon", to: "equipment" };
  const fits = await tagged({ condition: "burnt" });
  const saysMore = await tagged({ marks: ["burnt"] });
  const linked = await tagged({});
  const claim = await tagged({}, report, "claim");
  const link = putRelation({ kind: "relation:used", from: claim, to: linked, attributes: {} });
  value(await changeTag(editor, report.reportId, link));
  const shut = await aReport(editor, projectId);
  const closed = await tagged({}, shut);
  value(await closeReport(editor, shut.reportId));
  const preview = value(await previewMove(editor, projectId, moving));
  expect(preview).toMatchObject({ tags: 1, left: { attributes: 1, links: 1, closed: 1 } });
  value(await migrateCodebook(editor, projectId, moving));
  expect(await now(fits)).toMatchObject({ kind: "label:equipment", version: 2 });
  for (const id of [saysMore, linked, closed])
    expect(await now(id)).toMatchObject({ kind: "label:weapon", version: 1 });
});

test("more tags than are moved at once are moved by the same move again, past those that stay", async () => {
  await anew();
  const shut = await aReport(editor, projectId);
  const stays = [await tagged({ condition: "burnt" }, shut), await tagged({ condition: "burnt" }, shut)];
  value(await closeReport(editor, shut.reportId));
  const ids = [];
  for (let nth = 0; nth < 5; nth += 1) ids.push(await tagged({ condition: "burnt" }, await aReport(editor, projectId)));
  const sizes = { page: 2, most: 3 };
  expect(value(await previewMove(editor, projectId, merging, sizes))).toMatchObject({ tags: 3, more: true });
  const first = value(await migrateCodebook(editor, projectId, merging, sizes));
  expect(first).toMatchObject({ tags: 3 });
  expect(value(await previewMove(editor, projectId, merging, sizes))).toMatchObject({
    ...{ tags: 2, more: false },
    left: { closed: 2 },
  });
  expect(value(await migrateCodebook(editor, projectId, merging, sizes))).toMatchObject({ tags: 2 });
  for (const id of ids) expect(await now(id)).toMatchObject({ version: 2, attributes: { condition: "destroyed" } });
  for (const id of stays) expect(await now(id)).toMatchObject({ version: 1 });
  value(await undoMigration(editor, projectId, first.id));
  const back = await Promise.all(ids.map(now));
  expect(back.filter(({ attributes }) => attributes["condition"] === "burnt")).toHaveLength(3);
});

test("a blind layer is neither counted nor moved before it opens", async () => {
  projectId = await aProject(editor, { mode: "independent" });
  report = await aReport(editor, projectId);
  value(await changeCodebook(editor, projectId, PutCodebook.parse({ ...book, version: 1 })));
  const analyst = await joins(await aPerson(editor.workspaceId), projectId, "analyst");
  const body = anAnnotation(report, "military", { kind: "label:weapon", attributes: { condition: "burnt" } });
  value(await changeTag(analyst, report.reportId, putAnnotation(body)));
  expect(value(await previewMove(editor, projectId, merging))).toMatchObject({ tags: 0, examples: [] });
  expect(await migrateCodebook(editor, projectId, merging)).toMatchObject({ failure: { kind: "invalid" } });
  expect(await previewMove(analyst, projectId, merging)).toMatchObject({ failure: { kind: "forbidden" } });
});

test.each([
  { move: { ...merging, to: "burnt" }, field: "to" },
  { move: { ...merging, to: "rusty" }, field: "to" },
  { move: { ...merging, attribute: "colour" }, field: "attribute" },
  { move: { move: "label", from: "x", to: "equipment" }, field: "from" },
] as { move: CodebookMove; field: string }[])(
  "$move.move to $move.to is refused at $field",
  async ({ move, field }) => {
    await anew();
    expect(await previewMove(editor, projectId, move)).toMatchObject({ failure: { problems: [{ field }] } });
  },
);
