import { expect, test } from "vitest";
import { withNames } from "@/domain/search/other-names";
import { readQuery } from "@/domain/search/query";

const known = [
  ["Aqayrabat", "عقيربات", "Uqayribat"],
  ["Syrian Arab Army", "SAA", "الجيش العربي السوري"],
];
const also = (q: string) => {
  const read = readQuery(q);
  if (!read.ok) throw new Error(read.trouble.is);
  const { query, names } = withNames(read.query, known);
  return { names: names.flatMap((each) => each.also), parts: query.parts.map(({ is }) => is) };
};

test.each([
  ["aqayrabat", ["عقيربات", "Uqayribat"], ["any"]],
  ["عقيربات road", ["Aqayrabat", "Uqayribat"], ["any", "words"]],
  ['"syrian arab army"', ["SAA", "الجيش العربي السوري"], ["any"]],
  ["SAA OR hama", ["Syrian Arab Army", "الجيش العربي السوري"], ["any"]],
  ["army", [], ["words"]],
  ["aqayra*", [], ["words"]],
  ["road -aqayrabat", [], ["words", "words"]],
  ["kind:claim place:aqayrabat", ["عقيربات", "Uqayribat"], []],
])("%s also finds %j", (q, names, parts) => expect(also(q)).toEqual({ names, parts }));
