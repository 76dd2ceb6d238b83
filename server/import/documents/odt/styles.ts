import type { Mark } from "@/domain/document/range";
import { letters, roman } from "../numerals";
import { child, type Element, elementsOf } from "../xml";

/** What a style says of words or of a paragraph. */
export interface Style {
  readonly marks: readonly Mark[];
  readonly quote: boolean;
  readonly list: string | undefined;
}

export interface ListLevel {
  readonly bullet: boolean;
  readonly start: number;
  readonly format: string;
  readonly prefix: string;
  readonly suffix: string;
  /** How many levels stand in the number: 2 is "1.2". */
  readonly shown: number;
}

export interface Styles {
  style: (name: string | undefined) => Style | undefined;
  level: (list: string | undefined, level: number) => ListLevel | undefined;
}

/** The styles of a document (OpenDocument 1.3, part 3, 16): those of its own and those that it names. */
export function stylesOf(...roots: readonly (Element | undefined)[]): Styles {
  const styles = new Map<string, Element>();
  const lists = new Map<string, Element>();
  for (const root of roots) {
    for (const group of elementsOf(root)) {
      for (const each of elementsOf(group)) {
        const name = each.attributes["style:name"] ?? "";
        if (each.name === "style:style") styles.set(name, each);
        if (each.name === "text:list-style") lists.set(name, each);
      }
    }
  }
  return {
    style: (name) => (name === undefined ? undefined : styleOf(styles, name)),
    level: (list, level) => levelOf(lists.get(list ?? ""), level),
  };
}

function styleOf(styles: ReadonlyMap<string, Element>, first: string): Style {
  const marks = new Map<Mark["is"], Mark | undefined>();
  let quote = false;
  let list: string | undefined;
  const seen = new Set<string>();
  for (let name: string | undefined = first; name !== undefined && !seen.has(name); ) {
    seen.add(name);
    const style = styles.get(name);
    quote ||= /^quotations$/i.test(name.replaceAll("_20_", " "));
    list ??= style?.attributes["style:list-style-name"];
    const words = child(style, "style:text-properties")?.attributes ?? {};
    for (const [property, is, on] of MARKS) {
      const value = words[property];
      if (value !== undefined && !marks.has(is)) marks.set(is, on.test(value) ? { is } : undefined);
    }
    name = style?.attributes["style:parent-style-name"];
  }
  return { marks: [...marks.values()].filter((mark) => mark !== undefined), quote, list };
}

type PlainMark = "bold" | "italic" | "underline" | "struck" | "raised" | "lowered" | "hidden";

const MARKS: readonly (readonly [string, PlainMark, RegExp])[] = [
  ["fo:font-weight", "bold", /^(?:bold|[6-9]00)$/],
  ["fo:font-style", "italic", /^(?:italic|oblique)$/],
  ["style:text-underline-style", "underline", /^(?!none$)/],
  ["style:text-line-through-style", "struck", /^(?!none$)/],
  ["style:text-position", "raised", /^(?:super|[1-9])/],
  ["style:text-position", "lowered", /^(?:sub|-)/],
  ["text:display", "hidden", /^none$/],
];

function levelOf(list: Element | undefined, level: number): ListLevel | undefined {
  const found = elementsOf(list).find(({ attributes }) => attributes["text:level"] === `${level}`);
  if (!found) return undefined;
  const said = (name: string) => found.attributes[name];
  return {
    bullet: found.name !== "text:list-level-style-number",
    start: Number(said("text:start-value") ?? "1"),
    format: said("style:num-format") ?? "",
    prefix: said("style:num-prefix") ?? "",
    suffix: said("style:num-suffix") ?? "",
    shown: Number(said("text:display-levels") ?? "1"),
  };
}

/** A number as a list level writes it, without what stands around it. */
export function written(number: number, format: string): string {
  switch (format) {
    case "a":
      return letters(number);
    case "A":
      return letters(number).toUpperCase();
    case "i":
      return roman(number);
    case "I":
      return roman(number).toUpperCase();
    case "":
      return "";
    default:
      return `${number}`;
  }
}
