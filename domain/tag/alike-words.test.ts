import { expect, test } from "vitest";
import { alikeWords } from "./alike-words";

const blocks = [
  { text: "😀 Deir Ezzur fell. Deir ez-Zor is far.", start: 0 },
  { text: "From Deir Ezzur’s edge they saw DEIR EZZUR.", start: 100 },
];
const found = (words: string, spellings: boolean, language = "en") =>
  alikeWords(blocks, words, { language, spellings }).map(({ start, quote, same }) => [start, quote, same]);

test("the same words are found wherever they stand, and other spellings on request", () => {
  expect(found("Deir Ezzur", false)).toEqual([
    [2, "Deir Ezzur", "words"],
    [105, "Deir Ezzur", "words"],
  ]);
  expect(found("Deir Ezzur", true)).toEqual([
    [2, "Deir Ezzur", "words"],
    [19, "Deir ez-Zor", "spelling"],
    [105, "Deir Ezzur", "words"],
    [132, "DEIR EZZUR", "spelling"],
  ]);
});

test("each says what stands around it", () => {
  const [first] = alikeWords(blocks, "Deir Ezzur", { language: "en", spellings: false });
  expect(first).toMatchObject({ before: "😀 ", after: " fell. Deir ez-Zor is far." });
});

test("Arabic spellings of one name are found, and common words are not taken for names", () => {
  const arabic = [{ text: "وصلوا إلى السلمية ثم سلمية.", start: 0 }];
  const both = alikeWords(arabic, "السلمية", { language: "ar", spellings: true });
  expect(both.map(({ quote }) => quote)).toEqual(["السلمية", "سلمية"]);
  const english = [{ text: "Reading is a town; he was reading.", start: 0 }];
  expect(alikeWords(english, "Reading", { language: "en", spellings: true }).map(({ start }) => start)).toEqual([0]);
});

test("nothing is found for no words", () => {
  expect(found("", true)).toEqual([]);
  expect(found("…", true)).toEqual([]);
});
