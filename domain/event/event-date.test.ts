import { expect, test } from "vitest";
import { ChosenDate, deriveDate } from "@/domain/event/event-date";
import type { Evidence } from "@/domain/event/evidence";
import { aClaim, aMember } from "@/domain/event/evidence.fixture";
import { acledTimePrecision } from "@/domain/event/time-precision";

const on = (more: Partial<Evidence>) => aMember(aClaim("A", more));
const day = { from: "2026-11-28", precision: "day" } as const;

test.each([
  {
    when: "one day",
    members: [on({ time: day })],
    is: { from: "2026-11-28", to: "2026-11-28", meaning: "day", precision: "day", basis: "claims" },
  },
  {
    when: "three days said exactly",
    members: [on({ time: { from: "2026-11-26", to: "2026-11-28", precision: "day" } })],
    is: { from: "2026-11-26", to: "2026-11-28", meaning: "duration" },
  },
  {
    when: "within a week",
    members: [on({ time: { from: "2026-11-22", to: "2026-11-28", precision: "week" } })],
    is: { meaning: "uncertainty", precision: "week" },
  },
  {
    when: "two claims differ",
    members: [on({ time: day }), on({ time: { from: "2026-11-29" } })],
    is: { from: "2026-11-28", to: "2026-11-29", meaning: "uncertainty" },
  },
  {
    when: "only when it was said",
    members: [on({ saidAt: "2026-11-29", published: "2026-11-30" })],
    is: { to: "2026-11-29", meaning: "no later than", precision: "unknown", basis: "said" },
  },
  {
    when: "only when it was published",
    members: [on({ published: "2026-11-30" }), on({ published: "2026-11-29" })],
    is: { to: "2026-11-29", meaning: "no later than", basis: "publication" },
  },
  {
    when: "not even that",
    members: [on({})],
    is: { meaning: "no later than", precision: "unknown", basis: "publication, unknown", words: [] },
  },
])("$when: $is", ({ members, is }) => {
  expect(deriveDate(members)).toMatchObject(is);
});

test("an undated event has no first day", () => {
  expect(deriveDate([on({ published: "2026-11-30" })])).not.toHaveProperty("from");
});

test.each([
  { when: "a day", date: { from: "2026-11-28", meaning: "day" }, taken: true },
  { when: "no later than, with a first day", date: { from: "2026-11-28", meaning: "no later than" }, taken: false },
  { when: "no day at all", date: { meaning: "no later than" }, taken: false },
  { when: "backwards", date: { from: "2026-11-28", to: "2026-11-27", meaning: "duration" }, taken: false },
])("chosen: $when is taken: $taken", ({ date, taken }) => {
  expect(ChosenDate.safeParse({ precision: "day", reason: "The log says so.", ...date }).success).toBe(taken);
});

test("time precision as ACLED counts it", () => {
  expect((["day", "week", "month", "unknown"] as const).map(acledTimePrecision)).toEqual([1, 2, 3, 3]);
});
