import fc from "fast-check";
import { expect, test } from "vitest";
import { deskOn, spanOf } from "@/client/desk/desk.fixture";
import { pointedIn, queryOf, spansIn } from "@/components/reader/address";

const text = "Local sources said Hama fell.";

test("an address follows what is selected: the words, the thread, the tag", () => {
  const desk = deskOn(text);
  const here = () => queryOf(pointedIn(desk.getState()));
  expect(here()).toBe("");
  const tag = desk.annotate("claim", spanOf(text, "Hama fell"));
  desk.select(tag);
  expect(here()).toBe(`?tag=${tag}`);
  const thread = desk.discuss({ on: "tag", tagId: tag }, "Which Hama?");
  desk.showThread(thread);
  expect(here()).toBe(`?thread=${thread}`);
  desk.choose(spanOf(text, "Local sources"));
  expect(here()).toBe("?at=0-13&revision=1");
  desk.choose([]);
  const other = desk.annotate("place", spanOf(text, "Hama"));
  desk.select(other);
  expect(here()).toBe(`?tag=${other}`);
});

test.each([
  { at: "120-148", spans: [{ start: 120, end: 148 }] },
  {
    at: "1-2.5-9",
    spans: [
      { start: 1, end: 2 },
      { start: 5, end: 9 },
    ],
  },
  { at: "9-9", spans: undefined },
  { at: "9-1", spans: undefined },
  { at: "-1-4", spans: undefined },
  { at: "words", spans: undefined },
  { at: "", spans: undefined },
  { at: ["1-2"], spans: undefined },
  { at: undefined, spans: undefined },
])("$at points at $spans", ({ at, spans }) => {
  expect(spansIn(at)).toEqual(spans);
});

test("what an address says of words is what it was made of", () => {
  const span = fc
    .tuple(fc.nat(1e6), fc.integer({ min: 1, max: 500 }))
    .map(([start, by]) => ({ start, end: start + by }));
  fc.assert(
    fc.property(fc.array(span, { minLength: 1, maxLength: 50 }), (at) => {
      expect(spansIn(new URLSearchParams(queryOf({ at, revision: 3 })).get("at"))).toEqual(at);
    }),
  );
});
