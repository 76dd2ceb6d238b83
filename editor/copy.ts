import { codePoint, sliceCodePoints } from "@/domain/text/offsets";
import type { Piece, TextDocument } from "@/editor/document";
import type { Span } from "@/editor/positions";
import type { Words } from "@/editor/words";

/** Stands for the words left out between two parts that were chosen apart. */
const LEFT_OUT = " … ";

type Line = { readonly piece: Piece; readonly text: string };

/**
 * Chosen words as they leave through the clipboard. What was chosen in one go is copied as it stands in the text, with
 * its paragraphs and the punctuation between them; parts that were chosen apart are joined by an ellipsis.
 */
export function copied(document: TextDocument, words: Words, spans: readonly Span[]): { text: string; html: string } {
  const runs = runsOf(words, spans).map((run) => linesOf(document, run));
  const text = runs.map((lines) => lines.map(({ piece, text }, at) => (at > 0 ? piece.gap : "") + text).join(""));
  const inline = runs.every((lines) => lines.every(({ piece }) => piece.block === lines[0]?.piece.block));
  const html = inline
    ? runs.map((lines) => escaped(lines.map((line) => line.text).join(""))).join(LEFT_OUT)
    : runs.map(paragraphs).join(`<p>${LEFT_OUT.trim()}</p>`);
  return { text: text.join(LEFT_OUT), html };
}

/** Spans with no word between them are one. */
function runsOf(words: Words, spans: readonly Span[]): Span[] {
  const runs: Span[] = [];
  for (const span of spans) {
    const last = runs.at(-1);
    const word = last && words.near(last.end - 1);
    const next = word && (word.end > last.end ? word : words.next(word));
    if (last && next && next.start >= span.start) runs[runs.length - 1] = { start: last.start, end: span.end };
    else runs.push(span);
  }
  return runs;
}

function linesOf({ pieces }: TextDocument, { start, end }: Span): Line[] {
  return pieces
    .filter((piece) => piece.start < end && piece.end > start)
    .map((piece) => ({
      piece,
      text: sliceCodePoints(
        piece.text,
        codePoint(Math.max(start, piece.start) - piece.start),
        codePoint(Math.min(end, piece.end) - piece.start),
      ),
    }));
}

/** An element for each block, as the text has them. */
function paragraphs(lines: readonly Line[]): string {
  const blocks: { piece: Piece; text: string }[] = [];
  for (const { piece, text } of lines) {
    const last = blocks.at(-1);
    if (last?.piece.block === piece.block) last.text += text;
    else blocks.push({ piece, text });
  }
  return blocks
    .map(({ piece, text }) => {
      const tag = piece.shape === "list-item" ? "li" : piece.tag;
      return `<${tag} dir="${piece.direction}">${escaped(text)}</${tag}>`;
    })
    .join("")
    .replace(/(?:<li [^>]*>[^<]*<\/li>)+/g, "<ul>$&</ul>");
}

const entities: Readonly<Record<string, string>> = { "&": "&amp;", "<": "&lt;", ">": "&gt;", "\n": "<br>" };

function escaped(text: string): string {
  return text.replace(/[&<>\n]/g, (sign) => entities[sign] ?? sign);
}
