import { beforeAll, describe, expect, test } from "vitest";
import type { Actor } from "@/domain/access/actor";
import { MakeEntity } from "@/domain/entity/entity";
import type { Result } from "@/domain/failure";
import { type EntityId, type ProjectId, TagId } from "@/domain/ids";
import type { MapPlaces } from "@/domain/map/on-map";
import type { PlaceAttributes } from "@/domain/tag/place";
import { aPerson, joins } from "@/prisma/builders/person";
import { aProject } from "@/prisma/builders/project";
import { aReport, type BuiltReport } from "@/prisma/builders/report";
import { anAnnotation, aRelation, putAnnotation, putRelation } from "@/prisma/builders/tag";
import { aWorkspace } from "@/prisma/builders/workspace";
import { fillGazetteer } from "@/server/data/gazetteer/fill";
import { newId } from "@/server/new-id";
import { changeEvent, makeEvent } from "@/server/operations/change-events";
import { changeTags } from "@/server/operations/change-tags";
import { decideOnTag } from "@/server/operations/decide-tags";
import { makeEntity } from "@/server/operations/entities";
import { readEventMap, readMap, readNeighbours } from "@/server/operations/read-map";

let editor: Actor;
let analyst: Actor;
let projectId: ProjectId;

function value<T>(result: Result<T>): T {
  if (!result.ok) throw new Error(JSON.stringify(result.failure));
  return result.value;
}

beforeAll(async () => {
  editor = await aPerson(await aWorkspace());
  projectId = await aProject(editor);
  analyst = await joins(await aPerson(editor.workspaceId), projectId, "analyst");
});

const text = "Clash\n\nThe army shelled Hama and Homs on Sunday, and the oil pipeline burned.";
const hama = {
  featureType: "settlement",
  located: { name: "Hama", latitude: 35.13, longitude: 36.75, coordinateBasis: "named place" },
} as const;

async function changed(by: Actor, { reportId }: BuiltReport, ...changes: Parameters<typeof changeTags>[2]) {
  for (const answer of value(await changeTags(by, reportId, changes))) {
    if (!answer.ok) throw new Error(JSON.stringify(answer.failure));
  }
}

async function aPlace(report: BuiltReport, words: string, attributes: PlaceAttributes, by = analyst) {
  const id = newId(TagId);
  await changed(by, report, putAnnotation(anAnnotation(report, words, { kind: "place", attributes }), id));
  return id;
}

type Asked = Partial<Parameters<typeof readMap>[1]>;
const everything = { report: undefined, entity: undefined, featureType: undefined, q: "", limit: 100 } as const;
const mapped = async (by: Actor, asked: Asked = {}): Promise<MapPlaces> =>
  value(await readMap(by, { projectId, ...everything, states: ["open", "accepted", "returned"], ...asked }));
const wordsOn = async (...asked: Parameters<typeof mapped>) =>
  (await mapped(...asked)).items.map(({ words }) => words).sort();

