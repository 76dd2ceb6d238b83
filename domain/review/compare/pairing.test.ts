import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { TagId } from "@/domain/ids";
import { type AnalystLayer, compareLayers } from "@/domain/review/compare/compare";
import type { Group } from "@/domain/review/compare/group";
import { contentsOf } from "@/domain/review/compare/labels";
import { comparing, layer } from "@/domain/review/compare/layers.fixture";
import { planMerge } from "@/domain/review/compare/merge";

const stacked = ["claim [it left Hama on Monday]", "claim [it left Hama on Monday]"] as const;
const sources = ["source [The army]", "source [Rebels]"] as const;

describe("the same work made in another order", () => {
  const one = { tags: [...stacked, ...sources], links: ["1 attributed-to 3", "2 attributed-to 4"] };

  test.each([
    { when: "the claims", other: { tags: one.tags, links: ["2 attributed-to 3", "1 attributed-to 4"] } },
    { when: "the links", other: { tags: one.tags, links: one.links.toReversed() } },
    {
      when: "the sources",
      other: { tags: [...stacked, ...sources.toReversed()], links: ["1 attributed-to 4", "2 attributed-to 3"] },
    },
  ])("$when: nobody disagrees, and all of it is merged", ({ other }) => {
    const comparison = comparing(one, other);
    expect(comparison.annotations.map((group) => group.class)).toEqual(Array(4).fill("agreed"));
    expect(comparison.relations.map((group) => group.class)).toEqual(Array(2).fill("agreed"));
    let next = 0;
    const newId = () => TagId.parse(`00000000-0000-7000-8000-${String(9_000_000 + next++).padStart(12, "0")}`);
    const strategy = { strategy: "all-agree", minimumVotes: 2, threshold: 1 } as const;
    const plan = planMerge(comparison, new Map(), strategy, newId);
    expect([plan.make.length, plan.left]).toEqual([6, []]);
  });

  test("claims that differ in attributes meet those with the same", () => {
    const certain = (first: string, second: string) => ({
      tags: [
        ["claim [it left Hama on Monday]", { certainty: first }],
        ["claim [it left Hama on Monday]", { certainty: second }],
      ] as const,
    });
    const { annotations } = comparing(certain("certain", "possible"), certain("possible", "certain"));
    expect(annotations.map((group) => group.class)).toEqual(["agreed", "agreed"]);
  });

  test("sources that are stacked meet by the claims that lead to them", () => {
    const tags = ["claim [left Hama]", "claim [denied]", "source [Rebels]", "source [Rebels]"];
    const { annotations, relations } = comparing(
      { tags, links: ["1 attributed-to 3", "2 attributed-to 4"] },
      { tags, links: ["1 attributed-to 4", "2 attributed-to 3"] },
    );
    expect([...annotations, ...relations].every((group) => group.class === "agreed")).toBe(true);
  });
});

test.each([
  { kind: "claim", said: { actors: [] } },
  { kind: "claim", said: { quantities: [{ what: "killed" }], eventTime: {}, checkWorthy: false } },
  { kind: "claim", said: { certainty: "unspecified", note: "" } },
  { kind: "place", said: { nodes: [], candidates: [], direction: "", partOfName: false } },
])("$said says no more than nothing", ({ kind, said }) => {
  const words = `${kind} [Hama]`;
  expect(comparing({ tags: [[words, said]] }, { tags: [words] }).annotations[0]?.class).toBe("agreed");
});

test("zero is a number, and blank is not zero", () => {
  const words = "claim [it left Hama]";
  const zero = { quantities: [{ what: "killed", low: 0 }] };
  expect(comparing({ tags: [[words, zero]] }, { tags: [words] }).annotations[0]?.class).toBe("attributes-differ");
});

