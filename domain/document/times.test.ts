import { expect, test } from "vitest";
import { timed, timesOf } from "./times";

const ranges = timed([
  { is: "time", from: 1000, to: 2500, start: 0, end: 10 },
  { is: "bold", start: 0, end: 4 },
  { is: "time", from: 2600, to: 4000, start: 11, end: 20 },
]);

test.each([
  { what: "words of one cue", spans: [{ start: 2, end: 5 }], times: { from: 1000, to: 2500 } },
  { what: "words over two cues", spans: [{ start: 8, end: 12 }], times: { from: 1000, to: 4000 } },
  {
    what: "parts in two cues",
    spans: [
      { start: 12, end: 14 },
      { start: 0, end: 2 },
    ],
    times: { from: 1000, to: 4000 },
  },
  { what: "the break between cues", spans: [{ start: 10, end: 11 }], times: undefined },
  { what: "no spans", spans: [], times: undefined },
])("$what", ({ spans, times }) => {
  expect(timesOf(spans, ranges)).toEqual(times);
});
