import type { Inline, Piece } from "@/domain/document/piece";
import { type BlockShape, PARAGRAPH } from "@/domain/text/block-shape";
import type { Warnings } from "../warnings";
import type { Region } from "./columns";
import { joinOf } from "./joins";
import type { Row, Segment } from "./lines";

/** A line as it is read, with where it stands. */
interface Line extends Segment {
  readonly page: string;
  readonly region: Region;
  /** How far the lines around it reach. */
  readonly edges: { readonly left: number; readonly right: number };
}

type Open = { shape: BlockShape; inlines: Inline[]; text: string; last: Line; lines: number };

export interface Sizes {
  /** The size of most letters. */
  readonly body: number;
  /** Sizes of headings, the largest first. */
  readonly headings: readonly number[];
}

const SENTENCE_END = /[.!?…。！？؟۔:;]["”’»)\]]*$/u;
const ITEM = /^(?:([•●▪◦‣∙·–]|[-*](?=\s))\s*|(\(?(?:\d{1,3}|[a-z]|[ivx]{1,5})[.)])\s+)(?=\S)/u;

/** Makes blocks of lines that come region by region, page by page. */
export class Paragraphs {
  readonly pieces: Piece[] = [];
  #open: Open | undefined;
  #table = 0;
  readonly #sizes: Sizes;
  readonly #hyphenated: ReadonlySet<string>;
  readonly #warnings: Warnings;

  constructor(sizes: Sizes, hyphenated: ReadonlySet<string>, warnings: Warnings) {
    this.#sizes = sizes;
    this.#hyphenated = hyphenated;
    this.#warnings = warnings;
  }

  region(region: Region, page: string): void {
    for (const [at, row] of region.rows.entries()) {
      if (isTable(region.rows, at)) this.#cells(row, region.rows, at, page);
      else this.#line({ ...joined(row), page, region, edges: edgesAt(region.rows, at) });
    }
  }

  end(): void {
    if (this.#open) this.pieces.push({ shape: this.#open.shape, inlines: this.#open.inlines });
    this.#open = undefined;
  }

  #cells(row: Row, rows: readonly Row[], at: number, page: string): void {
    this.end();
    if (at === 0 || !isTable(rows, at - 1)) {
      this.#table = 0;
      this.#warnings.add("tables-guessed", `page ${page}`);
    }
    this.#table += 1;
    const columns = columnsOf(rows, at);
    for (const cell of row) {
      const column = 1 + columns.filter((left) => left <= cell.left + 2).length - 1;
      const shape: BlockShape = { type: "table-cell", attributes: { row: this.#table, column: Math.max(1, column) } };
      this.pieces.push({ shape, inlines: [{ text: cell.text, marks: [{ is: "page", label: page }] }] });
    }
  }

  #line(line: Line): void {
    const item = ITEM.exec(line.text);
    const open = this.#open;
    if (open && !item && this.#goesOn(open, line)) {
      const { cut, between, undone } = joinOf(open.text, line.text, this.#hyphenated);
      if (cut > 0) cutEnd(open.inlines, cut);
      if (undone) this.#warnings.add("hyphens-undone", `page ${line.page}`);
      open.inlines.push(...between.map(({ text, marks }) => ({ text, marks: [...marks, pageMark(line)] })));
      open.inlines.push({ text: line.text, marks: [pageMark(line)] });
      Object.assign(open, { text: line.text, last: line, lines: open.lines + 1 });
      return;
    }
    this.end();
    const shape = this.#shapeOf(line, item);
    const text = item && shape.type === "list-item" ? line.text.slice(item[0].length) : line.text;
    this.#open = { shape, inlines: [{ text, marks: [pageMark(line)] }], text, last: line, lines: 1 };
  }

  #shapeOf(line: Line, item: RegExpExecArray | null): BlockShape {
    const level = this.#sizes.headings.findIndex((size) => line.size >= size - 0.3) + 1;
    if (level > 0 && line.text.length < 200) return { type: "heading", attributes: { level: Math.min(level, 6) } };
    if (!item) return PARAGRAPH;
    const [, bullet, number] = item;
    const kind = bullet ? "bullet" : "ordered";
    return { type: "list-item", attributes: { kind, depth: 1, marker: number ?? "-" } };
  }

  /** Whether a line belongs to the block before it. */
  #goesOn({ shape, last, text, lines }: Open, line: Line): boolean {
    if (Math.abs(last.size - line.size) > 0.12 * last.size) return false;
    const heading = this.#sizes.headings.some((size) => line.size >= size - 0.3);
    if (heading !== (shape.type === "heading")) return false;
    if (line.region !== last.region) return !heading && !SENTENCE_END.test(text) && /^[^\p{Lu}\p{N}]/u.test(line.text);
    const gap = last.baseline - line.baseline;
    if (gap > 1.65 * Math.max(line.size, last.size) || gap <= 0) return false;
    if (/[\p{L}\p{M}][-‐\u00ad]$/u.test(text)) return true;
    const { left, right } = last.edges;
    const indent = line.rightToLeft ? right - line.right : line.left - left;
    const before = last.rightToLeft ? right - last.right : last.left - left;
    if (shape.type === "paragraph" && indent > before + 0.8 * line.size && (lines > 1 || SENTENCE_END.test(text)))
      return false;
    const room = last.rightToLeft ? last.left - left : right - last.right;
    return heading || room < firstWordOf(line) + line.size;
  }
}

/** About how wide a line's first word is: where it would have stood in the line before, a paragraph begins with it. */
const firstWordOf = ({ text, left, right }: Line) =>
  (1.2 * (right - left) * (/^\S+/.exec(text)?.[0].length ?? 0)) / Math.max(1, text.length);

/** Rows before and after one that are of the same column, so that a wide heading far away counts for nothing. */
const NEAR = 5;

function edgesAt(rows: readonly Row[], at: number): { left: number; right: number } {
  const size = rows[at]?.[0]?.size ?? 0;
  const near = rows.slice(Math.max(0, at - NEAR), at + NEAR + 1).flat();
  const alike = near.filter((segment) => Math.abs(segment.size - size) < 0.12 * size);
  return { left: Math.min(...alike.map(({ left }) => left)), right: Math.max(...alike.map(({ right }) => right)) };
}

const pageMark = ({ page }: Line) => ({ is: "page" as const, label: page });

function cutEnd(inlines: Inline[], cut: number): void {
  const last = inlines.pop();
  if (last) inlines.push({ text: last.text.slice(0, -cut), marks: last.marks });
}

const joined = (row: Row): Segment => {
  const ordered = row.some(({ rightToLeft }) => rightToLeft) ? row.toReversed() : row;
  const [first = nothing] = ordered;
  return {
    ...first,
    text: ordered.map(({ text }) => text).join(" "),
    left: Math.min(...row.map(({ left }) => left)),
    right: Math.max(...row.map(({ right }) => right)),
  };
};

const nothing: Segment = { text: "", left: 0, right: 0, baseline: 0, size: 1, rightToLeft: false };

/** Two rows or more of several segments that stand under each other are a table. */
function isTable(rows: readonly Row[], at: number): boolean {
  const row = rows[at];
  if (!row || row.length < 2) return false;
  return [rows[at - 1], rows[at + 1]].some((near) => near && near.length >= 2 && under(row, near));
}

const under = (one: Row, other: Row) => {
  const shared = one.filter((cell) => other.some((each) => each.left < cell.right && each.right > cell.left));
  const near = Math.abs((one[0]?.baseline ?? 0) - (other[0]?.baseline ?? 0)) < 4 * (one[0]?.size ?? 0);
  return near && shared.length >= 2;
};

/** Where the columns of the table around a row begin, from left to right. */
function columnsOf(rows: readonly Row[], at: number): number[] {
  let from = at;
  let to = at;
  while (isTable(rows, from - 1)) from -= 1;
  while (isTable(rows, to + 1)) to += 1;
  const spans: { left: number; right: number }[] = [];
  for (const { left, right } of rows
    .slice(from, to + 1)
    .flat()
    .toSorted((a, b) => a.left - b.left)) {
    const last = spans.at(-1);
    if (last && left < last.right) last.right = Math.max(last.right, Math.min(right, last.right));
    else spans.push({ left, right });
  }
  return spans.map(({ left }) => left);
}
