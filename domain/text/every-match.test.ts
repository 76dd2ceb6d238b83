import { describe, expect, test } from "vitest";
import { everyMatch } from "./every-match";

describe("every match of a pattern", () => {
  test.each([
    ["one two three", /t\w+/g],
    ["one two three", /four/g],
    ["a😀b", /(?=.)/gu],
    ["a😀b", /x*/g],
    ["Homs, Hama", /(\p{Lu})\p{L}+/gu],
  ])("in %j is what matchAll gives", (text, pattern) => {
    const plain = (found: Iterable<RegExpExecArray>) => [...found].map((match) => [match.index, ...match]);
    expect(plain(everyMatch(text, pattern))).toEqual(plain(text.matchAll(pattern)));
    expect(plain(everyMatch(text, pattern))).toEqual(plain(text.matchAll(pattern)));
  });
});
