import { describe, expect, test } from "vitest";
import { added, dragged, nudged } from "@/editor/adjust";
import { type Cursor, chosen, cursorOn, moved, type Step } from "@/editor/cursor";
import { drawnText } from "@/editor/drawn-text.test-data";
import { extentOf } from "@/editor/extent";
import { findIn } from "@/editor/find";

const TEXT = [
  "It rained in Hama. The al-Salamiyah road, near Homs, was closed.",
  "Field sources said so. ISIL’s men left 👨‍👩‍👧 behind.",
].join("\n\n");
const { document, positions, words, span, quote } = drawnText(TEXT);

describe("the word cursor", () => {
  const on = (anchor: string, head = anchor): Cursor => {
    const cursor = cursorOn(words, [{ start: span(anchor).start, end: span(head).end }]);
    if (!cursor) throw new Error(`No word at ${anchor}`);
    return cursor;
  };
  const step = (cursor: Cursor, step: Step, way: 1 | -1, extend = false) => {
    const next = moved(words, document, cursor, { step, way, extend });
    return next && quote(chosen(positions, next));
  };

  test.each<{ when: string; from: Cursor; step: Step; way: 1 | -1; extend?: boolean; to: string | undefined }>([
    { when: "to the next word", from: on("rained"), step: "word", way: 1, to: "in" },
    { when: "over punctuation", from: on("road"), step: "word", way: 1, to: "near" },
    { when: "into the next block", from: on("closed"), step: "word", way: 1, to: "Field" },
    { when: "back into the block before", from: on("Field"), step: "word", way: -1, to: "closed" },
    { when: "nowhere before the first word", from: on("It"), step: "word", way: -1, to: undefined },
    { when: "one word more", from: on("rained"), step: "word", way: 1, extend: true, to: "rained in" },
    { when: "one word less", from: on("rained", "Hama"), step: "word", way: -1, extend: true, to: "rained in" },
    { when: "to the next sentence", from: on("rained"), step: "sentence", way: 1, to: "The" },
    { when: "to this sentence's start", from: on("road"), step: "sentence", way: -1, to: "The" },
    { when: "to the sentence before", from: on("The"), step: "sentence", way: -1, to: "It" },
    {
      when: "to the end of the sentence",
      from: on("rained"),
      step: "sentence",
      way: 1,
      extend: true,
      to: "rained in Hama",
    },
    {
      when: "over a block's border",
      from: on("closed"),
      step: "sentence",
      way: 1,
      extend: true,
      to: "closed. … Field sources said so",
    },
    { when: "to the next block", from: on("rained"), step: "block", way: 1, to: "Field" },
    { when: "to the block's last word", from: on("rained"), step: "block-border", way: 1, to: "closed" },
  ])("$when", ({ from, step: by, way, extend, to }) => {
    expect(step(from, by, way, extend)).toBe(to);
  });
});

describe("snapping", () => {
  test.each([
    { when: "takes whole words", words: "ained in Ham", exact: false, to: "rained in Hama" },
    { when: "leaves punctuation out", words: " road, ", exact: false, to: "road" },
    { when: "keeps exact characters when asked", words: "ained in Ham", exact: true, to: "ained in Ham" },
    { when: "takes nothing from blanks", words: " ", exact: false, to: "" },
  ])("$when", ({ words: chosen, exact, to }) => {
    expect(quote(words.snap([span(chosen)], exact))).toBe(to);
  });

  test("never cuts a character as people see it", () => {
    const family = TEXT.indexOf("👨‍👩‍👧");
    expect(quote(words.snap([{ start: family, end: family + 2 }], true))).toBe("👨‍👩‍👧");
  });
});

describe("a tag's borders", () => {
  test.each([
    { when: "start earlier", of: "road", edge: "start" as const, way: -1 as const, to: "al-Salamiyah road" },
    { when: "start later", of: "al-Salamiyah road", edge: "start" as const, way: 1 as const, to: "road" },
    { when: "end later", of: "road", edge: "end" as const, way: 1 as const, to: "road, near" },
    { when: "end earlier", of: "road, near", edge: "end" as const, way: -1 as const, to: "road" },
    { when: "into the next block", of: "closed", edge: "end" as const, way: 1 as const, to: "closed … Field" },
    { when: "the last word stays", of: "road", edge: "end" as const, way: -1 as const, to: "" },
  ])("$when", ({ of, edge, way, to }) => {
    expect(quote(nudged(words, [span(of)], edge, way))).toBe(to);
  });

  test.each([
    { when: "outward to a whole word", edge: "end" as const, at: "omes", to: "road, near Homs" },
    { when: "inward", edge: "start" as const, at: "oad", to: "road" },
    { when: "exactly", edge: "end" as const, at: " near", exact: true, to: "al-Salamiyah road," },
  ])("dragged $when", ({ edge, at, exact = false, to }) => {
    const spans = [edge === "end" && !exact ? span("road") : span("al-Salamiyah road")];
    const point = at === "omes" ? TEXT.indexOf("Homs") + 2 : TEXT.indexOf(at);
    expect(quote(dragged({ words, positions }, spans, { edge, point, exact }))).toBe(to);
  });

  test("more words make a discontinuous tag, touching ones join", () => {
    expect(quote(added([span("Hama")], [span("Homs")]))).toBe("Hama … Homs");
    expect(quote(added([span("It rained")], [span(" in")]))).toBe("It rained in");
  });
});

test.each([
  { query: "hama", count: 1 },
  { query: "SAID", count: 1 },
  { query: "field  sources", count: 1 },
  { query: "…", count: 0 },
  { query: " ", count: 0 },
  { query: "isil's", count: 1 },
  { query: "al‑sala\u00admiyah", count: 1 },
])("finds $query $count times", ({ query, count }) => {
  expect(findIn(document, query)).toHaveLength(count);
});

test("finds words through invisible characters and other spellings of the same letters", () => {
  const text = "Ha\u00adma, Hama\u200f and 😊 Raqqa\u0304n.";
  const drawn = drawnText(text);
  const found = (query: string) => drawn.quote(findIn(drawn.document, query));
  expect(found("HAMA")).toBe("Ha\u00adma … Hama");
  expect(found("raqqān")).toBe("Raqqa\u0304n");
});

describe("how much chosen words cover", () => {
  const of = (...quotes: string[]) => extentOf(words, positions, quotes.map(span));
  test.each([
    { when: "a name", quotes: ["Hama"], paragraphs: 1, words: 1 },
    { when: "a sentence", quotes: ["It rained in Hama"], paragraphs: 1, words: 4 },
    { when: "over a paragraph's border", quotes: ["was closed", "Field sources"], paragraphs: 2, words: 4 },
    { when: "two parts chosen apart", quotes: ["Hama", "Field sources"], paragraphs: 1, words: 2 },
    { when: "two parts of one sentence", quotes: ["It", "in Hama"], paragraphs: 1, words: 2 },
  ])("$when", ({ quotes, paragraphs, words: count }) => {
    expect(of(...quotes)).toEqual({ paragraphs, words: count });
  });
});
