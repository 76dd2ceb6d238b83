import type { Inline, Piece } from "@/domain/document/piece";
import { roman } from "../numerals";
import { childrenNamed, type Element, elementsOf } from "../xml";

/** Numbers a document's foot- and endnotes in the order in which the text names them. */
export class Notes {
  readonly #known: ReadonlyMap<string, Element>;
  readonly #named = new Map<string, string>();
  #feet = 0;
  #ends = 0;

  constructor(footnotes: Element | undefined, endnotes: Element | undefined) {
    const foot = childrenNamed(elementsOf(footnotes)[0], "w:footnote").map(
      (each) => [keyOf("foot", each), each] as const,
    );
    const end = childrenNamed(elementsOf(endnotes)[0], "w:endnote").map((each) => [keyOf("end", each), each] as const);
    this.#known = new Map([...foot, ...end]);
  }

  /** The marker of the note that a reference names; undefined where there is no such note. */
  markerOf(reference: Element): string | undefined {
    const end = reference.name === "w:endnoteReference";
    const key = keyOf(end ? "end" : "foot", reference);
    if (!this.#known.has(key)) return undefined;
    const known = this.#named.get(key);
    if (known !== undefined) return known;
    if (end) this.#ends += 1;
    else this.#feet += 1;
    const marker = end ? roman(this.#ends) : `${this.#feet}`;
    this.#named.set(key, marker);
    return marker;
  }

  /** The notes that the text names, footnotes first; each is one block. */
  pieces(read: (note: Element) => Piece[]): Piece[] {
    const named = [...this.#named];
    const ordered = [
      ...named.filter(([key]) => key.startsWith("foot")),
      ...named.filter(([key]) => key.startsWith("end")),
    ];
    return ordered.flatMap(([key, marker]) => {
      const note = this.#known.get(key);
      return note ? [{ shape: { type: "footnote", attributes: { marker } }, inlines: joined(read(note)) }] : [];
    });
  }
}

const keyOf = (kind: string, { attributes }: Element) => `${kind} ${attributes["w:id"] ?? ""}`;

/** Paragraphs of one note, line by line. */
const joined = (pieces: readonly Piece[]): Inline[] =>
  pieces.flatMap(({ inlines }, at) => (at === 0 ? inlines : [{ text: "\n", marks: [] }, ...inlines]));
