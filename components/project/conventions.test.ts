import fc from "fast-check";
import { expect, test } from "vitest";
import { conventionsIn, conventionsText } from "@/components/project/conventions";

test.each([
  { text: "dozens = 24+", is: [{ words: "dozens", low: 24 }] },
  {
    text: "several=3-6\n\nعشرات = 20–90",
    is: [
      { words: "several", low: 3, high: 6 },
      { words: "عشرات", low: 20, high: 90 },
    ],
  },
  { text: "a pair = 2", is: [{ words: "a pair", low: 2, high: 2 }] },
  { text: "", is: [] },
])("$text", ({ text, is }) => {
  expect(conventionsIn(text)).toEqual({ conventions: is });
});

test.each(["dozens", "dozens = many", "= 24", "dozens = 24 or so"])("“%s” is named as what cannot be read", (text) => {
  expect(conventionsIn(`a few = 3\n${text}`).unread).toBe(text);
});

test("what is written is read again", () => {
  const words = fc.stringMatching(/^[a-zع-ي]{2,8}( [a-zع-ي]{1,8})?$/u);
  const convention = fc
    .record({ words, low: fc.nat(999), more: fc.option(fc.nat(999), { nil: undefined }) })
    .map(({ more, ...rest }) => ({ ...rest, ...(more !== undefined && { high: rest.low + more }) }));
  fc.assert(
    fc.property(fc.array(convention, { maxLength: 5 }), (conventions) => {
      expect(conventionsIn(conventionsText(conventions))).toEqual({ conventions });
    }),
  );
});
