import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { excerptOf, matchesIn, wantedIn } from "@/domain/search/excerpt";
import { folded, withoutArticle } from "@/domain/search/fold";
import { readQuery, reportFields } from "@/domain/search/query";
import { placesOf } from "@/domain/search/terms";

describe("a word is found however it is written", () => {
  test.each([
    ["Ḥamāh", "hamah"],
    ["HAMA", "hama"],
    ["Łódź", "lodz"],
    ["Straße", "strasse"],
    ["Dvořák", "dvorak"],
    ["ΑΘΉΝΑ", "αθηνα"],
    ["Йошкар", "йошкар"],
    ["Ёлка", "елка"],
    ["Київ", "київ"],
    ["قَوَّاتٌ", "قوات"],
    ["حـمـاة", "حماه"],
    ["إدلب", "ادلب"],
    ["کابل", "كابل"],
    ["می\u200cروم", "ميروم"],
    ["שָׁלוֹם", "שלומ"],
    ["٢٠١٧", "2017"],
    ["۴۵", "45"],
    ["１２", "12"],
    ["O’Neil", "oneil"],
    ["Sanʿāʾ", "sana"],
    ["é", "e"],
    ["e\u0301", "e"],
    ["", ""],
  ])("%s is %s", (word, found) => expect(folded(word)).toBe(found));

  test.each(["القوات", "قوات", "للقوات", "والقوات", "بالقوات"])("%s is found by قوات", (word) => {
    expect([folded(word), withoutArticle(folded(word))]).toContain("قوات");
  });

  test.each(["ولد", "الي", "لله", "واد"])("nothing is cut from %s, which is too short", (word) => {
    expect(withoutArticle(word)).toBeUndefined();
  });

  test("folding twice changes nothing", () => {
    fc.assert(
      fc.property(fc.string({ unit: "grapheme" }), (word) => {
        expect(folded(folded(word))).toBe(folded(word));
      }),
    );
  });
});

const found = (text: string, query: string): string[] => {
  const read = readQuery(query);
  if (!read.ok) throw new Error(read.trouble.is);
  return matchesIn(placesOf(text), wantedIn(read.query)).map(({ start, end }) => text.slice(start, end));
};

describe("what a query marks in a text", () => {
  test.each([
    ["Fighters near Ithriya-Khanasser road.", "khanasser", ["Khanasser"]],
    ["Fighters near Ithriya-Khanasser road.", "ithriya-khanasser", ["Ithriya-Khanasser"]],
    ["Fighters near Ithriya Khanasser road.", "ithriya-khanasser", ["Ithriya Khanasser"]],
    ["An S-300 battery", "S-300", ["S-300"]],
    ["An S-300 battery", "s300", ["S"]],
    ["Assad’s army", "assad", ["Assad’s"]],
    ["l’armée avance", "armee", ["l’armée"]],
    ["the U.S. said", "US", ["U"]],
    ["«حلب،» قال", "حلب", ["حلب"]],
    ["وقالت والقوات الحكومية", "قوات", ["والقوات"]],
    ["国防部发言人", "国防", ["国防"]],
    ["กองทัพไทย", "ทัพ", ["ทัพ"]],
    ["attacked and attacks", "attack*", ["attacked", "attacks"]],
    ["field sources said; sources in the field", '"field sources"', ["field sources"]],
    ["nothing", "else", []],
  ])("%s / %s", (text, query, marks) => expect(found(text, query)).toEqual(marks));
});

describe("a query that can't be read says where", () => {
  test.each([
    ['hama "field sources', "open-quote", 5],
    ["kind:", "no-value", 5],
    ["colour:red", "unknown-field", 0],
    ["state:finished hama", "unknown-value", 6],
    ["date:2017-13", "no-date", 5],
    ["date:2018..2017", "no-date", 5],
    ["date:2017-02-30", "no-date", 5],
    ["...", "nothing", 0],
    ["", "nothing", 0],
    ["-hama", "only-not", 0],
    ["OR hama", "alone", 0],
    ["hama OR", "alone", 5],
    ["x".repeat(1001), "too-long", 1000],
    ["a ".repeat(61), "too-long", 120],
  ])("%j: %s at %i", (query, is, at) => {
    const read = readQuery(query);
    expect(read.ok ? null : { is: read.trouble.is, at: read.trouble.at }).toEqual({ is, at });
  });

  test.each([
    ["date:2017-07", { from: "2017-07-01", to: "2017-07-31" }],
    ["date:2017..", { from: "2017-01-01", to: null }],
    ["date:..2016-02", { from: null, to: "2016-02-29" }],
    ["date:2017-07-04", { from: "2017-07-04", to: "2017-07-04" }],
  ])("%s", (query, days) => {
    const read = readQuery(query);
    expect(read.ok && read.query.narrowings[0]).toMatchObject(days);
  });

  test("a concordance takes fields that narrow reports, and says where another one stands", () => {
    expect(readQuery("hama language:ar", reportFields).ok).toBe(true);
    expect(readQuery("hama kind:claim", reportFields)).toMatchObject({ trouble: { is: "not-here", at: 5 } });
  });

  test("addresses and times are words", () => {
    expect(readQuery("https://example.org/a 10:30").ok).toBe(true);
  });

  test("OR makes one condition of what stands beside it", () => {
    const read = readQuery("hama OR homs OR aleppo -idlib state:open");
    expect(read.ok && read.query.parts.map(({ is }) => is)).toEqual(["any", "words"]);
  });

  test("whatever is typed is read or refused with a place in it", () => {
    const typed = fc.string({
      unit: fc.constantFrom("a", " ", '"', "-", "*", ":", "OR", "kind:", "حلب", "😀", "(", "|"),
    });
    fc.assert(
      fc.property(typed, (text) => {
        const read = readQuery(text);
        if (!read.ok) expect(read.trouble.at).toBeLessThanOrEqual(text.length);
      }),
    );
  });
});

describe("an excerpt", () => {
  test("is around what was found, cut between words, and says that there is more", () => {
    const text = `${"before ".repeat(100)}the pipeline near Aqayrabat was hit ${"after ".repeat(100)}`;
    const excerpt = excerptOf(text, [{ places: [["aqayrabat"]], prefix: false }]);
    expect(excerpt).toMatchObject({ before: true, after: true, at: text.indexOf("Aqayrabat") });
    expect(excerpt.marks.map(({ start, end }) => excerpt.text.slice(start, end))).toEqual(["Aqayrabat"]);
    expect(excerpt.text).toMatch(/^before .* after$/);
  });
  test("is the beginning where only the title or a field fits", () => {
    expect(excerptOf("Short text.", [])).toEqual({
      text: "Short text.",
      marks: [],
      before: false,
      after: false,
      at: null,
    });
  });
});
