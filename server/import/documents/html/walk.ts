import type { Piece } from "@/domain/document/piece";
import type { Mark } from "@/domain/document/range";
import { type BlockShape, PARAGRAPH } from "@/domain/text/block-shape";
import type { Warnings } from "../warnings";
import { Writer } from "../writer";
import { firstNumber, markerOf } from "./lists";
import { isLayout, rowsOf } from "./table";
import { attribute, childrenOf, type HtmlElement, isElement, type Node, textBelow } from "./tree";

/** Where the walk is: marks and the list or quote around. */
interface Place {
  readonly marks: readonly Mark[];
  readonly preformatted: boolean;
  /** What a plain block here is. */
  readonly shape: BlockShape;
  readonly lists: number;
  readonly quotes: number;
  /** In a table's cell blocks are lines. */
  readonly cell: boolean;
}

const START: Place = { marks: [], preformatted: false, shape: PARAGRAPH, lists: 0, quotes: 0, cell: false };
const DEEPEST = 500;

/** The blocks of a piece of HTML; links are made whole with `base`. */
export function piecesOf(root: Node, warnings: Warnings, base?: string): Piece[] {
  const walk = new Walk(warnings, base);
  walk.all(root, START, 0);
  walk.writer.block();
  return walk.writer.pieces;
}

const UNSEEN = new Set(
  "script style noscript template svg math iframe object embed canvas audio video head select input textarea button datalist".split(
    " ",
  ),
);
const PLAIN = new Set(
  "address article aside body center details dialog dd div dl dt fieldset figcaption figure footer form header hgroup html main nav p section summary".split(
    " ",
  ),
);
const MARKS: Readonly<Record<string, Mark>> = {
  b: { is: "bold" },
  strong: { is: "bold" },
  i: { is: "italic" },
  em: { is: "italic" },
  cite: { is: "italic" },
  u: { is: "underline" },
  ins: { is: "underline" },
  s: { is: "struck" },
  strike: { is: "struck" },
  del: { is: "struck" },
  sup: { is: "raised" },
  sub: { is: "lowered" },
};

class Walk {
  readonly writer = new Writer();
  /** The page of the printed book, where an electronic one says it. */
  page = "";
  /** The marks of the notes that were referred to, by the ids of the notes. */
  readonly notes = new Map<string, string>();
  readonly #warnings: Warnings;
  readonly #base: string | undefined;

  constructor(warnings: Warnings, base: string | undefined) {
    this.#warnings = warnings;
    this.#base = base;
  }

