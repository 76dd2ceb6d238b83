import { expect, test } from "vitest";
import { directionOf, directionOfLanguage } from "./direction";

test.each([
  { text: "Hama", direction: "ltr" },
  { text: "حماة", direction: "rtl" },
  { text: "12 – «حماة» and Hama", direction: "rtl" },
  { text: "\u200fHama", direction: "rtl" },
  { text: "\u200eحماة", direction: "ltr" },
  { text: "שלום", direction: "rtl" },
  { text: "𞤀𞤣", direction: "rtl" },
  { text: "😊 Хама", direction: "ltr" },
] as const)("$text runs $direction", ({ text, direction }) => {
  expect(directionOf(text, direction === "rtl" ? "ltr" : "rtl")).toBe(direction);
});

test("a block without letters takes the report's direction", () => {
  expect([directionOf("12:30 …", "rtl"), directionOf("12:30 …")]).toEqual(["rtl", "ltr"]);
});

test.each([
  { language: "ar", direction: "rtl" },
  { language: "fa-IR", direction: "rtl" },
  { language: "he", direction: "rtl" },
  { language: "en-US", direction: "ltr" },
  { language: "az-Arab", direction: "rtl" },
  { language: "ar_Latn", direction: "ltr" },
  { language: "", direction: "ltr" },
] as const)("$language runs $direction", ({ language, direction }) => {
  expect(directionOfLanguage(language)).toBe(direction);
});
