import { createHash } from "node:crypto";
import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { type Part, parts, splitOf } from "@/domain/release/split";

const hash = (text: string) => createHash("sha256").update(text).digest("hex");
const shares = { train: 80, dev: 10, test: 10 };
const how = { shares, hash };

test.each<{ when: string; together: string[][]; groups: Record<string, string> }>([
  { when: "nothing belongs together", together: [], groups: { a: "a", b: "b", c: "c", d: "d" } },
  { when: "two report one event", together: [["c", "a"]], groups: { a: "a", b: "b", c: "a", d: "d" } },
  {
    when: "an event and a copy share a report",
    together: [
      ["b", "c"],
      ["c", "d"],
    ],
    groups: { a: "a", b: "b", c: "b", d: "b" },
  },
  {
    when: "one of them is not in the release",
    together: [["b", "x", "d"]],
    groups: { a: "a", b: "b", c: "c", d: "b" },
  },
])("$when", ({ together, groups }) => {
  const found = splitOf(["d", "a", "c", "b"], together, how);
  expect(found.map(({ reportId }) => reportId)).toEqual(["a", "b", "c", "d"]);
  expect(Object.fromEntries(found.map(({ reportId, group }) => [reportId, group]))).toEqual(groups);
});

const ids = fc.uniqueArray(fc.uuid(), { minLength: 1, maxLength: 40 });
const withGroups = ids.chain((reports) =>
  fc.record({
    reports: fc.constant(reports),
    together: fc.array(fc.subarray(reports, { minLength: 1 }), { maxLength: 8 }),
  }),
);

describe("a split", () => {
  test("never parts what belongs together, and is the same in whatever order things come", () => {
    fc.assert(
      fc.property(withGroups, ({ reports, together }) => {
        const found = splitOf(reports, together, how);
        const part = new Map(found.map((each) => [each.reportId, each.part]));
        for (const each of together) expect(new Set(each.map((id) => part.get(id))).size).toBeLessThanOrEqual(1);
        const again = splitOf(
          [...reports].reverse(),
          [...together].reverse().map((each) => [...each].reverse()),
          how,
        );
        expect(again).toEqual(found);
      }),
    );
  });

  test("moves nothing when a report is added that belongs to none", () => {
    fc.assert(
      fc.property(withGroups, fc.uuid(), ({ reports, together }, more) => {
        fc.pre(!reports.includes(more));
        const before = splitOf(reports, together, how);
        const after = splitOf([...reports, more], together, how).filter(({ reportId }) => reportId !== more);
        expect(after).toEqual(before);
      }),
    );
  });

  test("has about the shares that were asked for", () => {
    const reports = Array.from({ length: 5000 }, (_, nth) => hash(String(nth)));
    const counts = new Map<Part, number>(parts.map((part) => [part, 0]));
    for (const { part } of splitOf(reports, [], how)) counts.set(part, (counts.get(part) ?? 0) + 1);
    expect((counts.get("train") ?? 0) / 5000).toBeCloseTo(0.8, 1);
    expect((counts.get("dev") ?? 0) / 5000).toBeCloseTo(0.1, 1);
  });
});
