import { classOfLooks, Emphasised } from "@/domain/document/emphasis";
import type { TextRange } from "@/domain/document/range";
import type { Block } from "@/domain/report/report";
import { type Direction, directionOf } from "@/domain/text/direction";
import { drawingPieces } from "@/domain/text/drawing-pieces";
import { codePoint, codePointLength, offsetIndex, sliceCodePoints } from "@/domain/text/offsets";

export type Shape = Block["type"];

/** A block, or a part of an over-long one, as drawn: one element, one ProseMirror node. */
export type Piece = {
  readonly at: number;
  readonly section: number;
  /** The ordinal of its block; pieces of one block follow each other without a gap. */
  readonly block: number;
  readonly shape: Shape;
  readonly tag: string;
  readonly attributes: Readonly<Record<string, string>>;
  readonly direction: Direction;
  readonly text: string;
  /** The text in parts that look alike, each with its classes; undefined where all of it looks plain. */
  readonly looks?: readonly Look[];
  /** What stands between it and the piece before: line breaks, a tab in a row of a table, nothing within a block. */
  readonly gap: string;
  /** Code points of the whole text. */
  readonly start: number;
  readonly end: number;
  /** ProseMirror positions of the text's two ends. */
  readonly from: number;
  readonly to: number;
};

export type Look = { readonly text: string; readonly classes: string };

/** A unit of drawing, not of content: the browser leaves out the ones that are out of sight. */
export type Section = { readonly at: number; readonly pieces: readonly Piece[]; readonly lines: number };

export type TextDocument = {
  readonly sections: readonly Section[];
  readonly pieces: readonly Piece[];
  readonly direction: Direction;
};

const BLOCKS_A_SECTION = 25;
const LETTERS_A_SECTION = 12_000;
const LETTERS_A_LINE = 70;

type Cut = { block: Block; text: string; start: number; first: boolean; last: boolean };

type About = {
  readonly direction: Direction;
  readonly title: string;
  readonly language?: string;
  /** What a document says of its words: emphasis is drawn; pages and times are shown beside the block that they begin in. */
  readonly ranges?: readonly TextRange[];
};

/**
 * The document of a text: a pure function of its blocks. Every character of every block is in it, and nothing else.
 * An over-long block is divided between the sentences of its language (BCP 47).
 */
export function layOut(blocks: readonly Block[], { direction, title, language, ranges = [] }: About) {
  const beside = besideOf(blocks, ranges);
  const emphasised = new Emphasised(ranges);
  const pieces: Piece[] = [];
  const sections: Section[] = [];
  let position = 0;
  /** The rank of the last heading; the report's own title is the first. */
  let above = 1;
  for (const group of grouped(blocks.flatMap((block) => cuts(block, language)))) {
    position += 1;
    const drawn = group.map((cut) => {
      const from = position + 1;
      position = from + cut.text.length + 1;
      const at = pieces.length;
      const own = directionOf(cut.text, direction);
      const { tag, attributes } = element(cut, own, at === 0 && cut.block.text === title, above);
      const piece: Piece = {
        at,
        section: sections.length,
        block: cut.block.ordinal,
        shape: cut.block.type,
        tag,
        attributes: cut.first ? { ...attributes, ...beside.get(cut.block) } : attributes,
        direction: own,
        text: cut.text,
        ...looksOf(cut, emphasised),
        gap: cut.first ? gapBefore(cut.block) : "",
        start: cut.start,
        end: cut.start + codePointLength(cut.text),
        from,
        to: position - 1,
      };
      above = Number(/^h(\d)$/.exec(piece.tag)?.[1] ?? above);
      pieces.push(piece);
      return piece;
    });
    position += 1;
    sections.push({ at: sections.length, pieces: drawn, lines: linesOf(drawn) });
  }
  return { sections, pieces, direction } satisfies TextDocument;
}

/** The same as ProseMirror reads it. */
export function toJson({ sections }: TextDocument) {
  return {
    type: "doc",
    content: sections.map(({ at, pieces, lines }) => ({
      type: "section",
      attrs: { at, lines },
      content: pieces.map(({ tag, attributes, text, looks }) => ({
        type: "block",
        attrs: { tag, attributes },
        content: looks ? looks.map(asJson) : [{ type: "text", text }],
      })),
    })),
  };
}

const asJson = ({ text, classes }: Look) => ({
  type: "text",
  text,
  ...(classes !== "" && { marks: [{ type: "look", attrs: { classes } }] }),
});

