import type { Piece } from "@/domain/document/piece";
import { PARAGRAPH } from "@/domain/text/block-shape";

/** The blocks of a mail's plain text: blank lines end a paragraph; lines with > before them are quotes. */
export function plainPieces(text: string): Piece[] {
  const pieces: Piece[] = [];
  let open: { depth: number; lines: string[] } | undefined;
  const close = () => {
    if (!open) return;
    const { depth, lines } = open;
    const shape: Piece["shape"] = depth > 0 ? { type: "quote", attributes: { depth } } : PARAGRAPH;
    pieces.push({ shape, inlines: [{ text: lines.join("\n"), marks: [] }] });
    open = undefined;
  };
  for (const line of text.replace(/\r\n?/g, "\n").split("\n")) {
    const mark = /^(?:> ?)+/.exec(line)?.[0] ?? "";
    const depth = Math.min(mark.split(">").length - 1, 20);
    const words = line.slice(mark.length);
    if (open && (open.depth !== depth || words.trim() === "")) close();
    if (words.trim() === "") continue;
    open ??= { depth, lines: [] };
    open.lines.push(words);
  }
  close();
  return pieces;
}
