import { dateTime, type Xml } from "@/domain/formats/refi-qda/elements";
import {
  codeGuid,
  codingGuid,
  guidOf,
  linkNoteGuid,
  partGuid,
  passageGuid,
  remarkGuid,
  variableGuid,
} from "@/domain/formats/refi-qda/guids";
import type { AnnotatedDocument, Link, Made, Note, Span } from "@/domain/interchange/document";
import { objectOf } from "@/domain/interchange/flat";
import { type CodePointRange, type OffsetIndex, offsetIndex } from "@/domain/text/offsets";

/** What is written of reports: `user` answers the guid of whoever made something. */
export type Writing = {
  xml: Xml;
  user(by: Made["by"]): string;
  exportedAt: string;
  /** The entity that a key means now. */
  entity(key: string): string;
  /** Texts are files of their own, unless there are too many. */
  files: boolean;
};

export const sourceVariables = ["outlet", "author", "published", "retrieved", "url", "language", "direction"] as const;

/** Code points of the words that stand in a list of selections. */
const shown = 60;

function nameOf({ start, end }: CodePointRange, text: string, index: OffsetIndex): string {
  const words = text.slice(index.toUtf16(start), index.toUtf16(end)).replace(/\s+/gu, " ");
  const letters = [...words.slice(0, shown * 2)];
  return letters.length > shown ? `${letters.slice(0, shown - 1).join("")}…` : words;
}

export const variableValue = (xml: Xml, guid: string, value: string): string =>
  xml.element(
    "VariableValue",
    {},
    xml.element("VariableRef", { targetGUID: guid }) + xml.element("TextValue", {}, xml.text(value)),
  );

/** A report with its selections, codings, comments and provenance. */
export function textSource(document: AnnotatedDocument, writing: Writing): string {
  const { xml, exportedAt, user, files } = writing;
  const { key, title, text, metadata, notes } = document;
  const index = offsetIndex(text);
  const guid = guidOf(key);
  const about = notesAbout(notes);
  const inner = [
    files ? "" : xml.element("PlainTextContent", {}, xml.text(text)),
    ...document.spans.map((span) => selections(span, { text, index, refs: about.get(span.id) ?? [] }, writing)),
    ...notes.flatMap((note) => passages(note, { text, index, refs: refsOf(note) }, writing)),
    ...refElements(about.get("") ?? [], xml),
    ...sourceVariables.flatMap((name) =>
      metadata[name] === undefined ? [] : [variableValue(xml, variableGuid("source", name), metadata[name])],
    ),
  ];
  const at = dateTime(exportedAt);
  return xml.element(
    "TextSource",
    {
      ...{ guid, name: title, plainTextPath: files ? `internal://${guid}.txt` : undefined },
      ...{ creatingUser: user(undefined), creationDateTime: at },
    },
    inner.join(""),
  );
}

type Words = { text: string; index: OffsetIndex; refs: readonly string[] };

/** A selection for each part of a tag. What it says beside its code is JSON in the description. */
function selections({ id, label, segments, attributes, made }: Span, words: Words, { xml, user }: Writing): string {
  const first = guidOf(id);
  const [creatingUser, creationDateTime] = [user(made.by), dateTime(made.at) ?? "2000-01-01T00:00:00Z"];
  const who = { creatingUser, creationDateTime };
  return segments
    .map((segment, nth) => {
      const guid = partGuid(first, nth);
      const said = nth === 0 ? objectOf(attributes) : objectOf({ continues: first });
      const coding = xml.element(
        "Coding",
        { guid: codingGuid(guid, made.version ?? 1, said), ...who },
        xml.element("CodeRef", { targetGUID: codeGuid(label) }),
      );
      const refs = nth === 0 ? refElements(words.refs, xml).join("") : "";
      return selection({ guid, segment, ...who }, words, xml, {
        inner: xml.element("Description", {}, xml.text(said)) + coding + refs,
      });
    })
    .join("");
}

