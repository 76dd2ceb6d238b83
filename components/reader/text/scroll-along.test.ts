import { expect, test } from "vitest";
import { speedAt } from "@/components/reader/text/scroll-along";

test.each([
  { when: "in the middle of the window", y: 400, speed: 0 },
  { when: "just below the bar", y: 60, speed: 0 },
  { when: "on the last line in sight", y: 880, speed: 0 },
  { when: "on the bar", y: 42, speed: -2 },
  { when: "at the lower edge", y: 896, speed: 2 },
  { when: "far above the window", y: -500, speed: -24 },
  { when: "far below it", y: 2000, speed: 24 },
])("$when: $speed", ({ y, speed }) => {
  expect(speedAt(y, 900)).toBe(speed);
});
