import { attribute, childrenOf, elementsBelow, type HtmlElement, isElement } from "./tree";

/** Whether a table only lays out a page: its cells are then read as blocks, in the order of the file. */
export function isLayout(table: HtmlElement): boolean {
  if (/^(?:presentation|none)$/.test(attribute(table, "role") ?? "")) return true;
  let widest = 0;
  for (const element of elementsBelow(table)) {
    if (element === table) continue;
    if (/^(?:table|h[1-6]|article|section|form)$/.test(element.tagName)) return true;
    if (element.tagName !== "tr") continue;
    widest = Math.max(
      widest,
      childrenOf(element).filter((cell) => isElement(cell) && /^t[dh]$/.test(cell.tagName)).length,
    );
  }
  return widest < 2;
}

/** The rows and captions of a table, not those of tables in it. */
export function* rowsOf(table: HtmlElement): Generator<HtmlElement> {
  for (const child of childrenOf(table)) {
    if (!isElement(child)) continue;
    if (child.tagName === "tr" || child.tagName === "caption") yield child;
    else if (/^t(?:head|body|foot)$/.test(child.tagName)) yield* rowsOf(child);
  }
}
