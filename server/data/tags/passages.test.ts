import fc from "fast-check";
import { expect, test } from "vitest";
import { RevisionId } from "@/domain/ids";
import { splitIntoBlocks } from "@/domain/text/blocks";
import { canonicalText } from "@/domain/text/canonical";
import { codePoint, codePointLength } from "@/domain/text/offsets";
import { segmentsOf } from "@/domain/text/segment";
import { anyText } from "@/prisma/builders/any-text";
import { type BlockRow, passagesIn, windowsOf } from "./passages";

const revisionId = RevisionId.parse("00000000-0000-7000-8000-000000000001");

/** The blocks that the statement reads for a window: from the last that starts before it to the first after it. */
function read(blocks: readonly BlockRow[], { start, end }: { start: number; end: number }): BlockRow[] {
  const first = blocks.findLast((block) => block.start <= start)?.start ?? 0;
  const last = blocks.find((block) => block.start >= end)?.start ?? Number.POSITIVE_INFINITY;
  return blocks.filter((block) => block.start >= first && block.start <= last);
}

const paragraphs = fc
  .array(anyText, { minLength: 1, maxLength: 30 })
  .map((texts) => canonicalText(texts.join("\n\n").replaceAll("\0", "")))
  .map((made) => (made.ok ? made.text : ""));

test("segments cut from the blocks around a place are those cut from the whole text", () => {
  fc.assert(
    fc.property(
      paragraphs,
      fc.array(fc.tuple(fc.nat(), fc.nat(200)), { minLength: 1, maxLength: 6 }),
      (text, spots) => {
        const codePoints = codePointLength(text);
        fc.pre(codePoints > 0);
        const { blocks, tail } = splitIntoBlocks(text, "text/plain");
        const places = spots.map(([at, length]) => {
          const start = at % codePoints;
          return { revisionId, start, end: Math.min(codePoints, start + 1 + length) };
        });
        const rows = blocks.map(({ start, before, text: words }) => ({ revisionId, start, before, text: words }));
        const wanted = new Set(windowsOf(places).flatMap((window) => read(rows, window)));
        const passageAround = passagesIn(
          [{ id: revisionId, codePoints, tail }],
          rows.filter((row) => wanted.has(row)),
        );
        for (const { start, end } of places) {
          const range = [{ start: codePoint(start), end: codePoint(end) }];
          expect(segmentsOf(passageAround(revisionId, start, end), range)).toEqual(segmentsOf(text, range));
        }
      },
    ),
    { numRuns: 300 },
  );
});
