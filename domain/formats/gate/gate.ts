import type { ExportFile, Format } from "@/domain/formats/format";
import { documentsIn, fileNameOf } from "@/domain/formats/shared/documents";
import { leftBehind } from "@/domain/formats/shared/left-behind";
import { reviewFile } from "@/domain/formats/shared/review";
import type { AnnotatedDocument, Link, Span } from "@/domain/interchange/document";
import { cutOf } from "@/domain/interchange/pieces";
import { type OffsetIndex, offsetIndex } from "@/domain/text/offsets";

/** One document in the JSON form of GATE's bdoc. */
const file: ExportFile = {
  layer: "gate",
  name: "bdocjs",
  label: "GATE documents",
  rows: ({ annotations }) => annotations,
  async *entries(dataset, { ledger }) {
    for await (const document of documentsIn(dataset, { comments: false })) {
      for (const { segments, label } of document.spans) {
        if (segments.length > 1) ledger.add("separate-parts", "split", label);
      }
      yield { name: `${fileNameOf(document.key)}.bdocjs`, pieces: [`${JSON.stringify(bdocOf(document))}\n`] };
    }
  },
};

export function bdocOf({ key, title, text, metadata, spans, links }: AnnotatedDocument) {
  const index = offsetIndex(text);
  const parts = spans.flatMap((span) => partsOf(span, index));
  const annotations = parts.map((part, id) => ({ ...part, id }));
  return {
    name: key,
    text,
    offset_type: "j",
    features: { title, ...metadata, links: links.map(linkOf) },
    annotation_sets: { "": { name: "", annotations, next_annid: annotations.length } },
  };
}

/** An annotation has one stretch: parts of a tag share their `identifier`. */
const partsOf = ({ id, label, segments, attributes, entity }: Span, index: OffsetIndex) =>
  segments.map((segment) => ({
    type: label,
    ...cutOf(segment, index),
    features: { identifier: id, ...(entity === undefined ? {} : { entity }), attributes },
  }));

/** GATE has no links between annotations: they are a feature of the document. */
const linkOf = ({ id, label, from, to, attributes, cue }: Link) => ({
  id,
  label,
  from,
  to,
  attributes,
  ...(cue ? { cue } : {}),
});

/** gatenlp.github.io/gateplugin-Format_Bdoc. Java's GATE reads offsets of type "j" only, which are UTF-16. */
export const gate: Format = {
  id: "gate-bdoc",
  name: "GATE bdoc",
  label: "GATE bdoc (JSON)",
  means: "A document for each report that says itself what its offsets count, for GATE and gatenlp.",
  lets: [],
  extension: "zip",
  mediaType: "application/zip",
  offsetUnit: "UTF-16 code unit",
  readBy: "tool",
  files: [file, reviewFile],
  usually: { byteOrderMark: false, comments: true },
  losses: leftBehind,
  whileWriting: [{ what: "separate-parts", how: "split" }],
};
