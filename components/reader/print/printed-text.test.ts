import fc from "fast-check";
import { expect, test } from "vitest";
import { newId } from "@/client/new-id";
import { type Numbered, stretchesOf } from "@/components/reader/print/printed-text";
import { Emphasised } from "@/domain/document/emphasis";
import type { TagId } from "@/domain/ids";

const text = "Local sources said 😊 Hama fell in May.";
const letters = Array.from(text);
const tag = (words: string, mark: string): Numbered => {
  const start = Array.from(text.slice(0, text.indexOf(words))).length;
  const end = start + Array.from(words).length;
  const pen = mark.startsWith("P") ? "place" : mark.startsWith("S") ? "source" : "claim";
  // Only the borders are printed.
  return { id: newId<TagId>(), mark, pen, segments: [{ start, end }] as never };
};

/** The text as it stands on paper, with underlines as {…}. */
const printed = (tags: readonly Numbered[], block = { start: 0, text }) =>
  stretchesOf(block, tags)
    .map(({ opens, text: words, under, closes }) => {
      const said = under.length > 0 ? `{${words}}` : words;
      const ends = closes.map(({ mark, pen }) => (pen === "claim" ? `]${mark}` : `^${mark}`)).join("");
      return `${"[".repeat(opens)}${said}${ends}`;
    })
    .join("");

test.each([
  { when: "nothing", tags: [], page: text },
  { when: "a claim", tags: [tag("Hama fell", "1")], page: "Local sources said 😊 [Hama fell]1 in May." },
  {
    when: "a place in a claim",
    tags: [tag("Hama fell", "1"), tag("Hama", "P1")],
    page: "Local sources said 😊 [{Hama}^P1 fell]1 in May.",
  },
  {
    when: "claims within each other that end together",
    tags: [tag("Hama fell in May", "1"), tag("fell in May", "2")],
    page: "Local sources said 😊 [Hama [fell in May]2]1.",
  },
  {
    when: "claims that cross",
    tags: [tag("said 😊 Hama", "1"), tag("Hama fell", "2")],
    page: "Local sources [said 😊 [Hama]1 fell]2 in May.",
  },
  { when: "all of it", tags: [tag(text, "1")], page: `[${text}]1` },
])("$when is seen without colours", ({ tags, page }) => {
  expect(printed(tags)).toBe(page);
});

test("a tag on words that the document shows in bold keeps its borders and its number", () => {
  const start = Array.from(text.slice(0, text.indexOf("fell"))).length;
  const emphasised = new Emphasised([{ is: "bold", start, end: start + "fell in".length }]);
  const stretches = stretchesOf({ start: 0, text }, [tag("Hama fell", "1")], emphasised);
  expect(stretches.map(({ opens, text: words, looks, closes }) => [opens, words, looks.join(), closes.length])).toEqual(
    [
      [0, "Local sources said 😊 ", "", 0],
      [1, "Hama ", "", 0],
      [0, "fell", "bold", 1],
      [0, " in", "bold", 0],
      [0, " May.", "", 0],
    ],
  );
});

test("a tag over several blocks has its number in each", () => {
  expect(printed([tag("Hama fell in May", "1")], { start: 0, text: text.slice(0, text.indexOf(" fell")) })).toBe(
    "Local sources said 😊 [Hama]1",
  );
});

test("no letter is lost or doubled, and every bracket that opens closes", () => {
  const span = fc.tuple(fc.nat(letters.length - 1), fc.nat(letters.length)).map(([start, by]) => ({
    start,
    end: Math.min(letters.length, start + 1 + by),
  }));
  fc.assert(
    fc.property(fc.array(span, { maxLength: 12 }), (spans) => {
      const tags = spans.map(
        (segment, at): Numbered => ({ id: newId<TagId>(), mark: `${at}`, pen: "claim", segments: [segment] as never }),
      );
      const all = stretchesOf({ start: 0, text }, tags);
      expect(all.map((each) => each.text).join("")).toBe(text);
      expect(all.reduce((sum, { opens }) => sum + opens, 0)).toBe(tags.length);
      expect(all.flatMap(({ closes }) => closes)).toHaveLength(tags.length);
    }),
  );
});