  all(node: Node, place: Place, depth: number): void {
    if (depth > DEEPEST) {
      this.#warnings.add("damaged-parts", "nested too deep");
      return;
    }
    for (const child of childrenOf(node)) {
      if (isElement(child)) this.element(child, place, depth + 1);
      else if (child.nodeName === "#text" && "value" in child)
        this.writer.text(child.value, this.#onPage(place.marks), place.preformatted);
    }
  }

  element(element: HtmlElement, place: Place, depth: number): void {
    if (this.#isUnseen(element)) return;
    const { tagName } = element;
    const role = `${attribute(element, "epub:type") ?? ""} ${attribute(element, "role") ?? ""}`;
    if (/pagebreak/.test(role)) this.page = attribute(element, "title") ?? attribute(element, "aria-label") ?? "";
    if (/noteref/.test(role) && this.#reference(element, place)) return;
    const note = !place.cell && tagName !== "a" && /(?:foot|end|rear)note(?!s|ref)/.test(role);
    const read = note ? READERS["footnote"] : READERS[tagName];
    const heading = /^h([1-6])$/.exec(tagName)?.[1];
    if (read) read(this, element, place, depth);
    else if (heading !== undefined) {
      const shape: BlockShape = { type: "heading", attributes: { level: Number(heading) } };
      this.block(element, place.cell ? place : { ...place, shape }, depth, place);
    } else if (PLAIN.has(tagName)) this.block(element, place, depth);
    else this.all(element, { ...place, marks: this.#marksOf(element, place.marks) }, depth);
  }

  /** A reference to a note stands in brackets, so that its number is no part of the word before it. */
  #reference(element: HtmlElement, place: Place): boolean {
    const marker = /^\s*[[(]?([\p{N}*†‡]{1,5})[\])]?\s*$/u.exec(textBelow(element))?.[1];
    if (marker === undefined) return false;
    const id = /#(.+)$/.exec(attribute(element, "href") ?? "")?.[1];
    if (id !== undefined) this.notes.set(id, marker);
    this.writer.text(`[${marker}]`, this.#onPage([...place.marks, { is: "note", marker }]));
    return true;
  }

  #onPage = (marks: readonly Mark[]): readonly Mark[] =>
    this.page === "" ? marks : [...marks, { is: "page", label: this.page.slice(0, 40) }];

  #isUnseen(element: HtmlElement): boolean {
    if (element.tagName === "img") this.#warnings.add("images-left-out", attribute(element, "alt") || undefined);
    if (UNSEEN.has(element.tagName)) return true;
    const style = attribute(element, "style") ?? "";
    const hidden =
      attribute(element, "hidden") !== undefined || /display\s*:\s*none|visibility\s*:\s*hidden/i.test(style);
    if (hidden) this.#warnings.add("hidden-text-left-out");
    return hidden;
  }

  /** `outside`: where the walk goes on after it. */
  block(element: HtmlElement, place: Place, depth: number, outside = place): void {
    if (place.cell) this.writer.lineEnd();
    else this.writer.begin(place.shape);
    this.all(element, place, depth);
    this.end(outside);
  }

  end(place: Place): void {
    if (place.cell) this.writer.lineEnd();
    else this.writer.block(place.shape);
  }

  list(list: HtmlElement, place: Place, depth: number): void {
    const lists = place.lists + 1;
    const numbered = list.tagName === "ol";
    const items = childrenOf(list).filter((node): node is HtmlElement => isElement(node) && node.tagName === "li");
    const { start, step } = firstNumber(list, items.length);
    let number = start;
    for (const node of childrenOf(list)) {
      if (!isElement(node)) continue;
      if (node.tagName !== "li") {
        this.element(node, { ...place, lists }, depth);
        continue;
      }
      const said = Number.parseInt(attribute(node, "value") ?? "", 10);
      if (Number.isFinite(said)) number = said;
      const marker = numbered ? markerOf(number, attribute(list, "type")) : "-";
      number += step;
      const item: BlockShape = {
        type: "list-item",
        attributes: { kind: numbered ? "ordered" : "bullet", depth: lists, marker },
      };
      if (place.cell) {
        this.writer.lineEnd();
        this.writer.text(`${marker} `, place.marks);
      } else this.writer.block(item);
      this.all(node, { ...place, lists, shape: PARAGRAPH }, depth + 1);
      this.end(place);
    }
    this.end(place);
  }

  table(table: HtmlElement, place: Place, depth: number): void {
    if (place.cell) this.#warnings.add("tables-in-tables");
    if (place.cell || isLayout(table)) {
      this.block(table, place, depth);
      return;
    }
    this.writer.block();
    let row = 0;
    for (const part of rowsOf(table)) {
      if (part.tagName === "caption") {
        this.block(part, { ...place, shape: PARAGRAPH }, depth);
        continue;
      }
      row += 1;
      let column = 1;
      for (const cell of childrenOf(part)) {
        if (!isElement(cell) || !/^t[dh]$/.test(cell.tagName)) continue;
        this.writer.block({ type: "table-cell", attributes: { row, column } });
        this.all(cell, { ...place, cell: true, shape: PARAGRAPH }, depth + 1);
        const spans = Number.parseInt(attribute(cell, "colspan") ?? "1", 10);
        if (spans > 1 || Number.parseInt(attribute(cell, "rowspan") ?? "1", 10) > 1) this.#warnings.add("cells-merged");
        column += Math.min(Math.max(1, spans || 1), 100);
      }
    }
    this.writer.block(place.shape);
  }

  /** The reading follows its word in brackets, as it does where no ruby can be drawn. */
  ruby(ruby: HtmlElement, place: Place, depth: number): void {
    this.#warnings.add("ruby-in-brackets");
    for (const child of childrenOf(ruby)) {
      if (!isElement(child)) this.writer.text("value" in child ? child.value : "", place.marks);
      else if (child.tagName === "rt") {
        this.writer.text("(", place.marks);
        this.all(child, place, depth);
        this.writer.text(")", place.marks);
      } else if (child.tagName !== "rp") this.element(child, place, depth + 1);
    }
  }

  #marksOf(element: HtmlElement, marks: readonly Mark[]): readonly Mark[] {
    const href = element.tagName === "a" ? this.#whole(attribute(element, "href")) : undefined;
    const mark: Mark | undefined = href === undefined ? MARKS[element.tagName] : { is: "link", href };
    return mark ? [...marks, mark] : marks;
  }

  #whole(href: string | undefined): string | undefined {
    if (href === undefined || href.startsWith("#")) return undefined;
    const url = URL.canParse(href, this.#base) ? new URL(href, this.#base) : undefined;
    return url && /^(?:https?|mailto):$/.test(url.protocol) && url.href.length <= 2000 ? url.href : undefined;
  }
}

type Read = (walk: Walk, element: HtmlElement, place: Place, depth: number) => void;

const list: Read = (walk, element, place, depth) => walk.list(element, place, depth);

/** What is read otherwise than as a plain block or as words. */
const READERS: Readonly<Record<string, Read>> = {
  br: (walk) => walk.writer.lineBreak(),
  hr: (walk, _, place) => walk.end(place),
  pre: (walk, element, place, depth) => walk.block(element, { ...place, preformatted: true }, depth),
  blockquote: (walk, element, place, depth) => {
    const quotes = place.quotes + 1;
    const shape: BlockShape = { type: "quote", attributes: { depth: quotes } };
    walk.block(element, { ...place, quotes, shape }, depth, place);
  },
  footnote: (walk, element, place, depth) => {
    const own = /^\s*[[(]?([\p{N}*†‡]{1,5})(?![\p{L}\p{N}])/u.exec(textBelow(element))?.[1];
    const marker = walk.notes.get(attribute(element, "id") ?? "") ?? own ?? "*";
    const shape: BlockShape = { type: "footnote", attributes: { marker } };
    walk.block(element, { ...place, shape }, depth, place);
  },
  ul: list,
  ol: list,
  menu: list,
  table: (walk, element, place, depth) => walk.table(element, place, depth),
  ruby: (walk, element, place, depth) => walk.ruby(element, place, depth),
  q: (walk, element, place, depth) => {
    walk.writer.text("“", place.marks);
    walk.all(element, place, depth);
    walk.writer.text("”", place.marks);
  },
};
