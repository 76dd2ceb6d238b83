import { afterEach, beforeEach, describe, expect, test, vi } from "vitest";
import { chordsOf, printed } from "@/components/annotate/keys/chord";
import { deedFor, type KeyRow, modes, registry } from "@/components/annotate/keys/registry";
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
  { when: "by words as everywhere", init: { key: "ArrowRight", ctrlKey: true }, deed: "word-right" },
  {
    when: "more words as everywhere",
    init: { key: "ArrowRight", ctrlKey: true, shiftKey: true },
    deed: "extend-right",
  },
  { when: "by a clause", init: { key: "ArrowLeft", altKey: true }, deed: "clause-left" },
  { when: "by a sentence", init: { key: "ArrowDown", altKey: true, shiftKey: true }, deed: "extend-sentence-down" },
  { when: "by a paragraph", init: { key: "ArrowDown", ctrlKey: true }, deed: "block-down" },
  { when: "to the end of the text", init: { key: "End", ctrlKey: true }, deed: "text-end" },
  { when: "with Shift", init: { key: "ArrowRight", shiftKey: true }, deed: "extend-right" },
  { when: "with Ctrl", init: { key: "z", ctrlKey: true }, deed: "undo" },
  { when: "with ⌘ and Shift", init: { key: "Z", metaKey: true, shiftKey: true }, deed: "redo" },
  { when: "a character typed with Shift", init: { key: "+", shiftKey: true }, deed: "add-words" },
  { when: "a letter with Ctrl is the browser's", init: { key: "c", ctrlKey: true }, deed: undefined },
])("$when", ({ init, deed }) => {
  expect(deedFor(chordsOf(press(init)), "tagging", true)).toBe(deed);
});

describe("on a Mac", () => {
  beforeEach(() => {
    vi.spyOn(navigator, "userAgent", "get").mockReturnValue("Mozilla/5.0 (Macintosh; Intel Mac OS X 10_15_7)");
  });
  afterEach(() => {
    vi.restoreAllMocks();
  });

  test.each([
    { when: "⌥ goes by words", init: { key: "ArrowRight", altKey: true }, deed: "word-right" },
    { when: "⌥⇧ takes more words", init: { key: "ArrowLeft", altKey: true, shiftKey: true }, deed: "extend-left" },
    { when: "⌘ goes by clauses", init: { key: "ArrowRight", metaKey: true }, deed: "clause-right" },
    { when: "⌃ makes no difference", init: { key: "ArrowRight", ctrlKey: true }, deed: "word-right" },
  ])("$when", ({ init, deed }) => {
    expect(deedFor(chordsOf(press(init)), "tagging", true)).toBe(deed);
  });

  test("keys are printed with its signs", () => {
    expect(printed("Word+Shift+ArrowRight")).toEqual(["⌥", "Shift", "→"]);
    expect(printed("Far+ArrowDown")).toEqual(["⌘", "↓"]);
    expect(printed("Mod+z")).toEqual(["⌘", "Z"]);
  });
});

test("single characters can be switched off, other keys stay", () => {
  expect(deedFor(["c"], "tagging", false)).toBeUndefined();
  expect(deedFor(["ArrowRight"], "tagging", false)).toBe("word-right");
  expect(deedFor(["Mod+z"], "tagging", false)).toBe("undo");
});
