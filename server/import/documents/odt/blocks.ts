import type { Inline, Piece } from "@/domain/document/piece";
import { type BlockShape, PARAGRAPH } from "@/domain/text/block-shape";
import { type Element, elementsOf } from "../xml";
import { written } from "./styles";
import { type Reading, readWords, type Words } from "./words";

/** Where the walk is: the lists around, outermost first, each with the number of its last item. */
interface Place {
  readonly lists: readonly { style: string | undefined; count: number }[];
  /** The marker of the list item that begins here, if one does. */
  item: BlockShape | undefined;
}

/** The blocks of a body, a note, a text box or a cell. */
export function blocksOf(parent: Element, reading: Reading): Piece[] {
  const walk = new Walk(reading);
  walk.all(parent, { lists: [], item: undefined });
  return walk.pieces;
}

class Walk {
  readonly pieces: Piece[] = [];
  readonly #reading: Reading;
  /** How far each list got, for those that go on later. */
  readonly #counts = new Map<string, number>();

  constructor(reading: Reading) {
    this.#reading = reading;
  }

  all(parent: Element, place: Place): void {
    for (const element of elementsOf(parent)) this.#element(element, place);
  }

  #element(element: Element, place: Place): void {
    switch (element.name) {
      case "text:p":
      case "text:h":
        this.#paragraph(element, place);
        break;
      case "text:list":
        this.#list(element, place);
        break;
      case "table:table":
        this.#table(element);
        break;
      case "text:tracked-changes":
        this.#reading.warnings.add("deletions-left-out", undefined, deletionsIn(element));
        this.#reading.comments.addIn(element);
        break;
      case "text:soft-page-break":
        if (this.#reading.page !== undefined) this.#reading.page += 1;
        break;
      case "text:section":
      case "text:index-body":
      case "text:index-title":
      case "text:numbered-paragraph":
        this.all(element, place);
        break;
      default:
        if (
          /^text:(?:table-of-content|illustration-index|alphabetical-index|bibliography|user-index|table-index|object-index)$/.test(
            element.name,
          )
        ) {
          this.all(element, place);
        } else if (element.name.startsWith("draw:")) this.#drawing(element);
    }
  }

  /** A drawing that hangs at a page instead of at a paragraph. */
  #drawing(element: Element): void {
    const words: Words = { inlines: [], boxes: [] };
    readWords({ name: "", attributes: {}, children: [element] }, [], words, this.#reading);
    this.pieces.push(...words.boxes);
  }

  #paragraph(element: Element, place: Place): void {
    const style = this.#reading.styles.style(element.attributes["text:style-name"]);
    const words: Words = { inlines: [], boxes: [] };
    readWords(element, style?.marks ?? [], words, this.#reading);
    this.pieces.push({ shape: shapeOf(element, place, style?.quote ?? false), inlines: words.inlines }, ...words.boxes);
    place.item = undefined;
  }

  #list(list: Element, { lists }: Place): void {
    const { attributes } = list;
    const style = attributes["text:style-name"] ?? lists.at(-1)?.style;
    const level = lists.length + 1;
    const about = this.#reading.styles.level(style, level);
    const goesOn = attributes["text:continue-numbering"] === "true" || attributes["text:continue-list"] !== undefined;
    const key = `${style} ${level}`;
    const own = { style, count: goesOn ? (this.#counts.get(key) ?? 0) : (about?.start ?? 1) - 1 };
    const inner = [...lists, own];
    for (const item of elementsOf(list)) {
      if (item.name === "text:list-header") this.all(item, { lists: inner, item: undefined });
      if (item.name !== "text:list-item") continue;
      const said = Number(item.attributes["text:start-value"]);
      own.count = Number.isFinite(said) ? said : own.count + 1;
      this.all(item, { lists: inner, item: this.#itemShape(inner) });
    }
    this.#counts.set(key, own.count);
  }

  #itemShape(lists: Place["lists"]): BlockShape {
    const own = lists.at(-1);
    const about = this.#reading.styles.level(own?.style, lists.length);
    if (!about || about.bullet || about.format === "") {
      return { type: "list-item", attributes: { kind: "bullet", depth: lists.length, marker: "-" } };
    }
    const numbers = lists.slice(lists.length - about.shown).map(({ style, count }, at) => {
      const level = this.#reading.styles.level(style, lists.length - about.shown + at + 1);
      return written(count, level?.format || about.format);
    });
    const marker = `${about.prefix}${numbers.join(".")}${about.suffix}`.trim();
    return { type: "list-item", attributes: { kind: "ordered", depth: lists.length, marker } };
  }

  #table(table: Element): void {
    const { warnings } = this.#reading;
    let row = 0;
    for (const each of rowsOf(table)) {
      row += 1;
      let column = 1;
      for (const cell of elementsOf(each)) {
        const repeated = Number(cell.attributes["table:number-columns-repeated"] ?? "1");
        if (cell.name === "table:table-cell") {
          const blocks = blocksOf(cell, this.#reading);
          if (blocks.some(({ shape }) => shape.type === "table-cell")) warnings.add("tables-in-tables");
          const spans = [cell.attributes["table:number-columns-spanned"], cell.attributes["table:number-rows-spanned"]];
          if (spans.some((span) => Number(span ?? "1") > 1)) warnings.add("cells-merged");
          this.pieces.push({ shape: { type: "table-cell", attributes: { row, column } }, inlines: inLines(blocks) });
        }
        column += repeated > 0 ? repeated : 1;
      }
    }
  }
}

function shapeOf(element: Element, { item }: Place, quote: boolean): BlockShape {
  if (element.name === "text:h") {
    const level = Number(element.attributes["text:outline-level"] ?? "1");
    return { type: "heading", attributes: { level: Math.min(6, Math.max(1, level || 1)) } };
  }
  return item ?? (quote ? { type: "quote", attributes: { depth: 1 } } : PARAGRAPH);
}

const deletionsIn = (changes: Element) =>
  elementsOf(changes).filter((region) => elementsOf(region).some(({ name }) => name === "text:deletion")).length;

const rowsOf = (table: Element): Element[] =>
  elementsOf(table).flatMap((each) => {
    if (each.name === "table:table-row") return [each];
    return /^table:table-(?:header-rows|rows|row-group)$/.test(each.name) ? rowsOf(each) : [];
  });

const inLines = (pieces: readonly Piece[]): Inline[] =>
  pieces.flatMap(({ shape, inlines }, at) => [
    ...(at === 0 ? [] : [{ text: "\n", marks: [] }]),
    ...(shape.type === "list-item" ? [{ text: `${shape.attributes.marker} `, marks: [] }] : []),
    ...inlines,
  ]);
