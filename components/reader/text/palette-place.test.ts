import { expect, test } from "vitest";
import { type Around, placeOf } from "@/components/reader/text/palette-place";

const around: Around = {
  first: { top: 300, bottom: 326 },
  last: { top: 334, bottom: 360 },
  textRight: 950,
  page: { left: 250, right: 1120 },
  high: 52,
  low: 768,
  height: 44,
};

test.each<{ when: string; change: Partial<Around>; place: object }>([
  { when: "the margin is wide", change: {}, place: { at: "side", left: 1002, top: 334 } },
  {
    when: "the words are low in a wide margin",
    change: { last: { top: 740, bottom: 766 } },
    place: { at: "side", top: 716 },
  },
  {
    when: "the margin is narrow",
    change: { textRight: 1000 },
    place: { at: "bottom", left: 258, width: 854, inset: 8 },
  },
  {
    when: "the words are low and the margin narrow",
    change: { textRight: 1000, first: { top: 720, bottom: 746 }, last: { top: 720, bottom: 746 } },
    place: { at: "top", inset: 60 },
  },
  {
    when: "they fill the window",
    change: { textRight: 1000, first: { top: 60, bottom: 86 }, last: { top: 720, bottom: 746 } },
    place: { at: "bottom", inset: 8 },
  },
  { when: "a sheet has risen", change: { textRight: 1000, low: 480 }, place: { at: "bottom", inset: 296 } },
])("$when", ({ change, place }) => {
  expect(placeOf({ ...around, ...change })).toMatchObject(place);
});
