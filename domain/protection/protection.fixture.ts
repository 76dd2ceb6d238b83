import { entityId, inTheHouse } from "@/domain/formats/sample.fixture";
import { spotOf } from "@/domain/gazetteer/project-places";
import { nothingProtected, type Protection } from "@/domain/protection/protection";

const place = { name: "Uqayribat", latitude: 34.9, longitude: 37.3 };
const { id: analyst = "" } = inTheHouse().header.people[0] ?? {};

/** Names of the sample that nobody outside may read, however they are spelled. */
export const secretNames = ["Local sources", "Uqayribat", "Aqayrabat"];

/** Protects of the sample what can be protected: its source, its place, its analyst. */
export const someProtection = (use: "described" | "withheld"): Protection => ({
  ...nothingProtected,
  version: 3,
  entities: [{ id: entityId, use, pseudonym: "Local source 7K3QZM" }],
  places: [{ key: spotOf(place), name: place.name, use }],
  people: [{ id: analyst, name: "Analyst", pseudonym: "Analyst 9FJ2TC" }],
  names: secretNames,
  held: { reports: [], entities: use === "withheld" ? [entityId] : [], tags: [] },
});
