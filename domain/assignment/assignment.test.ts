import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { isAbandoned } from "@/domain/assignment/abandoned";
import { allAreIn } from "@/domain/assignment/all-in";
import { assignmentStates } from "@/domain/assignment/assignment-values";
import { distribute, toEverybody } from "@/domain/assignment/distribute";
import { type From, isIn, isOpenWork, movesFrom, reopened, stepBetween, type Who } from "@/domain/assignment/machine";
import { comingFriday, daysBetween } from "@/domain/assignment/progress";
import { UserId } from "@/domain/ids";

const froms: From[] = ["none", ...assignmentStates];

describe("who may bring an assignment where", () => {
  const table: Record<Who, Record<From, From[]>> = {
    self: {
      none: ["in progress", "submitted"],
      assigned: ["in progress", "submitted"],
      "in progress": ["submitted"],
      submitted: ["in progress"],
      "in review": [],
      returned: ["in progress", "submitted"],
      closed: [],
    },
    reviewer: {
      none: [],
      assigned: [],
      "in progress": [],
      submitted: ["in review", "returned", "closed"],
      "in review": ["submitted", "returned", "closed"],
      returned: ["in review", "closed"],
      closed: ["in review"],
    },
    editor: {
      none: ["assigned"],
      assigned: ["none", "in progress", "submitted", "closed"],
      "in progress": ["none", "assigned", "submitted", "closed"],
      submitted: ["in progress"],
      "in review": [],
      returned: ["in progress", "submitted"],
      closed: ["assigned"],
    },
  };
  test.each(froms.flatMap((from) => (["self", "reviewer", "editor"] as const).map((who) => ({ from, who }))))(
    "$who, from $from",
    ({ from, who }) => {
      expect(movesFrom(from, [who])).toEqual(table[who][from]);
    },
  );

  test("no state leads to itself, and every state can be left", () => {
    for (const from of froms) {
      expect(stepBetween(from, from)).toBeUndefined();
      expect(movesFrom(from, ["self", "reviewer", "editor"])).not.toEqual([]);
    }
  });

  test("what is open is not in, and all else is", () => {
    for (const state of assignmentStates) expect(isIn(state)).toBe(!isOpenWork(state));
  });

  test("a report that is opened again goes on where it was", () => {
    expect(reopened({ submittedAt: "2026-11-20T10:00:00Z" })).toBe("in review");
    expect(reopened({})).toBe("in progress");
  });
});

describe("reports go out evenly", () => {
  const ask = (reports: number, people: string[], each: number, on: Record<number, string[]> = {}, waiting = {}) =>
    distribute([...Array(reports).keys()], people, {
      each,
      words: () => 1,
      on: (report) => on[report] ?? [],
      waiting: (person) => new Map(Object.entries<number>(waiting)).get(person) ?? 0,
    }).map(({ report, person }) => `${report}${person}`);

  test.each([
    { when: "one each", got: ask(4, ["a", "b"], 1), is: ["0a", "1b", "2a", "3b"] },
    { when: "two a report", got: ask(2, ["a", "b", "c"], 2), is: ["0a", "0b", "1c", "1a"] },
    { when: "somebody has a lot to do", got: ask(3, ["a", "b"], 1, {}, { a: 2 }), is: ["0b", "1b", "2a"] },
    { when: "somebody has the report", got: ask(2, ["a", "b"], 1, { 0: ["a"] }), is: ["1a"] },
    { when: "a stranger counts as well", got: ask(1, ["a", "b"], 2, { 0: ["z"] }), is: ["0a"] },
    { when: "there are too few people", got: ask(1, ["a"], 3), is: ["0a"] },
  ])("$when", ({ got, is }) => {
    expect(got).toEqual(is);
  });

  test("a long report weighs as much as several short ones", () => {
    const words = [100, 900, 100, 400, 400];
    const given = distribute([0, 1, 2, 3, 4], ["a", "b"], {
      each: 1,
      on: () => [],
      words: (report) => words[report] ?? 0,
      waiting: () => 0,
    });
    expect(given.map(({ report, person }) => `${report}${person}`)).toEqual(["1a", "3b", "4b", "0b", "2a"]);
  });

  test("words differ by no more than the longest report has, and nobody gets a report twice", () => {
    fc.assert(
      fc.property(
        fc.array(fc.nat(5000), { maxLength: 60 }),
        fc.integer({ min: 1, max: 7 }),
        fc.integer({ min: 1, max: 3 }),
        (lengths, people, each) => {
          const names = [...Array(people).keys()];
          const words = (report: number) => lengths[report] ?? 0;
          const reports = [...lengths.keys()];
          const given = distribute(reports, names, { each, on: () => [], words, waiting: () => 0 });
          const shares = names.map((name) =>
            given.filter(({ person }) => person === name).reduce((sum, { report }) => sum + words(report), 0),
          );
          expect(Math.max(...shares) - Math.min(...shares)).toBeLessThanOrEqual(Math.max(0, ...lengths));
          expect(new Set(given.map(({ report, person }) => `${report} ${person}`)).size).toBe(given.length);
          expect(given.length).toBe(reports.length * Math.min(each, people));
        },
      ),
    );
  });

  test("everybody gets what they have not got", () => {
    expect(toEverybody([1, 2], ["a", "b"], (report) => (report === 1 ? ["a"] : []))).toEqual([
      { report: 1, person: "b" },
      { report: 2, person: "a" },
      { report: 2, person: "b" },
    ]);
  });
});

