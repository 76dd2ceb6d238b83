import { expect, test } from "vitest";
import { TagId } from "@/domain/ids";
import { othersSaying, sharable } from "@/domain/tag/other-mentions";
import type { Annotation } from "@/domain/tag/tag";

const idOf = (number: number) => TagId.parse(`00000000-0000-7000-8000-${String(number).padStart(12, "0")}`);

function mention(number: number, quote: string, change: Partial<Annotation> = {}): Annotation {
  return {
    type: "annotation",
    id: idOf(number),
    kind: "place",
    state: "open",
    layer: "shared",
    attributes: {},
    segments: [{ start: number * 100, end: number * 100 + quote.length, quote, prefix: "", suffix: "" }],
    ...change,
    // What the rule does not look at is left out.
  } as Annotation;
}

const here = mention(1, "Khanasser", { attributes: { featureType: "settlement" } });

test.each<{ when: string; other: Annotation; asked: boolean }>([
  { when: "the same words without a type", other: mention(2, "Khanasser"), asked: true },
  {
    when: "the same words with another type",
    other: mention(2, "Khanasser", { attributes: { featureType: "area" } }),
    asked: true,
  },
  { when: "the same words with an invisible character", other: mention(2, "Khanas\u00adser"), asked: true },
  { when: "what was returned", other: mention(2, "Khanasser", { state: "returned" }), asked: true },
  {
    when: "the same words and type",
    other: mention(2, "Khanasser", { attributes: { featureType: "settlement" } }),
    asked: false,
  },
  { when: "other words", other: mention(2, "Khanassir"), asked: false },
  { when: "another kind", other: mention(2, "Khanasser", { kind: "source" }), asked: false },
  { when: "what is accepted already", other: mention(2, "Khanasser", { state: "accepted" }), asked: false },
  { when: "what was withdrawn", other: mention(2, "Khanasser", { state: "withdrawn" }), asked: false },
  { when: "another analyst's layer", other: mention(2, "Khanasser", { layer: "analyst:x" }), asked: false },
  { when: "itself", other: here, asked: false },
])("$when: $asked", ({ other, asked }) => {
  expect(othersSaying(here, [here, other], ["featureType"]).length === 1).toBe(asked);
});

test.each([
  { kind: "place", names: ["featureType", "note"], share: ["featureType"] },
  { kind: "source", names: ["entityId"], share: ["entityId"] },
  { kind: "claim", names: ["certainty"], share: [] },
  { kind: "label:arms", names: ["note"], share: [] },
])("of a $kind, $names: $share", ({ kind, names, share }) => {
  expect(sharable(kind, names)).toEqual(share);
});