describe("the places of a project", () => {
  let report: BuiltReport;
  let other: BuiltReport;
  let place: TagId;
  beforeAll(async () => {
    report = await aReport(editor, projectId, { text });
    other = await aReport(editor, projectId, { text: `${text} Again.` });
    place = await aPlace(report, "Hama", hama);
    await aPlace(report, "the oil pipeline", { resolution: "cannot be located" });
    await aPlace(other, "Homs", { located: { name: "Ḩimş", latitude: 34.73 } });
  });

  test("stand where they were located, and nowhere where they were not", async () => {
    const { items, reports } = await mapped(editor);
    const at = Object.fromEntries(items.map(({ words, latitude, longitude }) => [words, [latitude, longitude]]));
    expect(at).toEqual({
      Hama: [35.13, 36.75],
      "the oil pipeline": [undefined, undefined],
      // Half of a pair is none.
      Homs: [undefined, undefined],
    });
    expect(items.find(({ id }) => id === place)).toMatchObject({ featureType: "settlement", state: "open" });
    expect(Object.keys(reports).sort()).toEqual([report.reportId, other.reportId].sort());
  });

  test.each([
    { when: "of one report", asked: () => ({ report: other.reportId }), is: ["Homs"] },
    { when: "of one feature type", asked: () => ({ featureType: "settlement" }), is: ["Hama"] },
    { when: "by what they were resolved to", asked: () => ({ q: "ḩimş" }), is: ["Homs"] },
    { when: "by the report's words", asked: () => ({ q: "pipeline" }), is: ["the oil pipeline"] },
    { when: "with signs that a pattern would read", asked: () => ({ q: "%" }), is: [] },
    { when: "of one state", asked: () => ({ states: ["accepted"] }), is: [] },
  ] as { when: string; asked: () => Asked; is: string[] }[])("$when", async ({ asked, is }) => {
    expect(await wordsOn(editor, asked())).toEqual(is);
  });

  test("are those of the latest reports where there are more than a map shows, and it says so", async () => {
    const { items, more } = await mapped(editor, { limit: 1 });
    expect([items.map(({ words }) => words), more]).toEqual([["Homs"], true]);
    expect((await mapped(editor, { limit: 3 })).more).toBe(false);
  });

  test("are seen by readers once they are accepted, and by nobody outside", async () => {
    const reader = await joins(await aPerson(editor.workspaceId), projectId, "reader");
    expect(await wordsOn(reader)).toEqual([]);
    value(await decideOnTag(editor, { id: place, type: "annotation" }, { decision: "accept", version: 1, reason: "" }));
    expect(await wordsOn(reader)).toEqual(["Hama"]);
    const outside = await aPerson(editor.workspaceId);
    const asked = { projectId, ...everything, states: ["accepted"] as const };
    expect(await readMap(outside, asked)).toMatchObject({ ok: false, failure: { kind: "not-found" } });
  });
});

test("an entity's places are those of claims that it makes or acts in", async () => {
  const make = async (name: string): Promise<EntityId> =>
    value(await makeEntity(analyst, projectId, MakeEntity.parse({ name, kind: "armed or state actor" }))).id;
  const [army, agency, nobody] = [await make("The army"), await make("An agency"), await make("Nobody")];
  const report = await aReport(editor, projectId, { text: `${text} An agency said so.` });
  const [acted, said, elsewhere] = [newId(TagId), newId(TagId), newId(TagId)];
  const actors = [{ entityId: army, role: "initiator" as const }];
  await changed(
    analyst,
    report,
    putAnnotation(anAnnotation(report, "The army shelled Hama", { attributes: { actors } }), acted),
    putAnnotation(anAnnotation(report, "the oil pipeline burned"), said),
    putAnnotation(anAnnotation(report, "on Sunday"), elsewhere),
  );
  const ofActed = await aPlace(report, "Hama", hama);
  const ofSaid = await aPlace(report, "the oil pipeline", {});
  await aPlace(report, "Homs", {});
  await changed(
    analyst,
    report,
    putRelation(aRelation(acted, { kind: "located-at", to: ofActed })),
    putRelation(aRelation(said, { kind: "located-at", to: ofSaid })),
    putRelation(aRelation(said, { toEntity: agency })),
  );
  expect(await wordsOn(editor, { entity: army })).toEqual(["Hama"]);
  expect(await wordsOn(editor, { entity: agency })).toEqual(["the oil pipeline"]);
  expect(await wordsOn(editor, { entity: nobody })).toEqual([]);
});

test("in an independent project everybody sees the places of their own layer, whoever reviews those of the final one", async () => {
  const blind = await aProject(editor, { mode: "independent" });
  const joined = async () => joins(await aPerson(editor.workspaceId), blind, "analyst");
  const [ana, ben] = [await joined(), await joined()];
  const report = await aReport(editor, blind, { text });
  await aPlace(report, "Hama", hama, ana);
  await aPlace(report, "Homs", {}, ben);
  await aPlace(report, "the oil pipeline", {}, editor);
  expect(await wordsOn(ana, { projectId: blind })).toEqual(["Hama"]);
  expect(await wordsOn(ben, { projectId: blind })).toEqual(["Homs"]);
  expect(await wordsOn(editor, { projectId: blind })).toEqual(["the oil pipeline"]);
});

