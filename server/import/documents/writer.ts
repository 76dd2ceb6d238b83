import type { Inline, Piece } from "@/domain/document/piece";
import type { Mark } from "@/domain/document/range";
import { type BlockShape, PARAGRAPH } from "@/domain/text/block-shape";

/** Gathers words into blocks. White space runs together as on a page, unless it is preformatted. */
export class Writer {
  readonly pieces: Piece[] = [];
  #inlines: Inline[] = [];
  #shape: BlockShape = PARAGRAPH;
  /** Whether the next space would be the first sign of a line or follow another one. */
  #spaced = true;

  /** Words with the marks they have. */
  text(text: string, marks: readonly Mark[], preformatted = false): void {
    if (preformatted) {
      this.#push(text, marks);
      return;
    }
    const joined = text.replace(/[ \t\n\r\f]+/g, " ");
    const kept = this.#spaced && joined.startsWith(" ") ? joined.slice(1) : joined;
    if (kept !== "") this.#push(kept, marks);
  }

  /** A new line in the same block. */
  lineBreak(): void {
    if (this.#inlines.length > 0) this.#push("\n", []);
  }

  /** A new line in the same block, unless one was just begun. */
  lineEnd(): void {
    if (this.#inlines.length > 0 && !this.#inlines.at(-1)?.text.endsWith("\n")) this.lineBreak();
  }

  /** Begins a block; a paragraph right at the start of a list item is that item. */
  begin(shape: BlockShape): void {
    const empty = !this.#inlines.some(({ text }) => /\S/.test(text));
    if (!(empty && shape.type === "paragraph" && this.#shape.type === "list-item")) this.block(shape);
  }

  /** Ends the block that was written; what follows has this shape. */
  block(shape: BlockShape = PARAGRAPH): void {
    if (this.#inlines.some(({ text }) => /\S/.test(text))) {
      this.pieces.push({ shape: this.#shape, inlines: withoutSpacesAtBreaks(this.#inlines) });
    }
    this.#inlines = [];
    this.#spaced = true;
    this.#shape = shape;
  }

  #push(text: string, marks: readonly Mark[]): void {
    this.#inlines.push({ text, marks });
    this.#spaced = /[ \n]$/.test(text);
  }
}

/** A blank before a line's end is seen by nobody. */
const withoutSpacesAtBreaks = (inlines: readonly Inline[]): Inline[] =>
  inlines.map(({ text, marks }, at) =>
    inlines[at + 1]?.text.startsWith("\n") ? { text: text.replace(/ +$/, ""), marks } : { text, marks },
  );
