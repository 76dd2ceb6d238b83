import { beforeAll, describe, expect, test } from "vitest";
import type { Actor } from "@/domain/access/actor";
import { PutCodebook } from "@/domain/codebook/codebook";
import type { Result } from "@/domain/failure";
import { type ProjectId, TagId } from "@/domain/ids";
import type { PutAnnotation, Tag } from "@/domain/tag/tag";
import { aPerson, joins } from "@/prisma/builders/person";
import { aProject } from "@/prisma/builders/project";
import { aReport, type BuiltReport } from "@/prisma/builders/report";
import { anAnnotation, putAnnotation, putRelation } from "@/prisma/builders/tag";
import { aWorkspace } from "@/prisma/builders/workspace";
import { newId } from "@/server/new-id";
import { changeCodebook } from "@/server/operations/change-codebook";
import { changeTag } from "@/server/operations/change-tags";
import { listCodebookVersions } from "@/server/operations/list-codebook-versions";
import { readCodebookUsage } from "@/server/operations/read-codebook-usage";

const choices = [
  { slug: "intact", name: "Intact" },
  { slug: "burnt", name: "Burnt" },
];
const condition = { slug: "condition", name: "Condition", type: "choice", required: true, choices };
const weapon = { slug: "weapon", name: "Weapon", attributes: [condition] };
const used = { slug: "used", name: "used", from: ["claim"], to: ["label:weapon", "entity"] };
const first = PutCodebook.parse({ labels: [weapon], relationTypes: [used], version: 1 });
const burntRetired = {
  ...weapon,
  attributes: [{ ...condition, choices: choices.map((each) => ({ ...each, retired: each.slug === "burnt" })) }],
};

let editor: Actor;
let analyst: Actor;
let projectId: ProjectId;
let report: BuiltReport;

const value = <T>(result: { ok: true; value: T } | { ok: false }): T => {
  if (!result.ok) throw new Error(JSON.stringify(result));
  return result.value;
};
/** The version that a change made, or the fields that it was refused for. */
const briefly = (result: Result<Tag>): string => {
  if (result.ok) return `version ${result.value.version}`;
  const { failure } = result;
  return failure.kind === "invalid" ? `invalid ${failure.problems.map(({ field }) => field).join(", ")}` : failure.kind;
};
const tagged = async (
  by: Actor,
  attributes: Record<string, unknown>,
  more: Partial<PutAnnotation> = {},
  id = newId(TagId),
) =>
  briefly(
    await changeTag(
      by,
      report.reportId,
      putAnnotation(anAnnotation(report, "military", { kind: "label:weapon", attributes, ...more }), id),
    ),
  );

beforeAll(async () => {
  editor = await aPerson(await aWorkspace(), { role: "admin" });
  projectId = await aProject(editor, { mode: "independent" });
  analyst = await joins(await aPerson(editor.workspaceId), projectId, "analyst");
  report = await aReport(editor, projectId);
  value(await changeCodebook(editor, projectId, first));
});

describe("a tag is held against the codebook in force", () => {
  test.each([
    { attributes: {}, answer: "version 1" },
    { attributes: { condition: "burnt", note: "black" }, answer: "version 1" },
    { attributes: { condition: "rusty" }, answer: "invalid attributes.condition" },
    { attributes: { calibre: 5 }, answer: "invalid attributes" },
  ])("$attributes: $answer", async ({ attributes, answer }) => {
    expect(await tagged(analyst, attributes)).toBe(answer);
  });

  test("a relation joins what its type says", async () => {
    const [claim, arm] = [newId(TagId), newId(TagId)];
    expect(await tagged(analyst, {}, { kind: "claim" }, claim)).toBe("version 1");
    expect(await tagged(analyst, {}, {}, arm)).toBe("version 1");
    const link = (kind: `relation:${string}`, from: TagId, to: TagId) =>
      changeTag(analyst, report.reportId, putRelation({ kind, from, to, attributes: {} }));
    expect(briefly(await link("relation:used", claim, arm))).toBe("version 1");
    expect(briefly(await link("relation:used", arm, claim))).toBe("invalid from, to");
    expect(briefly(await link("relation:owns", claim, arm))).toBe("invalid from, to, kind");
    expect(await tagged(analyst, {}, { kind: "claim", version: 1 }, arm)).toBe("invalid kind");
  });
});

test("what is affected is counted through the layers that one sees", async () => {
  const mine = value(await readCodebookUsage(analyst, projectId));
  expect(mine.kinds.find(({ kind }) => kind === "label:weapon")).toEqual({
    kind: "label:weapon",
    tags: 3,
    attributes: expect.arrayContaining([
      { slug: "condition", tags: 1, values: [{ value: "burnt", tags: 1 }] },
      { slug: "note", tags: 1, values: [] },
    ]),
  });
  expect(value(await readCodebookUsage(editor, projectId)).kinds).toEqual([]);
});

test("what is retired stays on what has it and off everything new, also for who has not heard of it", async () => {
  const old = newId(TagId);
  expect(await tagged(analyst, { condition: "burnt" }, {}, old)).toBe("version 1");
  const second = PutCodebook.parse({ ...first, labels: [burntRetired], version: 2 });
  value(await changeCodebook(editor, projectId, second));
  expect(await tagged(analyst, { condition: "burnt", note: "still" }, { version: 1 }, old)).toBe("version 2");
  expect(await tagged(analyst, { condition: "burnt" })).toBe("invalid attributes.condition");
  value(
    await changeCodebook(
      editor,
      projectId,
      PutCodebook.parse({ ...second, labels: [{ ...burntRetired, retired: true }], version: 3 }),
    ),
  );
  expect(await tagged(analyst, { condition: "intact" })).toBe("invalid kind");
  expect(await tagged(analyst, { condition: "intact" }, { version: 2 }, old)).toBe("version 3");
});

test("what tags may carry cannot be taken out, and the answer says where", async () => {
  const gone = PutCodebook.parse({
    ...first,
    labels: [{ ...weapon, attributes: [{ ...condition, choices: choices.slice(1) }] }],
    version: 4,
  });
  expect(await changeCodebook(editor, projectId, gone)).toMatchObject({
    failure: { problems: [{ field: "labels.0.attributes.0.choices" }] },
  });
});

test("versions say what changed, page by page", async () => {
  const { items } = value(await listCodebookVersions(analyst, projectId, {}));
  expect(
    items.map(({ version, differences }) => [version, differences.map(({ path, did }) => [path.join("/"), did])]),
  ).toEqual([
    [4, [["weapon", "retired"]]],
    [3, [["weapon/condition/burnt", "retired"]]],
    [
      2,
      [
        ["weapon", "added"],
        ["used", "added"],
      ],
    ],
    [1, []],
  ]);
  expect(value(await listCodebookVersions(analyst, projectId, { before: 3 })).items).toHaveLength(2);
});

test("a stranger sees none of it", async () => {
  const stranger = await aPerson(await aWorkspace());
  expect(await readCodebookUsage(stranger, projectId)).toMatchObject({ failure: { kind: "not-found" } });
  expect(await listCodebookVersions(stranger, projectId, {})).toMatchObject({ failure: { kind: "not-found" } });
});
