import { SaxesParser } from "saxes";
import { Unreadable } from "./extracted";

/** An element with its name as written ("w:p"), or text. */
export interface Element {
  readonly name: string;
  readonly attributes: Readonly<Record<string, string>>;
  readonly children: (Element | string)[];
}

const DEEPEST = 400;
const MOST = 3_000_000;

/**
 * Reads XML into a tree. Entities that the file declares itself are never expanded, and nothing outside it is fetched.
 * Throws `Unreadable` with the line.
 */
export function readXml(bytes: Uint8Array, part: string): Element {
  const root: Element = { name: "", attributes: {}, children: [] };
  const open: Element[] = [root];
  let count = 0;
  const parser = new SaxesParser<{ xmlns: false }>({ xmlns: false });
  parser.on("opentag", ({ name, attributes }) => {
    const element: Element = { name, attributes, children: [] };
    count += 1;
    if (open.length > DEEPEST || count > MOST) throw new Unreadable(`${part} is nested too deep or too large.`);
    open.at(-1)?.children.push(element);
    open.push(element);
  });
  parser.on("closetag", () => open.pop());
  const text = (found: string) => void open.at(-1)?.children.push(found);
  parser.on("text", text);
  parser.on("cdata", text);
  parser.on("error", (error) => {
    throw new Unreadable(`${part} is damaged: ${firstLine(error.message)}.`);
  });
  parser.write(decoded(bytes)).close();
  return root;
}

const firstLine = (message: string) => message.split("\n")[0] ?? "";

function decoded(bytes: Uint8Array): string {
  const [one, two] = bytes;
  const wide = one === 0xff && two === 0xfe ? "utf-16le" : one === 0xfe && two === 0xff ? "utf-16be" : undefined;
  return new TextDecoder(wide ?? "utf-8").decode(bytes);
}

export const elementsOf = (element: Element | undefined): Element[] =>
  element?.children.filter((child) => typeof child !== "string") ?? [];

export const child = (element: Element | undefined, name: string): Element | undefined =>
  elementsOf(element).find((each) => each.name === name);

export const childrenNamed = (element: Element | undefined, name: string): Element[] =>
  elementsOf(element).filter((each) => each.name === name);

/** The first element of this name anywhere below, in the order of the text. */
export function within(element: Element | undefined, name: string): Element | undefined {
  for (const each of elementsOf(element)) {
    const found = each.name === name ? each : within(each, name);
    if (found) return found;
  }
  return undefined;
}

export function textOf(element: Element | undefined): string {
  return element?.children.map((each) => (typeof each === "string" ? each : textOf(each))).join("") ?? "";
}
