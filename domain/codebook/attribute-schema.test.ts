import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { LabelAttribute } from "@/domain/codebook/attribute";
import { attributesSchemaOf, retiredIn } from "@/domain/codebook/attribute-schema";
import { attributeTypes } from "@/domain/codebook/codebook-values";
import { unsaidRequired } from "@/domain/codebook/required";

const choices = [
  { slug: "intact", name: "Intact" },
  { slug: "burnt", name: "Burnt", retired: true },
];
const attributes = attributeTypes.map((type) =>
  LabelAttribute.parse({ slug: type, name: type, type, choices: type.startsWith("choice") ? choices : [] }),
);
const entityId = "01a22d60-0000-7000-8000-000000000001";
const takes = (said: object) => attributesSchemaOf(attributes).safeParse(said).success;

test.each([
  { said: {}, taken: true },
  { said: { note: "only a note, as before" }, taken: true },
  {
    said: { text: "T-72", number: 0, date: "2026-11-30", choice: "intact", choices: ["intact", "burnt"] },
    taken: true,
  },
  {
    said: { "yes-no": "no", entity: { entityId }, place: { name: "Hama", latitude: 35.1, longitude: 36.7 } },
    taken: true,
  },
  { said: { choice: "burnt" }, taken: true },
  { said: { calibre: 5 }, taken: false },
  { said: { number: "5" }, taken: false },
  { said: { number: Number.NaN }, taken: false },
  { said: { date: "30.11.2026" }, taken: false },
  { said: { choice: "rusty" }, taken: false },
  { said: { choices: ["intact", "intact"] }, taken: false },
  { said: { choices: "intact" }, taken: false },
  { said: { "yes-no": true }, taken: false },
  { said: { entity: entityId }, taken: false },
  { said: { place: "Hama" }, taken: false },
])("$said: $taken", ({ said, taken }) => {
  expect(takes(said)).toBe(taken);
});

describe("what is retired", () => {
  const retired = [LabelAttribute.parse({ slug: "old", name: "Old", type: "text", retired: true }), ...attributes];
  test.each([
    { said: { choice: "intact" }, before: {}, fields: [] },
    { said: { choice: "burnt" }, before: {}, fields: ["attributes.choice"] },
    { said: { choice: "burnt" }, before: { choice: "burnt" }, fields: [] },
    { said: { choices: ["intact", "burnt"] }, before: { choices: ["burnt"] }, fields: [] },
    { said: { choices: ["burnt"] }, before: { choice: "burnt" }, fields: ["attributes.choices"] },
    { said: { old: "x" }, before: {}, fields: ["attributes.old"] },
    { said: { old: "x" }, before: { old: "x" }, fields: [] },
    { said: {}, before: { old: "x" }, fields: [] },
  ])("$said after $before", ({ said, before, fields }) => {
    expect(retiredIn(retired, said, before).map(({ field }) => field)).toEqual(fields);
  });

  test("what a tag has it keeps, whatever was retired since", () => {
    fc.assert(
      fc.property(fc.subarray(["intact", "burnt"]), fc.option(fc.string(), { nil: undefined }), (values, old) => {
        const said = { choices: values, ...(old !== undefined && { old }) };
        expect(retiredIn(retired, said, said)).toEqual([]);
      }),
    );
  });
});

test("a required attribute is missing until it says something; a retired one is not", () => {
  const required = attributes.map((each) => ({ ...each, required: true }));
  expect(unsaidRequired(required, { text: " ", number: 0, choices: [], "yes-no": "no" })).toEqual([
    "text",
    "date",
    "choice",
    "choices",
    "entity",
    "place",
  ]);
  expect(
    unsaidRequired(
      required.map((each) => ({ ...each, retired: true })),
      {},
    ),
  ).toEqual([]);
});
