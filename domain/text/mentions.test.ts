import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { anyText } from "@/prisma/builders/any-text";
import { mentionsOf } from "./mentions";
import { offsetIndex, sliceCodePoints } from "./offsets";
import { sameWords } from "./same-words";

test.each([
  {
    quote: "Hama",
    text: "Hama, Hama’s and (Hama) but not Hamadan or alHama; Homs-Hama road",
    starts: [0, 6, 18, 56],
    locale: "en",
  },
  { quote: "Deir Ezzur", text: "😊 Deir Ezzur, Deir\nEzzur and Deir\u00a0Ezzur", starts: [2, 14, 29], locale: "en" },
  { quote: "Salamiyah", text: "al-Salamiyah", starts: [], locale: "en" },
  { quote: "al-Salamiyah", text: "al-Salamiyah-Ithriya", starts: [0], locale: "en" },
  { quote: "armée", text: "l’armée, l'armée", starts: [2, 11], locale: "fr" },
  { quote: "حماة", text: "حماة، حماةً وحماة.", starts: [0], locale: "ar" },
  { quote: "e", text: "e\u0301 e", starts: [3], locale: "fr" },
  { quote: "(desert)", text: "Badiyeh (desert).", starts: [8], locale: "en" },
  { quote: "a.b*", text: "a.b* axb*", starts: [0], locale: "en" },
  { quote: " ", text: "a b", starts: [], locale: "en" },
])("$quote in “$text”", ({ quote, text, starts, locale }) => {
  const mentions = mentionsOf(text, quote, { locale });
  expect(mentions.map(({ start }) => start)).toEqual(starts);
});

describe("invisible characters", () => {
  const marks =
    "200e 200f 061c 202a 202b 202c 202d 202e 2066 2067 2068 2069 00ad 034f 115f 17b4 180b 180e 200b 200c 200d 2060 2061 2062 2063 2064 206a 206f 3164 feff fe00 fe0e fe0f ffa0 fff9 fffb e0001 e0041 e007f e0100 e01ef"
      .split(" ")
      .map((code) => ({ code, mark: String.fromCodePoint(Number.parseInt(code, 16)) }));

  test.each(marks)("U+$code hides no mention, wherever it stands", ({ mark }) => {
    const text = [
      `قصف الجيش حماة أمس. وصل إلى حماة${mark}، ثم غادروا حماة${mark} (Hama${mark}) ليلاً. عاد إلى ${mark}حماة.`,
      `(${mark}حم${mark}اة${mark}${mark})`,
    ].join(" ");
    const found = (quote: string) => {
      const index = offsetIndex(text);
      return mentionsOf(text, quote, { locale: "ar", index }).map(({ start, end }) =>
        sliceCodePoints(text, start, end, index),
      );
    };
    const expected = ["حماة", "حماة", "حماة", "حماة", `حم${mark}اة`];
    expect(found("حماة")).toEqual(expected);
    expect(found(`${mark}حما${mark}ة${mark}`)).toEqual(expected);
    expect(found("Hama")).toEqual(["Hama"]);
    expect(found(mark)).toEqual([]);
  });

  test.each(marks)("U+$code between two words hides none", ({ mark }) => {
    const text = `Deir${mark} Ezzur, Deir ${mark}Ezzur, ${mark}Deir${mark} \u00a0${mark}Ezzur`;
    expect(mentionsOf(text, "Deir Ezzur", { locale: "en" })).toHaveLength(3);
    expect(mentionsOf(text, `Deir${mark} Ezzur`, { locale: "en" })).toHaveLength(3);
  });
});

