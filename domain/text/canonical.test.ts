import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { anyText } from "@/prisma/builders/any-text";
import { canonicalText, TEXT_LIMIT } from "./canonical";
import reference from "./reference-strings.json";

describe("newlines become LF and nothing else changes", () => {
  test.each([
    { decoded: "One\r\nTwo\rThree\nFour", text: "One\nTwo\nThree\nFour" },
    { decoded: "\r\r\n\n\r", text: "\n\n\n\n" },
    { decoded: "  e\u0301\u00ad\u200b\ufeff\t\u0007 ", text: "  e\u0301\u00ad\u200b\ufeff\t\u0007 " },
    ...reference.strings.map(({ original, text }) => ({ decoded: original ?? text, text })),
  ])("$decoded", ({ decoded, text }) => {
    expect(canonicalText(decoded)).toMatchObject({ ok: true, text, length: [...text].length });
  });
});

describe("what cannot be kept is refused with its place", () => {
  test.each([
    {
      when: "a null character",
      decoded: "a\r\n😊b\0c",
      refusal: { reason: "null-character", position: 4, line: 2, column: 3 },
    },
    {
      when: "a high half alone",
      decoded: "ab\ud83d",
      refusal: { reason: "lone-surrogate", position: 2, line: 1, column: 3 },
    },
    {
      when: "a low half alone",
      decoded: "😊\n\ude0a",
      refusal: { reason: "lone-surrogate", position: 2, line: 2, column: 1 },
    },
    {
      when: "too long",
      decoded: `😊\n${"a".repeat(TEXT_LIMIT)}`,
      refusal: { reason: "too-long", position: TEXT_LIMIT, line: 2, column: TEXT_LIMIT - 1 },
    },
  ])("$when", ({ decoded, refusal }) => expect(canonicalText(decoded)).toEqual({ ok: false, refusal }));

  test("the limit itself is fine", () => expect(canonicalText("😊".repeat(TEXT_LIMIT)).ok).toBe(true));
});

test("a canonical text is its own canonical text", () => {
  fc.assert(
    fc.property(anyText, (decoded) => {
      const once = canonicalText(decoded.replaceAll("\0", ""));
      expect(once.ok && canonicalText(once.text)).toEqual(once);
    }),
  );
});
