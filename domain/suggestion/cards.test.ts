import { expect, test } from "vitest";
import { RevisionId, SuggestionId, TagId } from "@/domain/ids";
import { alikeCards, cardsOf, oneForEach, tagFor, tagsByWords } from "./cards";
import type { Suggestion } from "./suggestion";

const uuid = (nth: number) => `00000000-0000-7000-8000-${String(nth).padStart(12, "0")}`;
let nth = 0;
const suggestion = (key: string, kind: Suggestion["kind"], start: number, to: readonly string[] = []): Suggestion => ({
  ...{
    id: SuggestionId.parse(uuid(++nth)),
    engine: "words",
    version: 1,
    key,
    kind,
    revisionId: RevisionId.parse(uuid(0)),
  },
  ...{
    spans: [{ start, end: start + 4, quote: kind === "place" ? "Hama" : `${key} words` }],
    attributes: {},
    score: 1,
  },
  links: to.map((end) => ({ kind: "located-at" as const, to: end, attributes: {} })),
  reason: { rule: "said", words: "said" },
});

const source = suggestion("source", "source", 0);
const claim = suggestion("claim", "claim", 10, ["source", "inside"]);
const inside = suggestion("inside", "place", 12);
const other = suggestion("other", "place", 30);
const again = suggestion("again", "place", 40);
const all = [source, claim, inside, other, again];
const tag = (kind: string, start: number, state: "open" | "withdrawn" = "open") => {
  const segments = [{ start, end: start + 4, quote: "", prefix: "", suffix: "" }];
  return { id: TagId.parse(uuid(900 + start)), kind, segments, state };
};
const short = (cards: ReturnType<typeof cardsOf>) =>
  cards.map((card) => [card.main.key, ...card.with.map(({ key }) => key)]);

test("a claim comes with its source and places, in the order of the text", () => {
  expect(short(cardsOf(all, new Map()))).toEqual([["claim", "source", "inside"], ["other"], ["again"]]);
});

test("what is tagged already is not proposed, nor made again with a claim; what was withdrawn is", () => {
  const tags = tagsByWords([tag("place", 12), tag("place", 30), tag("place", 40, "withdrawn"), tag("source", 10)]);
  expect(short(cardsOf(all, tags))).toEqual([["claim", "source"], ["again"]]);
  expect(tagFor(tags, inside)).toBe(TagId.parse(uuid(912)));
});

test("a claim that another depends on is a card of its own, and is named once it is tagged", () => {
  const cause = suggestion("cause", "claim", 2);
  const hanging = suggestion("hanging", "claim", 50, ["cause", "other"]);
  const first = cardsOf([cause, hanging, other], new Map());
  expect(short(first)).toEqual([["cause"], ["hanging", "other"]]);
  expect(first[1]?.dependsOn).toEqual([]);
  const [left] = cardsOf([cause, hanging, other], tagsByWords([tag("claim", 2)]));
  expect(left?.dependsOn.map(({ key }) => key)).toEqual(["cause"]);
});

test("alike are places and sources of the same words, never claims", () => {
  const cards = cardsOf(all, new Map());
  const [first, second] = cards;
  if (!first || !second) throw new Error("There are cards.");
  expect(short(alikeCards(cards, first))).toEqual([]);
  expect(short(alikeCards(cards, second))).toEqual([["other"], ["again"]]);
});

test("of what two engines suggest for the same words the surer one is left, and claims lead to it", () => {
  const remembered = { ...suggestion("memory-0", "place", 12), engine: "memory", score: 2 };
  const left = oneForEach([...all, remembered]);
  expect(left.map(({ key }) => key)).toEqual(["source", "claim", "other", "again", "memory-0"]);
  expect(left.find(({ key }) => key === "claim")?.links.map(({ to }) => to)).toEqual(["source", "memory-0"]);
});
