import fc from "fast-check";
import { describe, expect, test } from "vitest";
import type { TagId } from "@/domain/ids";
import { RevisionId } from "@/domain/ids";
import { type AnalystLayer, type Comparison, compareLayers } from "@/domain/review/compare/compare";
import type { ComparedAnnotation, Group } from "@/domain/review/compare/group";
import { comparing, idOf, type Notes, text } from "@/domain/review/compare/layers.fixture";
import { countPairs, countsOf } from "@/domain/review/compare/pairs";
import { codePoint } from "@/domain/text/offsets";
import { segmentsOf } from "@/domain/text/segment";

/** "AB other-borders segments": who has it, what it comes to, what differs. */
const said = ({ by, class: is, differs }: Group) => [by.join(""), is, ...differs].join(" ");

const cases: { when: string; notes: Notes[]; groups: string[]; links?: string[] }[] = [
  { when: "nobody tagged anything", notes: [{}, {}], groups: [] },
  {
    when: "both said the same",
    notes: [{ tags: ["claim [it left Hama]"] }, { tags: ["claim [it left Hama]"] }],
    groups: ["AB agreed"],
  },
  { when: "only the first saw it", notes: [{ tags: ["claim [it left Hama]"] }, {}], groups: ["A only"] },
  { when: "only the second saw it", notes: [{}, { tags: ["place [Hama]"] }], groups: ["B only"] },
  {
    when: "the same words have another label",
    notes: [{ tags: ["place [Hama]"] }, { tags: ["source [Hama]"] }],
    groups: ["AB other-label kind"],
  },
  {
    when: "the label has other borders",
    notes: [{ tags: ["claim [it left Hama]"] }, { tags: ["claim [it left Hama on Monday]"] }],
    groups: ["AB other-borders segments"],
  },
  {
    when: "one of them left out words in the middle",
    notes: [{ tags: ["claim [it left] [on Monday]"] }, { tags: ["claim [it left Hama on Monday]"] }],
    groups: ["AB other-borders segments"],
  },
  {
    when: "a tag stands in the gap of another",
    notes: [{ tags: ["claim [it left] [on Monday]"] }, { tags: ["claim [Hama]"] }],
    groups: ["A only", "B only"],
  },
  {
    when: "discontinuous tags are the same",
    notes: [{ tags: ["claim [it left] [on Monday]"] }, { tags: ["claim [it left] [on Monday]"] }],
    groups: ["AB agreed"],
  },
  {
    when: "an emoji is marked along",
    notes: [{ tags: ["source [😊 The army]"] }, { tags: ["source [The army]"] }],
    groups: ["AB other-borders segments"],
  },
  {
    when: "another label lies inside",
    notes: [{ tags: ["claim [it left Hama]"] }, { tags: ["place [Hama]"] }],
    groups: ["A only", "B only"],
  },
  {
    when: "the certainty differs",
    notes: [
      { tags: [["claim [it left Hama]", { certainty: "certain", kind: "event" }]] },
      { tags: [["claim [it left Hama]", { certainty: "probable", kind: "event" }]] },
    ],
    groups: ["AB attributes-differ attributes.certainty"],
  },
  {
    when: "one says nothing about the kind",
    notes: [{ tags: [["claim [it left Hama]", { kind: "event" }]] }, { tags: ["claim [it left Hama]"] }],
    groups: ["AB attributes-differ attributes.kind"],
  },
  {
    when: "they only wrote it in words of their own",
    notes: [
      { tags: [["claim [it left Hama]", { restatement: "The army left." }]] },
      { tags: [["claim [it left Hama]", { restatement: "Troops withdrew." }]] },
    ],
    groups: ["AB agreed"],
  },
  {
    when: "what happened is listed in another order",
    notes: [
      {
        tags: [
          [
            "claim [it left Hama]",
            {
              actors: [
                { role: "target", entityId: "2" },
                { role: "perpetrator", entityId: "1" },
              ],
            },
          ],
        ],
      },
      {
        tags: [
          [
            "claim [it left Hama]",
            {
              actors: [
                { entityId: "1", role: "perpetrator" },
                { entityId: "2", role: "target" },
              ],
            },
          ],
        ],
      },
    ],
    groups: ["AB agreed"],
  },
  {
    when: "a longer tag of the same label fits two",
    notes: [
      { tags: ["claim [it left Hama on Monday, and Idlib too]"] },
      { tags: ["claim [it left Hama on Monday]", "claim [Idlib too]"] },
    ],
    groups: ["AB other-borders segments", "B only"],
  },
  {
    when: "claims are nested in claims",
    notes: [
      { tags: ["claim [The army said it left Hama]", "claim [it left Hama]"] },
      { tags: ["claim [it left Hama]", "claim [The army said it left Hama]"] },
    ],
    groups: ["AB agreed", "AB agreed"],
  },
  {
    when: "one of them tagged the same twice",
    notes: [
      {
        tags: [
          ["claim [it left Hama]", { kind: "event" }],
          ["claim [it left Hama]", { kind: "denial" }],
        ],
      },
      { tags: [["claim [it left Hama]", { kind: "denial" }]] },
    ],
    groups: ["A only", "AB agreed"],
  },
  {
    when: "two of three see it alike",
    notes: [{ tags: ["place [Hama]"] }, { tags: ["place [Hama]"] }, {}],
    groups: ["AB only"],
  },
  {
    when: "one of three has another label",
    notes: [{ tags: ["place [Hama]"] }, { tags: ["place [Hama]"] }, { tags: ["source [Hama]"] }],
    groups: ["ABC other-label kind"],
  },
  {
    when: "label and borders differ at once",
    notes: [{ tags: ["place [Hama]"] }, { tags: ["source [Hama]"] }, { tags: ["place [Hama on Monday]"] }],
    groups: ["ABC other-label kind segments"],
  },
  {
    when: "the links are the same",
    notes: [
      { tags: ["claim [it left Hama]", "source [The army]"], links: ["1 attributed-to 2"] },
      { tags: ["source [The army]", "claim [it left Hama]"], links: ["2 attributed-to 1"] },
    ],
    groups: ["AB agreed", "AB agreed"],
    links: ["AB agreed"],
  },
  {
    when: "only one of them linked",
    notes: [
      { tags: ["claim [it left Hama]", "source [The army]"], links: ["1 attributed-to 2"] },
      { tags: ["claim [it left Hama]", "source [The army]"] },
    ],
    groups: ["AB agreed", "AB relations-differ relations"],
    links: ["A only"],
  },
  {
    when: "the links lead elsewhere",
    notes: [
      { tags: ["claim [it left Hama]", "source [The army]"], links: ["1 attributed-to 2"] },
      { tags: ["claim [it left Hama]", "source [The army]"], links: ["1 attributed-to article"] },
    ],
    groups: ["AB agreed", "AB relations-differ relations"],
    links: ["AB relations-differ to"],
  },
  {
    when: "the link is of another kind",
    notes: [
      { tags: ["claim [it left Hama]", "claim [Rebels denied that it left Hama]"], links: ["2 contradicts 1"] },
      { tags: ["claim [it left Hama]", "claim [Rebels denied that it left Hama]"], links: ["2 updates 1"] },
    ],
    groups: ["AB agreed", "AB relations-differ relations"],
    links: ["AB other-label kind"],
  },
  {
    when: "the link says another manner",
    notes: [
      { tags: ["claim [it left Hama]", "source [The army]"], links: [["1 attributed-to 2", { how: "explicit" }]] },
      { tags: ["claim [it left Hama]", "source [The army]"], links: [["1 attributed-to 2", { how: "anaphoric" }]] },
    ],
    groups: ["AB agreed", "AB relations-differ relations"],
    links: ["AB attributes-differ attributes.how"],
  },
  {
    when: "two places are linked, one of them by one",
    notes: [
      { tags: ["claim [it left Hama]", "place [Hama]", "place [Idlib]"], links: ["1 located-at 2", "1 located-at 3"] },
      { tags: ["claim [it left Hama]", "place [Hama]", "place [Idlib]"], links: ["1 located-at 3"] },
    ],
    groups: ["AB relations-differ relations", "AB agreed", "AB agreed"],
    links: ["A only", "AB agreed"],
  },
  {
    when: "links of a claim with other borders are still compared",
    notes: [
      { tags: ["claim [it left Hama]", "source [The army]"], links: ["1 attributed-to 2"] },
      { tags: ["claim [it left Hama on Monday]", "source [The army]"], links: ["1 attributed-to 2"] },
    ],
    groups: ["AB agreed", "AB other-borders segments"],
    links: ["AB agreed"],
  },
];

