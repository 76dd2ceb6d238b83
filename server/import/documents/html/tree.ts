import { type DefaultTreeAdapterMap, parse } from "parse5";

export type Node = DefaultTreeAdapterMap["node"];
export type HtmlElement = DefaultTreeAdapterMap["element"];

/** Reads HTML as browsers do (WHATWG); nothing in it runs or is fetched. */
export const readHtml = (html: string) => parse(html, { scriptingEnabled: false });

export const isElement = (node: Node): node is HtmlElement => "tagName" in node;

export const childrenOf = (node: Node): Node[] => {
  if (isElement(node) && node.tagName === "template") return [];
  return "childNodes" in node ? node.childNodes : [];
};

export const attribute = (element: HtmlElement, name: string): string | undefined =>
  element.attrs.find((each) => each.name === name)?.value;

/** Every element below, in the order of the text. */
export function* elementsBelow(node: Node): Generator<HtmlElement> {
  const waiting: Node[] = [node];
  for (let next = waiting.pop(); next; next = waiting.pop()) {
    if (isElement(next)) yield next;
    waiting.push(...childrenOf(next).toReversed());
  }
}

export function textBelow(node: Node): string {
  let text = "";
  const waiting: Node[] = [node];
  for (let next = waiting.pop(); next; next = waiting.pop()) {
    if (next.nodeName === "#text" && "value" in next) text += next.value;
    else waiting.push(...childrenOf(next).toReversed());
  }
  return text;
}
