import fc from "fast-check";
import { expect, test } from "vitest";
import { boundariesOf } from "./boundaries";
import { clausesOf } from "./clauses";

const cut = (text: string, locale = "en") => clausesOf(text, locale).map(({ start, end }) => text.slice(start, end));

test.each([
  {
    text: "Field sources said that ISIL men, who held the hills, fled north after the strike.",
    clauses: ["Field sources said", "that ISIL men", "who held the hills", "fled north", "after the strike"],
  },
  { text: "It rained. The road was shut.", clauses: ["It rained", "The road was shut"] },
  { text: "Some 1,200 people left at 12:30 on Monday.", clauses: ["Some 1,200 people left at 12:30 on Monday"] },
  { text: "The road (near Homs) was shut.", clauses: ["The road", "near Homs", "was shut"] },
  { text: "He said: “We will return” today.", clauses: ["He said", "We will return", "today"] },
  {
    text: "The al-Salamiyah-Ithriya road — a lifeline — was cut",
    clauses: ["The al-Salamiyah-Ithriya road", "a lifeline", "was cut"],
  },
  { text: "He left, and when she came he was gone.", clauses: ["He left", "and when she came he was gone"] },
  {
    text: "The army continued its attacks to drive them out of the hills to open a road.",
    clauses: ["The army continued its attacks", "to drive them out of the hills", "to open a road"],
  },
  { text: "", clauses: [] },
  { text: "…", clauses: [] },
])("$text", ({ text, clauses }) => {
  expect(cut(text)).toEqual(clauses);
});

test("a language that has no list of words goes by its punctuation", () => {
  expect(cut("Hän lähti, mutta tie oli kiinni.", "fi")).toEqual(["Hän lähti", "mutta tie oli kiinni"]);
  expect(cut("قال المصدر، إن الطريق مغلق", "ar")).toEqual(["قال المصدر", "إن الطريق مغلق"]);
});

test("clauses hold every word once, in order, and cross no sentence", () => {
  const word = fc.constantFrom("and", "who", "Hama", "1,200", "fled", "(", ")", ",", ".", "—", ":", "“", "”", "The");
  fc.assert(
    fc.property(fc.array(word, { maxLength: 40 }), (parts) => {
      const text = parts.join(" ");
      const { stops, sentences } = boundariesOf(text, "en");
      const clauses = clausesOf(text, "en");
      const held = clauses.flatMap(({ start, end }) => stops.filter((stop) => stop.start >= start && stop.end <= end));
      expect(held).toEqual(stops);
      for (const { start, end } of clauses) {
        expect(sentences.some((sentence) => sentence.start <= start && end <= sentence.end)).toBe(true);
      }
    }),
  );
});
