import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { aText, someAttributes } from "@/domain/interchange/documents.fixture";
import { flatWith, onOneLine, textOfLine } from "@/domain/interchange/flat";
import { jsonRecordsOf } from "@/domain/interchange/json-records";
import { sentText } from "@/domain/interchange/line-ends";
import { wholeOf } from "@/domain/interchange/lines";
import type { SentFile } from "@/domain/interchange/reader";
import { sentencesIn } from "@/domain/interchange/tokens";

describe("a gigabyte without an end of line", () => {
  const MiB = 2 ** 20;
  /** A file that makes its pieces as they are asked for, and counts them. */
  const endless = (begin: string, filler: string) => {
    const asked = { most: 0 };
    const text = async function* () {
      yield begin;
      for (let pieces = 1; pieces <= 1024; pieces += 1) {
        asked.most = Math.max(asked.most, pieces);
        yield filler.repeat(MiB);
      }
    };
    const file: SentFile = { name: "long.json", text, bytes: async function* () {} };
    return { file, asked };
  };
  const all = async (items: AsyncIterable<unknown>) => {
    for await (const _ of items);
  };

  test.each([
    { begin: "a", filler: "a", why: "line-too-long" },
    { begin: '{"text":"', filler: "a", why: "line-too-long" },
    { begin: '["', filler: "a", why: "line-too-long" },
    { begin: " ", filler: " ", why: "line-too-long" },
  ])(
    "that begins with $begin and goes on with “$filler” is refused once it is too long",
    async ({ begin, filler, why }) => {
      const { file, asked } = endless(begin, filler);
      await expect(all(jsonRecordsOf(file))).rejects.toMatchObject({ why, spot: { file: "long.json", line: 1 } });
      expect(asked.most).toBeLessThan(70);
    },
  );

  test("is refused too where a format holds one document", async () => {
    const { file, asked } = endless("<", "a");
    await expect(wholeOf(file)).rejects.toMatchObject({ why: "too-large" });
    expect(asked.most).toBeLessThan(70);
  });
});

describe("values as strings", () => {
  const flat = flatWith((text) => text === "");

  test("every value comes back, and every string read and written stays the same", () => {
    fc.assert(
      fc.property(someAttributes, fc.string(), (attributes, said) => {
        for (const value of Object.values(attributes)) expect(flat.read(flat.write(value))).toEqual(value);
        if (said !== "") expect(flat.write(flat.read(said))).toBe(said);
      }),
    );
  });

  test.each([
    ["a number", 3, "3"],
    ["a string of digits", "3", '"3"'],
    ["a string with a leading zero", "0012", "0012"],
    ["nothing", null, "null"],
    ["an empty string", "", '""'],
    ["words", "near Hama", "near Hama"],
    ["a list", [1, "a"], '[1,"a"]'],
  ])("%s", (_, value, said) => {
    expect(flat.write(value)).toBe(said);
    expect(flat.read(said)).toEqual(value);
  });

  test("a text on one line comes back", () => {
    fc.assert(
      fc.property(
        fc.oneof(
          fc.string(),
          aText,
          fc.string().map((text) => JSON.stringify(text)),
        ),
        (text) => {
          expect(onOneLine(text)).not.toMatch(/[\n\r\t]/);
          expect(textOfLine(onOneLine(text))).toBe(text);
        },
      ),
    );
  });

  test("what is too deep is text", () => {
    const deep = "[".repeat(100_000) + "]".repeat(100_000);
    expect(flat.read(deep)).toBe(deep);
  });
});

describe("a text with other line ends", () => {
  test("positions move with the words", () => {
    const sent = sentText("A 😀\r\nHama\rx");
    expect(sent.text).toBe("A 😀\nHama\nx");
    expect(sent.place({ start: 6, end: 10 }, "UTF-16 code unit", "Hama")).toEqual({
      ok: true,
      range: { start: 4, end: 8 },
    });
    expect(sent.place({ start: 5, end: 9 }, "code point", "Hama")).toEqual({ ok: true, range: { start: 4, end: 8 } });
    expect(sent.place({ start: 3, end: 4 }, "code point")).toEqual({ ok: false, trouble: { is: "empty" } });
  });
});

describe("sentences and tokens", () => {
  const words = (text: string, language?: string) =>
    sentencesIn(text, language).map(({ tokens }) => tokens.map(({ start, end }) => text.slice(start, end)));

  test.each([
    [
      "He left. She stayed.",
      "en",
      [
        ["He", "left", "."],
        ["She", "stayed", "."],
      ],
    ],
    ["Assad’s T-72s, 10 000 men…", "en", [["Assad", "’s", "T-72s", ",", "10", "000", "men", "…"]]],
    ["قالت مصادر: «عقيربات، شرق حماة».", "ar", [["قالت", "مصادر", ":", "«", "عقيربات", "،", "شرق", "حماة", "»", "."]]],
    ["one\n\n two----", "en", [["one"], ["two", "----"]]],
    ["  \n ", "en", []],
  ])("%s", (text, language, expected) => expect(words(text, language)).toEqual(expected));

  test("every character that is no white space is in exactly one token, in order", () => {
    fc.assert(
      fc.property(aText, (text) => {
        const cuts = sentencesIn(text).flatMap(({ tokens }) => tokens);
        expect(cuts.map(({ start, end }) => text.slice(start, end)).join("")).toBe(text.replace(/\s/gu, ""));
        for (const [nth, { start, end }] of cuts.entries()) {
          expect(end).toBeGreaterThan(start);
          expect(text.slice(start, end)).not.toMatch(/\s/);
          expect(start).toBeGreaterThanOrEqual(cuts[nth - 1]?.end ?? 0);
        }
      }),
    );
  });
});
