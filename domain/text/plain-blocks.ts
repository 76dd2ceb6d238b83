import { type BlockRun, type BlockShape, PARAGRAPH } from "./block-shape";
import { type Line, linesOf, trimmed } from "./lines";

const TITLE: BlockShape = { type: "heading", attributes: { level: 1 } };
const LONGEST_TITLE = 200;
/** A line that ends like this goes on, or is a sentence. */
const NO_TITLE_END = /[.。۔।,،;؛:…]["”’»)\]]?$/u;
/** Nobody wraps text by hand at more than this, in UTF-16 units. */
const WIDEST_WRAP = 160;

/** The blocks of a plain text; the rules stand at `splitIntoBlocks`. */
export function plainRuns(text: string): BlockRun[] {
  const paragraphs = stretches(linesOf(text)).flatMap(byParagraph);
  const runs = paragraphs.flatMap((lines) => runOf(text, lines) ?? []);
  const [first, second] = runs;
  if (!first || !second || !isTitle(text.slice(first.from, first.to))) return runs;
  const blankBetween = /\n\s*\n/.test(text.slice(first.to, second.from));
  return blankBetween ? [{ ...first, shape: TITLE }, ...runs.slice(1)] : runs;
}

/** Lines between blank lines. */
export function stretches(lines: readonly Line[]): Line[][] {
  const all: Line[][] = [];
  let open: Line[] = [];
  for (const line of lines) {
    if (!line.blank) open.push(line);
    else if (open.length > 0) {
      all.push(open);
      open = [];
    }
  }
  return open.length > 0 ? [...all, open] : all;
}

function byParagraph(lines: Line[]): Line[][] {
  return lines.some(({ text }) => text.length > WIDEST_WRAP) ? lines.map((line) => [line]) : [lines];
}

function runOf(text: string, lines: readonly Line[]): BlockRun | undefined {
  const range = trimmed(text, lines[0]?.from ?? 0, lines.at(-1)?.to ?? 0);
  return range && { ...range, shape: PARAGRAPH };
}

function isTitle(line: string): boolean {
  return line.length <= LONGEST_TITLE && !line.includes("\n") && !NO_TITLE_END.test(line);
}
