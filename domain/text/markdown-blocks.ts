import { type BlockRun, type BlockShape, PARAGRAPH } from "./block-shape";
import { type Line, linesOf, trimmed } from "./lines";
import { isTableRule, tableRow } from "./markdown-table";

const HEADING = /^ {0,3}(#{1,6})(?:[ \t]+|$)/;
const HEADING_END = /(?:^|[ \t]+)#+[ \t]*$/;
const UNDERLINE = /^ {0,3}(=+|-+)[ \t]*$/;
const RULE = /^ {0,3}(?:(?:\*[ \t]*){3,}|(?:-[ \t]*){3,}|(?:_[ \t]*){3,})$/;
const ITEM = /^([ \t]*)([-*+]|\d{1,9}[.)])(?:[ \t]+|$)/;
const QUOTE = /^(?: {0,3}>[ \t]?)+/;
const FENCE = /^ {0,3}(`{3,}|~{3,})/;

/** A block that may still go on with the next line. */
interface Open {
  readonly from: number;
  to: number;
  shape: BlockShape;
}

/** The blocks of a Markdown text; the rules stand at `splitIntoBlocks`. */
export function markdownRuns(text: string): BlockRun[] {
  const lines = linesOf(text);
  const runs: BlockRun[] = [];
  let open: Open | undefined;
  let indents: number[] = [];

  const close = () => {
    const range = open && trimmed(text, open.from, open.to);
    if (open && range) runs.push({ ...range, shape: open.shape });
    open = undefined;
  };
  const begin = (from: number, to: number, shape: BlockShape) => {
    close();
    open = { from, to, shape };
  };

  for (let at = 0; at < lines.length; at += 1) {
    const line = lines[at];
    if (!line) break;
    const fenced = endOfFence(lines, at);
    const item = ITEM.exec(line.text);
    const heading = HEADING.exec(line.text);
    const quote = QUOTE.exec(line.text)?.[0];
    if (line.blank) close();
    else if (fenced !== undefined) {
      begin(line.from, lines[fenced]?.to ?? line.to, PARAGRAPH);
      close();
      at = fenced;
    } else if (open?.shape.type === "paragraph" && UNDERLINE.test(line.text)) {
      open.shape = { type: "heading", attributes: { level: line.text.includes("=") ? 1 : 2 } };
      close();
    } else if (RULE.test(line.text)) close();
    else if (heading) {
      const end = HEADING_END.exec(line.text.slice(heading[0].length))?.index;
      const to = end === undefined ? line.to : line.from + heading[0].length + end;
      begin(line.from + heading[0].length, to, { type: "heading", attributes: { level: heading[1]?.length ?? 1 } });
      close();
    } else if (isTableRule(lines[at + 1]?.text) && line.text.includes("|")) {
      close();
      let row = 1;
      for (; at < lines.length && lines[at]?.text.includes("|"); at += 1) {
        if (row === 2 && isTableRule(lines[at]?.text)) at += 1;
        const here = lines[at];
        if (!here?.text.includes("|")) break;
        runs.push(...tableRow(here, row));
        row += 1;
      }
      at -= 1;
    } else if (quote !== undefined) {
      const depth = quote.split(">").length - 1;
      const goesOn = open?.shape.type === "quote" && open.shape.attributes.depth === depth;
      if (open && goesOn && line.text.trim() !== quote.trim()) open.to = line.to;
      else begin(line.from + quote.length, line.to, { type: "quote", attributes: { depth } });
    } else if (item) {
      const [mark, space = "", marker = ""] = item;
      const indent = space.replaceAll("\t", "    ").length;
      indents = [...(runs.length > 0 || open ? indents : []).filter((outer) => outer < indent), indent];
      const kind = /\d/.test(marker) ? "ordered" : "bullet";
      const attributes = { kind, depth: indents.length, marker } as const;
      begin(line.from + mark.length, line.to, { type: "list-item", attributes });
    } else if (open) open.to = line.to;
    else begin(line.from, line.to, PARAGRAPH);

    if (!line.blank && !item && !/^[ \t]/.test(line.text) && open?.shape.type !== "list-item") indents = [];
  }
  close();
  return runs;
}

/** The line that closes the fence which a line opens, or the last line; undefined when it opens none. */
function endOfFence(lines: readonly Line[], at: number): number | undefined {
  const fence = FENCE.exec(lines[at]?.text ?? "")?.[1];
  if (fence === undefined) return undefined;
  const end = lines.findIndex(
    ({ text }, index) => index > at && text.trim().startsWith(fence) && /^[`~\s]+$/.test(text),
  );
  return end < 0 ? lines.length - 1 : end;
}
