import { beforeAll, describe, expect, test } from "vitest";
import type { Actor } from "@/domain/access/actor";
import type { ProjectId } from "@/domain/ids";
import { aPerson, joins } from "@/prisma/builders/person";
import { aProject } from "@/prisma/builders/project";
import { aReport } from "@/prisma/builders/report";
import { anAnnotation, putAnnotation } from "@/prisma/builders/tag";
import { aWorkspace } from "@/prisma/builders/workspace";
import { fillGazetteer } from "@/server/data/gazetteer/fill";
import { changeProject } from "@/server/operations/change-project";
import { changeTags } from "@/server/operations/change-tags";
import { loadGazetteer } from "@/server/operations/load-gazetteer";
import { lookUpPlaces } from "@/server/operations/look-up-places";

let editor: Actor;
let projectId: ProjectId;

beforeAll(async () => {
  await loadGazetteer({ only: new Set(["SY", "LB"]), again: true });
  editor = await aPerson(await aWorkspace());
  projectId = await aProject(editor);
});

const nothing = { before: "", after: "", featureType: undefined, near: [], limit: 20 };
type Asked = Partial<Parameters<typeof lookUpPlaces>[2]>;

async function look(name: string, asked: Asked = {}, [actor, project]: [Actor, ProjectId] = [editor, projectId]) {
  const answer = await lookUpPlaces(actor, project, { name, ...nothing, ...asked });
  if (!answer.ok) throw new Error(answer.failure.kind);
  return answer.value;
}

const short = async (...asked: Parameters<typeof look>) =>
  (await look(...asked)).items.map(({ layer, name, featureType, admin1 }) => [layer, name, featureType, admin1]);

describe("names of the gazetteer", () => {
  test("a town and the province of its name are two places, and a word for one puts it first", async () => {
    expect(await short("Hama")).toEqual([
      ["letters", "Ḩamāh", "settlement", "Hama"],
      ["letters", "Hama", "province", undefined],
      ["letters", "Hama District", "district", "Hama"],
    ]);
    expect((await short("Hama", { featureType: "province" }))[0]).toEqual(["letters", "Hama", "province", undefined]);
  });

  test.each([
    ["al-Salamiyah", "As Salamīyah"],
    ["Khanasser", "Khanāşir"],
    ["al-Sukhnah", "As Sukhnah"],
    ["Deir Ezzur", "Deir ez-Zor"],
    ["السلمية", "As Salamīyah"],
    ["Хомс", "Homs"],
  ])("%s is found as %s", async (asked, name) => {
    expect((await look(asked)).items.map((place) => place.name)).toContain(name);
  });

  test("a name that is only nearly alike is a guess, and stands beside nothing surer", async () => {
    const { items } = await look("Salamyeh");
    expect(items.length).toBeGreaterThan(0);
    const guesses = (await look("Khanasar")).items;
    expect(guesses.map(({ layer }) => layer)).toEqual(guesses.map(() => "guess"));
    expect(guesses.map(({ name }) => name)).toContain("Khanāşir");
  });

  test.each([
    ["Northern Hama", {}, "Hama", "province"],
    ["the town of Hama", {}, "Ḩamāh", "settlement"],
    ["Hama", { after: " province" }, "Hama", "province"],
    ["حماة", { before: "مدينة " }, "Ḩamāh", "settlement"],
  ] as const)("%s with what stands around it is %s, %s", async (words, asked, name, type) => {
    expect((await short(words, asked))[0]?.slice(1, 3)).toEqual([name, type]);
  });

  test("an area stands at the middle of its people, and says so", async () => {
    const { items } = await look("Hama", { featureType: "province" });
    expect(items[0]).toMatchObject({ coordinateBasis: "area's middle", country: "SY" });
  });

  test("distance is that to the nearest of the report's places, in kilometres", async () => {
    const near = [
      { latitude: 35.01127, longitude: 37.05324 },
      { latitude: 33.5, longitude: 36.3 },
    ];
    expect((await look("Hama", { near })).items[0]).toMatchObject({ distanceKm: 30 });
  });

  test.each([["-"], ["x"], ["?".repeat(200)], ["\\N"], ["%"]])("%s finds nothing and harms nothing", async (name) => {
    expect((await look(name)).items).toEqual([]);
  });

  test("countries of interest come first", async () => {
    const project = await aProject(editor);
    const first = async () => (await look("Tripoli", {}, [editor, project])).items[0]?.country;
    await fillGazetteer(
      ["LY", "LB"].map((country, at) => ({
        ...{ id: `geonames:${at}`, name: "Tripoli", feature: "settlement" as const, country, names: ["Tripoli"] },
        ...{ latitude: 32 + at, longitude: 13 + at, population: country === "LY" ? 1_000_000 : 200_000 },
      })),
      async () => undefined,
    );
    expect(await first()).toBe("LY");
    await changeProject(editor, project, { countries: ["LB"] });
    expect(await first()).toBe("LB");
    await loadGazetteer({ only: new Set(["SY", "LB"]), again: true });
  });
});

test("the gazetteer says how far it is filled, and filling it again changes nothing", async () => {
  expect((await look("Hama")).gazetteer).toEqual({ state: "loaded", percent: 100 });
  expect(await loadGazetteer({ only: new Set(["SY", "LB"]) })).toEqual({ outcome: "known" });
});

describe("places of the project", () => {
  const located = { name: "Uqayribat", latitude: 34.96, longitude: 37.47 };

  test("what somebody located is a candidate from then on, by its words and by its name", async () => {
    const project = await aProject(editor);
    const report = await aReport(editor, project, { text: "They fled from Aqayrabat to Hama." });
    const attributes = { located, featureType: "settlement" };
    await changeTags(editor, report.reportId, [
      putAnnotation(anAnnotation(report, "Aqayrabat", { kind: "place", attributes })),
    ]);
    for (const name of ["Aqayrabat", "AQAYRABAT", "Uqayribat"]) {
      const [first] = (await look(name, {}, [editor, project])).items;
      expect(first).toEqual({ ...located, layer: "project", featureType: "settlement" });
    }
    expect((await short("Aqayrabat")).map(([layer]) => layer)).not.toContain("project");
  });

  test("what a colleague located in a closed layer is none", async () => {
    const blind = await aProject(editor, { mode: "independent" });
    const report = await aReport(editor, blind, { text: "They fled from Aqayrabat to Hama." });
    const ana = await joins(await aPerson(editor.workspaceId), blind, "analyst");
    const ben = await joins(await aPerson(editor.workspaceId), blind, "analyst");
    await changeTags(ana, report.reportId, [
      putAnnotation(anAnnotation(report, "Aqayrabat", { kind: "place", attributes: { located } })),
    ]);
    const layers = async (actor: Actor) => (await short("Aqayrabat", {}, [actor, blind])).map(([layer]) => layer);
    expect(await layers(ana)).toContain("project");
    expect(await layers(ben)).not.toContain("project");
  });
});
