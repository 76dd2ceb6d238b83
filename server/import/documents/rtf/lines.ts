import type { Inline, Piece } from "@/domain/document/piece";
import { type BlockShape, PARAGRAPH } from "@/domain/text/block-shape";

/** Gathers the words of an RTF file into blocks. */
export class Lines {
  readonly pieces: Piece[] = [];
  /** What stands before the item that is written: "3.", or a bullet. */
  marker = "";
  /** The level of the heading that is written. */
  level: number | undefined;
  /** How deep the list item is. */
  depth = 1;
  inTable = false;
  #inlines: Inline[] = [];
  #cell: { row: number; column: number } | undefined;

  write(inline: Inline): void {
    this.#inlines.push(inline);
  }

  /** What follows is a plain paragraph until it is said to be something else. */
  plain(): void {
    this.level = undefined;
    this.depth = 1;
    this.inTable = false;
  }

  endParagraph(): void {
    if (this.#inlines.some(({ text }) => text.trim() !== "")) {
      this.pieces.push({ shape: this.#shape(), inlines: this.#inlines });
      this.#cell = undefined;
    }
    this.#begin();
  }

  endCell(): void {
    const { row, column } = this.#cell ?? { row: 1, column: 1 };
    this.pieces.push({ shape: { type: "table-cell", attributes: { row, column } }, inlines: this.#inlines });
    this.#cell = { row, column: column + 1 };
    this.#begin();
  }

  endRow(): void {
    if (this.#cell) this.#cell = { row: this.#cell.row + 1, column: 1 };
  }

  #begin(): void {
    this.#inlines = [];
    this.marker = "";
  }

  #shape(): BlockShape {
    if (this.level !== undefined) return { type: "heading", attributes: { level: this.level } };
    const marker = this.marker.replace(/\t/g, "").trim();
    if (marker === "") return PARAGRAPH;
    const ordered = /[\p{L}\p{N}]/u.test(marker);
    const kind = ordered ? "ordered" : "bullet";
    return { type: "list-item", attributes: { kind, depth: this.depth, marker: ordered ? marker : "-" } };
  }
}
