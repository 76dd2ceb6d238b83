import { letters, roman } from "../numerals";
import { attribute, type HtmlElement } from "./tree";

/** The number of a list's first item and how the next ones follow. */
export function firstNumber(list: HtmlElement, items: number): { start: number; step: 1 | -1 } {
  const backwards = attribute(list, "reversed") !== undefined;
  const said = Number.parseInt(attribute(list, "start") ?? "", 10);
  return { start: Number.isFinite(said) ? said : backwards ? items : 1, step: backwards ? -1 : 1 };
}

/** An item's number as its list writes it. */
export function markerOf(number: number, type: string | undefined): string {
  switch (type) {
    case "a":
      return `${letters(number)}.`;
    case "A":
      return `${letters(number).toUpperCase()}.`;
    case "i":
      return `${roman(number)}.`;
    case "I":
      return `${roman(number).toUpperCase()}.`;
    default:
      return `${number}.`;
  }
}
