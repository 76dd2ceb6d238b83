import fc from "fast-check";
import { expect, test } from "vitest";
import { columnsOf, evenRows } from "@/components/ui/even-rows";

test.each([
  { when: "all fit beside each other", widths: [60, 70, 50], room: 200, rows: [3] },
  { when: "six kinds in a narrow panel", widths: [50, 46, 72, 66, 92, 56], room: 220, rows: [2, 2, 2] },
  { when: "six kinds with more room", widths: [50, 46, 72, 66, 92, 56], room: 300, rows: [3, 3] },
  { when: "four that do not fit", widths: [60, 74, 70, 50], room: 220, rows: [2, 2] },
  { when: "three that do not fit", widths: [70, 70, 70], room: 160, rows: [1, 1, 1] },
  { when: "four of which one is long", widths: [70, 70, 70, 120], room: 180, rows: [1, 1, 1, 1] },
  { when: "five", widths: [50, 50, 50, 50, 50], room: 160, rows: [3, 2] },
  { when: "seven", widths: [30, 36, 40, 28, 34, 48, 66], room: 270, rows: [4, 3] },
  { when: "words too long for any company", widths: [150, 160], room: 170, rows: [1, 1] },
  { when: "nothing measured yet", widths: [0, 0, 0], room: 0, rows: [3] },
])("$when: $rows", ({ widths, room, rows }) => {
  expect(evenRows(widths, room)).toEqual(rows);
});

test("every cell has its place and every row is full", () => {
  const widths = fc.array(fc.integer({ min: 10, max: 200 }), { minLength: 1, maxLength: 12 });
  fc.assert(
    fc.property(widths, fc.integer({ min: 40, max: 800 }), (all, room) => {
      const sizes = evenRows(all, room);
      const { columns, spans } = columnsOf(sizes);
      let at = 0;
      for (const size of sizes) {
        expect(spans.slice(at, at + size).reduce((sum, span) => sum + span, 0)).toBe(columns);
        at += size;
      }
      expect(at).toBe(all.length);
      expect(Math.max(...sizes) - Math.min(...sizes)).toBeLessThanOrEqual(1);
    }),
  );
});
