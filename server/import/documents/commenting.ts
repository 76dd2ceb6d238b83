import type { CommentMark, Piece } from "@/domain/document/piece";

/** Which comments are about the words that are being read, and where those stand that are about no words. */
export class Commenting {
  readonly #open = new Set<string>();
  readonly #begun = new Set<string>();

  begin(id: string): void {
    this.#open.add(id);
    this.#begun.add(id);
  }

  end(id: string): void {
    this.#open.delete(id);
  }

  /** The marks of words that are read now. */
  marks(): CommentMark[] {
    return [...this.#open].map((id) => ({ is: "comment", id }));
  }

  /** The mark of a comment at a point; none where it is about words. */
  at(id: string): CommentMark[] {
    return this.#begun.has(id) ? [] : [{ is: "comment", id }];
  }

  /** Reads what stands elsewhere in the text, such as a note: comments on the words here are not about it. */
  apart<T>(read: () => T): T {
    const open = [...this.#open];
    this.#open.clear();
    const done = read();
    for (const id of this.#open) this.#open.delete(id);
    for (const id of open) this.#open.add(id);
    return done;
  }
}

/** A comment's own blocks as plain words, a line each. */
export const wordsOf = (pieces: readonly Piece[]): string =>
  pieces
    .map(({ shape, inlines }) => {
      const words = inlines.map(({ text }) => text).join("");
      return shape.type === "list-item" ? `${shape.attributes.marker} ${words}` : words;
    })
    .join("\n")
    .replace(UNKEEPABLE, "\ufffd");

/** Half characters and controls that no text can hold. */
const UNKEEPABLE = /(?![\t\n])[\p{Cc}\p{Surrogate}]/gu;
