import type { Inline, Piece } from "@/domain/document/piece";
import type { Mark } from "@/domain/document/range";
import type { Commenting } from "../commenting";
import type { Warnings } from "../warnings";
import { child, type Element, elementsOf, textOf, within } from "../xml";
import type { Notes } from "./notes";
import { val } from "./styles";

/** What reading the runs of a paragraph needs to know of the document, and gathers. */
export interface Reading {
  readonly warnings: Warnings;
  readonly notes: Notes;
  readonly commenting: Commenting;
  readonly target: (id: string) => string | undefined;
  /** The page as it was when the file was last laid out; undefined where the file doesn't say. */
  page: number | undefined;
  /** Reads blocks that stand elsewhere: in a text box. */
  blocks: (parent: Element) => Piece[];
}

/** The words of a paragraph, and the blocks that hang at it. */
export interface Words {
  readonly inlines: Inline[];
  readonly boxes: Piece[];
  /** A link that a field makes of the words after it. */
  field: { instruction: string; result: boolean }[];
}

export const noWords = (): Words => ({ inlines: [], boxes: [], field: [] });

/** Reads what stands in a paragraph or in something around its runs. */
export function readRuns(parent: Element, marks: readonly Mark[], words: Words, reading: Reading): void {
  for (const element of elementsOf(parent)) {
    const wrapped = WRAPPERS[element.name];
    if (wrapped) {
      if (wrapped !== "plain") reading.warnings.add(wrapped);
      const inner = element.name === "w:sdt" ? child(element, "w:sdtContent") : element;
      if (inner) readRuns(inner, marks, words, reading);
      continue;
    }
    switch (element.name) {
      case "w:r":
        readRun(element, marks, words, reading);
        break;
      case "w:hyperlink": {
        const href = reading.target(element.attributes["r:id"] ?? "");
        readRuns(element, href ? [...marks, { is: "link", href: href.slice(0, 2000) }] : marks, words, reading);
        break;
      }
      case "w:del":
      case "w:moveFrom":
        if (textOf(element).trim() !== "") reading.warnings.add("deletions-left-out");
        passOver(element, reading);
        break;
      case "m:oMath":
      case "m:oMathPara":
        reading.warnings.add("formulas-in-line");
        words.inlines.push({ text: textOf(element), marks: withPlace(marks, reading) });
        break;
      default:
        readBound(element, reading);
    }
  }
}

/** Where a comment's words begin or end. */
export function readBound({ name, attributes }: Element, { commenting }: Reading): void {
  if (name === "w:commentRangeStart") commenting.begin(attributes["w:id"] ?? "");
  else if (name === "w:commentRangeEnd") commenting.end(attributes["w:id"] ?? "");
}

/** What is deleted is left out, but a comment on the words before or after may begin or end in it. */
export function passOver(deleted: Element, reading: Reading): void {
  for (const element of elementsOf(deleted)) {
    readBound(element, reading);
    passOver(element, reading);
  }
}

/** What stands around runs and keeps their text as it is, or with a word about it. */
const WRAPPERS: Readonly<Record<string, "plain" | "insertions-kept" | "fields-kept">> = {
  "w:ins": "insertions-kept",
  "w:moveTo": "insertions-kept",
  "w:fldSimple": "fields-kept",
  "w:smartTag": "plain",
  "w:customXml": "plain",
  "w:sdt": "plain",
  "w:dir": "plain",
  "w:bdo": "plain",
};

function readRun(run: Element, outer: readonly Mark[], words: Words, reading: Reading): void {
  const marks = [...outer, ...marksOf(child(run, "w:rPr"), reading), ...linkOf(words)];
  const write = (text: string, more: readonly Mark[] = []) =>
    words.inlines.push({ text, marks: withPlace([...marks, ...more], reading) });
  for (const element of elementsOf(run)) {
    switch (element.name) {
      case "w:t":
        write(textOf(element));
        break;
      case "w:tab":
      case "w:ptab":
        write("\t");
        break;
      case "w:cr":
        write("\n");
        break;
      case "w:br":
        if (element.attributes["w:type"] !== "page") write("\n");
        break;
      case "w:lastRenderedPageBreak":
        if (reading.page !== undefined) reading.page += 1;
        break;
      case "w:noBreakHyphen":
        write("\u2011");
        break;
      case "w:softHyphen":
        write("\u00ad");
        break;
      case "w:sym":
        write(symbolOf(element, reading.warnings));
        break;
      case "w:fldChar":
      case "w:instrText":
        readField(element, words, reading);
        break;
      case "w:footnoteReference":
      case "w:endnoteReference": {
        const marker = reading.notes.markerOf(element);
        if (marker !== undefined) write(`[${marker}]`, [{ is: "note", marker }]);
        break;
      }
      case "w:commentReference":
        words.inlines.push({ text: "", marks: reading.commenting.at(element.attributes["w:id"] ?? "") });
        break;
      case "w:ruby":
        readRuby(element, marks, words, reading);
        break;
      case "w:object":
        reading.warnings.add("objects-left-out");
        readBoxes(element, words, reading);
        break;
      case "w:drawing":
      case "w:pict":
      case "mc:AlternateContent":
        readBoxes(element, words, reading);
        break;
    }
  }
}

