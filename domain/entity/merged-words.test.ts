import fc from "fast-check";
import { expect, test } from "vitest";
import type { EntityWords } from "@/domain/entity/take-over";
import { mergeFields } from "./merge-fields";
import { differing, mergedWords, unmergedWords } from "./merged-words";

const remains: EntityWords = { name: "SOHR", kind: "named organisation", aliases: ["the Observatory"], side: "none" };
const merged: EntityWords = {
  name: "Syrian Observatory",
  kind: "media outlet",
  aliases: ["Observatory", "the Observatory"],
  scale: "national",
  note: "London.",
};

test("what one of them leaves out is no difference, unless only the remaining one does", () => {
  expect(differing({ merged, remains })).toEqual(["name", "kind", "scale", "note"]);
  expect(differing({ merged: remains, remains: merged })).toEqual(["name", "kind", "side"]);
  expect(differing({ merged, remains: merged })).toEqual([]);
});

test("the remaining one keeps every name of both and takes what is asked for", () => {
  expect(mergedWords({ merged, remains }, [])).toEqual({
    ...remains,
    aliases: ["the Observatory", "Observatory", "Syrian Observatory"],
  });
  expect(mergedWords({ merged, remains }, ["name", "kind", "note", "side"])).toEqual({
    name: "Syrian Observatory",
    kind: "media outlet",
    side: "none",
    note: "London.",
    aliases: ["the Observatory", "SOHR", "Observatory"],
  });
});

test("a change since the merge stays when it is undone", () => {
  const after = mergedWords({ merged, remains }, ["name", "scale"]);
  const now: EntityWords = { ...after, side: "government", aliases: [...after.aliases, "OSDH"] };
  expect(unmergedWords(remains, after, now)).toEqual({
    ...remains,
    side: "government",
    aliases: ["the Observatory", "OSDH"],
  });
});

const word = fc.constantFrom("a", "b", "c", "d");
const words: fc.Arbitrary<EntityWords> = fc.record(
  {
    name: word,
    kind: fc.constantFrom("named person", "media outlet"),
    aliases: fc.uniqueArray(word),
    side: word,
    scale: fc.constantFrom("local", "national"),
    note: word,
  },
  { requiredKeys: ["name", "kind", "aliases"] },
);

test("undoing a merge that nobody has changed since brings everything back as it was", () => {
  fc.assert(
    fc.property(words, words, fc.subarray([...mergeFields]), (one, other, take) => {
      const after = mergedWords({ merged: one, remains: other }, take);
      expect(unmergedWords(other, after, after)).toEqual(other);
      expect(new Set([after.name, ...after.aliases])).toEqual(
        new Set([one.name, other.name, ...one.aliases, ...other.aliases]),
      );
    }),
  );
});
