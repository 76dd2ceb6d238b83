import type { AnnotatedDocument, Author, Link, LinkEnd, Note, Span, Value } from "@/domain/interchange/document";
import { codePoint, offsetIndex } from "@/domain/text/offsets";

/** A tag with the name that stands beside its words: its kind’s first letter and a number, such as C3. */
export type Mark = { name: string; span: Span; words: string };

/** Words of a text with the tags on them. */
type MarkedPiece = { text: string; on: readonly Mark[] /** Those that end with it. */; ends: readonly Mark[] };

/** Tags in the order of their words, with names. */
export function marksOf({ text, spans }: AnnotatedDocument): Mark[] {
  const index = offsetIndex(text);
  const counts = new Map<string, number>();
  return spans
    .toSorted((a, b) => (a.segments[0]?.start ?? 0) - (b.segments[0]?.start ?? 0))
    .map((span) => {
      const letter = letterOf(span.label);
      const count = (counts.get(letter) ?? 0) + 1;
      counts.set(letter, count);
      const words = span.segments.map(({ start, end }) => text.slice(index.toUtf16(start), index.toUtf16(end)));
      return { name: `${letter}${count}`, span, words: words.join(" […] ") };
    });
}

const letterOf = (label: string) => (label.startsWith("label:") ? "L" : label.slice(0, 1).toUpperCase());

/** The text in pieces, cut wherever a tag or a line begins or ends. A line end is a piece of its own. */
export function markedPieces({ text }: AnnotatedDocument, marks: readonly Mark[]): MarkedPiece[] {
  const index = offsetIndex(text);
  const begins = new Map<number, Mark[]>();
  const ends = new Map<number, Mark[]>();
  const lasts = new Map<number, Mark[]>();
  const add = (to: Map<number, Mark[]>, at: number, mark: Mark) => to.set(at, [...(to.get(at) ?? []), mark]);
  for (const mark of marks) {
    for (const { start, end } of mark.span.segments) {
      add(begins, index.toUtf16(start), mark);
      add(ends, index.toUtf16(end), mark);
    }
    const last = mark.span.segments.at(-1);
    if (last) add(lasts, index.toUtf16(last.end), mark);
  }
  const lines = [...text.matchAll(/\n/g)].flatMap(({ index: at }) => [at, at + 1]);
  const borders = [...new Set([0, text.length, ...begins.keys(), ...ends.keys(), ...lines])].toSorted((a, b) => a - b);
  const on = new Set<Mark>();
  const pieces: MarkedPiece[] = [];
  for (const [nth, start] of borders.entries()) {
    const end = borders[nth + 1];
    for (const mark of ends.get(start) ?? []) on.delete(mark);
    for (const mark of begins.get(start) ?? []) on.add(mark);
    if (end !== undefined) pieces.push({ text: text.slice(start, end), on: [...on], ends: lasts.get(end) ?? [] });
  }
  return pieces;
}

/** What a list of tags says of one, line by line. */
export type Said = { name: string; value: string };

export type About = { marks: readonly Mark[]; entity(key: string): string };

export function saidOfMark({ span }: Mark, links: readonly Link[], about: About): Said[] {
  const { attributes, entity, made } = span;
  const own = links.filter(({ from }) => from === span.id);
  return [
    ...(entity === undefined ? [] : [{ name: "entity", value: about.entity(entity) }]),
    ...Object.entries(attributes).map(([name, value]) => ({ name, value: valueText(value) })),
    ...own.map(({ label, to, attributes: said }) => ({ name: label, value: endText(to, about) + detailText(said) })),
    ...(made.state === undefined ? [] : [{ name: "state", value: made.state }]),
    ...(made.by === undefined ? [] : [{ name: "by", value: personText(made.by, made.at) }]),
    ...(made.review ?? []).map(({ decision, reason, by, at }) => ({
      name: decision,
      value: [by && personText(by, at), reason].filter(Boolean).join(": "),
    })),
  ];
}

const personText = ({ name }: Author, at: string | undefined) => (at ? `${name}, ${at.slice(0, 10)}` : name);
const detailText = (said: Readonly<Record<string, Value>>) => {
  const all = Object.entries(said).map(([name, value]) => `${name} ${valueText(value)}`);
  return all.length === 0 ? "" : ` (${all.join(", ")})`;
};

function endText(to: LinkEnd, { marks, entity }: About): string {
  if ("entity" in to) return entity(to.entity);
  if ("article" in to) return "the article itself";
  const mark = marks.find(({ span }) => span.id === to.span);
  return mark ? `${mark.name} “${mark.words}”` : "a tag in another report";
}

function valueText(value: Value): string {
  if (value === null) return "";
  if (typeof value !== "object") return String(value);
  if (Array.isArray(value)) return value.map(valueText).join("; ");
  return Object.entries(value)
    .map(([name, said]) => `${name} ${valueText(said)}`)
    .join(", ");
}

/** Where a comment hangs, in words. */
export function placeOfNote({ on }: Note, text: string, marks: readonly Mark[]): string {
  if (on === "document") return "the report";
  if ("tag" in on) return marks.find(({ span }) => span.id === on.tag)?.name ?? "a link";
  const index = offsetIndex(text);
  return on.segments
    .map(({ start, end }) => `“${text.slice(index.toUtf16(codePoint(start)), index.toUtf16(codePoint(end)))}”`)
    .join(" […] ");
}
