import { expect, test } from "vitest";
import { rowsFor } from "@/components/annotate/keys/key-help";
import { registry } from "@/components/annotate/keys/registry";
import words from "@/messages/en/keys.json";

const found = (query: string) => rowsFor(query, (deed) => words.deeds[deed]).map(({ deed }) => deed);

test.each([
  { query: "undo", deed: "undo" },
  { query: "UNDO", deed: "undo" },
  { query: "ctrl z", deed: "undo" },
  { query: "next clause", deed: "clause-right" },
  { query: "1", deed: "tag-claim" },
  { query: "?", deed: "key-help" },
  { query: "esc", deed: "leave" },
])("“$query” finds $deed", ({ query, deed }) => {
  expect(found(query)).toContain(deed);
});

test("one character is a key, not a letter of every other word", () => {
  expect(found("z")).toEqual(["undo", "redo"]);
});

test("nothing finds all, and nonsense finds nothing", () => {
  expect(found(" ")).toHaveLength(registry.length);
  expect(found("xylophone")).toEqual([]);
});
