import type { Inline, Piece } from "@/domain/document/piece";
import { type BlockShape, PARAGRAPH } from "@/domain/text/block-shape";
import { child, type Element, elementsOf, textOf } from "../xml";
import type { Numbering } from "./numbering";
import { noWords, passOver, type Reading, readBound, readRuns, type Words } from "./runs";
import { listOf, outlineOf, type Style, val } from "./styles";

export interface Document {
  readonly styles: ReadonlyMap<string, Style>;
  readonly numbering: Numbering;
  readonly reading: Reading;
}

/** The blocks of a body, a note, a text box or a cell. */
export function blocksOf(parent: Element, document: Document): Piece[] {
  const pieces: Piece[] = [];
  let carried: Words | undefined;
  const read = (element: Element): void => {
    switch (element.name) {
      case "w:p":
        carried = readParagraph(element, document, carried, pieces);
        return;
      case "w:tbl":
        pieces.push(...tableOf(element, document));
        return;
      case "w:sdt":
        for (const inner of elementsOf(child(element, "w:sdtContent"))) read(inner);
        return;
      case "w:ins":
      case "w:moveTo":
      case "w:customXml":
        for (const inner of elementsOf(element)) read(inner);
        return;
      case "w:del":
      case "w:moveFrom":
        if (textOf(element).trim() !== "") document.reading.warnings.add("deletions-left-out");
        passOver(element, document.reading);
        return;
      case "w:altChunk":
        document.reading.warnings.add("objects-left-out");
        return;
      case "mc:AlternateContent":
        for (const inner of elementsOf(child(element, "mc:Choice") ?? child(element, "mc:Fallback"))) read(inner);
        return;
      default:
        readBound(element, document.reading);
    }
  };
  for (const element of elementsOf(parent)) read(element);
  if (carried) pieces.push({ shape: PARAGRAPH, inlines: carried.inlines }, ...carried.boxes);
  return pieces;
}

/** Reads a paragraph; one whose end is deleted goes on in the next one, and is answered instead of written. */
function readParagraph(
  paragraph: Element,
  document: Document,
  carried: Words | undefined,
  pieces: Piece[],
): Words | undefined {
  const properties = child(paragraph, "w:pPr");
  const words = carried ?? noWords();
  const shaped = shapeOf(properties, document);
  if (shaped.number) words.inlines.unshift({ text: `${shaped.number} `, marks: [] });
  readRuns(paragraph, [], words, document.reading);
  const mark = child(properties, "w:rPr");
  if (child(mark, "w:del") || child(mark, "w:moveFrom")) return words;
  pieces.push({ shape: shaped.shape, inlines: words.inlines }, ...words.boxes);
  return undefined;
}

/** What a paragraph is. A heading's number stands in its text, as it is read. */
function shapeOf(
  properties: Element | undefined,
  { styles, numbering }: Document,
): { shape: BlockShape; number?: string } {
  const style = styles.get(val(child(properties, "w:pStyle")) ?? "");
  const level = outlineOf(properties) ?? style?.heading;
  const place = listOf(properties);
  const list = place === undefined ? style?.list : { ...place, level: place.level || (style?.list?.level ?? 0) };
  const marker = list && list.num !== "0" ? numbering.next(list) : undefined;
  if (level !== undefined) {
    const shape: BlockShape = { type: "heading", attributes: { level } };
    return marker?.kind === "ordered" ? { shape, number: marker.text } : { shape };
  }
  if (list && marker) {
    const attributes = { kind: marker.kind, depth: list.level + 1, marker: marker.text };
    return { shape: { type: "list-item", attributes } };
  }
  return { shape: style?.quote ? { type: "quote", attributes: { depth: 1 } } : PARAGRAPH };
}

function tableOf(table: Element, document: Document): Piece[] {
  const { reading } = document;
  const pieces: Piece[] = [];
  let row = 0;
  for (const each of within(table)) {
    if (each.name !== "w:tr") {
      readBound(each, reading);
      continue;
    }
    if (child(child(each, "w:trPr"), "w:del")) {
      reading.warnings.add("deletions-left-out");
      passOver(each, reading);
      continue;
    }
    row += 1;
    pieces.push(...rowOf(each, row, document));
  }
  return pieces;
}

function rowOf(each: Element, row: number, document: Document): Piece[] {
  const { warnings } = document.reading;
  const pieces: Piece[] = [];
  let column = 1 + Number(val(child(child(each, "w:trPr"), "w:gridBefore")) ?? "0");
  for (const cell of within(each)) {
    if (cell.name !== "w:tc") {
      readBound(cell, document.reading);
      continue;
    }
    const about = child(cell, "w:tcPr");
    const blocks = blocksOf(cell, document);
    if (blocks.some(({ shape }) => shape.type === "table-cell")) warnings.add("tables-in-tables");
    const shape: BlockShape = { type: "table-cell", attributes: { row, column } };
    pieces.push({ shape, inlines: inLines(blocks) });
    const spans = Number(val(child(about, "w:gridSpan")) ?? "1");
    if (spans > 1 || child(about, "w:vMerge")) warnings.add("cells-merged");
    column += Math.max(1, spans || 1);
  }
  return pieces;
}

/** Rows of a table or cells of a row, also in content controls, and what stands between them. */
const within = (parent: Element | undefined): Element[] =>
  elementsOf(parent).flatMap((each) => {
    if (each.name === "w:sdt") return within(child(each, "w:sdtContent"));
    return each.name === "w:customXml" ? within(each) : [each];
  });

/** Blocks of a cell as its lines, with the marks of lists. */
const inLines = (pieces: readonly Piece[]): Inline[] =>
  pieces.flatMap(({ shape, inlines }, at) => [
    ...(at === 0
      ? []
      : [{ text: shape.type === "table-cell" && shape.attributes.column > 1 ? "\t" : "\n", marks: [] }]),
    ...(shape.type === "list-item" ? [{ text: `${shape.attributes.marker} `, marks: [] }] : []),
    ...inlines,
  ]);
