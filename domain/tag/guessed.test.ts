import { expect, test } from "vitest";
import { comparing } from "@/domain/review/compare/layers.fixture";
import { ClaimAttributes } from "@/domain/tag/claim";
import { asGuesses, guessesIn, stillGuessed, withoutGuesses } from "@/domain/tag/guessed";

const guess = asGuesses({ kind: "event", certainty: "certain", polarity: "affirmed", standing: "asserted" });

test("a guess says of itself that it is one", () => {
  expect(guessesIn(guess)).toEqual(["kind", "standing", "certainty", "polarity"]);
  expect(ClaimAttributes.parse(guess)).toEqual(guess);
  expect(asGuesses({})).toEqual({});
});

test.each([
  { when: "the same value is said again", change: { kind: "event" }, left: ["standing", "certainty", "polarity"] },
  { when: "another value is said", change: { certainty: "possible" }, left: ["kind", "standing", "polarity"] },
  { when: "a value is taken away", change: { polarity: undefined }, left: ["kind", "standing", "certainty"] },
  { when: "something else is said", change: { note: "x" }, left: ["kind", "standing", "certainty", "polarity"] },
  {
    when: "the last of them is said",
    change: { kind: "event", standing: "asserted", certainty: "certain", polarity: "affirmed" },
    left: undefined,
  },
])("when $when, it is a guess no more", ({ change, left }) => {
  expect(stillGuessed(guess, change)).toEqual({ guessed: left });
});

test("nothing is left of guesses that nobody made", () => {
  expect(stillGuessed({ kind: "event" }, { kind: "state" })).toEqual({});
  expect(withoutGuesses(guess)).toEqual({
    kind: "event",
    certainty: "certain",
    polarity: "affirmed",
    standing: "asserted",
  });
});

test("a guess and the same value confirmed are no disagreement", () => {
  const words = "claim [it left Hama]";
  const { annotations } = comparing({ tags: [[words, guess]] }, { tags: [[words, withoutGuesses(guess)]] });
  expect(annotations.map(({ class: is, differs }) => [is, differs])).toEqual([["agreed", []]]);
});
