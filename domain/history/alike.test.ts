import fc from "fast-check";
import { expect, test } from "vitest";
import { gatherAlike } from "@/domain/history/alike";
import type { NamedEntry } from "@/domain/history/entry";
import { ReportId, UserId } from "@/domain/ids";

const id = (n: number) => `0190a000-0000-7000-8000-${String(n).padStart(12, "0")}`;

/** "a tagged 1": a letter for the person, an action, a number for the report. */
function entry(said: string, n: number): NamedEntry {
  const [who = "a", did = "tagged", report = "1"] = said.split(" ");
  return {
    id: id(n),
    did: did as NamedEntry["did"],
    by: UserId.parse(id(who.charCodeAt(0))),
    at: "2026-11-29T10:00:00.000Z",
    reportId: ReportId.parse(id(1000 + Number(report))),
    refs: {},
  };
}

test.each([
  { said: [], groups: [] },
  { said: ["a tagged 1", "a tagged 1", "a tagged 1"], groups: [3] },
  { said: ["a tagged 1", "b tagged 1", "a tagged 1"], groups: [1, 1, 1] },
  { said: ["a tagged 1", "a commented 1", "a commented 1"], groups: [1, 2] },
  { said: ["a tagged 1", "a tagged 2"], groups: [1, 1] },
])("$said is $groups", ({ said, groups }) => {
  expect(gatherAlike(said.map(entry)).map(({ length }) => length)).toEqual(groups);
});

test("nothing is lost, doubled or moved", () => {
  const deed = fc.constantFrom("a tagged 1", "a tagged 2", "b tagged 1", "a accepted 1");
  fc.assert(
    fc.property(fc.array(deed), (said) => {
      const entries = said.map(entry);
      expect(gatherAlike(entries).flat()).toEqual(entries);
    }),
  );
});
