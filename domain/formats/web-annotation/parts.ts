import { idOfIri } from "@/domain/formats/web-annotation/terms";
import { authorOf, type Fields, fieldsOf, isFields, listOf, numberOf, textOf } from "@/domain/interchange/json";
import type { SaidRange } from "@/domain/interchange/units";

/** The model lets one thing stand for a list of one, and a text for a body or a target. */
const several = (json: unknown): readonly unknown[] => (Array.isArray(json) ? json : json === undefined ? [] : [json]);

export type Body = { purpose: string; value?: string; fields: Fields };

export function bodiesOf(annotation: Fields): Body[] {
  const [motivation = ""] = motivationsOf(annotation);
  const all = [...several(annotation["body"]), ...several(annotation["bodyValue"])];
  return all.map((each) => {
    if (typeof each === "string") return { purpose: motivation, value: each, fields: {} };
    const fields = fieldsOf(each);
    const value = textOf(fields["value"]) ?? textOf(fields["chars"]);
    const purpose = textOf(several(fields["purpose"])[0]) ?? motivation;
    return { purpose, fields, ...(value === undefined ? {} : { value }) };
  });
}

export const motivationsOf = ({ motivation }: Fields): string[] =>
  several(motivation).flatMap((each) => (typeof each === "string" ? each.replace(/^oa:/, "") : []));

const isJson = ({ fields }: Body) => fields["format"] === "application/json";
export const valueOfPurpose = (bodies: readonly Body[], purpose: string): string | undefined =>
  bodies.find((body) => body.purpose === purpose && !isJson(body))?.value;
export const valuesOfPurpose = (bodies: readonly Body[], ...purposes: string[]): string[] =>
  bodies.flatMap((body) => (purposes.includes(body.purpose) && !isJson(body) ? (body.value ?? []) : []));

/** What files of ours say as JSON. */
export function saidAsJson(bodies: readonly Body[]): Fields {
  const value = bodies.find(isJson)?.value;
  try {
    return value === undefined ? {} : fieldsOf(JSON.parse(value));
  } catch {
    return {};
  }
}

/** The address of a thing that is named, by itself or as the source of a resource. */
export function iriIn(json: unknown): string | undefined {
  if (typeof json === "string") return json;
  const { source, id } = fieldsOf(json);
  return source === undefined ? textOf(id) : iriIn(source);
}

/** A target or a resource: parts of one text, each as it is said. */
export type Place = { source: string; parts: readonly Part[] };
export type Part = { said: SaidRange | undefined; exact: string | undefined; prefix: string; suffix: string };

/** Each target by itself; one of several parts, a composite, is one. */
export const placesOf = (target: unknown): Place[] => several(target).flatMap((each) => placeOf(each) ?? []);

export function placeOf(target: unknown): Place | undefined {
  if (!isFields(target)) return undefined;
  const items = target["items"] ?? target["members"];
  const parts = several(items ?? target).filter((each) => isFields(each) && several(each["selector"]).length > 0);
  const [source] = parts.flatMap((each) => iriIn(fieldsOf(each)["source"]) ?? []);
  return source === undefined
    ? undefined
    : { source, parts: parts.map((each) => partOf(several(fieldsOf(each)["selector"]))) };
}

function partOf(selectors: readonly unknown[]): Part {
  const all = selectors.flatMap((each) => [fieldsOf(each), ...listOf(fieldsOf(each)["items"]).map(fieldsOf)]);
  const position = all.find(({ type }) => several(type).includes("TextPositionSelector"));
  const quote = all.find(({ type }) => several(type).includes("TextQuoteSelector"));
  return {
    said: position && { start: numberOf(position["start"]), end: numberOf(position["end"]) },
    exact: textOf(quote?.["exact"]),
    prefix: textOf(quote?.["prefix"]) ?? "",
    suffix: textOf(quote?.["suffix"]) ?? "",
  };
}

/** Who made an annotation and when. */
export function creationOf({ creator, created }: Fields) {
  const [first] = several(creator);
  const { id, name, nickname } = fieldsOf(first);
  const iri = textOf(id);
  const by = authorOf(isFields(first) ? { id: iri && idOfIri(iri), name: name ?? nickname } : first);
  return { ...(by ? { by } : {}), ...(typeof created === "string" ? { at: created } : {}) };
}
