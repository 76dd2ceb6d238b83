import { expect, test } from "vitest";
import { figuresIn } from "./figures";

test.each([
  ["At least 76 people were killed.", "en", [{ what: "killed", low: 76, words: "At least 76 people were killed" }]],
  ["The strike killed 12 civilians.", "en", [{ what: "killed", low: 12, high: 12, words: "killed 12 civilians" }]],
  ["Over 1,345 pilgrims have been killed.", "en", [{ what: "killed", low: 1345 }]],
  ["Up to five soldiers were wounded.", "en", [{ what: "injured", high: 5 }]],
  [
    "Three people died and ten were injured.",
    "en",
    [
      { what: "killed", low: 3 },
      { what: "injured", low: 10, high: 10 },
    ],
  ],
  ["Dozens of people were killed.", "en", [{ what: "killed", words: "Dozens of people were killed" }]],
  ["No casualties were hurt.", "en", [{ what: "injured", low: 0, high: 0 }]],
  ["Thousands of residents fled.", "en", [{ what: "displaced" }]],
  ["The 4 roads were closed.", "en", []],
  [
    "سقط قتيلان وجرح ٣ أشخاص.",
    "ar",
    [
      { what: "killed", low: 2, high: 2 },
      { what: "injured", low: 3, high: 3 },
    ],
  ],
  ["مقتل ما لا يقل عن 12 شخصا.", "ar", [{ what: "killed", low: 12 }]],
  ["سقوط ٥ شهداء.", "ar", [{ what: "killed", low: 5, high: 5 }]],
  ["مقتل عشرات المدنيين.", "ar", [{ what: "killed" }]],
] as const)("%s", (text, language, figures) => {
  expect(figuresIn(text, language)).toMatchObject(figures);
});

test("dozens have no number", () => {
  expect(figuresIn("Dozens of people were killed.", "en")[0]).not.toHaveProperty("low");
  expect(figuresIn("At least 76 people were killed.", "en")[0]).not.toHaveProperty("high");
});
