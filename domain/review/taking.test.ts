import { describe, expect, test } from "vitest";
import type { TagId } from "@/domain/ids";
import { type Flag, type Flaggable, flagsOf, type Taking, takingList } from "@/domain/review/taking";

const plain: Flaggable = {
  casualties: false,
  checkWorthy: false,
  changed: false,
  discussed: false,
  incomplete: false,
  origin: "person",
};

describe("what calls for a look first", () => {
  test.each([
    { when: "nothing is special", tag: {}, are: [] },
    {
      when: "it claims casualties and an engine found it",
      tag: { casualties: true, origin: "engine:x" },
      are: ["casualties", "engine"],
    },
    { when: "it is worth a check", tag: { checkWorthy: true }, are: ["check-worthy"] },
    { when: "it was changed after a decision", tag: { changed: true }, are: ["changed"] },
    { when: "somebody asks about it", tag: { discussed: true }, are: ["discussed"] },
    { when: "something is not said", tag: { incomplete: true }, are: ["incomplete"] },
  ])("$when: $are", ({ tag, are }) => {
    expect(flagsOf({ ...plain, ...tag })).toEqual(are);
  });
});

const taking = (id: string, kind: string, words: string, content = "", ...flags: Flag[]): Taking => ({
  id: id as TagId,
  kind,
  words,
  content,
  flags,
});

test("the list begins with what is flagged, then goes by kind, with one line for what says the same", () => {
  const list = takingList([
    taking("p1", "place", "Berber"),
    taking("l1", "located-at", "at Berber"),
    taking("c1", "claim", "the bridge fell", "", "engine"),
    taking("p2", "place", "Atbara"),
    taking("p3", "place", "Berber"),
    taking("c2", "claim", "two died", "", "casualties", "discussed"),
    taking("p4", "place", "Berber", "a province"),
    taking("x1", "label:rumour", "they say"),
    taking("c3", "claim", "the road is open"),
  ]);
  expect(list.flagged.map(({ ids, flags }) => [...ids, ...flags])).toEqual([
    ["c2", "casualties", "discussed"],
    ["c1", "engine"],
  ]);
  expect(list.kinds.map(({ kind, count, rows }) => [kind, count, ...rows.map(({ ids }) => ids.join())])).toEqual([
    ["claim", 1, "c3"],
    ["place", 4, "p1,p3", "p2", "p4"],
    ["label:rumour", 1, "x1"],
    ["located-at", 1, "l1"],
  ]);
});

test("nothing is no list", () => {
  expect(takingList([])).toEqual({ flagged: [], kinds: [] });
});