test.each(cases)("$when", ({ notes, groups, links = [] }) => {
  const { annotations, relations } = comparing(...notes);
  expect(annotations.map(said)).toEqual(groups);
  expect(relations.map(said).toSorted()).toEqual(links.toSorted());
});

test("who is missing is said", () => {
  expect(comparing({ tags: ["place [Hama]"] }, {}, {}).annotations[0]?.missing).toEqual(["B", "C"]);
});

test("a withdrawn tag is compared with nothing", () => {
  const layers = comparing({ tags: ["place [Hama]"] }, {});
  const [tag] = layers.annotations[0]?.tags ?? [];
  const gone: AnalystLayer[] = [
    { by: "A", annotations: tag ? [{ ...tag.tag, state: "withdrawn" }] : [], relations: [] },
    { by: "B", annotations: [], relations: [] },
  ];
  expect(compareLayers(gone).annotations).toEqual([]);
});

test("every two analysts are counted as if they were alone", () => {
  const [ab, ac, bc] = countPairs(
    comparing(
      { tags: ["place [Hama]", "claim [it left Hama]"] },
      { tags: ["place [Hama]"] },
      { tags: ["source [Hama]", "claim [it left Hama]"] },
    ),
  );
  expect(ab).toMatchObject({ a: "A", b: "B", annotations: { agreed: 1, only: 1 } });
  expect(ac).toMatchObject({ a: "A", b: "C", annotations: { agreed: 1, "other-label": 1 } });
  expect(bc).toMatchObject({ a: "B", b: "C", annotations: { "other-label": 1, only: 1 } });
});

