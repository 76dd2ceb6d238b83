import { expect, test } from "vitest";
import { mentionsOf } from "./mentions";

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