const place = fc.constantFrom("[Hama]", "[left Hama]", "[it left Hama on Monday]", "[The army]", "[Rebels]");
const noted = fc.tuple(
  fc.constantFrom("claim", "place", "source").chain((kind) => place.map((words) => `${kind} ${words}`)),
  fc.constantFrom({}, { certainty: "certain" }, { certainty: "possible" }),
);
const anyNotes = fc.array(noted, { maxLength: 6 }).chain((tags) =>
  fc
    .array(fc.tuple(fc.nat({ max: Math.max(0, tags.length - 1) }), fc.nat({ max: Math.max(0, tags.length - 1) })), {
      maxLength: tags.length === 0 ? 0 : 4,
    })
    .map((ends) => ({
      tags,
      links: ends.map(([from, to], nth) => `${from + 1} ${nth % 2 === 0 ? "attributed-to" : "located-at"} ${to + 1}`),
    })),
);

/** The same work under other ids, made in another order. */
function shuffled(work: AnalystLayer, turn: number): AnalystLayer {
  const ids = [...work.annotations, ...work.relations].map(({ id }) => id);
  const mixed = ids.toSorted((a, b) => weight(a, turn) - weight(b, turn));
  const fresh = new Map(ids.map((id, at) => [id, mixed[at] ?? id]));
  const now = (id: TagId) => fresh.get(id) ?? id;
  const turned = <T extends { id: TagId }>(tags: readonly T[]) =>
    tags
      .map((tag) => ({ ...tag, id: now(tag.id) }))
      .toSorted((a, b) => weight(a.id, turn + 1) - weight(b.id, turn + 1));
  return {
    ...work,
    annotations: turned(work.annotations),
    relations: turned(work.relations).map((link) => ({
      ...link,
      from: now(link.from),
      ...(link.to && { to: now(link.to) }),
    })),
  };
}
const weight = (id: string, turn: number) => (Number(id.slice(-6)) * 7919 + turn * 104_729) % 1009;

/** Groups told by contents: what each person said in it, and what it came to. */
function told(layers: readonly AnalystLayer[]): string[] {
  const contents = new Map(layers.flatMap((work) => [...contentsOf(work)]));
  const label = (id: TagId) => contents.get(id)?.label ?? "";
  const { annotations, relations } = compareLayers(layers);
  const say = (group: Group) =>
    JSON.stringify([
      group.class,
      group.differs,
      (group.tags as readonly { by: string; tag: Group["tags"][number]["tag"] }[])
        .map(({ by, tag }) => [
          by,
          tag.type === "annotation"
            ? label(tag.id)
            : [tag.kind, label(tag.from), tag.to ? label(tag.to) : ""].join(" "),
        ])
        .toSorted(),
    ]);
  return [...annotations, ...relations].map(say).toSorted();
}

describe("what a comparison comes to", () => {
  test("hangs neither on ids nor on the order in which things were made", () => {
    fc.assert(
      fc.property(fc.array(anyNotes, { minLength: 2, maxLength: 3 }), fc.nat({ max: 1000 }), (notes, turn) => {
        const layers = notes.map((each, at) => layer("ABC"[at] ?? "", at + 1, each));
        expect(told(layers.map((work, at) => shuffled(work, turn + at)))).toEqual(told(layers));
      }),
      { numRuns: 300 },
    );
  });

  test("is the same from either side", () => {
    fc.assert(
      fc.property(anyNotes, anyNotes, (one, other) => {
        const swap = (text: string) => text.replace(/"([AB])"/g, (_, by: string) => (by === "A" ? '"B"' : '"A"'));
        const sorted = (words: readonly string[]) =>
          words
            .map((each) => JSON.parse(each))
            .map(([name, differs, tags]) => JSON.stringify([name, differs, tags.toSorted()]))
            .toSorted();
        const ahead = told([layer("A", 1, one), layer("B", 2, other)]);
        const back = told([layer("A", 2, other), layer("B", 1, one)]);
        expect(sorted(back.map(swap))).toEqual(sorted(ahead));
      }),
      { numRuns: 300 },
    );
  });
});