describe("the same words, whatever encodes them", () => {
  test.each([
    { when: "a Persian joiner is there or not", quote: "می‌خواهم", text: "می‌خواهم میخواهم می خواهم", found: 2 },
    { when: "an old Malayalam chillu", quote: "അവന്\u200d", text: "അവന്\u200d പോയി, അവന്\u200d", found: 2 },
    { when: "accents are composed or not", quote: "Raqqa\u0304n", text: "Raqq\u0101n, Raqqa\u0304n, Raqqan", found: 2 },
    { when: "vowel signs stand in another order", quote: "مُحَمَّد", text: "مُحَمَّد مُحَمَّد محمد", found: 2 },
    { when: "letters come as presentation forms", quote: "حماة", text: "\ufea3\ufee4\ufe8e\ufe93 حماة", found: 2 },
    { when: "vowel signs come as presentation forms", quote: "مُحَمَّد", text: "م\ufe79ح\ufe77م\ufcf2د ح", found: 1 },
    { when: "letters are drawn out", quote: "حماة", text: "حمـــاة", found: 1 },
    { when: "Korean comes in parts", quote: "한국", text: "\u1112\u1161\u11ab\u1100\u116e\u11a8 한국", found: 2 },
    { when: "a ligature stands in a word", quote: "fighters", text: "\ufb01ghters", found: 1 },
    { when: "apostrophes are straight or curly", quote: "Sana'a", text: "Sana’a, Sanaʼa, Sana'a", found: 3 },
    { when: "hyphens are of other widths", quote: "Homs-Hama", text: "Homs‑Hama, Homs–Hama, Homs Hama", found: 2 },
    {
      when: "spaces are of other kinds",
      quote: "Deir Ezzur",
      text: "Deir\u202fEzzur, Deir\u2009\u200fEzzur",
      found: 2,
    },
    { when: "capitals differ", quote: "Hama", text: "HAMA hama", found: 0 },
    { when: "accents differ", quote: "Raqqa", text: "Raqqā", found: 0 },
    { when: "a number goes on", quote: "200", text: "1\u202f200, 1 200 and 200", found: 1, locale: "fr" },
    { when: "an emoji has a selector", quote: "❤", text: "❤️ ❤", found: 2 },
    { when: "emoji are joined", quote: "👨", text: "👨‍👩‍👧 👨", found: 1 },
    { when: "emoji stand side by side", quote: "👨👩👧", text: "👨‍👩‍👧 👨👩👧", found: 1 },
    { when: "a flag is another", quote: "🏴", text: "🏴󠁧󠁢󠁥󠁮󠁧󠁿 🏴", found: 1 },
  ])("$when", ({ quote, text, found, locale = "en" }) => {
    expect(mentionsOf(text, quote, { locale })).toHaveLength(found);
  });
});

test.each([
  { when: "a vowel sign that stands alone follows white space", text: "a\t\ufc5e" },
  { when: "one that stands on a tatweel follows another mark", text: "\u0301\ufcf2" },
  { when: "letters of Kirat Rai compose with each other", text: "\u{16d68} \u{16d63}\u{16d67}" },
])("compared text stays as it is and is the same in every form of composition: $when", ({ text }) => {
  const { text: same } = sameWords(text);
  const again = [same, text.normalize("NFC"), text.normalize("NFD")].map((each) => sameWords(each).text);
  expect(again).toEqual([same, same, same]);
});

describe("in any text", () => {
  test("the same words are equal, however they are composed", () => {
    fc.assert(
      fc.property(anyText, (text) => {
        const { text: same } = sameWords(text);
        expect(sameWords(text.normalize("NFC")).text).toBe(same);
        expect(sameWords(text.normalize("NFD")).text).toBe(same);
        expect(sameWords(same).text).toBe(same);
      }),
      { numRuns: 1000 },
    );
  });

  test("a mention reads as the quote does", () => {
    fc.assert(
      fc.property(anyText, anyText, fc.nat(), fc.nat(), (before, after, a, b) => {
        const text = `${before}${after}${before}`;
        const [start = 0, end = 0] = [a, b].map((n) => n % (text.length + 1)).toSorted((x, y) => x - y);
        const quote = text.slice(start, end);
        fc.pre(!/\p{Surrogate}/u.test(quote));
        const index = offsetIndex(text);
        const mentions = mentionsOf(text, quote, { index });
        for (const mention of mentions) {
          const words = sliceCodePoints(text, mention.start, mention.end, index);
          expect(sameWords(words).text).toBe(sameWords(quote).text.trim());
        }
      }),
      { numRuns: 500 },
    );
  });
});