const withPlace = (marks: readonly Mark[], { page, commenting }: Reading): Inline["marks"] =>
  page === undefined
    ? [...marks, ...commenting.marks()]
    : [...marks, { is: "page", label: `${page}` }, ...commenting.marks()];

const isOn = (element: Element | undefined) =>
  element !== undefined && !/^(?:0|false|off|none)$/.test(val(element) ?? "1");

function marksOf(properties: Element | undefined, { warnings }: Reading): Mark[] {
  const marks: Mark[] = [];
  if (isOn(child(properties, "w:b")) || isOn(child(properties, "w:bCs"))) marks.push({ is: "bold" });
  if (isOn(child(properties, "w:i")) || isOn(child(properties, "w:iCs"))) marks.push({ is: "italic" });
  if (isOn(child(properties, "w:u"))) marks.push({ is: "underline" });
  if (isOn(child(properties, "w:strike")) || isOn(child(properties, "w:dstrike"))) marks.push({ is: "struck" });
  const raised = val(child(properties, "w:vertAlign"));
  if (raised === "superscript") marks.push({ is: "raised" });
  if (raised === "subscript") marks.push({ is: "lowered" });
  if (isOn(child(properties, "w:vanish"))) {
    warnings.add("hidden-text-kept");
    marks.push({ is: "hidden" });
  }
  return marks;
}

function readField(element: Element, { field }: Words, reading: Reading): void {
  if (element.name === "w:instrText") {
    const open = field.at(-1);
    if (open && !open.result) open.instruction += textOf(element);
    return;
  }
  const type = element.attributes["w:fldCharType"];
  if (type === "begin") field.push({ instruction: "", result: false });
  else if (type === "end") field.pop();
  else if (type === "separate") {
    const open = field.at(-1);
    if (open) open.result = true;
    if (open && !/^\s*(?:HYPERLINK|REF|PAGEREF|TOC|NOTEREF)\b/i.test(open.instruction))
      reading.warnings.add("fields-kept");
  }
}

function linkOf({ field }: Words): Mark[] {
  for (const { instruction, result } of field) {
    const href = result ? /^\s*HYPERLINK\s+"(https?:[^"]{1,1900})"/i.exec(instruction)?.[1] : undefined;
    if (href) return [{ is: "link", href }];
  }
  return [];
}

/** The reading follows its word in brackets. */
function readRuby(ruby: Element, marks: readonly Mark[], words: Words, reading: Reading): void {
  reading.warnings.add("ruby-in-brackets");
  const base = child(ruby, "w:rubyBase");
  const above = child(ruby, "w:rt");
  if (base) readRuns(base, marks, words, reading);
  if (!above) return;
  words.inlines.push({ text: "(", marks });
  readRuns(above, marks, words, reading);
  words.inlines.push({ text: ")", marks });
}

/** Text boxes come after their paragraph; of alternatives for other programs the first is read. */
function readBoxes(element: Element, words: Words, reading: Reading): void {
  if (element.name === "w:txbxContent") {
    reading.warnings.add("text-boxes-moved");
    words.boxes.push(...reading.blocks(element));
    return;
  }
  if (element.name === "pic:pic" || element.name === "v:imagedata") {
    const about = within(element, "pic:cNvPr")?.attributes["descr"];
    reading.warnings.add("images-left-out", about || undefined);
    return;
  }
  const alternatives = element.name === "mc:AlternateContent";
  const inner = alternatives
    ? [child(element, "mc:Choice") ?? child(element, "mc:Fallback")].filter((each) => each !== undefined)
    : elementsOf(element);
  for (const each of inner) readBoxes(each, words, reading);
}

/** Characters of symbol fonts have no meaning outside of their font. */
function symbolOf(element: Element, warnings: Warnings): string {
  const code = Number.parseInt(element.attributes["w:char"] ?? "", 16);
  const font = element.attributes["w:font"] ?? "";
  if (code > 0 && code < 0xd800 && !/symbol|dings/i.test(font)) return String.fromCharCode(code);
  if (code === 0xf0b7) return "•";
  warnings.add("characters-replaced", font);
  return "\ufffd";
}

export const hasPages = (document: Element): boolean => within(document, "w:lastRenderedPageBreak") !== undefined;
