import type { BlockRun, BlockShape } from "@/domain/text/block-shape";
import { firstSign, lastSign } from "@/domain/text/lines";
import { offsetIndex, utf16 } from "@/domain/text/offsets";
import type { CommentMark, Inline, Piece } from "./piece";
import type { Mark, TextRange } from "./range";

/** A document as one canonical text: its blocks in UTF-16 units, its ranges in code points. */
export interface LaidDown {
  readonly text: string;
  readonly runs: readonly BlockRun[];
  readonly ranges: readonly TextRange[];
  /** Characters that no text can hold (null, half characters, other controls) and that stand as U+FFFD or not at all. */
  readonly replaced: number;
  /** Ranges beyond the most that are kept. */
  readonly rangesLeft: number;
  /** Where the document's comments stand, by their ids. */
  readonly commented: ReadonlyMap<string, Placed>;
}

/** Code points, end exclusive. */
export interface Placed {
  readonly start: number;
  readonly end: number;
}

export const RANGES_AT_MOST = 20_000;

/** Controls that no document shows, and half characters. */
const UNKEEPABLE = /(?![\t\n\x80-\x9f])[\p{Cc}\p{Surrogate}]/gu;

/**
 * Writes blocks down one after the other. What separates them (blank lines, list marks, tabs between cells) stands
 * before a block and is no part of it, so that the text reads well as it is. Blocks without words are left out.
 */
export function layDown(pieces: readonly Piece[]): LaidDown {
  const page = new Page();
  let last: BlockShape | undefined;
  for (const { shape, inlines } of pieces) if (page.add(shape, inlines, last)) last = shape;
  return page.done();
}

interface Open {
  readonly mark: Mark;
  readonly start: number;
  end: number;
  block: number;
}

class Page {
  #text: string[] = [];
  #length = 0;
  #runs: BlockRun[] = [];
  #open = new Map<string, Open>();
  #ranges: { mark: Mark; start: number; end: number }[] = [];
  #replaced = 0;
  #commented = new Map<string, { start: number; end: number }>();

  /** Whether the block has words. */
  add(shape: BlockShape, inlines: readonly Inline[], last: BlockShape | undefined): boolean {
    const clean = inlines.map(({ text, marks }) => ({ text: this.#clean(text), marks }));
    const all = clean.map(({ text }) => text).join("");
    const first = firstSign(all, 0, all.length);
    const end = lastSign(all, first, all.length);
    if (first >= end) return false;
    this.#write(separator(shape, last));
    const from = this.#length;
    let at = 0;
    for (const { text, marks } of clean) {
      const start = Math.min(Math.max(at, first), end);
      const stop = Math.min(Math.max(at + text.length, first), end);
      at += text.length;
      if (stop > start) this.#mark(marks, from + start - first, from + stop - first);
      else if (text === "") this.#point(marks, from + start - first);
    }
    this.#write(all.slice(first, end));
    this.#runs.push({ from, to: this.#length, shape });
    return true;
  }

  done(): LaidDown {
    this.#ranges.push(...this.#open.values());
    const text = this.#text.join("");
    const index = offsetIndex(text);
    const ranges = this.#ranges
      .map(({ mark, start, end }) => ({
        ...mark,
        start: index.toCodePoint(utf16(start)),
        end: index.toCodePoint(utf16(end)),
      }))
      .sort((a, b) => a.start - b.start || b.end - a.end);
    const kept = ranges.slice(0, RANGES_AT_MOST);
    const left = ranges.length - kept.length;
    const commented = new Map(
      [...this.#commented].map(([id, place]) => {
        const { start, end } = place.start < place.end ? place : wordAt(text, place.start);
        return [id, { start: index.toCodePoint(utf16(start)), end: index.toCodePoint(utf16(end)) }];
      }),
    );
    return { text, runs: this.#runs, ranges: kept, replaced: this.#replaced, rangesLeft: left, commented };
  }

  #write(text: string): void {
    this.#text.push(text);
    this.#length += text.length;
  }

  #clean(text: string): string {
    return text.replace(/\r\n?/g, "\n").replace(UNKEEPABLE, (sign) => {
      this.#replaced += 1;
      return /\p{Surrogate}/u.test(sign) ? "\ufffd" : "";
    });
  }

  #mark(marks: Inline["marks"], start: number, end: number): void {
    const block = this.#runs.length;
    for (const mark of marks) {
      if (mark.is === "comment") {
        this.#comment(mark, start, end);
        continue;
      }
      const key = JSON.stringify(mark);
      const open = this.#open.get(key);
      const goesOn =
        open && (open.block === block ? open.end === start : spansBlocks(mark) && open.block === block - 1);
      if (goesOn) {
        open.end = end;
        open.block = block;
        continue;
      }
      if (open) this.#ranges.push(open);
      this.#open.set(key, { mark, start, end, block });
    }
  }

  #point(marks: Inline["marks"], at: number): void {
    for (const mark of marks) {
      if (mark.is === "hyphen") this.#ranges.push({ mark, start: at, end: at });
      else if (mark.is === "comment") this.#comment(mark, at, at);
    }
  }

  /** A comment is about all from its first character to its last one. */
  #comment({ id }: CommentMark, start: number, end: number): void {
    const known = this.#commented.get(id);
    if (known) known.end = end;
    else this.#commented.set(id, { start, end });
  }
}

/** The word before a point in a text, else the one after it, or the part of it next to the point. */
function wordAt(text: string, at: number): { start: number; end: number } {
  const before = /[^\s\p{Surrogate}]+$/u.exec(text.slice(Math.max(0, at - LONGEST), at))?.[0] ?? "";
  if (before !== "") return { start: at - before.length, end: at };
  const [space = "", after = ""] = /^(\s*)([^\s\p{Surrogate}]+)/u.exec(text.slice(at, at + LONGEST))?.slice(1) ?? [];
  return { start: at + space.length, end: at + space.length + after.length };
}

const LONGEST = 60;

/** A page or a time goes on in the next block. */
const spansBlocks = ({ is }: Mark) => is === "page" || is === "time";

function separator(shape: BlockShape, last: BlockShape | undefined): string {
  if (shape.type === "table-cell") {
    if (last?.type !== "table-cell") return gap(last);
    return shape.attributes.row === last.attributes.row && shape.attributes.column > last.attributes.column
      ? "\t".repeat(shape.attributes.column - last.attributes.column)
      : "\n";
  }
  if (shape.type === "list-item") {
    const { depth, marker } = shape.attributes;
    const between = last === undefined ? "" : last.type === "list-item" ? "\n" : "\n\n";
    return `${between}${"  ".repeat(depth - 1)}${marker} `;
  }
  if (shape.type === "quote") return `${gap(last)}${"> ".repeat(shape.attributes.depth)}`;
  if (shape.type === "footnote") return `${gap(last)}[${shape.attributes.marker}] `;
  return gap(last);
}

const gap = (last: BlockShape | undefined) => (last === undefined ? "" : "\n\n");