type At = { guid: string; segment: CodePointRange; creatingUser: string; creationDateTime: string | undefined };

const selection = (
  { guid, segment, ...who }: At,
  { text, index }: Words,
  xml: Xml,
  { inner }: { inner: string },
): string =>
  xml.element(
    "PlainTextSelection",
    {
      ...{ guid, name: nameOf(segment, text, index), startPosition: segment.start, endPosition: segment.end },
      ...who,
    },
    inner,
  );

/** Words that were commented on without a tag: a selection without a code. */
function passages({ on, remarks }: Note, words: Words, { xml, user }: Writing): string[] {
  const [first] = remarks;
  if (on === "document" || "tag" in on || !first) return [];
  const who = { creatingUser: user(first.by), creationDateTime: dateTime(first.at) ?? "2000-01-01T00:00:00Z" };
  return on.segments.map((segment, nth) =>
    selection({ guid: passageGuid(first.thread, nth), segment, ...who }, words, xml, {
      inner: refElements(words.refs, xml).join(""),
    }),
  );
}

const refsOf = ({ remarks }: Note) => remarks.map(({ thread }, nth) => remarkGuid(thread, nth));

const refElements = (guids: readonly string[], xml: Xml) =>
  guids.map((targetGUID) => xml.element("NoteRef", { targetGUID }));

/** Guids of comments by the tag they are about; by "" those about the whole report. */
function notesAbout(notes: readonly Note[]): Map<string, string[]> {
  const about = new Map<string, string[]>();
  for (const note of notes) {
    const { on } = note;
    if (on !== "document" && "segments" in on) continue;
    const tag = on === "document" ? "" : on.tag;
    about.set(tag, [...(about.get(tag) ?? []), ...refsOf(note)]);
  }
  return about;
}

/** Comments, and what links say beside their kind, each as a note. */
export function notesOf({ notes, links }: AnnotatedDocument, { xml, user }: Writing): string {
  const comments = notes.flatMap(({ remarks, resolved }) =>
    remarks.map(({ thread, body, by, at }, nth) =>
      xml.element(
        "Note",
        {
          ...{ guid: remarkGuid(thread, nth), name: body.replace(/\s+/gu, " ").slice(0, shown) || "…" },
          ...{ creatingUser: user(by), creationDateTime: dateTime(at) },
        },
        xml.element("Description", {}, xml.text(objectOf({ thread, resolved: resolved ?? false }))) +
          xml.element("PlainTextContent", {}, xml.text(body)),
      ),
    ),
  );
  const said = links.filter(saysMore).map(({ id, label, attributes, cue, made }) =>
    xml.element(
      "Note",
      {
        ...{ guid: linkNoteGuid(id), name: label },
        ...{ creatingUser: user(made.by), creationDateTime: dateTime(made.at) },
      },
      xml.element(
        "PlainTextContent",
        {},
        xml.text(objectOf({ attributes, ...(cue ? { cue: cue.map(({ start, end }) => [start, end]) } : {}) })),
      ),
    ),
  );
  return [...comments, ...said].join("");
}

const saysMore = ({ attributes, cue }: Link) => cue !== undefined || Object.keys(attributes).length > 0;

/** Links from a selection to another one, to a case or to the source itself, with comments on them. */
export function linksOf(document: AnnotatedDocument, { xml, entity }: Writing): string {
  const about = notesAbout(document.notes);
  return document.links
    .map((link) => {
      const { id, label, from, to } = link;
      const target = "span" in to ? guidOf(to.span) : "entity" in to ? guidOf(entity(to.entity)) : guidOf(document.key);
      const refs = [...(saysMore(link) ? [linkNoteGuid(id)] : []), ...(about.get(id) ?? [])];
      return xml.element(
        "Link",
        { guid: guidOf(id), name: label, direction: "OneWay", originGUID: guidOf(from), targetGUID: target },
        refElements(refs, xml).join(""),
      );
    })
    .join("");
}
