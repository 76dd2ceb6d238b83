import { readFileSync } from "node:fs";
import { createRequire } from "node:module";
import fc from "fast-check";
import { expect, test } from "vitest";
import { disputedBetween, stretches } from "@/domain/map/borders";

test.each([
  { between: ["Israel", "Syria"], is: "all" },
  { between: ["Syria", "Israel"], is: "all" },
  { between: ["Russia", "Ukraine"], is: "a stretch" },
  { between: ["Iraq", "Syria"], is: "nothing" },
] as const)("between $between: $is", ({ between: [one, other], is }) => {
  expect(disputedBetween(one, other)).toBe(is);
});

test("a border that is disputed in Kashmir is not disputed in Sindh", () => {
  const line = [
    [70, 25],
    [72, 30],
    [74, 33],
    [75, 34],
  ];
  const { disputed, settled } = stretches([line]);
  expect(settled).toEqual([line.slice(0, 3)]);
  expect(disputed).toEqual([line.slice(2)]);
});

test("every piece of a line is in one of the two", () => {
  const anyPosition = fc.tuple(fc.integer({ min: 30, max: 80 }), fc.integer({ min: 20, max: 50 }));
  fc.assert(
    fc.property(fc.array(anyPosition, { minLength: 2, maxLength: 30 }), (line) => {
      const { disputed, settled } = stretches([line]);
      const pieces = [...disputed, ...settled].reduce((sum, { length }) => sum + length - 1, 0);
      expect(pieces).toBe(line.length - 1);
    }),
  );
});

test("every name of the list is one of the atlas", () => {
  const atlas = createRequire(import.meta.url).resolve("world-atlas/countries-50m.json");
  const { objects } = JSON.parse(readFileSync(atlas, "utf8"));
  const names = new Set(
    objects.countries.geometries.map(({ properties }: { properties: { name: string } }) => properties.name),
  );
  const source = readFileSync(new URL("borders.ts", import.meta.url), "utf8");
  const listed = [...source.matchAll(/between: \["([^"]+)", "([^"]+)"\]/g)].flatMap(([, one, other]) => [one, other]);
  expect(listed.length).toBeGreaterThan(50);
  expect(listed.filter((name) => !names.has(name))).toEqual([]);
});
