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
    { text: "前線的情況穩定。", words: ["前線", "的", "情況", "穩定"], locale: "zh" },
    { text: "กระทรวงกลาโหมกล่าวว่า", words: ["กระทรวง", "กลาโหม", "กล่าว", "ว่า"], locale: "th" },
    { text: "'שלום' ג'ורג' ד\"ר", words: ["שלום", "ג'ורג'", 'ד"ר'], locale: "he" },
    { text: "_said_ you_x", words: ["said", "you_x"], locale: "en" },
  ])("$text", ({ text, words, locale }) => {
    expect(boundariesOf(text, locale).words.map((word) => at(text, word))).toEqual(words);
  });
});

describe("spaces of every kind stand at no word's end and join no words", () => {
  const french = "« C’est fini », a dit Macron : 1 200 morts !";
  const expected = ["C’", "est", "fini", "a", "dit", "Macron", "1 200", "morts"];
  const spaces = ["\u202f", "\u00a0", "\u2009", "\u2007", "\u3000", "\u2003", "\u205f", " "];

  test.each(spaces.map((space) => ({ space, name: space.codePointAt(0)?.toString(16) })))("U+$name", ({ space }) => {
    const text = french.replace(/ (?=[»:!])|(?<=«) /g, space);
    expect(boundariesOf(text, "fr").words.map((word) => at(text, word))).toEqual(expected);
    const joined = `people${space}left`;
    expect(boundariesOf(joined, "en").words.map((word) => at(joined, word))).toEqual(["people", "left"]);
  });

  test.each([
    {
      text: "10\u202f000 et 1\u00a0234\u00a0567,5 morts",
      words: ["10\u202f000", "et", "1\u00a0234\u00a0567,5", "morts"],
    },
    { text: "10 000 personnes", words: ["10 000", "personnes"] },
    { text: "12\u2009500 and 300", words: ["12\u2009500", "and", "300"], locale: "en" },
    {
      text: "10 000 but on May 12 300 people",
      words: ["10 000", "but", "on", "May", "12", "300", "people"],
      locale: "en",
    },
    {
      text: "в 2016 200 человек, 15 200 и 1.500",
      words: ["в", "2016", "200", "человек", "15 200", "и", "1.500"],
      locale: "ru",
    },
    { text: "50\u202f%, 10 000 €, 7 % et $ 5", words: ["50\u202f%", "10 000 €", "7 %", "et", "$ 5"] },
    { text: "5 $10 bills", words: ["5", "$10", "bills"], locale: "en" },
    { text: "٥٠ ٪ و١٢٣ ٠٠٠", words: ["٥٠ ٪", "و١٢٣ ٠٠٠"], locale: "ar" },
    { text: "01\u00a023\u00a045", words: ["01", "23", "45"] },
  ])("$text", ({ text, words, locale = "fr" }) => {
    expect(boundariesOf(text, locale).words.map((word) => at(text, word))).toEqual(words);
  });
});

describe("invisible characters", () => {
  const marks =
    "200e 200f 061c 202a 202c 202e 2066 2069 00ad 034f 180e 200b 200c 200d 2060 2063 206a feff fe00 fe0f e0100 e0041 fff9"
      .split(" ")
      .map((code) => ({ code, mark: String.fromCodePoint(Number.parseInt(code, 16)) }));

  test.each(marks)("U+$code at a word's ends is not of the word", ({ mark }) => {
    for (const word of ["حماة", "Hama", "Хама"]) {
      for (const text of [
        `${word}${mark}، x`,
        `${mark}${word} x`,
        `(${mark}${word}${mark})`,
        `x ${word}${mark}${mark}`,
      ]) {
        expect(boundariesOf(text, "und").words.map((each) => at(text, each))).toContain(word);
        const hit = text.indexOf(word);
        const selected = {
          start: utf16(hit),
          end: utf16(hit + word.length + (text.includes(word + mark) ? mark.length : 0)),
        };
        expect(at(text, snapToWords(text, selected))).toBe(word);
      }
    }
  });

  test.each(marks.filter(({ code }) => code !== "200b"))("U+$code within a word stays", ({ mark }) => {
    const text = `near Ha${mark}ma today`;
    expect(boundariesOf(text, "en").words.map((each) => at(text, each))).toEqual(["near", `Ha${mark}ma`, "today"]);
  });

  test.each([
    { what: "a Persian joiner", text: "می\u200cخواهم خانه\u200c", words: ["می\u200cخواهم", "خانه"], locale: "fa" },
    { what: "a Malayalam chillu", text: "അവന്\u200d പോയി", words: ["അവന്\u200d", "പോയി"], locale: "ml" },
    { what: "an ideograph's variant", text: "葛\u{e0100}\u200f", words: ["葛\u{e0100}"], locale: "ja" },
  ])("$what stays with its letter", ({ text, words, locale }) => {
    expect(boundariesOf(text, locale).words.map((each) => at(text, each))).toEqual(words);
  });

  test("nothing but invisible characters is nothing to tag", () => {
    expect(snapToWords("a \u200f\u2060 b", { start: utf16(2), end: utf16(4) })).toBeUndefined();
  });
});

describe("what the word cursor stops at", () => {
  test.each([
    { text: "Hama 😊, 👨‍👩‍👧 ❤️\u200f 🇸🇾🇱🇧 5️⃣", stops: ["Hama", "😊", "👨‍👩‍👧", "❤️", "🇸🇾", "🇱🇧", "5️⃣"] },
    { text: "Call ☎ → █████ said", stops: ["Call", "☎", "→", "█████", "said"] },
    { text: "*** of ??? said … — no!!!", stops: ["***", "of", "???", "said", "no"] },
    { text: "Apple® 25° C © 2016", stops: ["Apple", "25", "C", "2016"] },
    { text: "12, 3.5 and 2016", stops: ["12", "3.5", "and", "2016"] },
    { text: "前線的情況", stops: ["前線", "的", "情況"] },
    {
      text: "See https://ex.org/a-b?c=d, (www.b.org/x_(y)) or a.b@c.org!",
      stops: ["See", "https://ex.org/a-b?c=d", "www.b.org/x_(y)", "or", "a.b@c.org"],
    },
  ])("$text", ({ text, stops }) => {
    expect(boundariesOf(text, "en").stops.map((stop) => at(text, stop))).toEqual(stops);
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
    { marked: "in ⟦Hama 😊⟧, said", snapped: "Hama 😊" },
    { marked: "⟦😊⟧ said", snapped: "😊" },
    { marked: "the ⟦*** sai⟧d", snapped: "*** said" },
    { marked: "il y a 1\u202f⟦2⟧00 morts", snapped: "1\u202f200" },
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
  /** Also where only invisible characters follow within a grapheme cluster. */
  const characterBorders = (block: string) =>
    new Set(
      [...new Intl.Segmenter("und").segment(block)]
        .flatMap(({ index, segment }) => [index, index + segment.replace(/[\p{DI}\ufff9-\ufffb]+$/u, "").length])
        .concat(block.length),
    );

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
