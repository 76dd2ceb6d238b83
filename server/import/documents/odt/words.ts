import type { Inline, Piece } from "@/domain/document/piece";
import type { Mark } from "@/domain/document/range";
import type { Commenting } from "../commenting";
import type { Warnings } from "../warnings";
import { child, type Element, elementsOf, textOf } from "../xml";
import type { Comments } from "./comments";
import type { Styles } from "./styles";

/** What reading a document needs to know, and gathers. */
export interface Reading {
  readonly warnings: Warnings;
  readonly styles: Styles;
  readonly notes: Piece[];
  readonly commenting: Commenting;
  readonly comments: Comments;
  /** The page as it was when the file was last laid out; undefined where the file doesn't say. */
  page: number | undefined;
  blocks: (parent: Element) => Piece[];
}

/** The words of a paragraph, and the blocks that hang at it. */
export interface Words {
  readonly inlines: Inline[];
  readonly boxes: Piece[];
}

/** Reads what stands in a paragraph. White space runs together (6.1.2); `text:s` holds more blanks. */
export function readWords(parent: Element, marks: readonly Mark[], words: Words, reading: Reading): void {
  const write = (text: string) => {
    const page: Mark[] = reading.page === undefined ? [] : [{ is: "page", label: `${reading.page}` }];
    if (text !== "") words.inlines.push({ text, marks: [...marks, ...page, ...reading.commenting.marks()] });
  };
  for (const each of parent.children) {
    if (typeof each === "string") {
      const joined = each.replace(/[ \t\r\n]+/g, " ");
      const last = words.inlines.findLast(({ text }) => text !== "")?.text ?? "\n";
      write(/[ \n]$/.test(last) ? joined.replace(/^ /, "") : joined);
      continue;
    }
    readElement(each, { marks, words, reading, write });
  }
}

type Place = { marks: readonly Mark[]; words: Words; reading: Reading; write: (text: string) => void };

function readElement(element: Element, place: Place): void {
  const { marks, words, reading, write } = place;
  const read = READERS[element.name];
  if (read) read(element, place);
  else if (FIELD.test(element.name)) {
    reading.warnings.add("fields-kept");
    write(textOf(element));
  } else if (element.name.startsWith("draw:")) readDrawing(element, words, reading);
  else readWords(element, marks, words, reading);
}

/** Fields of OpenDocument 1.3, part 3, 7, whose text stands in the file. */
const FIELD =
  /^text:(?:date|time|page-number|page-count|author-\w+|sender-[\w-]+|title|subject|file-name|chapter|sequence|variable-\w+|user-field-\w+|user-defined|expression|creat\w+-[\w-]+|initial-creator|modification-[\w-]+|placeholder|database-[\w-]+|conditional-text|hidden-text|description|keywords|editing-[\w-]+|print-[\w-]+|template-name|word-count|character-count|paragraph-count|drop-down|text-input|meta-field)$/;

type Read = (element: Element, place: Place) => void;

const nothing: Read = () => undefined;

const READERS: Readonly<Record<string, Read>> = {
  "text:s": ({ attributes }, { write }) => write(" ".repeat(Math.min(1000, Number(attributes["text:c"] ?? "1")))),
  "text:tab": (_, { write }) => write("\t"),
  "text:line-break": (_, { write }) => write("\n"),
  "text:soft-page-break": (_, { reading }) => {
    if (reading.page !== undefined) reading.page += 1;
  },
  "text:span": (element, { marks, words, reading }) => {
    const own = reading.styles.style(element.attributes["text:style-name"])?.marks ?? [];
    if (own.some(({ is }) => is === "hidden")) reading.warnings.add("hidden-text-kept");
    readWords(element, [...marks, ...own], words, reading);
  },
  "text:a": (element, { marks, words, reading }) => {
    const href = element.attributes["xlink:href"] ?? "";
    const link: Mark[] = /^(?:https?|mailto):/i.test(href) ? [{ is: "link", href: href.slice(0, 2000) }] : [];
    readWords(element, [...marks, ...link], words, reading);
  },
  "text:note": (element, { write, words, marks, reading }) => {
    const marker = textOf(child(element, "text:note-citation")).trim() || "*";
    const about = reading.commenting.marks();
    words.inlines.push({ text: `[${marker}]`, marks: [...marks, { is: "note", marker }, ...about] });
    const body = child(element, "text:note-body");
    const pieces = body ? reading.commenting.apart(() => reading.blocks(body)) : [];
    const inlines = pieces.flatMap((piece, at) =>
      at === 0 ? piece.inlines : [{ text: "\n", marks: [] }, ...piece.inlines],
    );
    reading.notes.push({ shape: { type: "footnote", attributes: { marker } }, inlines });
    write("");
  },
  "text:ruby": (element, { marks, words, reading }) => {
    reading.warnings.add("ruby-in-brackets");
    const base = child(element, "text:ruby-base");
    if (base) readWords(base, marks, words, reading);
    const above = `(${textOf(child(element, "text:ruby-text"))})`;
    words.inlines.push({ text: above, marks: reading.commenting.marks() });
  },
  "office:annotation": (element, { reading, words }) => {
    const { id, ends } = reading.comments.add(element);
    if (ends) reading.commenting.begin(id);
    words.inlines.push({ text: "", marks: reading.commenting.at(id) });
  },
  "office:annotation-end": ({ attributes }, { reading }) => reading.commenting.end(attributes["office:name"] ?? ""),
  "text:script": (_, { reading }) => reading.warnings.add("scripts-left-out"),
  "text:bookmark": nothing,
  "text:change": nothing,
};

/** Text boxes come after their paragraph. */
function readDrawing(element: Element, words: Words, reading: Reading): void {
  if (element.name === "draw:text-box") {
    reading.warnings.add("text-boxes-moved");
    words.boxes.push(...reading.blocks(element));
  } else if (element.name === "draw:image") reading.warnings.add("images-left-out");
  else if (element.name === "draw:object" || element.name === "draw:object-ole")
    reading.warnings.add("objects-left-out");
  else {
    const inner = elementsOf(element);
    if (inner.some(({ name }) => name === "text:p")) words.boxes.push(...reading.blocks(element));
    const objects = inner.filter(({ name }) => name.startsWith("draw:object"));
    // A picture beside an object shows what the object is.
    for (const each of objects.length > 0 ? objects : inner)
      if (each.name.startsWith("draw:")) readDrawing(each, words, reading);
  }
}
