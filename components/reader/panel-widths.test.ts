import { expect, test } from "vitest";
import { afterKey, boundsOf, widthsIn, within } from "@/components/reader/panel-widths";

test.each([
  { panel: "tags", window: 1440, others: 348, min: 180, max: 712 },
  { panel: "tags", window: 2560, others: 348, min: 180, max: 720 },
  { panel: "inspector", window: 1100, others: 248, min: 288, max: 472 },
  { panel: "inspector", window: 800, others: 248, min: 288, max: 288 },
  { panel: "guidelines", window: 600, others: 348, min: 220, max: 220 },
] as const)("of $window pixels $panel take $min to $max", ({ panel, window, others, min, max }) => {
  expect(boundsOf(panel, window, others)).toEqual({ min, max });
});

const bounds = { min: 180, max: 500 };

test.each([
  { key: "ArrowRight", from: 248, to: 264 },
  { key: "ArrowLeft", from: 248, to: 232 },
  { key: "ArrowLeft", from: 184, to: 180 },
  { key: "ArrowRight", from: 495, to: 500 },
  { key: "Home", from: 248, to: 180 },
  { key: "End", from: 248, to: 500 },
  { key: "a", from: 248, to: undefined },
])("$key makes $from $to", ({ key, from, to }) => {
  expect(afterKey(key, from, { onward: "ArrowRight", ...bounds })).toBe(to);
});

test("on the other side the arrows are turned", () => {
  expect(afterKey("ArrowLeft", 300, { onward: "ArrowLeft", ...bounds })).toBe(316);
});

test("a pull ends at the bounds", () => {
  expect([within(90, bounds), within(300.6, bounds), within(900, bounds)]).toEqual([180, 301, 500]);
});

test.each([
  { kept: null, widths: {} },
  { kept: '{"tags":300}', widths: { tags: 300 } },
  { kept: '{"tags":9,"inspector":"wide","menu":300}', widths: {} },
  { kept: '{"tags":200,"inspector":200}', widths: { tags: 200 } },
  { kept: "null", widths: {} },
  { kept: "no JSON", widths: {} },
])("of what was kept as $kept, $widths counts", ({ kept, widths }) => {
  expect(widthsIn(kept)).toEqual(widths);
});
