import fc from "fast-check";
import { expect, test } from "vitest";
import { nameFinder } from "./find-names";

const found = (text: string, ...names: string[]) =>
  nameFinder(names)
    .find(text)
    .map(({ start, end }) => text.slice(start, end));

test.each([
  { name: "Ahmad al-Sheikh", text: "They spoke to Ahmad al-Sheikh on Monday.", is: ["Ahmad al-Sheikh"] },
  { name: "Ahmad al-Sheikh", text: "AHMAD AL SHEIKH said", is: ["AHMAD AL SHEIKH"] },
  { name: "Ahmad al-Sheikh", text: "Ahmad\nSheikh, ahmad_alsheikh", is: ["Ahmad\nSheikh", "ahmad_alsheikh"] },
  { name: "Ahmad al-Sheikh", text: "قال أحمد الشيخ إنه", is: ["أحمد الشيخ"] },
  { name: "أحمد الشيخ", text: "said Ahmad al-Sheikh", is: ["Ahmad al-Sheikh"] },
  { name: "أحمد الشيخ", text: "وقال لأحمد الشيخ", is: ["لأحمد الشيخ"] },
  { name: "أحمد", text: "رأى أَحْمَد هناك", is: ["أَحْمَد"] },
  { name: "Layla Haddad", text: "ليلى حداد قالت", is: ["ليلى حداد"] },
  { name: "Abdullah Saleh", text: "عبدالله صالح", is: ["عبدالله صالح"] },
  { name: "Müller", text: "Herr MULLER und Mu\u0308ller", is: ["MULLER", "Mu\u0308ller"] },
  { name: "Navalny", text: "сказал Навальный вчера", is: ["Навальный"] },
  { name: "Ζωή", text: "so Zoi wrote", is: ["Zoi"] },
  { name: "Ra’s Ali", text: "to Ras Ali and Ra's Ali", is: ["Ras Ali", "Ra's Ali"] },
  { name: "Layla", text: "Layla’s brother", is: ["Layla’s"] },
  { name: "Layla", text: "Laylaland", is: [] },
  { name: "Li", text: "a list of libraries", is: [] },
  { name: "Ali", text: "علي قال", is: [] },
  { name: "Khan Shaykhun", text: "in Khan Sheikhoun and Khanshaykhun", is: ["Khan Sheikhoun", "Khanshaykhun"] },
  { name: "Ah\u200dmad Saleh", text: "Ahmad Saleh", is: ["Ahmad Saleh"] },
  { name: "Ahmad Saleh", text: "Ahmad. After lunch, Saleh", is: [] },
  { name: "???", text: "??? !!!", is: [] },
])("$name in $text: $is", ({ name, text, is }) => {
  expect(found(text, name)).toEqual(is);
});

test("the longer of two names that begin alike is found", () => {
  expect(found("Umar Farouk Bey said", "Umar", "Umar Farouk Bey")).toEqual(["Umar Farouk Bey"]);
});

test("a name is found wherever it stands as it was written, and what is found never overlaps", () => {
  const word = fc.stringMatching(/^[A-Z][a-z]{4,8}$/);
  fc.assert(
    fc.property(fc.array(word, { minLength: 1, maxLength: 3 }), fc.lorem(), fc.lorem(), (name, before, after) => {
      const whole = name.join(" ");
      const text = `${before}. ${whole}; ${after}`;
      const hits = nameFinder([whole]).find(text);
      const at = before.length + 2;
      expect(hits.some(({ start, end }) => start <= at && at + whole.length <= end)).toBe(true);
      for (const [nth, hit] of hits.entries()) expect(hit.start).toBeGreaterThanOrEqual(hits[nth - 1]?.end ?? 0);
    }),
  );
});