test("events stand at their primary place, and without coordinates nowhere", async () => {
  const report = await aReport(editor, projectId, { text: `${text} At night.` });
  const event = async (title: string, words: string, at: TagId | undefined) => {
    const id = newId(TagId);
    const attributes = { kind: "event", polarity: "affirmed", certainty: "certain", standing: "asserted" } as const;
    await changed(analyst, report, putAnnotation(anAnnotation(report, words, { attributes }), id));
    value(await decideOnTag(editor, { id, type: "annotation" }, { decision: "accept", version: 1, reason: "" }));
    if (at) {
      const link = newId(TagId);
      await changed(
        analyst,
        report,
        putRelation(aRelation(id, { kind: "located-at", to: at, attributes: { primary: true } }), link),
      );
      for (const tag of [
        { id: at, type: "annotation" as const },
        { id: link, type: "relation" as const },
      ]) {
        value(await decideOnTag(editor, tag, { decision: "accept", version: 1, reason: "" }));
      }
    }
    return value(await makeEvent(analyst, projectId, { title, claims: [{ id, part: "supports" }] }));
  };
  const first = await event("Shelling", "The army shelled Hama", await aPlace(report, "Hama", hama));
  const second = await event("Fire", "the oil pipeline burned", undefined);
  const asked = { projectId, q: "", type: undefined, from: undefined, to: undefined, limit: 10 };
  const read = async (by: Actor, more: object = {}) =>
    value(await readEventMap(by, { ...asked, states: ["open"], ...more }));
  const { items, more } = await read(editor);
  const byTitle = Object.fromEntries(items.map(({ title, place }) => [title, place]));
  expect(byTitle["Shelling"]).toMatchObject({ name: "Hama", latitude: 35.13, longitude: 36.75, geoPrecision: 1 });
  expect(byTitle["Fire"]).toEqual({ missing: "no place" });
  expect(more).toBe(false);
  expect((await read(editor, { limit: 1 })).more).toBe(true);
  const reader = await joins(await aPerson(editor.workspaceId), projectId, "reader");
  expect((await read(reader)).items).toEqual([]);
  expect(first.state).toBe("open");
  // A point that somebody sets for a place that has none.
  const at = {
    name: "the pipeline",
    geoPrecision: 3,
    latitude: 34,
    longitude: 38,
    coordinateBasis: "analyst's point",
  } as const;
  const place = { ...at, reason: "seen on imagery" } as const;
  const { claims } = second.content;
  value(await changeEvent(analyst, second.id, { title: "Fire", claims, place, version: 1 }));
  const now = (await read(editor)).items.find(({ title }) => title === "Fire");
  expect(now?.place).toMatchObject({ latitude: 34, longitude: 38 });
});

test("the towns around are those with most people, across the antimeridian too", async () => {
  const town = (id: string, name: string, latitude: number, longitude: number, population: number) => ({
    ...{ id: `geonames:${id}`, name, feature: "settlement" as const, country: "FJ", names: [name] },
    ...{ latitude, longitude, population },
  });
  await fillGazetteer(
    [
      town("1", "Suva", -18.14, 178.44, 77_000),
      town("2", "Labasa", -16.43, 179.36, 24_000),
      town("3", "Apia", -13.83, -171.76, 40_000),
      town("4", "Nadi", -17.8, 177.4, 42_000),
    ],
    async () => undefined,
  );
  const around = async (south: number, west: number, north: number, east: number, limit = 10) =>
    value(await readNeighbours(analyst, projectId, { south, west, north, east, limit })).items.map(({ name }) => name);
  expect(await around(-20, 177, -12, -170)).toEqual(["Suva", "Nadi", "Apia", "Labasa"]);
  expect(await around(-20, 177, -12, -170, 2)).toEqual(["Suva", "Nadi"]);
  expect(await around(-20, 178, -15, 180)).toEqual(["Suva", "Labasa"]);
});
