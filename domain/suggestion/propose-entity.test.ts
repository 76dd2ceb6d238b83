import { describe, expect, test } from "vitest";
import { EntityId } from "@/domain/ids";
import { proposeEntityForSource } from "./propose-entity";

const id = (number: number) => EntityId.parse(`00000000-0000-7000-8000-${String(number).padStart(12, "0")}`);
const [local, senior, field, omar, outlet, otherOutlet] = [1, 2, 3, 4, 5, 6].map(id);
if (!local || !senior || !field || !omar || !outlet || !otherOutlet) throw new Error("six entities");

const earlier = [
  { quote: "local sources", entityId: local },
  { quote: "A senior military source", entityId: senior },
  { quote: "Field sources", entityId: field },
];
const entities = [
  { id: omar, name: "Omar Khalid", aliases: ["عمر خالد"], outletId: undefined },
  { id: id(7), name: "residents", aliases: [], outletId: otherOutlet },
  { id: id(8), name: "witnesses", aliases: [], outletId: outlet },
  { id: id(9), name: "Merged", aliases: [], mergedInto: omar },
];

describe("a source's words propose whom they stand for", () => {
  test.each([
    { quote: "The sources", who: field, why: "the last of the same number" },
    { quote: "The source", who: senior, why: "the last of the same number" },
    { quote: "the same sources", who: field, why: "the last of the same number" },
    { quote: "the local sources", who: local, why: "the same words" },
    { quote: "FIELD  SOURCES", who: field, why: "the same words" },
    { quote: "Field\u202fsour\u00adces\u200f", who: field, why: "the same words" },
    { quote: "he", who: senior, why: "the last single speaker" },
    { quote: "They", who: field, why: "the last plural speaker" },
    { quote: "Omar Khalid", who: omar, why: "a name of the registry" },
    { quote: "عمر\u200f خالد\u061c", who: omar, why: "a name of the registry between direction marks" },
    { quote: "عمر خالد", who: omar, why: "an alias of the registry" },
    { quote: "witnesses", who: id(8), why: "unnamed, of this outlet" },
    { quote: "residents", who: undefined, why: "unnamed, of another outlet" },
    { quote: "Merged", who: undefined, why: "merged away" },
    { quote: "the ministry", who: undefined, why: "nobody had this noun" },
    { quote: "sources", who: undefined, why: "points back at nobody" },
    { quote: " ", who: undefined, why: "no words" },
  ])("$quote: $why", ({ quote, who }) => {
    expect(proposeEntityForSource(quote, earlier, entities, outlet)).toBe(who);
  });

  test.each([
    { quote: "المصادر", who: local },
    { quote: "المصدر", who: senior },
    { quote: "مصادر محلية", who: local },
    { quote: "المصادر المحلية", who: local },
  ])("$quote", ({ quote, who }) => {
    const arabic = [
      { quote: "مصادر محلية", entityId: local },
      { quote: "مصدر عسكري", entityId: senior },
    ];
    expect(proposeEntityForSource(quote, arabic, [])).toBe(who);
  });
});
