import fc from "fast-check";
import { expect, test } from "vitest";
import { byKey, hitsIn } from "@/domain/search/concordance";
import { wantedIn } from "@/domain/search/excerpt";
import { readQuery } from "@/domain/search/query";

const hits = (text: string, query: string) => {
  const read = readQuery(query);
  if (!read.ok) throw new Error(read.trouble.is);
  return hitsIn(text, wantedIn(read.query));
};

test.each([
  ["The road to Hama was open.", "hama", "The road to |Hama| was open."],
  ["Hama", "hama", "|Hama|"],
  ["قالت القوات الحكومية", "قوات", "قالت |القوات| الحكومية"],
  ["An S-300 battery", "S-300", "An |S-300| battery"],
  ["国防部发言人说", "发言人", "国防部|发言人|说"],
])("%s / %s", (text, query, shown) => {
  expect(hits(text, query).map(({ left, word, right }) => `${left}|${word}|${right}`)).toEqual([shown]);
});

test("each place is a hit, in the order of the text, sorted by the words beside it as they are looked for", () => {
  const found = hits("The Élite left Hama. An elite guard left.", "elite");
  expect(found.map(({ keys }) => keys)).toEqual([
    { word: "elite", left: "the", right: "left hama an elite" },
    { word: "elite", left: "an hama left elite", right: "guard left" },
  ]);
});

test("of a long text whole words are shown on each side", () => {
  const [hit] = hits(`${"before ".repeat(50)}pipeline ${"after ".repeat(50)}`, "pipeline");
  expect(hit?.left).toMatch(/^(before ){8,10}$/);
  expect(hit?.right).toMatch(/^( after){8,12}$/);
});

test("what is shown stands in the text around its hit", () => {
  const texts = fc.string({ unit: fc.constantFrom("a", "hama ", ". ", "ب", "😀", "国", "-", "’s ") });
  fc.assert(
    fc.property(texts, (text) => {
      for (const { start, end, left, word, right } of hits(text, "hama OR a OR 国")) {
        expect(text.slice(start - left.length, end + right.length)).toBe(left + word + right);
      }
    }),
  );
});

test("hits without a word there come last", () => {
  expect(["", "b", "a", "ab"].toSorted(byKey)).toEqual(["a", "ab", "b", ""]);
});
