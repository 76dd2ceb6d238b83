import { beforeAll, describe, expect, test } from "vitest";
import type { Actor } from "@/domain/access/actor";
import { MakeEntity } from "@/domain/entity/entity";
import type { Result } from "@/domain/failure";
import { AskedExport } from "@/domain/formats/asked";
import { type EntityId, OpId, type ProjectId, TagId } from "@/domain/ids";
import { SetPermittedUse } from "@/domain/protection/permitted-use";
import { aPerson, joins } from "@/prisma/builders/person";
import { aProject } from "@/prisma/builders/project";
import { aReport, type BuiltReport } from "@/prisma/builders/report";
import { anAnnotation, aRelation, putAnnotation, putRelation } from "@/prisma/builders/tag";
import { aWorkspace } from "@/prisma/builders/workspace";
import { newId } from "@/server/new-id";
import { changeTag } from "@/server/operations/change-tags";
import { makeEntity } from "@/server/operations/entities";
import { exportDataset } from "@/server/operations/export-dataset";
import { mergeEntity } from "@/server/operations/merge-entities";
import { previewExport } from "@/server/operations/preview-export";
import { changeProtection, decideName } from "@/server/operations/protect/change-protection";
import { listDisclosures, listOrdinaryNames, listProtected } from "@/server/operations/protect/read-protection";
import { setPermittedUse, undoPermittedUse } from "@/server/operations/protect/set-permitted-use";

const value = <T>(result: Result<T>): T => {
  if (!result.ok) throw new Error(JSON.stringify(result.failure));
  return result.value;
};

let editor: Actor;
let analyst: Actor;
let projectId: ProjectId;
let report: BuiltReport;
let doctor: EntityId;
let [claimId, sourceId] = [newId(TagId), newId(TagId)];

const text = "Shelling hit the clinic. Dr Layla Haddad said so on Monday. ليلى حداد spoke again, and hope is small.";

beforeAll(async () => {
  const workspaceId = await aWorkspace();
  editor = await aPerson(workspaceId);
  analyst = await aPerson(workspaceId);
});

/** A project of its own for each test: a claim that a named doctor is the source of. */
async function aCase(mode: "shared" | "independent" = "shared") {
  projectId = await aProject(editor, { mode });
  await joins(editor, projectId, "editor");
  await joins(analyst, projectId, "analyst");
  report = await aReport(editor, projectId, { text });
  const put = { name: "Layla Haddad", kind: "named person", aliases: ["Hope"], note: "At the clinic." };
  doctor = value(await makeEntity(editor, projectId, MakeEntity.parse(put))).id;
  [claimId, sourceId] = [newId(TagId), newId(TagId)];
  if (mode === "independent") return;
  const claim = anAnnotation(report, "Shelling hit the clinic", { attributes: { kind: "event" } });
  value(await changeTag(analyst, report.reportId, putAnnotation(claim, claimId)));
  const source = anAnnotation(report, "Dr Layla Haddad", { kind: "source", attributes: { entityId: doctor } });
  value(await changeTag(analyst, report.reportId, putAnnotation(source, sourceId)));
  const link = aRelation(claimId, { kind: "attributed-to", to: sourceId });
  value(await changeTag(analyst, report.reportId, putRelation(link, newId(TagId))));
}

const sets = (by: Actor, sent: object) => setPermittedUse(by, projectId, SetPermittedUse.parse(sent));
const onDoctor = (more: object) => ({ thing: { on: "entity", entityId: doctor }, ...more });

async function taken(format = "jsonl", by = editor): Promise<string> {
  const asked = AskedExport.parse({ format, state: "all", ...(format === "csv" && { layer: "sources" }) });
  const { chunks } = value(await exportDataset(by, { projectId }, asked));
  let out = "";
  for await (const chunk of chunks) out += new TextDecoder().decode(chunk);
  return out;
}

const countsIn = async () =>
  value(await previewExport(editor, { projectId }, AskedExport.parse({ format: "jsonl", state: "all" })));