const revisionId = RevisionId.parse("00000000-0000-7000-8000-0000000000aa");
const length = [...text].length;
const spans = fc
  .array(fc.tuple(fc.nat(length - 2), fc.integer({ min: 1, max: 20 })), { minLength: 1, maxLength: 3 })
  .map((all) =>
    all.map(([start, size]) => ({ start: codePoint(start), end: codePoint(Math.min(length, start + size)) })),
  );
const saying = fc.record({
  kind: fc.constantFrom("claim", "place", "source"),
  spans,
  certainty: fc.constantFrom(undefined, "certain", "possible"),
});
const anyLayers = fc.array(fc.array(saying, { maxLength: 12 }), { minLength: 1, maxLength: 4 }).map((people) =>
  people.map((tags, person): AnalystLayer => {
    const annotations = tags.map(
      ({ kind, spans: ranges, certainty }, at): ComparedAnnotation => ({
        id: idOf(person + 1, at + 1),
        type: "annotation",
        kind,
        state: "open",
        version: 1,
        origin: "person",
        updatedAt: "2026-05-01T12:00:00.000Z",
        revisionId,
        segments: segmentsOf(text, ranges),
        attributes: certainty ? { certainty } : {},
      }),
    );
    return { by: "ABCD"[person] ?? "", annotations, relations: [] };
  }),
);
const idsIn = (comparison: Comparison): TagId[] =>
  comparison.annotations.flatMap(({ tags }) => tags.map(({ tag }) => tag.id));

describe("for any layers", () => {
  test("every tag is in exactly one group, with at most one of each analyst's", () => {
    fc.assert(
      fc.property(anyLayers, (layers) => {
        const found = compareLayers(layers);
        const all = layers.flatMap(({ annotations }) => annotations.map(({ id }) => id));
        expect(idsIn(found).toSorted()).toEqual(all.toSorted());
        for (const { by } of found.annotations) expect(new Set(by).size).toBe(by.length);
        const counted = Object.values(countsOf(found.annotations)).reduce((sum, count) => sum + count, 0);
        expect(counted).toBe(found.annotations.length);
      }),
    );
  });

  test("the order of the analysts makes no difference", () => {
    fc.assert(
      fc.property(anyLayers, fc.nat(), (layers, turn) => {
        const by = layers.length === 0 ? 0 : turn % layers.length;
        const turned = [...layers.slice(by), ...layers.slice(0, by)].toReversed();
        expect(compareLayers(turned)).toEqual(compareLayers(layers));
      }),
    );
  });

  test("analysts who said the same agree on everything", () => {
    fc.assert(
      fc.property(anyLayers, fc.integer({ min: 2, max: 4 }), ([one], people) => {
        if (!one) return;
        const layers = Array.from({ length: people }, (_, person) => ({
          ...one,
          by: "ABCD"[person] ?? "",
          annotations: one.annotations.map((tag, at) => ({ ...tag, id: idOf(person + 10, at + 1) })),
        }));
        const { annotations } = compareLayers(layers);
        expect(annotations.every((group) => group.class === "agreed")).toBe(true);
        expect(annotations).toHaveLength(one.annotations.length);
      }),
    );
  });

  test("exchanging two analysts' work exchanges them in the groups", () => {
    fc.assert(
      fc.property(anyLayers, ([one, other]) => {
        if (!one || !other) return;
        const counts = (layers: AnalystLayer[]) => countsOf(compareLayers(layers).annotations);
        const turned = [
          { ...other, by: "A" },
          { ...one, by: "B" },
        ];
        const { agreed, only } = counts([one, other]);
        expect(counts(turned)).toMatchObject({ agreed, only });
      }),
    );
  });
});

test("ten analysts with two hundred tags each are compared in a moment", () => {
  const tags = (person: number): ComparedAnnotation[] =>
    Array.from({ length: 200 }, (_, at) => {
      const start = at * 25 + ((person * at) % 3);
      const segments = [{ start, end: start + 30 + ((person + at) % 5), quote: "", prefix: "", suffix: "" }];
      const kind = at % 3 === 0 ? "place" : "claim";
      return { ...fromFixture(), id: idOf(person, at), kind, segments };
    });
  const layers = Array.from({ length: 10 }, (_, person) => ({
    by: `${person}`,
    annotations: tags(person),
    relations: [],
  }));
  const begun = performance.now();
  const { annotations } = compareLayers(layers);
  const took = performance.now() - begun;
  expect(idsIn({ analysts: [], annotations, relations: [] })).toHaveLength(2000);
  expect(took).toBeLessThan(1000);
});

function fromFixture(): ComparedAnnotation {
  const [tag] = comparing({ tags: ["place [Hama]"] }).annotations[0]?.tags ?? [];
  if (!tag) throw new Error("The fixture has a tag.");
  return tag.tag;
}
