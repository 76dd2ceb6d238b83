import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { anyText } from "@/prisma/builders/any-text";
import {
  boundariesOf,
  nextSentence,
  nextWord,
  previousSentence,
  previousWord,
  sentenceAt,
  snapToCharacters,
  snapToWords,
  wordAt,
} from "./boundaries";
import { type Utf16Range, utf16 } from "./offsets";

const at = (block: string, range: Utf16Range | undefined) => range && block.slice(range.start, range.end);

/** A block with a selection in brackets. */
function selected(marked: string): { block: string; range: Utf16Range } {
  const [before = "", inside = "", after = ""] = marked.split(/[⟦⟧]/);
  const range = { start: utf16(before.length), end: utf16(before.length + inside.length) };
  return { block: before + inside + after, range };
}

describe("words", () => {
  test.each([
    {
      text: "al-Salamiyah-Ithriya-Khanasser road",
      words: ["al-Salamiyah", "Ithriya", "Khanasser", "road"],
      locale: "en",
    },
    {
      text: "ISIL’s siege, the army's and forces’",
      words: ["ISIL", "’s", "siege", "the", "army", "'s", "and", "forces"],
      locale: "en",
    },
    { text: "pro-government, ISIL-held, Al-Bab", words: ["pro-government", "ISIL", "held", "Al-Bab"], locale: "en" },
    { text: "T-72 and 9–10, 9-10 of 1,200", words: ["T-72", "and", "9", "10", "9", "10", "of", "1,200"], locale: "en" },
    { text: "$5 or 50%, ٥٠٪", words: ["$5", "or", "50%", "٥٠٪"], locale: "en" },
    { text: "l’armée d'Alep aujourd’hui", words: ["l’", "armée", "d'", "Alep", "aujourd’hui"], locale: "fr" },
    { text: "Deir\u00a0Ezzur", words: ["Deir", "Ezzur"], locale: "en" },
    { text: "عقيربات، شرق مُحَمَّد.", words: ["عقيربات", "شرق", "مُحَمَّد"], locale: "ar" },
    { text: "x y", words: ["x", "y"], locale: "no such language" },
  ])("$text", ({ text, words, locale }) => {
    expect(boundariesOf(text, locale).words.map((word) => at(text, word))).toEqual(words);
  });
});

describe("a selection snaps to the words it touches", () => {
  test.each([
    { marked: "the o⟦il pipe⟧line and", snapped: "oil pipeline" },
    { marked: "“⟦Hama”, ⟧then", snapped: "Hama" },
    { marked: "in⟦ Hama ⟧to", snapped: "Hama" },
    { marked: "I⟦SI⟧L’s siege", snapped: "ISIL" },
    { marked: "I⟦SIL’⟧s siege", snapped: "ISIL’s" },
    { marked: "al-Sal⟦ami⟧yah-Ithriya", snapped: "al-Salamiyah" },
    { marked: "al-Salamiyah-⟦Ithr⟧iya", snapped: "Ithriya" },
    { marked: "a ⟦… 👨‍👩⟧‍👧 b", snapped: "… 👨‍👩‍👧" },
    { marked: "a⟦ \u00a0 ⟧b", snapped: undefined },
    { marked: "في ⟦عقير⟧بات، شرق", snapped: "عقيربات" },
  ])("$marked", ({ marked, snapped }) => {
    const { block, range } = selected(marked);
    expect(at(block, snapToWords(block, range, "en"))).toBe(snapped);
  });
});

test("an exact selection still takes whole characters", () => {
  const { block, range } = selected("e⟦\u0301ta⟧t 😊");
  expect(at(block, snapToCharacters(block, range))).toBe("e\u0301ta");
});

describe("moving by words and sentences", () => {
  const block = "The sources said so. Gen. Salim fled\nin May (2016). “It ended.” عقيربات؟ نعم.";
  const position = (words: string, plus = 0) => utf16(block.indexOf(words) + plus);

  test.each([
    { move: "the word around", found: wordAt(block, position("sources", 2)), words: "sources" },
    { move: "the word a position touches", found: wordAt(block, position("so.", 2)), words: "so" },
    { move: "no word", found: wordAt(block, position("(2016", 0)), words: undefined },
    { move: "the next word", found: nextWord(block, position("said")), words: "so" },
    { move: "the next word across a sentence", found: nextWord(block, position("so.")), words: "Gen" },
    { move: "the word before", found: previousWord(block, position("2016")), words: "May" },
    { move: "no word before the first", found: previousWord(block, utf16(0)), words: undefined },
    { move: "no word after the last", found: nextWord(block, position("نعم")), words: undefined },
    { move: "the sentence around", found: sentenceAt(block, position("sources")), words: "The sources said so." },
    {
      move: "a title and a line break end none",
      found: sentenceAt(block, position("fled")),
      words: "Gen. Salim fled\nin May (2016).",
    },
    { move: "the next sentence", found: nextSentence(block, position("fled")), words: "“It ended.”" },
    {
      move: "the sentence before",
      found: previousSentence(block, position("“It")),
      words: "Gen. Salim fled\nin May (2016).",
    },
    { move: "an Arabic sentence", found: sentenceAt(block, position("عقيربات")), words: "عقيربات؟" },
  ])("$move", ({ found, words }) => expect(at(block, found)).toBe(words));
});

describe("in any text", () => {
  const anySelection = fc.tuple(anyText, fc.nat(), fc.nat()).map(([block, one, other]) => {
    const [start = 0, end = 0] = [one, other].map((n) => n % (block.length + 1)).toSorted((a, b) => a - b);
    return { block, range: { start: utf16(start), end: utf16(end) } };
  });
  const characterBorders = (block: string) =>
    new Set([...new Intl.Segmenter("und").segment(block)].map(({ index }) => index).concat(block.length));

  test("snapping cuts no character and changes nothing the second time", () => {
    fc.assert(
      fc.property(anySelection, fc.constantFrom("en", "ar", "fr", "th"), ({ block, range }, locale) => {
        const snapped = snapToWords(block, range, locale);
        if (!snapped) return;
        const borders = characterBorders(block);
        expect([borders.has(snapped.start), borders.has(snapped.end)]).toEqual([true, true]);
        expect(snapToWords(block, snapped, locale)).toEqual(snapped);
        const exact = snapToCharacters(block, range);
        expect([borders.has(exact.start), borders.has(exact.end)]).toEqual([true, true]);
        expect(snapToCharacters(block, exact)).toEqual(exact);
      }),
      { numRuns: 1000 },
    );
  });

  test("words and sentences are in order, do not overlap, and cut no character", () => {
    fc.assert(
      fc.property(anyText, (block) => {
        const { words, sentences } = boundariesOf(block, "en");
        const borders = characterBorders(block);
        for (const ranges of [words, sentences]) {
          for (const [index, { start, end }] of ranges.entries()) {
            expect(start).toBeLessThan(end);
            expect(start).toBeGreaterThanOrEqual(ranges[index - 1]?.end ?? 0);
            expect([borders.has(start), borders.has(end)]).toEqual([true, true]);
          }
        }
      }),
      { numRuns: 500 },
    );
  });
});
