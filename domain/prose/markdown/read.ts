import { DEEPEST, isProse } from "@/domain/prose/check";
import { guidelinesSchema } from "@/domain/prose/guidelines-schema";
import { EXAMPLE, exampleOf } from "@/domain/prose/markdown/example";
import type { NotHeld } from "@/domain/prose/markdown/join-inline";
import {
  closesFence,
  type Fence,
  fenceAfter,
  fenceAt,
  headingAt,
  indentOf,
  interrupts,
  isBlank,
  isRule,
  outdented,
  type Sign,
  signAt,
} from "@/domain/prose/markdown/lines";
import { inlinesOf } from "@/domain/prose/markdown/read-inline";
import type { Block, ListItem, Paragraph, Prose } from "@/domain/prose/prose";

/** `notHeld`: what the source says that the document can't say in the same way. */
export type FromMarkdown = { readonly prose: Prose; readonly notHeld: readonly NotHeld[] };

type Reading = { readonly lines: readonly string[]; at: number; readonly depth: number; readonly lost: Set<NotHeld> };

/**
 * Reads Markdown (CommonMark 0.31 without HTML, link definitions and indented code in lists) as guidelines. A table
 * stays as it is written, in a block of code; pictures are their description; headings below the third level are of the
 * third; struck words are words; a link that leads nowhere is its words. Never fails: what is too much to be read is one
 * block of code.
 */
export function fromMarkdown(source: string): FromMarkdown {
  const lost = new Set<NotHeld>();
  const content = blocksOf({ lines: source.split(/\r\n?|\n/), at: 0, depth: 1, lost });
  const prose: Prose = { type: "doc", content: content.length === 0 ? [{ type: "paragraph" }] : content };
  if (isProse(prose, guidelinesSchema)) return { prose, notHeld: [...lost] };
  return { prose: { type: "doc", content: [codeBlock(source)] }, notHeld: ["depth"] };
}

const codeBlock = (text: string): Block => ({
  type: "codeBlock",
  ...(text !== "" && { content: [{ type: "text", text }] }),
});

const paragraph = (source: string, lost: Set<NotHeld>): Paragraph => {
  const content = inlinesOf(source, lost);
  return { type: "paragraph", ...(content.length > 0 && { content }) };
};

/** A list in a list is two levels further down, and a paragraph in it one more. */
const DEEPEST_BLOCK = DEEPEST - 4;

function blocksOf(reading: Reading): Block[] {
  const { lines, depth, lost } = reading;
  if (depth > DEEPEST_BLOCK) {
    lost.add("depth");
    const rest = lines.join("\n").trim();
    return rest === "" ? [] : [codeBlock(rest)];
  }
  const blocks: Block[] = [];
  while (reading.at < lines.length) {
    if (isBlank(lines[reading.at] ?? "")) reading.at += 1;
    else blocks.push(blockAt(reading));
  }
  return blocks;
}

function blockAt(reading: Reading): Block {
  const line = reading.lines[reading.at] ?? "";
  const heading = headingAt(line);
  if (indentOf(line) >= 4) return indentedCode(reading);
  if (fenceAt(line)) return fenced(reading);
  if (heading) {
    reading.at += 1;
    return headingOf(heading.words, heading.level, reading.lost);
  }
  if (isRule(line)) {
    reading.at += 1;
    return { type: "horizontalRule" };
  }
  if (/^ {0,3}>/.test(line)) return blockquote(reading);
  const sign = signAt(line);
  if (sign) return list(reading, sign);
  return isTable(reading) ? table(reading) : words(reading);
}

function headingOf(source: string, level: number, lost: Set<NotHeld>): Block {
  if (level > 3) lost.add("heading");
  const content = inlinesOf(source, lost);
  const attrs = { level: level === 1 ? (1 as const) : level === 2 ? (2 as const) : (3 as const) };
  return { type: "heading", attrs, ...(content.length > 0 && { content }) };
}

function indentedCode(reading: Reading): Block {
  const code: string[] = [];
  for (; reading.at < reading.lines.length; reading.at += 1) {
    const line = reading.lines[reading.at] ?? "";
    if (!isBlank(line) && indentOf(line) < 4) break;
    code.push(outdented(line, 4));
  }
  return codeBlock(code.join("\n").trimEnd());
}

function fenced(reading: Reading): Block {
  const fence = fenceAt(reading.lines[reading.at] ?? "");
  const inside: string[] = [];
  if (!fence) return { type: "codeBlock" };
  for (reading.at += 1; reading.at < reading.lines.length; reading.at += 1) {
    const line = reading.lines[reading.at] ?? "";
    if (closesFence(line, fence)) break;
    inside.push(outdented(line, fence.indent));
  }
  reading.at += 1;
  const text = inside.join("\n");
  if (fence.info !== EXAMPLE) return codeBlock(text);
  const content = exampleOf(text);
  return { type: "example", ...(content.length > 0 && { content }) };
}