describe("an entity", () => {
  test("may be named until somebody says otherwise", async () => {
    await aCase();
    expect(await taken()).toContain("Layla Haddad");
  });

  test("only described: a pseudonym, its names blocked out in every script, and its tags stay", async () => {
    await aCase();
    const { pseudonym } = value(await sets(analyst, onDoctor({ use: "described" })));
    const out = await taken();
    expect(out).toContain(pseudonym);
    for (const name of ["Layla", "Haddad", "ليلى", "At the clinic"]) expect(out).not.toContain(name);
    expect(out).toContain("Shelling hit the clinic. ███████████████ said so on Monday.");
    expect((await countsIn()).counts).toMatchObject({ sources: 1, relations: 1, entities: 1 });
    expect(await taken("csv")).toContain(pseudonym);
  });

  test("not at all: it is in no list, and its tags and links stay behind and are counted as such", async () => {
    await aCase();
    value(await sets(analyst, onDoctor({ use: "withheld" })));
    expect(await taken()).not.toContain(doctor);
    const { counts, losses } = await countsIn();
    expect(counts).toMatchObject({ claims: 1, sources: 0, relations: 0, entities: 0, relationsLeftBehind: 1 });
    expect(losses).toContainEqual({ what: "withheld-entities", count: 1, how: "dropped" });
  });

  test("merged entities are one: the strictest holds, and all their names are blocked out", async () => {
    await aCase();
    const other = value(
      await makeEntity(editor, projectId, MakeEntity.parse({ name: "Umm Salim", kind: "named person" })),
    );
    value(await sets(analyst, { thing: { on: "entity", entityId: other.id }, use: "described" }));
    value(await mergeEntity(editor, other.id, { into: doctor }));
    expect(await taken()).not.toMatch(/Layla|Umm Salim/);
  });

  test("who tags may tighten, and a reviewer loosens", async () => {
    await aCase();
    const { version } = value(await sets(analyst, onDoctor({ use: "withheld" })));
    expect(await sets(analyst, onDoctor({ use: "named", version }))).toMatchObject({
      failure: { reason: "needs-reviewer" },
    });
    expect(value(await sets(editor, onDoctor({ use: "named", version })))).toMatchObject({ version: 2, use: "named" });
    expect(await taken()).toContain("Layla Haddad");
  });

  test("a change that saw an earlier version is told, the same change again is kept once, and undo says what was before", async () => {
    await aCase();
    const opId = newId(OpId);
    const first = value(await sets(editor, onDoctor({ use: "described", reason: "At risk.", opId })));
    expect(value(await sets(editor, onDoctor({ use: "described", reason: "At risk.", opId })))).toEqual(first);
    expect(await sets(editor, onDoctor({ use: "withheld" }))).toMatchObject({ failure: { kind: "conflict" } });
    value(await sets(editor, onDoctor({ use: "withheld", version: 1 })));
    const undone = value(await undoPermittedUse(editor, first.id, { version: 2 }));
    expect(undone).toMatchObject({ use: "described", reason: "At risk.", version: 3 });
    expect(undone.history.map(({ number, use }) => `${number} ${use}`)).toEqual([
      "3 described",
      "2 withheld",
      "1 described",
    ]);
  });

  test("two who set at once: one is told of the other", async () => {
    await aCase();
    const both = await Promise.all([
      sets(editor, onDoctor({ use: "withheld" })),
      sets(analyst, onDoctor({ use: "described" })),
    ]);
    expect(both.filter(({ ok }) => ok)).toHaveLength(1);
  });
});

