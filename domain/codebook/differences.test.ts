import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { Codebook } from "@/domain/codebook/codebook";
import { differencesOf } from "@/domain/codebook/differences";
import { codebookOf } from "@/domain/codebook/presets/presets";
import { together } from "@/domain/codebook/together";
import { presets } from "@/domain/project/project-values";

const choices = [{ slug: "intact", name: "Intact" }];
const condition = { slug: "condition", name: "Condition", type: "choice", choices };
const weapon = { slug: "weapon", name: "Weapon", attributes: [condition] };
const book = (...labels: object[]) => Codebook.parse({ labels });
const before = book(weapon, { slug: "unit", name: "Unit" });
const [first, unit] = before.labels as [object, object];

test.each([
  { what: "nothing", after: before, are: [] },
  { what: "another order", after: book(unit, first), are: [] },
  { what: "a new label", after: book(first, unit, { slug: "a", name: "A" }), are: [{ path: ["a"], did: "added" }] },
  { what: "a label less", after: book(first), are: [{ path: ["unit"], did: "removed" }] },
  { what: "a retired one", after: book(first, { ...unit, retired: true }), are: [{ path: ["unit"], did: "retired" }] },
  {
    what: "another name and colour",
    after: book(first, { ...unit, name: "Armed unit", colour: "teal" }),
    are: [{ path: ["unit"], did: "changed", fields: ["name", "colour"], was: "Unit" }],
  },
  {
    what: "a choice more",
    after: book(
      { ...weapon, attributes: [{ ...condition, choices: [...choices, { slug: "burnt", name: "Burnt" }] }] },
      unit,
    ),
    are: [{ path: ["weapon", "condition", "burnt"], did: "added" }],
  },
])("$what", ({ after, are }) => {
  expect(differencesOf(before, after)).toEqual(are.map((each) => expect.objectContaining({ part: "labels", ...each })));
});

const label = fc.record({
  slug: fc.constantFrom("a", "b", "c", "d"),
  name: fc.constantFrom("One", "Two", "Three"),
  retired: fc.boolean(),
  attributes: fc.uniqueArray(
    fc.record({
      slug: fc.constantFrom("x", "y", "z"),
      name: fc.constantFrom("One", "Two"),
      type: fc.constant("text"),
    }),
    { selector: ({ slug }) => slug },
  ),
});
const anyBook = fc.uniqueArray(label, { selector: ({ slug }) => slug }).map((labels) => Codebook.parse({ labels }));

describe("changes of two people", () => {
  test("of one of them only, are theirs", () => {
    fc.assert(
      fc.property(anyBook, anyBook, (base, changed) => {
        expect(together(base, base, changed)).toEqual({ codebook: changed, clashes: [] });
        const mine = together(base, changed, base).codebook.labels;
        expect(mine.toSorted((a, b) => (a.slug < b.slug ? -1 : 1))).toEqual(
          changed.labels.toSorted((a, b) => (a.slug < b.slug ? -1 : 1)),
        );
      }),
    );
  });

  test("of different things are both kept, and what both changed is named", () => {
    const mine = book({ ...weapon, name: "Arms" }, unit);
    const theirs = book({ ...weapon, colour: "teal" }, { ...unit, name: "Armed unit" }, { slug: "new", name: "New" });
    const { codebook, clashes } = together(before, mine, theirs);
    expect(codebook.labels).toMatchObject([
      { slug: "weapon", name: "Arms", colour: "teal" },
      { slug: "unit", name: "Armed unit" },
      { slug: "new" },
    ]);
    expect(clashes).toEqual([]);
    expect(together(before, mine, book({ ...weapon, name: "Weapons" }, unit))).toMatchObject({
      codebook: { labels: [{ name: "Arms" }, { name: "Unit" }] },
      clashes: ["weapon"],
    });
  });

  test.each(presets)("of a project that began as %s, leave nothing out", (preset) => {
    const base = codebookOf(preset);
    expect(together(base, base, base)).toEqual({ codebook: base, clashes: [] });
  });
});
