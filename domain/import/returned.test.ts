import { describe, expect, test } from "vitest";
import { type Back, returnedAs, type Saying, type TagHere, withReturned } from "@/domain/import/returned";

const one: Saying = { kind: "claim", ranges: [[0, 4]], attributes: { certainty: "probable" } };
const two: Saying = { kind: "claim", ranges: [[0, 4]], attributes: { certainty: "certain" } };
const here = (more: Partial<TagHere> = {}): TagHere => ({
  ...{ version: 2, withdrawn: false },
  said: new Map([
    [1, one],
    [2, two],
  ]),
  ...more,
});
const back = (said: Partial<Back> = {}): Back => ({ ...two, base: 2, ...said });

describe("a tag that comes back", () => {
  test.each<{ when: string; said: Partial<Back>; now?: Partial<TagHere>; is: ReturnType<typeof returnedAs> }>([
    { when: "nothing is otherwise", said: {}, is: "same" },
    { when: "the file says nothing of attributes", said: { attributes: undefined }, is: "same" },
    { when: "names stand in another order", said: { attributes: { certainty: "certain" } }, is: "same" },
    { when: "the kind is another", said: { kind: "place" }, is: "changed" },
    { when: "the words are others", said: { ranges: [[0, 5]] }, is: "changed" },
    { when: "an attribute is another", said: { attributes: { certainty: "possible" } }, is: "changed" },
    { when: "the file is older and was not changed", said: { ...one, base: 1 }, is: "same" },
    {
      when: "the file is older, was not changed, and does not tell its age",
      said: { ...one, base: undefined },
      is: "same",
    },
    { when: "the file is older and was changed", said: { kind: "place", base: 1 }, is: "meanwhile" },
    { when: "nobody knows how old it is", said: { kind: "place", base: undefined }, is: "changed" },
    {
      when: "it was withdrawn here and changed there",
      said: { kind: "place" },
      now: { withdrawn: true },
      is: "meanwhile",
    },
    { when: "it was withdrawn here", said: {}, now: { withdrawn: true }, is: "same" },
  ])("$when: $is", ({ said, now, is }) => {
    expect(returnedAs(back(said), here(now))).toBe(is);
  });

  test("keeps what the file can’t tell: the speaker, the formatting of a note that is the same", () => {
    const now: Saying = { ...two, kind: "source", attributes: { entityId: "e", note: "n", noteProse: { a: 1 } } };
    expect(withReturned(back({ attributes: undefined }), now)).toEqual(now.attributes);
    expect(withReturned(back({ attributes: { note: "n" } }), now)).toEqual(now.attributes);
    expect(withReturned(back({ attributes: { note: "m" } }), now)).toEqual({ entityId: "e", note: "m" });
  });
});
