import { EXAMPLE, exampleLines } from "@/domain/prose/markdown/example";
import { inlineMarkdown } from "@/domain/prose/markdown/write-inline";
import type { Block, Inline, List, ListItem, Prose, Words } from "@/domain/prose/prose";

/**
 * Guidelines or a note as Markdown (CommonMark 0.31), as `fromMarkdown` reads it. An example is a fenced block
 * "example" with `[words]{kind}` in it. Not held: empty paragraphs, line breaks at the end of a paragraph and their
 * formatting, line breaks in words of code, and carriage returns in code.
 */
export const toMarkdown = ({ content }: Prose): string => {
  const lines = blockLines(content);
  return lines.length === 0 ? "" : `${lines.join("\n")}\n`;
};

function blockLines(blocks: readonly Block[]): string[] {
  const said = blocks.filter((block) => block.type !== "paragraph" || hasWords(block.content ?? []));
  return said.flatMap((block, nth) => [...(nth === 0 ? [] : [""]), ...linesOf(block, alternates(said, nth))]);
}

const hasWords = (inlines: readonly Inline[]) => inlines.some((inline) => inline.type !== "hardBreak");

/** Whether a list needs another sign than usual, because one of its type stands right before it. */
const alternates = (blocks: readonly Block[], nth: number): boolean => {
  const [before, block] = [blocks[nth - 1], blocks[nth]];
  return before !== undefined && block !== undefined && before.type === block.type && !alternates(blocks, nth - 1);
};

function linesOf(block: Block, alternate: boolean): string[] {
  switch (block.type) {
    case "paragraph":
      return inlineMarkdown(block.content ?? [])
        .split("\n")
        .map(asWords);
    case "heading": {
      const words = inlineMarkdown(block.content ?? []).replace(/(^|\s)(#+)$/, "$1\\$2");
      return [`${"#".repeat(block.attrs.level)} ${words}`.trimEnd()];
    }
    case "blockquote":
      return orEmpty(blockLines(block.content)).map((line) => (line === "" ? ">" : `> ${line}`));
    case "example":
      return fenced(exampleLines(block.content ?? []), EXAMPLE);
    case "codeBlock":
      return fenced(codeLines(block.content ?? []));
    case "horizontalRule":
      return ["___"];
    case "reportQuote":
      return block.attrs.segments.flatMap(({ quote }) => quote.split("\n").map((line) => `> ${asWords(line)}`));
    default:
      return listed(block, alternate);
  }
}

const orEmpty = (lines: string[]) => (lines.length === 0 ? [""] : lines);

const codeLines = (words: readonly Words[]) => {
  const text = words.map((each) => each.text).join("");
  return text === "" ? [] : text.split(/\r\n?|\n/);
};

function fenced(lines: readonly string[], info = ""): string[] {
  const longest = Math.max(2, ...lines.flatMap((line) => [...line.matchAll(/`+/g)].map(([run]) => run.length)));
  const fence = "`".repeat(longest + 1);
  return [fence + info, ...lines, fence];
}

function listed({ type, attrs, content }: List, alternate: boolean): string[] {
  return content.flatMap((item, index) => {
    const usual = type === "orderedList" ? `${index + (attrs?.start ?? 1)}.` : "-";
    const sign = alternate ? usual.replace(".", ")").replace("-", "*") : usual;
    const [first = "", ...rest] = itemLines(item);
    const indent = " ".repeat(sign.length + 1);
    return [first === "" ? sign : `${sign} ${first}`, ...rest.map((line) => (line === "" ? "" : indent + line))];
  });
}

/** What stands in an item: a list right below its words, so that the two belong together for a reader's eye. */
function itemLines({ content }: ListItem): string[] {
  const lines = blockLines(content);
  const [words, list, ...others] = content;
  const isTight = words?.type === "paragraph" && hasWords(words.content ?? []) && list?.type === "bulletList";
  if (!isTight || others.length > 0 || startsEmpty(list)) return lines;
  return [...linesOf(words, false), ...linesOf(list, false)];
}

const startsEmpty = ({ content: [item] }: List) => blockLines(item?.content ?? []).length === 0;

/** A line that begins as something other than words would is kept from it. */
function asWords(line: string): string {
  if (/^(?:#{1,6}(?:\s|$)|>|[-+](?:\s|$)|-{2,}\s*$|-(?:\s*-)+\s*$|=+\s*$|[|:\- ]+$)/.test(line)) return `\\${line}`;
  return line.replace(/^(\d{1,9})([.)])(?=\s|$)/, "$1\\$2");
}
