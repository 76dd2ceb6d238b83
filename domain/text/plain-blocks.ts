import { type BlockRun, type BlockShape, PARAGRAPH } from "./block-shape";
import { firstSign, lastSign } from "./lines";

const TITLE: BlockShape = { type: "heading", attributes: { level: 1 } };
const LONGEST_TITLE = 200;
/** A line that ends like this goes on, or is a sentence. */
const NO_TITLE_END = /[.。۔।,،;؛:…]["”’»)\]]?$/u;
/** Nobody wraps text by hand at more than this, in UTF-16 units. */
const WIDEST_WRAP = 160;

/** The blocks of a plain text; the rules stand at `splitIntoBlocks`. */
export function plainRuns(text: string): BlockRun[] {
  const runs = paragraphs(text);
  const [first, second] = runs;
  if (!first || !second || !isTitle(text.slice(first.from, first.to))) return runs;
  const blankBetween = text.slice(first.to, second.from).split("\n", 3).length > 2;
  if (blankBetween) runs[0] = { ...first, shape: TITLE };
  return runs;
}

/** Lines between blank lines are a paragraph; where one of them is too long to have been wrapped, each line is. */
function paragraphs(text: string): BlockRun[] {
  const runs: BlockRun[] = [];
  let open: { from: number; to: number }[] = [];
  let wide = false;
  const close = () => {
    const [first] = open;
    const last = open.at(-1);
    if (wide) for (const line of open) runs.push({ ...line, shape: PARAGRAPH });
    else if (first && last) runs.push({ from: first.from, to: last.to, shape: PARAGRAPH });
    open = [];
    wide = false;
  };
  for (let start = 0; start < text.length; ) {
    const newline = text.indexOf("\n", start);
    const end = newline < 0 ? text.length : newline;
    const from = firstSign(text, start, end);
    if (from < end) {
      open.push({ from, to: lastSign(text, from, end) });
      wide ||= end - start > WIDEST_WRAP;
    } else if (open.length > 0) close();
    start = end + 1;
  }
  close();
  return runs;
}

function isTitle(line: string): boolean {
  return line.length <= LONGEST_TITLE && !line.includes("\n") && !NO_TITLE_END.test(line);
}
