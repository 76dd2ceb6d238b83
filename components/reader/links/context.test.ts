import { expect, test } from "vitest";
import { inContext } from "@/components/reader/links/context";

test.each([
  {
    when: "in the middle of a sentence",
    segment: { quote: "Khanasser", prefix: "an hour later the army entered ", suffix: " from the south, it said" },
    is: "… later the army entered Khanasser from the south, it said …",
  },
  { when: "at the start of a report", segment: { quote: "Hama", prefix: "", suffix: " fell." }, is: "… Hama fell. …" },
  {
    when: "across a line",
    segment: { quote: "Tel\nAbyad", prefix: "the\n\nroad to ", suffix: "" },
    is: "… the road to Tel Abyad …",
  },
])("$when", ({ segment, is }) => {
  expect(inContext({ segments: [{ start: 0, end: 1, ...segment }] })).toBe(is);
});
