import fc from "fast-check";
import { expect, test } from "vitest";
import { nameKey } from "./name-key";

test.each([
  { one: "Al Furat TV", other: "Al-Furat TV", same: true },
  { one: "al-Furat  tv", other: "Al Furat TV", same: true },
  { one: "The Nile Valley Courier", other: "Nile Valley Courier", same: true },
  { one: "Agence France-Presse", other: "agence france presse", same: true },
  { one: "Müller", other: "Muller", same: true },
  { one: "الفرات", other: "الفُرات", same: true },
  { one: "الفرات", other: "الفـــرات", same: true },
  { one: "Reuters\u200f", other: "Reuters", same: true },
  { one: "Kovačević’s", other: "Kovacevics", same: true },
  { one: "Ｒｅｕｔｅｒｓ", other: "Reuters", same: true },
  { one: "A", other: "The", same: false },
  { one: "Furat TV", other: "Al Furat TV", same: false },
  { one: "की", other: "का", same: false },
  { one: "Unit 12", other: "Unit 1 2", same: false },
  { one: "???", other: "!!!", same: false },
])("$one, $other: $same", ({ one, other, same }) => {
  expect(nameKey(one) === nameKey(other)).toBe(same);
});

test("the key of a key is itself, and nothing has an empty one", () => {
  fc.assert(
    fc.property(fc.string({ unit: "grapheme", minLength: 1 }), (name) => {
      fc.pre(name.trim() !== "");
      const key = nameKey(`x ${name}`);
      expect(nameKey(key)).toBe(key);
      expect(nameKey(name)).not.toBe("");
    }),
  );
});
