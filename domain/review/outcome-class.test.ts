import { expect, test } from "vitest";
import { classOfOutcome } from "@/domain/review/outcome-class";
import type { Tag, TagVersion } from "@/domain/tag/tag";

const anchor = { revisionId: "r", segments: [{ start: 0, end: 4, quote: "Hama", prefix: "", suffix: "" }] };
const first = {
  number: 1,
  kind: "place",
  attributes: { note: "the city" },
  anchor,
  state: "open",
} as object as TagVersion;
const tagged = (more: object) =>
  ({
    type: "annotation",
    kind: "place",
    layer: "shared",
    attributes: { note: "the city" },
    ...anchor,
    ...more,
  }) as object as Tag;

test.each([
  { when: "accepted as it was", tag: tagged({ state: "accepted" }), is: "kept" },
  { when: "accepted in other words", tag: tagged({ state: "accepted", attributes: {} }), is: "corrected" },
  {
    when: "accepted on other words",
    tag: tagged({ state: "accepted", segments: [{ start: 0, end: 9 }] }),
    is: "corrected",
  },
  { when: "sent back", tag: tagged({ state: "returned" }), is: "returned" },
  { when: "rejected", tag: tagged({ state: "rejected" }), is: "rejected" },
  { when: "taken back", tag: tagged({ state: "withdrawn" }), is: "withdrawn" },
  { when: "not decided", tag: tagged({ state: "open", attributes: {} }), is: "waiting" },
  { when: "blind and in nothing final", tag: tagged({ state: "open", layer: "analyst:x" }), is: "not taken" },
  {
    when: "blind and taken as it was",
    tag: tagged({ state: "open", layer: "analyst:x" }),
    final: tagged({ state: "accepted", layer: "final" }),
    is: "kept",
  },
  {
    when: "blind and taken in other words",
    tag: tagged({ state: "open", layer: "analyst:x" }),
    final: tagged({ state: "accepted", layer: "final", kind: "source" }),
    is: "corrected",
  },
])("$when: $is", ({ tag, final, is }) => {
  expect(classOfOutcome({ tag, first, ...(final && { final }) })).toBe(is);
});
