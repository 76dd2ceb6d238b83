import { describe, expect, test } from "vitest";
import { type Card, cardsOf, coveredBy, nextWaiting, waitsFor } from "@/components/reader/decisions/waiting";
import type { TagId, UserId } from "@/domain/ids";
import type { Annotation, Relation } from "@/domain/tag/tag";

const id = (name: string) => name as TagId;
const me = "me" as UserId;
const things = (
  annotations: [name: string, kind: string, start: number, state?: string, by?: string][],
  relations: [from: string, to: string, state?: string][],
) => ({
  annotations: new Map(
    annotations.map(([name, kind, start, state = "open", updatedBy = "ana"]) => [
      id(name),
      {
        id: id(name),
        kind,
        state,
        updatedBy: updatedBy as UserId,
        segments: [{ start }],
        type: "annotation",
      } as Annotation,
    ]),
  ),
  relations: new Map(
    relations.map(([from, to, state = "open"]) => [
      id(`${from}-${to}`),
      { id: id(`${from}-${to}`), from: id(from), to: id(to), state, type: "relation" } as Relation,
    ]),
  ),
});

test("one card a claim with its links and where they lead; what hangs nowhere has a card of its own", () => {
  const report = things(
    [
      ["source", "source", 0],
      ["claim", "claim", 10],
      ["hama", "place", 20],
      ["other", "claim", 30],
      ["homs", "place", 40],
      ["gone", "place", 50, "withdrawn"],
    ],
    [
      ["claim", "source"],
      ["claim", "hama"],
      ["other", "source"],
    ],
  );
  expect(cardsOf(report).map(({ members }) => members)).toEqual([
    ["claim", "claim-source", "claim-hama", "source", "hama"],
    ["other", "other-source"],
    ["homs"],
  ]);
});

test("a rejected claim leaves its mentions to themselves, and so does a rejected link", () => {
  const rejected = things(
    [
      ["claim", "claim", 10, "rejected"],
      ["hama", "place", 20],
    ],
    [["claim", "hama", "rejected"]],
  );
  expect(cardsOf(rejected).map(({ members }) => members)).toEqual([["claim", "claim-hama"], ["hama"]]);
});

test("an accept covers the whole card, any other decision the claim and its links", () => {
  const report = things(
    [
      ["claim", "claim", 10],
      ["hama", "place", 20],
      ["homs", "place", 30, "accepted"],
    ],
    [
      ["claim", "hama"],
      ["claim", "homs", "accepted"],
    ],
  );
  const [card] = cardsOf(report);
  if (!card) throw new Error("There is a claim.");
  expect(coveredBy(card, true)).toEqual(["claim", "claim-hama", "hama"]);
  expect(coveredBy(card, false)).toEqual(["claim", "claim-hama"]);
});

test("a decided claim can be rejected later, with those of its links that wait", () => {
  const report = things(
    [
      ["claim", "claim", 10, "accepted"],
      ["hama", "place", 20, "accepted"],
    ],
    [["claim", "hama"]],
  );
  const [card] = cardsOf(report);
  if (!card) throw new Error("There is a claim.");
  expect(coveredBy(card, true)).toEqual(["claim-hama"]);
  expect(coveredBy(card, false)).toEqual(["claim", "claim-hama"]);
});

describe("next", () => {
  const report = things(
    [
      ["a", "claim", 0],
      ["b", "claim", 10, "accepted"],
      ["c", "claim", 20],
      ["mine", "claim", 30, "open", "me"],
    ],
    [],
  );
  const all = cardsOf(report);
  const go = (from: string | null, way: 1 | -1, { round = true, twoPersons = true, cards = all } = {}) =>
    nextWaiting(cards, { from: from ? id(from) : null, way, round, waits: waitsFor(report, { me, twoPersons }) })?.lead;

  test.each([
    { from: null, way: 1, to: "a" },
    { from: "a", way: 1, to: "c" },
    { from: "c", way: 1, to: "a" },
    { from: "a", way: -1, to: "c" },
  ] as const)("from $from by $way goes to $to, past one's own words", ({ from, way, to }) => {
    expect(go(from, way)).toBe(to);
  });

  test("without the two-person rule one's own words wait too", () => {
    expect(go("c", 1, { twoPersons: false })).toBe("mine");
  });

  test("ends with the report when it is not to go round", () => {
    expect(go("c", 1, { round: false })).toBeUndefined();
    expect(go("a", -1, { round: false })).toBeUndefined();
    expect(go(null, -1, { round: false })).toBe("c");
  });

  test("is nowhere when all is decided", () => {
    const done: readonly Card[] = cardsOf(things([["b", "claim", 1, "accepted"]], []));
    expect(go(null, 1, { cards: done })).toBeUndefined();
  });
});
