import { child, childrenNamed, type Element, elementsOf } from "../xml";

/** What a paragraph's style says of it. */
export interface Style {
  /** 1 to 6. */
  readonly heading: number | undefined;
  readonly quote: boolean;
  readonly list: ListPlace | undefined;
}

/** `level` counts from 0. */
export interface ListPlace {
  readonly num: string;
  readonly level: number;
}

export const val = (element: Element | undefined): string | undefined => element?.attributes["w:val"];

/** Every paragraph style by its id, with what it takes over from those it is based on. */
export function stylesOf(root: Element | undefined): ReadonlyMap<string, Style> {
  const all = new Map(
    childrenNamed(elementsOf(root)[0], "w:style").map((style) => [style.attributes["w:styleId"] ?? "", style]),
  );
  const styles = new Map<string, Style>();
  for (const id of all.keys()) styles.set(id, styleOf(all, id));
  return styles;
}

function styleOf(all: ReadonlyMap<string, Element>, id: string): Style {
  let heading: number | undefined;
  let quote = false;
  let list: ListPlace | undefined;
  const seen = new Set<string>();
  for (let at: string | undefined = id; at !== undefined && !seen.has(at); ) {
    seen.add(at);
    const style = all.get(at);
    const properties = child(style, "w:pPr");
    const name = (val(child(style, "w:name")) ?? "").toLowerCase();
    heading ??= outlineOf(properties) ?? headingNamed(name);
    quote ||= /^(?:intense )?quote$|^block text$/.test(name);
    list ??= listOf(properties);
    at = val(child(style, "w:basedOn"));
  }
  return { heading, quote, list };
}

const headingNamed = (name: string): number | undefined => {
  if (name === "title") return 1;
  const level = /^heading (\d)$/.exec(name)?.[1];
  return level === undefined ? undefined : Math.min(6, Number(level));
};

/** Level 9 is body text (17.3.1.20). */
export function outlineOf(properties: Element | undefined): number | undefined {
  const level = Number(val(child(properties, "w:outlineLvl")) ?? "9");
  return level >= 0 && level < 9 ? Math.min(6, level + 1) : undefined;
}

/** The list a paragraph is in; number 0 takes it out of the one of its style. */
export function listOf(properties: Element | undefined): ListPlace | undefined {
  const place = child(properties, "w:numPr");
  const num = val(child(place, "w:numId"));
  return num === undefined ? undefined : { num, level: Number(val(child(place, "w:ilvl")) ?? "0") };
}
