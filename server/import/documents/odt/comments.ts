import type { DocumentComment } from "@/domain/document/comments";
import type { Piece } from "@/domain/document/piece";
import { wordsOf } from "../commenting";
import { child, type Element, elementsOf, textOf } from "../xml";

/** The comments of a text of OpenDocument in the order in which it has them (1.3, part 3, 14.1). */
export class Comments {
  readonly all: DocumentComment[] = [];
  readonly #ends: ReadonlySet<string>;
  readonly #read: (comment: Element) => Piece[];

  constructor(text: Element, read: (comment: Element) => Piece[]) {
    this.#ends = new Set(namesOfEnds(text));
    this.#read = read;
  }

  /** Keeps a comment; `ends`: it is about the words up to where its end stands. */
  add(annotation: Element): { id: string; ends: boolean } {
    const { attributes } = annotation;
    const name = attributes["office:name"];
    const id = name ?? `${this.all.length + 1}`;
    this.all.push({
      id,
      answers: attributes["loext:parent-name"],
      author: textOf(child(annotation, "dc:creator")) || textOf(child(annotation, "meta:creator-initials")),
      at: textOf(child(annotation, "dc:date")),
      resolved: attributes["loext:resolved"] === "true",
      text: wordsOf(this.#read(annotation)),
    });
    return { id, ends: name !== undefined && this.#ends.has(name) };
  }

  /** Keeps those that stand in something that is not part of the text. */
  addIn(left: Element): void {
    for (const each of elementsOf(left)) {
      if (each.name === "office:annotation") this.add(each);
      else this.addIn(each);
    }
  }
}

function namesOfEnds(parent: Element): string[] {
  return elementsOf(parent).flatMap((each) =>
    each.name === "office:annotation-end" ? [each.attributes["office:name"] ?? ""] : namesOfEnds(each),
  );
}
