import { expect, test } from "vitest";
import { fromProject, type ProjectPlace } from "@/domain/gazetteer/project-places";

const checkpoint: ProjectPlace = {
  words: "the checkpoint",
  place: {
    ...{ name: "Checkpoint 7", latitude: 35.2, longitude: 37.1, coordinateBasis: "analyst's point" },
    ...{
      featureType: "facility",
      aliases: ["حاجز ٧", "Al-Rabia checkpoint"],
      parent: "Ithriya",
      uncertaintyMetres: 200,
    },
  },
};

test.each([
  { by: "the words it was mentioned with", name: "the checkpoint" },
  { by: "its name", name: "checkpoint 7" },
  { by: "another name of it", name: "al-Rabia Checkpoint" },
  { by: "another name in its script", name: "حاجز ٧" },
])("a project place is found by $by", ({ name }) => {
  const [found, ...more] = fromProject([checkpoint])(name);
  expect(found).toMatchObject({ layer: "project", name: "Checkpoint 7", featureType: "facility", parent: "Ithriya" });
  expect(more).toEqual([]);
});

test.each(["Checkpoint", "", "-"])("and not by %j", (name) => {
  expect(fromProject([checkpoint])(name)).toEqual([]);
});
