import { roman } from "../numerals";
import { child, childrenNamed, type Element, elementsOf } from "../xml";
import { type ListPlace, val } from "./styles";

interface Level {
  readonly start: number;
  readonly format: string;
  readonly text: string;
}

interface List {
  readonly abstract: string;
  readonly levels: ReadonlyMap<number, Level>;
  /** Levels that this list begins anew, by their first number. */
  readonly overrides: ReadonlyMap<number, number>;
}

export interface Marker {
  readonly kind: "bullet" | "ordered";
  readonly text: string;
}

/** Counts the items of a Word file's lists in the order of its text (ECMA-376, part 1, 17.9). */
export class Numbering {
  readonly #lists: ReadonlyMap<string, List>;
  readonly #counts = new Map<string, number[]>();
  readonly #begun = new Set<string>();

  constructor(root: Element | undefined) {
    this.#lists = listsOf(elementsOf(root)[0]);
  }

  /** The next marker in a list; undefined where the list has none. */
  next({ num, level }: ListPlace): Marker | undefined {
    const list = this.#lists.get(num);
    const own = list?.levels.get(level);
    if (!list || !own) return undefined;
    const counts = this.#counts.get(list.abstract) ?? [];
    this.#counts.set(list.abstract, counts);
    const override = list.overrides.get(level);
    const anew = override !== undefined && !this.#begun.has(`${num} ${level}`);
    this.#begun.add(`${num} ${level}`);
    counts[level] = anew ? override : (counts[level] ?? own.start - 1) + 1;
    counts.length = level + 1;
    if (own.format === "bullet") return { kind: "bullet", text: "-" };
    const text = own.text.replace(/%(\d)/g, (_, digit: string) => {
      const at = Number(digit) - 1;
      const outer = list.levels.get(at);
      return outer ? written(counts[at] ?? outer.start, outer.format) : "";
    });
    return text.trim() === "" || own.format === "none" ? undefined : { kind: "ordered", text: text.trim() };
  }
}

function listsOf(root: Element | undefined): Map<string, List> {
  const abstracts = new Map(
    childrenNamed(root, "w:abstractNum").map((each) => [each.attributes["w:abstractNumId"] ?? "", levelsOf(each)]),
  );
  const lists = new Map<string, List>();
  for (const num of childrenNamed(root, "w:num")) {
    const abstract = val(child(num, "w:abstractNumId")) ?? "";
    const levels = new Map(abstracts.get(abstract));
    const overrides = new Map<number, number>();
    for (const override of childrenNamed(num, "w:lvlOverride")) {
      const at = Number(override.attributes["w:ilvl"] ?? "0");
      const start = val(child(override, "w:startOverride"));
      if (start !== undefined) overrides.set(at, Number(start));
      for (const [level, own] of levelsOf(override)) levels.set(level, own);
    }
    lists.set(num.attributes["w:numId"] ?? "", { abstract, levels, overrides });
  }
  return lists;
}

const levelsOf = (parent: Element): Map<number, Level> =>
  new Map(
    childrenNamed(parent, "w:lvl").map((level) => [
      Number(level.attributes["w:ilvl"] ?? "0"),
      {
        start: Number(val(child(level, "w:start")) ?? "0"),
        format: val(child(level, "w:numFmt")) ?? "decimal",
        text: val(child(level, "w:lvlText")) ?? "",
      },
    ]),
  );

function written(number: number, format: string): string {
  switch (format) {
    case "lowerRoman":
      return roman(number);
    case "upperRoman":
      return roman(number).toUpperCase();
    case "lowerLetter":
      return lettersOfWord(number);
    case "upperLetter":
      return lettersOfWord(number).toUpperCase();
    case "decimalZero":
      return `${number}`.padStart(2, "0");
    default:
      return `${number}`;
  }
}

/** After z comes aa, then bb (17.18.59). */
const lettersOfWord = (number: number) =>
  number < 1
    ? `${number}`
    : String.fromCharCode(97 + ((number - 1) % 26)).repeat(Math.min(20, Math.floor((number - 1) / 26) + 1));
