import { expect, test } from "vitest";
import { findWords } from "@/domain/text/words";

/** Finding words takes time in proportion to the length of a block, whatever it is made of. */

const [short, long] = [30_000, 300_000];
/** Ten times as long takes ten times as long; by the square it would be a hundred. */
const most = 40;

const repeated = (part: string) => (length: number) => part.repeat(Math.ceil(length / part.length));

const blocks: Record<string, (length: number) => string> = {
  "words and commas": repeated("some word, "),
  "one word": repeated("a"),
  "a chain of hyphens": repeated("a-"),
  "numbers with spaces": repeated("1 "),
  "numbers in groups": repeated("123,"),
  "numbers with narrow spaces": repeated("1\u202f"),
  "full stops": repeated("a."),
  "one address": (length) => `https://example.org/${"x".repeat(length)}`,
  "beginnings of addresses": repeated("www."),
  "at signs": repeated("a@"),
  "names left out": repeated("*** "),
  "one line of asterisks": repeated("*"),
  "black bars": repeated("█"),
  underscores: repeated("_"),
  apostrophes: repeated("’"),
  "no spaces, Thai": repeated("กระทรวงกลาโหม"),
  "no spaces, Chinese": repeated("国防部表示"),
  pictures: repeated("😀"),
  "marks on one letter": (length) => `a${"\u0301".repeat(length)}`,
  "invisible characters": repeated("\u200d"),
};

const took = (block: string): number => {
  const began = performance.now();
  findWords(block, "en");
  return performance.now() - began;
};

test.each(Object.entries(blocks))("%s", (_, block) => {
  took(block(short));
  const little = Math.max(took(block(short)), 1);
  expect(took(block(long))).toBeLessThan(most * little);
});