describe("passages, places and reports", () => {
  test("a passage is blocked out, code point by code point, and tags wholly on it stay behind", async () => {
    await aCase();
    const { segments } = anAnnotation(report, "Shelling hit the clinic");
    const thing = { on: "passage", reportId: report.reportId, revisionId: report.revisionId, segments };
    value(await sets(analyst, { thing, use: "withheld" }));
    const out = await taken();
    expect(out).toContain(`"text":"${"█".repeat(23)}. Dr`);
    expect(out).not.toContain("Shelling");
    expect((await countsIn()).counts).toMatchObject({ claims: 0, relations: 0 });
  });

  test("a passage whose words are others is refused", async () => {
    await aCase();
    const segments = [{ start: 0, end: 8, quote: "Shooting" }];
    const thing = { on: "passage", reportId: report.reportId, revisionId: report.revisionId, segments };
    expect(await sets(analyst, { thing, use: "withheld" })).toMatchObject({ failure: { kind: "invalid" } });
  });

  test("a withheld report stays behind with everything on it", async () => {
    await aCase();
    value(await sets(analyst, { thing: { on: "report", reportId: report.reportId }, use: "withheld" }));
    const { counts, losses } = await countsIn();
    expect(counts).toMatchObject({ reports: 0, annotations: 0, relations: 0 });
    expect(losses).toContainEqual({ what: "withheld-reports", count: 1, how: "dropped" });
    expect(await taken()).not.toContain(report.reportId);
  });

  test("a place leaves as its area, without coordinates", async () => {
    await aCase();
    const place = {
      id: "geonames:1",
      name: "Rasafa",
      latitude: 35.6,
      longitude: 38.7,
      admin1: "Raqqa",
      admin2: "Thawra",
    };
    const tag = anAnnotation(report, "clinic", { kind: "place", attributes: { located: place } });
    value(await changeTag(analyst, report.reportId, putAnnotation(tag, newId(TagId))));
    value(await sets(analyst, { thing: { on: "place", place }, use: "described" }));
    const out = await taken();
    expect(out).toContain('"located":{"name":"Thawra","admin1":"Raqqa","admin2":"Thawra"}');
    expect(out).not.toMatch(/Rasafa|35\.6|hit the clinic/);
  });
});

test("a name that may be an ordinary word waits for a person, and is blocked out until they decide", async () => {
  await aCase();
  value(await sets(analyst, onDoctor({ use: "described" })));
  expect(value(await listOrdinaryNames(editor, projectId)).items).toEqual([
    { name: "Haddad", of: [doctor] },
    { name: "Hope", of: [doctor] },
    { name: "Layla", of: [doctor] },
  ]);
  expect(await taken()).toContain("████ is small");
  const { items } = value(await decideName(editor, projectId, { name: "Hope", decision: "where tagged" }));
  expect(items.at(-1)).toMatchObject({ name: "Hope", decision: "where tagged" });
  expect(await taken()).toContain("hope is small");
  value(await decideName(editor, projectId, { name: "Hope", decision: null }));
  expect(await taken()).toContain("████ is small");
});

test("names of those who worked on it leave as pseudonyms where the project says so", async () => {
  await aCase();
  expect(await taken()).toContain(`"name":"${analyst.name}"`);
  value(await changeProtection(editor, projectId, { pseudonymousAnalysts: true }));
  const out = await taken();
  expect(out).not.toContain(`"name":"${analyst.name}"`);
  expect(out).toMatch(/"name":"Analyst [2-9A-Z]+"/);
});

test("tightening lists the exports that told more than may leave now", async () => {
  await aCase();
  await taken();
  const { id } = value(await sets(editor, onDoctor({ use: "described" })));
  await taken("csv");
  expect(value(await listDisclosures(editor, id)).items).toMatchObject([{ format: "jsonl", by: editor.userId }]);
  value(await sets(editor, onDoctor({ use: "withheld", version: 1 })));
  expect(value(await listDisclosures(editor, id)).items.map(({ format }) => format)).toEqual(["csv", "jsonl"]);
  value(await undoPermittedUse(editor, id, { version: 2 }));
  expect(value(await listDisclosures(editor, id)).items.map(({ format }) => format)).toEqual(["jsonl"]);
});

test("what a blind analyst says in a closed layer binds their doors alone, and nobody else sees it", async () => {
  await aCase("independent");
  const { segments } = anAnnotation(report, "Shelling hit the clinic");
  const thing = { on: "passage", reportId: report.reportId, revisionId: report.revisionId, segments };
  value(await sets(analyst, { thing, use: "withheld" }));
  const listed = async (by: Actor) => value(await listProtected(by, { projectId, limit: 10 })).items;
  expect(await listed(analyst)).toMatchObject([{ closed: true, thing: { on: "passage" } }]);
  expect(await listed(editor)).toEqual([]);
  expect(await taken("jsonl", analyst)).not.toContain("Shelling");
  expect(await taken("jsonl", editor)).toContain("Shelling");
  expect(await sets(analyst, onDoctor({ use: "withheld" }))).toMatchObject({ failure: { reason: "needs-reviewer" } });
});
