import {
  type Control,
  continues,
  controlsIn,
  detailsControl,
  labelsControl,
  nameOf,
} from "@/domain/formats/label-studio/controls";
import type { Context } from "@/domain/formats/shared/context";
import type { AnnotatedDocument, Attributes, Link, Made, Span, Value } from "@/domain/interchange/document";
import { type OffsetIndex, offsetIndex } from "@/domain/text/offsets";

type Json = Record<string, unknown>;

/** One task as Label Studio imports it: a text with one annotation that holds every region and relation. */
export function taskWriter({ codebook, entities, ledger }: Context): (document: AnnotatedDocument) => Json {
  const controls = new Map(controlsIn(codebook).map((control) => [nameOf(control), control]));
  return (document) => {
    const { text, spans, links } = document;
    const index = offsetIndex(text);
    const result: Json[] = [];
    for (const span of spans) {
      if (span.segments.length > 1) ledger.add("separate-parts", "split", wordsOf(span, text, index));
      const entity = span.entity === undefined ? undefined : entities.get(span.entity);
      const named = span.entity === undefined ? undefined : { id: span.entity, name: entity?.name ?? span.entity };
      result.push(...regionsOf(span, { text, index, controls, named }));
    }
    const here = new Set(spans.map(({ id }) => id));
    const others: Link[] = [];
    for (const link of links) {
      if ("span" in link.to && here.has(link.to.span)) result.push(relationOf(link, link.to.span));
      else others.push(link);
    }
    return {
      data: {
        text,
        title: document.title,
        report_id: document.key,
        ...document.metadata,
        ...(others.length > 0 ? { other_links: others.map(otherLink) } : {}),
      },
      annotations: [{ result }],
    };
  };
}

type About = {
  text: string;
  index: OffsetIndex;
  controls: ReadonlyMap<string, Control>;
  named: { id: string; name: string } | undefined;
};

const wordsOf = ({ segments }: Span, text: string, index: OffsetIndex) =>
  segments.map(({ start, end }) => text.slice(index.toUtf16(start), index.toUtf16(end))).join(" […] ");

/** A region for each part of a tag, with what is said of it on the first, and a relation from each part to the next. */
function* regionsOf(span: Span, { text, index, controls, named }: About): Generator<Json> {
  for (const [nth, { start, end }] of span.segments.entries()) {
    const quote = text.slice(index.toUtf16(start), index.toUtf16(end));
    const id = partId(span.id, nth);
    const head = { id, to_name: "text", origin: "manual" };
    const meta = nth === 0 ? metaOf(span.made) : undefined;
    yield {
      ...head,
      from_name: labelsControl,
      type: "labels",
      value: { start, end, text: quote, labels: [span.label] },
      ...(meta ? { meta } : {}),
    };
    if (nth > 0) yield { ...relation(partId(span.id, nth - 1), id), labels: [continues] };
    else
      for (const said of sayings(span, controls, named))
        yield { ...head, ...said, value: { start, end, ...said.value } };
  }
}

export const partId = (id: string, nth: number) => (nth === 0 ? id : `${id}.${nth + 1}`);

type Saying = { from_name: string; type: string; value: Json };

function sayings({ label, attributes }: Span, controls: About["controls"], entity: About["named"]): Saying[] {
  const said: Saying[] = [];
  const rest: Record<string, Value> = {};
  for (const [attribute, value] of Object.entries(attributes)) {
    const name = nameOf({ label, attribute });
    const control = controls.get(name);
    const fitting = control && valueFor(control, value);
    if (control && fitting) said.push({ from_name: name, type: control.type, value: fitting });
    else rest[attribute] = value;
  }
  if (entity || Object.keys(rest).length > 0) {
    const details = JSON.stringify({ ...(entity ? { entity } : {}), attributes: rest });
    said.push({ from_name: detailsControl, type: "textarea", value: { text: [details] } });
  }
  return said;
}

function valueFor({ type, choices }: Control, value: Value): Json | undefined {
  if (type === "number") return typeof value === "number" ? { number: value } : undefined;
  if (typeof value !== "string" || value === "") return undefined;
  if (type === "textarea") return { text: [value] };
  return choices.includes(value) ? { choices: [value] } : undefined;
}

const relation = (from: string, to: string): Json => ({
  type: "relation",
  from_id: from,
  to_id: to,
  direction: "right",
});

/** Label Studio keeps what it does not know of a relation until somebody saves the task there. */
const relationOf = (link: Link, to: string): Json => ({
  ...relation(link.from, to),
  labels: [link.label],
  id: link.id,
  meta: { ...metaOf(link.made), ...saidOf(link) },
});

const otherLink = ({ id, label, from, to, made, ...said }: Link): Json => ({
  id,
  label,
  from,
  ...to,
  meta: { ...metaOf(made), ...saidOf(said) },
});

const saidOf = ({ attributes, cue }: { attributes: Attributes; cue?: Link["cue"] }): Json => ({
  ...(Object.keys(attributes).length > 0 ? { attributes } : {}),
  ...(cue ? { cue: cue.map(({ start, end }) => [start, end]) } : {}),
});

const metaOf = (made: Made): Json | undefined => (Object.keys(made).length > 0 ? { ...made } : undefined);
