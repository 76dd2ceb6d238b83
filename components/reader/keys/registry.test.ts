import { describe, expect, test } from "vitest";
import { chordsOf } from "@/components/reader/keys/chord";
import { deedFor, type KeyRow, modes, registry } from "@/components/reader/keys/registry";
import words from "@/messages/en/keys.json";

const rows: readonly KeyRow[] = registry;

describe.each(modes)("in the mode %s", (mode) => {
  test("no two deeds share a key", () => {
    const taken = rows.filter((row) => row.modes.includes(mode)).flatMap((row) => row.keys);
    expect(taken.filter((key, at) => taken.indexOf(key) !== at)).toEqual([]);
  });
});

test("every deed has words and stands in the registry once", () => {
  const deeds = rows.map(({ deed }) => deed);
  expect(new Set(deeds).size).toBe(deeds.length);
  expect(Object.keys(words.deeds).toSorted()).toEqual(deeds.toSorted());
});

const press = (init: KeyboardEventInit) => new KeyboardEvent("keydown", init);

test.each([
  { when: "a plain letter", init: { key: "c", code: "KeyC" }, deed: "tag-claim" },
  { when: "a letter on an Arabic keyboard", init: { key: "ؤ", code: "KeyC" }, deed: "tag-claim" },
  { when: "a word of an arrow", init: { key: "ArrowRight" }, deed: "word-right" },
  { when: "with Shift", init: { key: "ArrowRight", shiftKey: true }, deed: "extend-right" },
  { when: "with Ctrl", init: { key: "z", ctrlKey: true }, deed: "undo" },
  { when: "with ⌘ and Shift", init: { key: "Z", metaKey: true, shiftKey: true }, deed: "redo" },
  { when: "a character typed with Shift", init: { key: "+", shiftKey: true }, deed: "add-words" },
  { when: "a letter with Ctrl is the browser's", init: { key: "c", ctrlKey: true }, deed: undefined },
])("$when", ({ init, deed }) => {
  expect(deedFor(chordsOf(press(init)), "tagging", true)).toBe(deed);
});

test("single characters can be switched off, other keys stay", () => {
  expect(deedFor(["c"], "tagging", false)).toBeUndefined();
  expect(deedFor(["ArrowRight"], "tagging", false)).toBe("word-right");
  expect(deedFor(["Mod+z"], "tagging", false)).toBe("undo");
});
