import { xmlText } from "@/domain/formats/xml";
import { flatWith } from "@/domain/interchange/flat";

type Attributes = Readonly<Record<string, string | number | boolean | undefined>>;

export type Xml = {
  /** An element with what stands in it, which is XML already; one without anything closes itself. */
  element(name: string, attributes: Attributes, inner?: string): string;
  open(name: string, attributes: Attributes): string;
  text(said: string): string;
};

/** @param lost is told of each control character, which no XML holds: a blank stands in its place */
export function xmlWith(lost: (letter: string) => void): Xml {
  const text = (said: string) =>
    xmlText(said, (letter) => {
      lost(letter);
      return " ";
    });
  const open = (name: string, attributes: Attributes) => {
    let tag = `<${name}`;
    for (const [attribute, value] of Object.entries(attributes))
      if (value !== undefined) tag += ` ${attribute}="${text(String(value))}"`;
    return tag;
  };
  return {
    text,
    open: (name, attributes) => `${open(name, attributes)}>`,
    element: (name, attributes, inner = "") =>
      inner === "" ? `${open(name, attributes)}/>` : `${open(name, attributes)}>${inner}</${name}>`,
  };
}

export const projectSpace = "urn:QDA-XML:project:1.0";
export const codebookSpace = "urn:QDA-XML:codebook:1.0";
export const declaration = '<?xml version="1.0" encoding="UTF-8"?>\n';

/** Whole seconds in UTC: what every tool of this family writes. Undefined where nothing says when. */
export function dateTime(said: string | undefined): string | undefined {
  const at = said === undefined ? Number.NaN : Date.parse(said);
  return Number.isNaN(at) ? undefined : `${new Date(at).toISOString().slice(0, 19)}Z`;
}

/** Values of entities, which are texts in this format. */
export const flat = flatWith();
