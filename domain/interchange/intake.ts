import type { AnnotatedDocument, Link, Metadata, Note, Span, Spot, Value } from "@/domain/interchange/document";
import { excerpt } from "@/domain/interchange/json-records";
import { sentText } from "@/domain/interchange/line-ends";
import type { Found, SetAside, Trouble } from "@/domain/interchange/reader";
import type { OffsetUnit, SaidRange } from "@/domain/interchange/units";
import { canonicalText } from "@/domain/text/canonical";
import type { CodePointRange } from "@/domain/text/offsets";
import { normaliseRanges } from "@/domain/text/segment";

/** Collects what a file says of one text. What does not fit is set aside with the record that says it. */
export type Intake = {
  readonly text: string;
  /** A stretch of the text as the file has it; undefined where it is set aside. */
  place(
    said: SaidRange,
    how: { unit: OffsetUnit; quote?: string | undefined },
    record: unknown,
  ): CodePointRange | undefined;
  /** False where it is set aside, as an id that stands there already is. */
  span(span: Omit<Span, "spot">, record: unknown): boolean;
  /** Ends that are missing are found out at the end: they may come later. */
  link(link: Omit<Link, "spot">, record: unknown): void;
  note(note: Omit<Note, "spot">): void;
  aside(trouble: Trouble, record: unknown): void;
  /** What the product has no room for. */
  unread(what: string, example?: string): void;
  /** Everything, the document first. */
  found(about: { title: string; metadata: Metadata }): Generator<Found>;
};

export type Begun = { ok: true; intake: Intake } | { ok: false; found: Found };

/** Begins a document. One without a text that can be kept is set aside whole. */
export function intakeOf(document: { key: string; text: unknown; spot: Spot }, record: string): Begun {
  const { key, text: raw, spot } = document;
  const refused = (trouble: Trouble): Begun => ({
    ok: false,
    found: { is: "set-aside", aside: { spot, document: key, trouble, record: excerpt(record) } },
  });
  if (typeof raw !== "string") return refused({ is: "no-text" });
  const canonical = canonicalText(raw);
  if (!canonical.ok) return refused({ is: "value", name: "text", said: canonical.refusal.reason });
  const { text, place } = sentText(raw);
  const spans = new Map<string, Span>();
  const links: { link: Link; record: unknown }[] = [];
  const notes: Note[] = [];
  const asides: SetAside[] = [];
  const unreads: Found[] = [];
  const ids = new Set<string>();
  const aside = (trouble: Trouble, said: unknown) =>
    void asides.push({ spot, document: key, trouble, record: recordText(said) });
  const isNew = (id: string, said: unknown) => {
    if (ids.has(id)) {
      aside({ is: "twice", id }, said);
      return false;
    }
    ids.add(id);
    return true;
  };
  const intake: Intake = {
    text,
    aside,
    place(said, { unit, quote }, sent) {
      const placed = place(said, unit, quote);
      if (placed.ok) return placed.range;
      const { trouble } = placed;
      aside({ is: "offsets", start: said.start, end: said.end, unit, trouble, ...(quote ? { quote } : {}) }, sent);
      return undefined;
    },
    span(span, said) {
      if (span.label === "") {
        aside({ is: "no-label" }, said);
        return false;
      }
      if (!isNew(span.id, said)) return false;
      spans.set(span.id, { ...span, segments: normaliseRanges(span.segments), spot });
      return true;
    },
    link(link, said) {
      if (link.label === "") aside({ is: "no-label" }, said);
      else if (isNew(link.id, said)) links.push({ link: { ...link, spot }, record: said });
    },
    note: (note) => void notes.push({ ...note, spot }),
    unread: (what, example) =>
      void unreads.push({ is: "unread", unread: { what, spot, ...(example ? { example } : {}) } }),
    *found({ title, metadata }) {
      const joined = links.filter((each) => {
        const trouble = troubleOfEnds(each.link, spans);
        if (trouble) aside(trouble, each.record);
        return !trouble;
      });
      const head = { key, title, text, metadata, spans: [...spans.values()], links: joined.map(({ link }) => link) };
      const whole: AnnotatedDocument = { ...head, notes, spot };
      yield { is: "document", document: whole };
      for (const each of asides) yield { is: "set-aside", aside: each };
      yield* unreads;
    },
  };
  return { ok: true, intake };
}

function troubleOfEnds({ from, to, id }: Link, spans: ReadonlyMap<string, Span>): Trouble | undefined {
  if (!spans.has(from)) return { is: "missing-end", id: from };
  if (!("span" in to)) return undefined;
  if (to.span === from) return { is: "circle", id };
  return spans.has(to.span) ? undefined : { is: "missing-end", id: to.span };
}

function recordText(record: unknown): string {
  if (typeof record === "string") return excerpt(record);
  try {
    return excerpt(JSON.stringify(record) ?? "");
  } catch {
    return "";
  }
}

/** Deeper than anybody nests what is said of a tag. */
const deepest = 20;

/** What JSON says, unless it is nested too deep; undefined is left out of objects and is no value. */
export function jsonValue(json: unknown, depth = 0): Value | undefined {
  if (depth > deepest) return undefined;
  if (json === null || typeof json === "string" || typeof json === "boolean") return json;
  if (typeof json === "number") return Number.isFinite(json) ? json : undefined;
  if (Array.isArray(json)) return json.map((each) => jsonValue(each, depth + 1)).filter((each) => each !== undefined);
  if (typeof json !== "object") return undefined;
  return attributesOf(json, depth + 1);
}

/** The fields of an object as attributes. */
export function attributesOf(json: unknown, depth = 0): Record<string, Value> {
  const all: Record<string, Value> = {};
  if (json === null || typeof json !== "object" || Array.isArray(json)) return all;
  for (const [name, said] of Object.entries(json)) {
    const value = jsonValue(said, depth);
    if (value !== undefined && name !== "__proto__") all[name] = value;
  }
  return all;
}
