import type { Block, Inline, List, Paragraph, Prose } from "@/domain/prose/prose";

/** How words are joined that stand apart in a report. */
const GAP = " … ";

/**
 * The words of a text without its formatting, for search, exports and programs: a line a paragraph, "- " or a number
 * before what is listed, "> " before what is quoted. A text made by `proseOf` gives what it was made of.
 */
export const plainOf = ({ content }: Prose): string => content.flatMap((block) => linesOf(block)).join("\n");

/** A text without formatting as one with it: each line is a paragraph. */
export const proseOf = (plain: string): Prose => ({
  type: "doc",
  content: plain.split("\n").map(
    (line): Paragraph => ({
      type: "paragraph",
      ...(line === "" ? {} : { content: [{ type: "text", text: line }] }),
    }),
  ),
});

/** Whether a text says no more than its words do, so that they can stand for it. */
export const isPlain = ({ content }: Prose): boolean =>
  content.every(
    (block) =>
      block.type === "paragraph" &&
      (block.content ?? []).every((inline) => inline.type === "text" && (inline.marks ?? []).length === 0),
  );

/** The text without the empty lines around it. */
export function trimmed(prose: Prose): Prose {
  const says = (block: Block) => linesOf(block).some((line) => line.trim() !== "");
  const first = prose.content.findIndex(says);
  return { ...prose, content: prose.content.slice(Math.max(0, first), prose.content.findLastIndex(says) + 1) };
}

function linesOf(block: Block): string[] {
  switch (block.type) {
    case "paragraph":
    case "heading":
    case "example":
    case "codeBlock":
      return (block.content ?? []).map(wordsOf).join("").split("\n");
    case "reportQuote":
      return quoted(
        block.attrs.segments
          .map(({ quote }) => quote)
          .join(GAP)
          .split("\n"),
      );
    case "blockquote":
      return quoted(block.content.flatMap(linesOf));
    case "horizontalRule":
      return ["---"];
    default:
      return listed(block);
  }
}

const quoted = (lines: readonly string[]) => lines.map((line) => `> ${line}`);

function listed({ type, attrs, content }: List): string[] {
  return content.flatMap((item, index) => {
    const sign = type === "orderedList" ? `${index + (attrs?.start ?? 1)}. ` : "- ";
    return item.content
      .flatMap((block) => linesOf(block))
      .map((line, nth) => `${nth === 0 ? sign : " ".repeat(sign.length)}${line}`);
  });
}

function wordsOf(inline: Inline): string {
  if (inline.type === "text") return inline.text;
  return inline.type === "mention" ? `@${inline.attrs.label}` : "\n";
}
