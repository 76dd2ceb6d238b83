import { expect, test } from "vitest";
import { cardsOf, nextWaiting } from "@/components/reader/decisions/waiting";
import type { TagId } from "@/domain/ids";
import type { Annotation, Relation } from "@/domain/tag/tag";

const id = (name: string) => name as TagId;
const things = (
  annotations: [name: string, kind: string, start: number, state?: string][],
  relations: [from: string, to: string, state?: string][],
) => ({
  annotations: new Map(
    annotations.map(([name, kind, start, state = "open"]) => [
      id(name),
      { id: id(name), kind, state, segments: [{ start }], type: "annotation" } as Annotation,
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

test("next goes to what waits, round again, and nowhere when all is decided", () => {
  const report = things(
    [
      ["a", "claim", 0],
      ["b", "claim", 10, "accepted"],
      ["c", "claim", 20],
    ],
    [],
  );
  const all = cardsOf(report);
  expect(nextWaiting(all, null, 1)?.lead).toBe("a");
  expect(nextWaiting(all, id("a"), 1)?.lead).toBe("c");
  expect(nextWaiting(all, id("c"), 1)?.lead).toBe("a");
  expect(nextWaiting(all, id("a"), -1)?.lead).toBe("c");
  expect(nextWaiting(cardsOf(things([["b", "claim", 1, "accepted"]], [])), null, 1)).toBeUndefined();
});
