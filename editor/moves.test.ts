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
    return next && quote(chosen(words, next));
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
      to: "closed … Field sources said so",
    },
    { when: "to the next clause", from: on("al-Salamiyah"), step: "clause", way: 1, to: "near" },
    { when: "to this clause's start", from: on("Homs"), step: "clause", way: -1, to: "near" },
    { when: "to the clause before", from: on("near"), step: "clause", way: -1, to: "The" },
    {
      when: "to the end of the clause",
      from: on("The"),
      step: "clause",
      way: 1,
      extend: true,
      to: "The al-Salamiyah road",
    },
    {
      when: "a clause more",
      from: on("The", "road"),
      step: "clause",
      way: 1,
      extend: true,
      to: "The al-Salamiyah road, near Homs",
    },
    { when: "a clause less", from: on("road", "Homs"), step: "clause", way: -1, extend: true, to: "road, near" },
    { when: "to the end of the text", from: on("It"), step: "text-border", way: 1, to: "behind" },
    { when: "to the start of the text", from: on("behind"), step: "text-border", way: -1, to: "It" },
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
    expect(quote(dragged(words, spans, { edge, point, exact }))).toBe(to);
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

describe("what is chosen over a block's border is the same by mouse and keyboard", () => {
  const text = "Image : NASA Bill Ingalls .\n\n* * *\n\n« NASA celebrated the launch » .\n\nHe, she.";
  const drawn = drawnText(text);
  const at = (words: string, plus = 0) => text.indexOf(words) + plus;

  test.each([
    { from: "Ingalls", to: "the", chosen: "Ingalls … * * * … NASA celebrated the" },
    { from: "launch", to: "He", chosen: "launch … He" },
    { from: "Image", to: "she", chosen: "Image : NASA Bill Ingalls … * * * … NASA celebrated the launch … He, she" },
  ])("from $from to $to", ({ from, to, chosen: expected }) => {
    const anchor = drawn.words.near(at(from));
    const head = drawn.words.near(at(to));
    if (!anchor || !head) throw new Error("no words");
    const byKeyboard = chosen(drawn.words, { anchor, head });
    const byMouse = drawn.words.snap([{ start: at(from, 1), end: at(to, to.length) }]);
    const backwards = chosen(drawn.words, { anchor: head, head: anchor });
    expect(drawn.quote(byKeyboard)).toBe(expected);
    expect(byMouse).toEqual(byKeyboard);
    expect(backwards).toEqual(byKeyboard);
  });

  test("and by a border that is dragged there", () => {
    const spans = [{ start: at("Ingalls"), end: at("Ingalls", 7) }];
    const point = at("celebrated", 3);
    expect(drawn.quote(dragged(drawn.words, spans, { edge: "end", point, exact: false }))).toBe(
      "Ingalls … * * * … NASA celebrated",
    );
    expect(drawn.quote(dragged(drawn.words, spans, { edge: "end", point, exact: true }))).toBe(
      "Ingalls … * * * … NASA cel",
    );
  });

  test("a full stop that a drag begins on is not taken from the block before", () => {
    const start = at(" .\n\n*") + 1;
    expect(drawn.quote(drawn.words.snap([{ start, end: at("celebrated", 2) }]))).toBe("* * * … NASA celebrated");
    expect(drawn.quote(drawn.words.snap([{ start, end: start + 1 }]))).toBe(".");
  });
});

test("the word cursor stops at every word, number, symbol and address, and at nothing else", () => {
  const text = "Hama 😊 fell, *** said: 1\u202f200 … https://ex.org/a?b ☎\u200f.\n\n前線的情況。";
  const drawn = drawnText(text);
  const stops: string[] = [];
  let cursor = cursorOn(drawn.words, [{ start: 0, end: 1 }]);
  while (cursor) {
    stops.push(drawn.quote(chosen(drawn.words, cursor)));
    cursor = moved(drawn.words, drawn.document, cursor, { step: "word", way: 1, extend: false });
  }
  expect(stops).toEqual([
    "Hama",
    "😊",
    "fell",
    "***",
    "said",
    "1\u202f200",
    "https://ex.org/a?b",
    "☎",
    "前線",
    "的",
    "情況",
  ]);
});

test.each([
  { on: "H", over: "Hama" },
  { on: "a,", over: "Hama" },
  { on: ",", over: "" },
  { on: " f", over: "" },
  { on: "’s road", over: "ISIL’s" },
  { on: "SIL", over: "ISIL" },
  { on: "😊", over: "😊" },
])("a pointer on “$on” means “$over”", ({ on, over }) => {
  const text = "In Hama, 😊 fell ISIL’s road.";
  const drawn = drawnText(text);
  const word = drawn.words.over(Array.from(text.slice(0, text.indexOf(on))).length);
  const letters = Array.from(text);
  expect(word ? letters.slice(word.start, word.end).join("") : "").toBe(over);
});
