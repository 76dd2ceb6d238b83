import { type BlockRun, type BlockShape, PARAGRAPH } from "./block-shape";
import { type Line, linesOf, trimmed } from "./lines";
import { isTableRule, tableRow } from "./markdown-table";

const HEADING = /^ {0,3}(#{1,6})(?:[ \t]+|$)/;
const UNDERLINE = /^ {0,3}(=+|-+)[ \t]*$/;
const RULE = /^ {0,3}(?:(?:\*[ \t]*){3,}|(?:-[ \t]*){3,}|(?:_[ \t]*){3,})$/;
const ITEM = /^([ \t]*)([-*+]|\d{1,9}[.)])(?:[ \t]+|$)/;
const QUOTE = /^(?: {0,3}>[ \t]?)+/;
const FENCE = /^ {0,3}(`{3,}|~{3,})/;
const FENCE_END = /^[`~\s]+$/;

interface Page {
  readonly lines: readonly Line[];
  readonly runs: { readonly from: number; to: number; shape: BlockShape }[];
  /** Whether the last run goes on with the next line. */
  open: boolean;
  /** How far the list items around the current line are indented, outermost first. */
  indents: number[];
}

/** Reads one kind of block at a line and says which line comes next; undefined when the line is not of its kind. */
type Reader = (page: Page, line: Line, at: number) => number | undefined;

/** The blocks of a Markdown text; the rules stand at `splitIntoBlocks`. Undefined when there are more than `most`. */
export function markdownRuns(text: string, most: number): BlockRun[] | undefined {
  const page: Page = { lines: linesOf(text), runs: [], open: false, indents: [] };
  for (let at = 0, line = page.lines[at]; line; line = page.lines[at]) {
    at = readLine(page, line, at);
    if (page.runs.length > most) return undefined;
  }
  return page.runs.flatMap(({ from, to, shape }) => {
    const range = trimmed(text, from, to);
    return range ? { ...range, shape } : [];
  });
}

function readLine(page: Page, line: Line, at: number): number {
  for (const read of READERS) {
    const next = read(page, line, at);
    if (next !== undefined) return next;
  }
  return at + 1;
}

const blank: Reader = (page, line, at) => {
  if (!line.blank) return undefined;
  page.open = false;
  return at + 1;
};

const frontMatter: Reader = (page, line, at) => {
  if (at > 0 || line.text.trimEnd() !== "---") return undefined;
  const end = page.lines.findIndex(({ text }, index) => index > 0 && text.trimEnd() === "---");
  if (end < 2) return undefined;
  begin(page, page.lines[1]?.from ?? 0, page.lines[end - 1]?.to ?? 0, PARAGRAPH);
  page.open = false;
  return end + 1;
};

const fence: Reader = (page, line, at) => {
  const mark = FENCE.exec(line.text)?.[1];
  if (mark === undefined) return undefined;
  let last = at + 1;
  while (last < page.lines.length - 1 && !isFenceEnd(page.lines[last], mark)) last += 1;
  last = Math.min(last, page.lines.length - 1);
  begin(page, line.from, page.lines[last]?.to ?? line.to, PARAGRAPH);
  page.open = false;
  return last + 1;
};

const isFenceEnd = (line: Line | undefined, mark: string) =>
  line !== undefined && FENCE_END.test(line.text) && line.text.trim().startsWith(mark);

const underline: Reader = (page, line, at) => {
  const above = page.open ? page.runs.at(-1) : undefined;
  if (above?.shape.type !== "paragraph" || !UNDERLINE.test(line.text)) return undefined;
  above.shape = { type: "heading", attributes: { level: line.text.includes("=") ? 1 : 2 } };
  page.open = false;
  return at + 1;
};

const rule: Reader = (page, line, at) => {
  if (!RULE.test(line.text)) return undefined;
  page.open = false;
  page.indents = [];
  return at + 1;
};

const heading: Reader = (page, line, at) => {
  const [mark, signs] = HEADING.exec(line.text) ?? [];
  if (mark === undefined || signs === undefined) return undefined;
  const words = withoutClosingSigns(line.text.slice(mark.length));
  const from = line.from + mark.length;
  begin(page, from, from + words.length, { type: "heading", attributes: { level: signs.length } });
  page.open = false;
  page.indents = [];
  return at + 1;
};

/** Signs that close a heading stand after a blank, or are all that there is. */
function withoutClosingSigns(words: string): string {
  const bare = words.trimEnd();
  let end = bare.length;
  while (end > 0 && bare[end - 1] === "#") end -= 1;
  if (end === bare.length) return words;
  return end === 0 || /[ \t]/.test(bare[end - 1] ?? "") ? bare.slice(0, end).trimEnd() : words;
}

const table: Reader = (page, line, at) => {
  if (!line.text.includes("|") || !isTableRule(page.lines[at + 1]?.text)) return undefined;
  for (const cell of tableRow(line, 1)) page.runs.push(cell);
  page.open = false;
  let next = at + 2;
  for (let row = page.lines[next]; row?.text.includes("|"); row = page.lines[next]) {
    for (const cell of tableRow(row, next - at)) page.runs.push(cell);
    next += 1;
  }
  return next;
};

const quote: Reader = (page, line, at) => {
  const mark = QUOTE.exec(line.text)?.[0];
  if (mark === undefined) return undefined;
  const depth = mark.split(">").length - 1;
  const last = page.open ? page.runs.at(-1) : undefined;
  const empty = line.text.trim() === mark.trim();
  if (last?.shape.type === "quote" && last.shape.attributes.depth === depth && !empty) last.to = line.to;
  else begin(page, line.from + mark.length, line.to, { type: "quote", attributes: { depth } });
  if (empty) page.open = false;
  return at + 1;
};

const item: Reader = (page, line, at) => {
  const [mark, space = "", marker = ""] = ITEM.exec(line.text) ?? [];
  if (mark === undefined) return undefined;
  const kind = /\d/.test(marker) ? "ordered" : "bullet";
  const inParagraph = page.open && page.runs.at(-1)?.shape.type === "paragraph";
  if (inParagraph && kind === "ordered" && !/^1[.)]$/.test(marker)) return undefined;
  const indent = space.replaceAll("\t", "    ").length;
  page.indents = [...page.indents.filter((outer) => outer < indent), indent];
  const attributes = { kind, depth: page.indents.length, marker } as const;
  begin(page, line.from + mark.length, line.to, { type: "list-item", attributes });
  return at + 1;
};

const paragraph: Reader = (page, line, at) => {
  const last = page.open ? page.runs.at(-1) : undefined;
  if (last) last.to = line.to;
  else {
    if (!/^[ \t]/.test(line.text)) page.indents = [];
    begin(page, line.from, line.to, PARAGRAPH);
  }
  return at + 1;
};

/** The first that knows a line reads it. */
const READERS: readonly Reader[] = [blank, frontMatter, fence, underline, rule, heading, table, quote, item, paragraph];

function begin(page: Page, from: number, to: number, shape: BlockShape): void {
  page.runs.push({ from, to, shape });
  page.open = true;
}