describe("work goes back to the pool", () => {
  const now = new Date("2026-11-22T12:00:00Z");
  test.each([
    { state: "in progress", origin: "pool", touchedAt: "2026-11-20T11:59:59Z", back: true },
    { state: "in progress", origin: "pool", touchedAt: "2026-11-20T12:00:01Z", back: false },
    { state: "assigned", origin: "pool", touchedAt: "2026-11-20T12:00:00Z", back: true },
    { state: "submitted", origin: "pool", touchedAt: "2026-11-01T12:00:00Z", back: false },
    { state: "returned", origin: "pool", touchedAt: "2026-11-01T12:00:00Z", back: false },
    { state: "in progress", origin: "editor", touchedAt: "2026-11-01T12:00:00Z", back: false },
    { state: "in progress", origin: "hand-over", touchedAt: "2026-11-01T12:00:00Z", back: false },
  ] as const)("$state, by $origin, touched $touchedAt: $back", ({ back, ...work }) => {
    expect(isAbandoned(work, { poolHours: 48, now })).toBe(back);
  });
});

describe("a blind report opens", () => {
  const person = (at: number) => UserId.parse(`00000000-0000-7000-8000-00000000000${at}`);
  type Short = [at: number, state: (typeof assignmentStates)[number], origin?: "pool" | "own"];
  const work = (...all: Short[]) =>
    all.map(([at, state, origin = undefined]) => ({
      userId: person(at),
      state,
      origin: origin ?? ("editor" as const),
      submitted: isIn(state),
    }));
  test.each([
    { when: "all are in", opens: true, asked: allAreIn(work([1, "submitted"], [2, "in review"]), 0, []) },
    { when: "one is at work", opens: false, asked: allAreIn(work([1, "submitted"], [2, "in progress"]), 0, []) },
    { when: "one has to do it again", opens: false, asked: allAreIn(work([1, "submitted"], [2, "returned"]), 0, []) },
    { when: "nobody was asked", opens: false, asked: allAreIn([], 0, []) },
    { when: "the pool wants more", opens: false, asked: allAreIn(work([1, "submitted", "pool"]), 2, []) },
    {
      when: "the pool has enough",
      opens: true,
      asked: allAreIn(work([1, "submitted", "pool"], [2, "submitted", "pool"]), 2, []),
    },
    {
      when: "somebody came on their own",
      opens: false,
      asked: allAreIn(work([1, "submitted", "own"]), 0, [person(1)]),
    },
    {
      when: "two came on their own and a third is tagging",
      opens: false,
      asked: allAreIn(work([1, "submitted", "own"], [2, "submitted", "own"]), 0, [person(1), person(2), person(3)]),
    },
    {
      when: "two came on their own",
      opens: true,
      asked: allAreIn(work([1, "submitted", "own"], [2, "submitted", "own"]), 0, [person(1), person(2)]),
    },
    {
      when: "one gave the report back",
      opens: true,
      asked: allAreIn(
        [...work([1, "submitted"]), ...work([2, "closed"]).map((each) => ({ ...each, submitted: false }))],
        0,
        [],
      ),
    },
  ])("$opens when $when", ({ asked, opens }) => {
    expect(asked).toBe(opens);
  });
});

test.each([
  { now: "2026-11-16T09:00:00Z", friday: "2026-11-20" },
  { now: "2026-11-20T23:59:59Z", friday: "2026-11-20" },
  { now: "2026-11-21T00:00:00Z", friday: "2026-11-27" },
])("Friday, asked at $now, is $friday", ({ now, friday }) => {
  expect(comingFriday(new Date(now))).toBe(friday);
});

test("days are counted by the calendar", () => {
  expect(daysBetween("2026-11-20", "2026-11-22")).toBe(2);
  expect(daysBetween("2026-11-22", "2026-11-20")).toBe(-2);
});
