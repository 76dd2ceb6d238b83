import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { canonicalText } from "@/domain/text/canonical";
import { codePoint, sliceCodePoints } from "@/domain/text/offsets";
import { layOut, toJson } from "@/editor/document";
import { blocksOf } from "@/editor/drawn-text.test-data";
import { positionsOf } from "@/editor/positions";
import { anyText } from "@/prisma/builders/any-text";

const draw = (text: string) => layOut(blocksOf(text), { direction: "ltr", title: "" });

const canonical = anyText
  .map((text) => canonicalText(text))
  .filter((checked) => checked.ok)
  .map(({ text }) => text);

describe("the document of a text", () => {
  test("draws every character of every block, and nothing else", () => {
    fc.assert(
      fc.property(canonical, (text) => {
        const drawn = toJson(draw(text)).content.flatMap(({ content }) => content.map((each) => each.content[0]?.text));
        expect(drawn.join("")).toBe(
          blocksOf(text)
            .map((block) => block.text)
            .join(""),
        );
      }),
    );
  });

  test("keeps about 25 blocks in a section and divides what is too long", () => {
    const many = draw(Array.from({ length: 60 }, (_, at) => `Paragraph ${at}.`).join("\n\n"));
    expect(many.sections.map(({ pieces }) => pieces.length)).toEqual([25, 25, 10]);
    const long = draw("A sentence that goes on. ".repeat(1000));
    expect(long.pieces.length).toBeGreaterThan(5);
    expect(new Set(long.pieces.map(({ block }) => block)).size).toBe(1);
  });

  test("makes a first block that is the title the headline", () => {
    const blocks = blocksOf("Front moves east\n\nThe army said so.");
    expect(layOut(blocks, { direction: "ltr", title: "Front moves east" }).pieces[0]?.tag).toBe("h1");
    expect(layOut(blocks, { direction: "ltr", title: "Another" }).pieces[0]?.tag).toBe("h2");
  });

  test("shows a document's pages and times beside the blocks that they begin in", () => {
    const blocks = blocksOf("One.\n\nTwo.\n\nThree.");
    const at = (start: number) => ({ start, end: start + 1 });
    const ranges = [
      { is: "page" as const, label: "iv", ...at(0) },
      { is: "page" as const, label: "v", ...at(7) },
      { is: "time" as const, from: 3_723_000, to: 3_724_000, ...at(12) },
    ];
    const { pieces } = layOut(blocks, { direction: "ltr", title: "", ranges });
    expect(pieces.map(({ attributes }) => attributes["data-page"] ?? attributes["data-time"])).toEqual([
      "iv",
      "v",
      "1:02:03",
    ]);
  });
});

describe("positions", () => {
  test("code points and positions invert each other wherever something is drawn", () => {
    fc.assert(
      fc.property(canonical, (text) => {
        const document = draw(text);
        const positions = positionsOf(document);
        for (const piece of document.pieces) {
          for (let point = piece.start; point < piece.end; point += 1) {
            const position = positions.toPosition(point);
            expect(position).toBeGreaterThanOrEqual(piece.from);
            expect(positions.toCodePoint(position)).toBe(point);
          }
          expect(positions.toCodePoint(piece.to)).toBe(piece.end);
        }
      }),
    );
  });

  test("a span is drawn with the very characters it quotes", () => {
    fc.assert(
      fc.property(canonical, fc.nat(), fc.nat(), (text, a, b) => {
        const length = Array.from(text).length;
        const [start = 0, end = 0] = [a % (length + 1), b % (length + 1)].toSorted((x, y) => x - y);
        const document = draw(text);
        const positions = positionsOf(document);
        const drawn = positions.rangesOf([{ start, end }]);
        const inBlocks = blocksOf(text).map((block) => {
          const from = Math.max(start, block.start);
          const to = Math.min(end, block.start + Array.from(block.text).length);
          return from < to ? sliceCodePoints(text, codePoint(from), codePoint(to)) : "";
        });
        const shown = drawn.map(({ piece, from, to }) => piece.text.slice(from - piece.from, to - piece.from));
        expect(shown.join("")).toBe(inBlocks.join(""));

        const back = drawn[0] && positions.spansOf(drawn[0].from, drawn.at(-1)?.to ?? 0);
        expect(
          back?.map((span) => text.length && sliceCodePoints(text, codePoint(span.start), codePoint(span.end))) ?? [],
        ).toEqual(inBlocks.filter((words) => words !== ""));
      }),
    );
  });

  test("half a character is no place", () => {
    const document = draw("a😊b");
    const positions = positionsOf(document);
    const from = document.pieces[0]?.from ?? 0;
    expect(positions.toCodePoint(from + 2)).toBe(1);
    expect(positions.toCodePoint(from + 3)).toBe(2);
  });

  test("a passage over two blocks is one span for each", () => {
    const document = draw("First words here.\n\nSecond words here.");
    const positions = positionsOf(document);
    const [one, two] = document.pieces;
    expect(positions.spansOf((one?.from ?? 0) + 6, (two?.from ?? 0) + 6)).toEqual([
      { start: 6, end: 17 },
      { start: 19, end: 25 },
    ]);
  });
});