/** Never a character more or less than the piece has: only where it is divided is told. */
function looksOf({ text, start }: Cut, emphasised: Emphasised): { looks?: readonly Look[] } {
  const shown = emphasised.within(start, start + codePointLength(text));
  if (shown.length === 0) return {};
  const index = offsetIndex(text);
  const looks = shown.map((part) => ({
    text: sliceCodePoints(text, codePoint(part.start - start), codePoint(part.end - start), index),
    classes: classOfLooks(part.looks),
  }));
  return { looks };
}

/** The page or the time that begins in a block, as attributes of its element. */
function besideOf(blocks: readonly Block[], ranges: readonly TextRange[]): Map<Block, Record<string, string>> {
  const found = new Map<Block, Record<string, string>>();
  let next = 0;
  for (const range of ranges) {
    if (range.is !== "page" && range.is !== "time") continue;
    while (next < blocks.length - 1 && (blocks[next + 1]?.start ?? 0) <= range.start) next += 1;
    const block = blocks[next];
    if (!block || found.has(block)) continue;
    found.set(block, range.is === "page" ? { "data-page": range.label } : { "data-time": clockOf(range.from) });
  }
  return found;
}

/** Milliseconds as 1:02:03. */
function clockOf(ms: number): string {
  const seconds = Math.floor(ms / 1000);
  const [hours, minutes] = [Math.floor(seconds / 3600), Math.floor(seconds / 60) % 60];
  const two = (part: number) => `${part}`.padStart(2, "0");
  return hours > 0 ? `${hours}:${two(minutes)}:${two(seconds % 60)}` : `${minutes}:${two(seconds % 60)}`;
}

/** Whether the text itself begins with the report's title, which then needs no second headline. */
export const beginsWithTitle = (blocks: readonly Block[], title: string) => blocks[0]?.text === title;

function cuts(block: Block, language?: string): Cut[] {
  if (block.text === "") return [];
  const start = codePoint(block.start);
  const end = codePoint(block.start + codePointLength(block.text));
  const pieces = drawingPieces({ text: block.text, start, end }, undefined, language);
  return pieces.map((piece, at) => ({
    block,
    text: piece.text,
    start: piece.start,
    first: at === 0,
    last: at === pieces.length - 1,
  }));
}

/** The line breaks before a block, without mark-up, which nobody sees. */
function gapBefore({ before, attributes }: Block): string {
  const { row, column } = attributes;
  if (typeof column === "number" && column > 1) return "\t";
  if (typeof row === "number" && row > 1) return "\n";
  return before.replace(/[^\n]/g, "");
}

function grouped(all: readonly Cut[]): Cut[][] {
  const groups: Cut[][] = [];
  let letters = 0;
  for (const cut of all) {
    const now = groups.at(-1);
    if (!now || now.length >= BLOCKS_A_SECTION || letters > LETTERS_A_SECTION) {
      groups.push([cut]);
      letters = cut.text.length;
    } else {
      now.push(cut);
      letters += cut.text.length;
    }
  }
  return groups;
}

function element({ block, first, last }: Cut, direction: Direction, isTitle: boolean, above: number) {
  const shape = block.type;
  const { level, depth, marker, row, column } = block.attributes;
  const classes = ["text-block", `is-${shape}`, isTitle && "is-title", !first && "goes-on", !last && "unfinished"];
  const attributes: Record<string, string> = { class: classes.filter(Boolean).join(" "), dir: direction };
  if (typeof level === "number") attributes["data-level"] = `${level}`;
  if (typeof depth === "number") attributes["data-depth"] = `${Math.min(depth, 6)}`;
  if (first && shape === "list-item") attributes["data-marker"] = marked(marker);
  if (first && shape === "footnote" && typeof marker === "string") attributes["data-marker"] = marker;
  if (typeof row === "number" && typeof column === "number") {
    attributes["data-cell"] = row === 1 ? "heading" : "cell";
    if (column > 1) attributes["data-inner"] = "";
  }
  return { tag: tagOf(shape, level, isTitle, above), attributes };
}

const marked = (marker: unknown) => (typeof marker === "string" && /[\p{L}\p{N}]/u.test(marker) ? marker : "•");

/** No rank is left out between two headings, whatever the report does: `above` is the last one's. */
function tagOf(shape: Shape, level: unknown, isTitle: boolean, above: number): string {
  if (isTitle) return "h1";
  if (shape === "heading") return `h${Math.min(6, above + 1, 1 + (typeof level === "number" ? level : 1))}`;
  return shape === "quote" ? "blockquote" : "p";
}

/** About how many lines a section takes: the height kept free for it before it is drawn. */
function linesOf(pieces: readonly Piece[]): number {
  return pieces.reduce((lines, { text }) => lines + Math.ceil(text.length / LETTERS_A_LINE) + 0.6, 0);
}
