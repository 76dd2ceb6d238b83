import { expect, test } from "vitest";
import { checkCodebook } from "@/domain/codebook/check-codebook";
import { Codebook } from "@/domain/codebook/codebook";

const book = (content: object) => Codebook.parse(content);
const weapon = { slug: "weapon", name: "Weapon" };
const calibre = { slug: "calibre", name: "Calibre", type: "number" };
const condition = {
  slug: "condition",
  name: "Condition",
  type: "choice",
  choices: [
    { slug: "intact", name: "Intact" },
    { slug: "destroyed", name: "Destroyed" },
  ],
};
const before = book({ labels: [{ ...weapon, attributes: [calibre, condition] }] });
const withAttributes = (...attributes: object[]) => ({ labels: [{ ...weapon, attributes }] });

test.each([
  { what: "nothing changed", next: withAttributes(calibre, condition), fields: [] },
  {
    what: "everything is renamed and retired",
    next: {
      labels: [{ ...weapon, name: "Arms", retired: true, attributes: [{ ...calibre, retired: true }, condition] }],
    },
    fields: [],
  },
  { what: "a label is missing", next: {}, fields: ["labels"] },
  { what: "an attribute is missing", next: withAttributes(condition), fields: ["labels.0.attributes"] },
  {
    what: "a choice is missing",
    next: withAttributes(calibre, { ...condition, choices: condition.choices.slice(1) }),
    fields: ["labels.0.attributes.1.choices"],
  },
  {
    what: "a choice is retired",
    next: withAttributes(calibre, {
      ...condition,
      choices: condition.choices.map((each) => ({ ...each, retired: true })),
    }),
    fields: [],
  },
  {
    what: "an attribute is of another type",
    next: withAttributes({ ...calibre, type: "text" }, condition),
    fields: ["labels.0.attributes.0.type"],
  },
  { what: "a label stands twice", next: { labels: [...before.labels, before.labels[0]] }, fields: ["labels.1.slug"] },
  {
    what: "a choice stands twice",
    next: withAttributes(calibre, { ...condition, choices: [...condition.choices, condition.choices[0]] }),
    fields: ["labels.0.attributes.1.choices.2.slug"],
  },
  {
    what: "a choice has nothing to choose",
    next: withAttributes(calibre, condition, { slug: "side", name: "Side", type: "choices" }),
    fields: ["labels.0.attributes.2.choices"],
  },
  {
    what: "a text has something to choose",
    next: withAttributes(calibre, condition, { ...condition, slug: "x", type: "text" }),
    fields: ["labels.0.attributes.2.choices"],
  },
  {
    what: "an attribute is called as what every tag has",
    next: withAttributes(calibre, condition, { slug: "note", name: "Note", type: "text" }),
    fields: ["labels.0.attributes.2.slug"],
  },
  {
    what: "two labels have one key",
    next: {
      labels: [
        { ...before.labels[0], key: "4" },
        { slug: "b", name: "B", key: "4" },
      ],
    },
    fields: ["labels.1.key"],
  },
  {
    what: "a retired label had the key",
    next: {
      labels: [
        { ...before.labels[0], key: "4", retired: true },
        { slug: "b", name: "B", key: "4" },
      ],
    },
    fields: [],
  },
  {
    what: "a relation joins what there is",
    next: {
      ...before,
      relationTypes: [{ slug: "owns", name: "owns", from: ["source"], to: ["label:weapon", "entity"] }],
    },
    fields: [],
  },
  {
    what: "a relation joins what there is not",
    next: { ...before, relationTypes: [{ slug: "owns", name: "owns", from: ["label:x"], to: ["claim"] }] },
    fields: ["relationTypes.0.from"],
  },
  {
    what: "a report field stands twice",
    next: {
      ...before,
      reportFields: [
        { slug: "case", name: "Case", type: "text" },
        { slug: "case", name: "Case", type: "text" },
      ],
    },
    fields: ["reportFields.1.slug"],
  },
  { what: "an event type is missing", next: { ...before, eventTypes: [] }, fields: [] },
])("when $what", ({ next, fields }) => {
  expect(checkCodebook(book(next), before).map(({ field }) => field)).toEqual(fields);
});

test("a codebook from before labels had attributes still parses", () => {
  expect(
    book({ eventTypes: [], labels: [{ slug: "rumour", name: "Rumour", definition: "", retired: false }] }),
  ).toEqual({
    eventTypes: [],
    labels: [
      {
        slug: "rumour",
        name: "Rumour",
        definition: "",
        guidelines: "",
        examples: [],
        colour: "violet",
        shape: "tag",
        attributes: [],
        retired: false,
      },
    ],
    relationTypes: [],
    reportFields: [],
  });
});

test("a hundred labels and no more", () => {
  const labels = Array.from({ length: 100 }, (_, at) => ({ slug: `label-${at}`, name: `Label ${at}` }));
  expect(checkCodebook(book({ labels }))).toEqual([]);
  expect(Codebook.safeParse({ labels: [...labels, { slug: "one-more", name: "One more" }] }).success).toBe(false);
});
