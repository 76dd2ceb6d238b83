import { describe, expect, test } from "vitest";
import { z } from "zod";
import { hasSharedData, sharedBytes, sharedJson } from "@/prisma/builders/shared-data";
import { blockAt, joinBlocks, splitIntoBlocks } from "./blocks";
import { snapToWords } from "./boundaries";
import { canonicalText } from "./canonical";
import { mentionsOf } from "./mentions";
import { codePoint, offsetIndex } from "./offsets";
import { checkSegments, segmentsOf } from "./segment";

const One = z.object({ start: z.int(), end: z.int(), quote: z.string() });
const range = ({ start, end }: z.infer<typeof One>) => ({ start: codePoint(start), end: codePoint(end) });
const Gold = z.object({
  claims: z.array(z.object({ segments: z.array(One) })),
  sources: z.array(One),
  places: z.array(z.union([One, z.object({ segments: z.array(One) })])),
});

describe.skipIf(!hasSharedData)("the real report", () => {
  const read = () => {
    const decoded = new TextDecoder().decode(sharedBytes("reports/000_67e095fd85001a7c.txt"));
    const canonical = canonicalText(decoded);
    const gold = Gold.parse(sharedJson("gold-report.json"));
    const tags = [...gold.claims, ...gold.sources, ...gold.places];
    const tagged = tags.map((tag) => ("segments" in tag ? tag.segments : [tag]));
    return { text: canonical.ok ? canonical.text : "", gold, tagged };
  };

  test("has every quote of its reading at the stated place", () => {
    const { text, tagged, gold } = read();
    expect([gold.claims.length, gold.sources.length, gold.places.length]).toEqual([29, 8, 74]);
    for (const segments of tagged) {
      const checked = checkSegments(text, segments);
      expect(checked).toMatchObject({ ok: true });
      expect(checked).toEqual({ ok: true, segments: segmentsOf(text, segments.map(range)) });
    }
  });

  test("is a title and ten paragraphs, each tag within one of them, and comes back exactly", () => {
    const { text, tagged } = read();
    const { blocks, tail } = splitIntoBlocks(text, "text/plain");
    expect(blocks.map(({ type }) => type)).toEqual(["heading", ...Array.from({ length: 10 }, () => "paragraph")]);
    expect(joinBlocks(blocks, tail)).toBe(text);
    for (const { start, end } of tagged.flat()) {
      const block = blockAt(blocks, codePoint(start));
      expect(block && start >= block.start && end <= block.end).toBe(true);
    }
  });

  test("has whole words at the borders of every tag", () => {
    const { text, tagged } = read();
    const index = offsetIndex(text);
    for (const { start, end } of tagged.flat()) {
      const words = { start: index.toUtf16(codePoint(start)), end: index.toUtf16(codePoint(end)) };
      expect(snapToWords(text, words, "en")).toEqual(words);
    }
  });

  test.each(["Hama", "Aleppo", "Deir Ezzur", "Khanasser", "al-Salamiyah", "Ithriya", "Raqqa"])(
    "mentions %s where its reading says",
    (name) => {
      const { text, gold } = read();
      const said = gold.places.flatMap((place) => ("quote" in place && place.quote === name ? [place.start] : []));
      expect(mentionsOf(text, name, { locale: "en" }).map(({ start }) => start)).toEqual(
        said.toSorted((a, b) => a - b),
      );
    },
  );
});