/** Words of a paragraph may go on without the sign of what it stands in. */
const goesOn = (inside: readonly string[], line: string) =>
  !interrupts(line) && signAt(line) === undefined && endsInWords(inside);

function endsInWords(inside: readonly string[]): boolean {
  const last = inside.at(-1) ?? "";
  return !isBlank(last) && !fenceAt(last) && !isRule(last) && !headingAt(last) && indentOf(last) < 4;
}

function blockquote(reading: Reading): Block {
  const { lines, depth, lost } = reading;
  const inside: string[] = [];
  let fence: Fence | undefined;
  for (; reading.at < lines.length; reading.at += 1) {
    const line = lines[reading.at] ?? "";
    const sign = /^ {0,3}> ?/.exec(line)?.[0];
    if (sign === undefined && (fence || !goesOn(inside, line))) break;
    inside.push(line.slice(sign?.length ?? 0));
    fence = fenceAfter(fence, inside.at(-1) ?? "");
  }
  const content = blocksOf({ lines: inside, at: 0, depth: depth + 1, lost });
  return { type: "blockquote", content: content.length === 0 ? [{ type: "paragraph" }] : content };
}

function list(reading: Reading, first: Sign): Block {
  const content: ListItem[] = [];
  for (let sign: Sign | undefined = first; sign?.kind === first.kind; sign = signHere(reading)) {
    content.push(item(reading, sign));
    while (reading.at < reading.lines.length && isBlank(reading.lines[reading.at] ?? "")) reading.at += 1;
  }
  return /\d|[.)]/.test(first.kind)
    ? { type: "orderedList", attrs: { start: first.start }, content }
    : { type: "bulletList", content };
}

const signHere = ({ lines, at }: Reading) => signAt(lines[at] ?? "");

function item(reading: Reading, { indent, isEmpty }: Sign): ListItem {
  const { lines, depth, lost } = reading;
  const inside = [(lines[reading.at] ?? "").slice(indent)];
  let fence = fenceAfter(undefined, inside[0] ?? "");
  for (reading.at += 1; reading.at < lines.length; reading.at += 1) {
    const line = lines[reading.at] ?? "";
    const isWithin = isBlank(line) ? !isEmpty || inside.length > 1 : indentOf(line) >= indent;
    if (!isWithin && (fence || isBlank(line) || !goesOn(inside, line))) break;
    inside.push(isWithin ? outdented(line, indent) : line);
    fence = fenceAfter(fence, inside.at(-1) ?? "");
  }
  const blocks = blocksOf({ lines: inside, at: 0, depth: depth + 2, lost });
  const [begin] = blocks;
  return { type: "listItem", content: begin?.type === "paragraph" ? blocks : [{ type: "paragraph" }, ...blocks] };
}

const isDivider = (line: string) => /^ {0,3}\|?(?:[ \t]*:?-+:?[ \t]*\|)+(?:[ \t]*:?-+:?[ \t]*)?$/.test(line.trimEnd());

function isTable({ lines, at }: Reading): boolean {
  return (lines[at] ?? "").includes("|") && isDivider(lines[at + 1] ?? "");
}

function table(reading: Reading): Block {
  const from = reading.at;
  while (reading.at < reading.lines.length && !interrupts(reading.lines[reading.at] ?? "")) reading.at += 1;
  reading.at = Math.max(reading.at, from + 2);
  reading.lost.add("table");
  return codeBlock(reading.lines.slice(from, reading.at).join("\n"));
}

function words(reading: Reading): Block {
  const said = [reading.lines[reading.at] ?? ""];
  for (reading.at += 1; reading.at < reading.lines.length; reading.at += 1) {
    const line = reading.lines[reading.at] ?? "";
    const underline = /^ {0,3}(?:=+|-+)[ \t]*$/.exec(line)?.[0].trim();
    if (underline) {
      reading.at += 1;
      return headingOf(joinedLines(said).replace(/\s*\n\s*/g, " "), underline.startsWith("=") ? 1 : 2, reading.lost);
    }
    if (interrupts(line) || isTable(reading)) break;
    said.push(line);
  }
  return paragraph(joinedLines(said), reading.lost);
}

/** Without the white space at the edges that means nothing; two spaces at the end of a line do. */
const joinedLines = (lines: readonly string[]) =>
  lines.map((line, nth) => (nth < lines.length - 1 ? line.trimStart() : line.trim())).join("\n");
