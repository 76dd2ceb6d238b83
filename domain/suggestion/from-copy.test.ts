import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { sharedBy, textOf } from "@/domain/copies/shared";
import { TagId } from "@/domain/ids";
import { type OriginalTag, proposalsFromCopy } from "@/domain/suggestion/from-copy";

const id = (nth: number) => TagId.parse(`01890000-0000-7000-8000-${String(nth).padStart(12, "0")}`);

const original = `Night 😀 in the hills

Hundreds of people left Hama on Monday, a senior military source said. “They walked to Salamiyah,” he said by telephone.`;
const copy = `Agencies

😀😀 Hundreds of people left Hama on Monday, a senior military source said. "They walked to Salamiyah," he said by telephone.`;

function tag(nth: number, words: string | readonly string[], more: Partial<OriginalTag> = {}): OriginalTag {
  const segments = [words].flat().map((quote) => {
    const start = Array.from(original.slice(0, original.indexOf(quote))).length;
    return { start, end: start + Array.from(quote).length, quote };
  });
  return { id: id(nth), kind: "claim", attributes: {}, segments, ...more };
}

const take = (tags: readonly OriginalTag[], links: Parameters<typeof proposalsFromCopy>[0]["links"] = []) => {
  const passages = sharedBy(textOf(original), textOf(copy)).passages.map(({ one, other, length }) => ({
    ...{ original: one, copy: other, length },
  }));
  return proposalsFromCopy({ tags, links, title: "Night in the hills" }, { text: copy, passages });
};
const quotes = (spans: readonly { start: number; end: number }[]) =>
  spans.map(({ start, end }) => Array.from(copy).slice(start, end).join(""));

describe("tags of an original", () => {
  test("stand on the same words of the copy, with what was said of them", () => {
    const claim = tag(1, "Hundreds of people left Hama on Monday", {
      attributes: {
        kind: "event",
        restatement: "People left Hama.",
        credibility: 2,
        note: "Ask again.",
        guessed: ["kind"],
      },
    });
    const source = tag(2, "a senior military source", { kind: "source" });
    const label = tag(3, "telephone", { kind: "label:channel", attributes: { way: "voice" } });
    const said = { kind: "attributed-to", from: id(1), to: id(2), attributes: {} };
    const elsewhere = { kind: "restates", from: id(1), to: id(9), attributes: {} };
    const { proposals, unplaced } = take([claim, source, label], [said, elsewhere]);
    expect(unplaced).toEqual([]);
    expect(proposals.flatMap(({ spans }) => quotes(spans))).toEqual([
      "Hundreds of people left Hama on Monday",
      "a senior military source",
      "telephone",
    ]);
    expect(proposals[0]).toMatchObject({
      attributes: { kind: "event", restatement: "People left Hama." },
      links: [{ kind: "attributed-to", to: id(2) }],
      reason: { rule: "copied", words: "Night in the hills" },
    });
    expect(proposals[2]).toMatchObject({ kind: "label:channel", attributes: { way: "voice" } });
  });

  test.each([
    ["stand in the headline that the copy has not", "Night 😀 in the hills"],
    ["run over other quotation marks", "said. “They walked"],
    ["have one part that is not there", ["left Hama", "in the hills"]],
  ])("that %s are listed and not placed", (_why, words) => {
    const one = tag(1, words);
    expect(take([one])).toEqual({ proposals: [], unplaced: [one] });
  });

  test("a link to what is not placed is left out", () => {
    const link = { kind: "located-at", from: id(1), to: id(2), attributes: {} };
    const { proposals, unplaced } = take([tag(1, "left Hama"), tag(2, "hills", { kind: "place" })], [link]);
    expect(unplaced).toHaveLength(1);
    expect(proposals).toMatchObject([{ kind: "claim", links: [] }]);
  });
});

const letters = fc.stringMatching(/^(?:(?:[a-c]|😀|ش){1,3}[ .,\n]){0,30}$/u);

test("whatever two texts are, what is placed has the words that it had", () => {
  fc.assert(
    fc.property(letters, letters, letters, fc.nat(), fc.nat(), (before, both, after, from, long) => {
      const [one, other] = [`${before}${both}`, `${both}${after}`];
      const all = Array.from(one);
      fc.pre(all.length > 0);
      const start = from % all.length;
      const end = Math.min(all.length, start + 1 + (long % 8));
      const quote = all.slice(start, end).join("");
      const passages = sharedBy(textOf(one), textOf(other)).passages.map((each) => ({
        ...{ original: each.one, copy: each.other, length: each.length },
      }));
      const each = { id: id(1), kind: "place", attributes: {}, segments: [{ start, end, quote }] };
      const taken = proposalsFromCopy({ tags: [each], links: [], title: "A" }, { text: other, passages });
      expect(taken.proposals.length + taken.unplaced.length).toBe(1);
      for (const { spans } of taken.proposals)
        expect(spans.map((span) => Array.from(other).slice(span.start, span.end).join(""))).toEqual([quote]);
    }),
  );
});
