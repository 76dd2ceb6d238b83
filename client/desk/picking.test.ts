import { beforeEach, describe, expect, test } from "vitest";
import type { Desk } from "@/client/desk/desk";
import { deskOn, spanOf } from "@/client/desk/desk.fixture";
import { alikeIn, ofKindIn, pickToo, pickUpTo } from "@/client/desk/picking";
import type { TagId } from "@/domain/ids";

const text = "Hama fell, Homs fell, Idlib held, and Hama rose.";
let desk: Desk;
let ids: TagId[];

const picked = () => [...desk.getState().picked].map((id) => ids.indexOf(id));

beforeEach(() => {
  desk = deskOn(text);
  ids = ["Hama fell", "Homs fell", "Idlib held", "Hama rose"].map((words) =>
    desk.annotate("claim", spanOf(text, words)),
  );
  desk.select(null);
});

/** The ids at these places. */
const at = (...places: readonly number[]): TagId[] => places.flatMap((place) => ids[place] ?? []);

describe("with another tag", () => {
  test("what is selected is picked with the first that is added", () => {
    desk.select(at(0)[0] ?? null);
    pickToo(desk, at(2));
    expect(picked()).toEqual([0, 2]);
  });

  test("nothing but the tag where nothing is selected", () => {
    pickToo(desk, at(1));
    expect(picked()).toEqual([1]);
  });

  test("those that are all in are taken out, one that is not brings all in", () => {
    desk.pick(at(0, 1));
    pickToo(desk, at(1, 2));
    expect(picked()).toEqual([0, 1, 2]);
    pickToo(desk, at(1, 2));
    expect(picked()).toEqual([0]);
  });
});

describe("up to a tag", () => {
  test.each([
    { when: "downwards", picked: [0], to: 2, all: [0, 1, 2] },
    { when: "upwards", picked: [3], to: 1, all: [3, 1, 2] },
    { when: "from the last one that was picked", picked: [3, 0], to: 1, all: [3, 0, 1] },
  ])("$when: all between", ({ picked: first, to, all }) => {
    desk.pick(at(...first));
    pickUpTo(desk, at(to), ids);
    expect(picked()).toEqual(all);
  });

  test("one that the list does not show is only added", () => {
    desk.pick(at(0));
    pickUpTo(desk, at(2), at(0, 1));
    expect(picked()).toEqual([0, 2]);
  });

  test("from nowhere: only the tag", () => {
    pickUpTo(desk, at(2), ids);
    expect(picked()).toEqual([2]);
  });
});

test("tags of a kind are those that stand", () => {
  const [first] = ids;
  if (first) desk.withdraw(first);
  expect(ofKindIn(desk.getState(), "claim")).toEqual(at(1, 2, 3));
  expect(ofKindIn(desk.getState(), "place")).toEqual([]);
});

test("tags alike have the same words and are of the same kind", () => {
  const again = "The bridge fell. The bridge fell.";
  desk = deskOn(again);
  for (const start of [0, 17]) desk.annotate("claim", [{ start, end: start + 10 }]);
  desk.annotate("place", [{ start: 17, end: 27 }]);
  const [first, second, place] = [...desk.getState().annotations.values()];
  expect(first && alikeIn(desk.getState(), first)).toEqual([first?.id, second?.id]);
  expect(place && alikeIn(desk.getState(), place)).toEqual([place?.id]);
});
