import type { SchemaElement } from "hyparquet-writer";
import type { Codebook } from "@/domain/codebook/codebook";
import { labelsIn } from "@/domain/formats/labels";
import { type LossLedger, lossLedger } from "@/domain/formats/loss";
import { group, leaf, leaves, listOf } from "@/domain/formats/parquet/writing";
import { tokenised, withoutOverlap } from "@/domain/formats/shared/tokenised";
import type { AnnotatedDocument, LinkEnd } from "@/domain/interchange/document";

/** What stands in a column: a text, or a list of texts, of numbers of labels, or of things with fields. */
export type Feature = { name: string } & (
  | { is: "text" }
  | { is: "texts" }
  | { is: "tags" }
  | { is: "things"; fields: readonly { name: string; is: "text" | "whole" }[] }
);

const text = (name: string): Feature => ({ name, is: "text" });

/** The columns, in order; the card says the same of them. */
export const features: readonly Feature[] = [
  ...["id", "title", "text", "language", "direction", "outlet", "author", "published", "url"].map(text),
  { name: "tokens", is: "texts" },
  { name: "ner_tags", is: "tags" },
  {
    name: "spans",
    is: "things",
    fields: [
      { name: "id", is: "text" },
      { name: "label", is: "text" },
      { name: "start", is: "whole" },
      { name: "end", is: "whole" },
      { name: "part", is: "whole" },
      { name: "words", is: "text" },
      { name: "entity", is: "text" },
      { name: "state", is: "text" },
      { name: "attributes", is: "text" },
    ],
  },
  {
    name: "links",
    is: "things",
    fields: ["id", "label", "from", "to", "to_entity", "attributes"].map((name) => ({ name, is: "text" })),
  },
];

const element = "element";

function schemaOfFeature(feature: Feature): SchemaElement[] {
  switch (feature.is) {
    case "text":
      return [leaf(feature.name, leaves.text)];
    case "texts":
      return listOf(feature.name, [leaf(element, leaves.text)]);
    case "tags":
      return listOf(feature.name, [leaf(element, leaves.whole)]);
    case "things": {
      const fields = feature.fields.map(({ name, is }) => leaf(name, leaves[is]));
      return listOf(feature.name, group(element, fields, fields.length));
    }
  }
}

export const schema: readonly SchemaElement[] = [
  { name: "root", num_children: features.length },
  ...features.flatMap(schemaOfFeature),
];

/** IOB2 tags by their number. */
export const tagsIn = (codebook: Codebook): string[] => [
  "O",
  ...labelsIn(codebook).flatMap(({ name }) => [`B-${name}`, `I-${name}`]),
];

export type Row = Readonly<Record<string, unknown>>;

/** A report as one row. Offsets are code points; `ner_tags` has the inner tags, `spans` every part of every tag as it is. */
export function rowOf(document: AnnotatedDocument, tags: ReadonlyMap<string, number>, ledger: LossLedger): Row {
  const { key, title, text: words, metadata, spans, links } = document;
  const { tokens, parts, index } = tokenised(document, lossLedger());
  const numbers = tokens.map(() => 0);
  for (const { span, first, last } of withoutOverlap(parts)) {
    for (let at = first; at <= last; at += 1) numbers[at] = tags.get(`${at === first ? "B" : "I"}-${span.label}`) ?? 0;
  }
  for (const { cue, label } of links) if (cue) ledger.add("link-words", "dropped", label);
  const seen = tokens.flatMap((token, at) => (token.blank ? [] : [{ token, tag: numbers[at] ?? 0 }]));
  return {
    id: key,
    title,
    text: words,
    ...metadata,
    tokens: seen.map(({ token }) => words.slice(token.start, token.end)),
    ner_tags: seen.map(({ tag }) => BigInt(tag)),
    spans: spans.flatMap(({ id, label, segments, entity, made, attributes }) =>
      segments.map(({ start, end }, part) => ({
        id,
        label,
        start: BigInt(start),
        end: BigInt(end),
        part: BigInt(part),
        words: words.slice(index.toUtf16(start), index.toUtf16(end)),
        entity: entity ?? null,
        state: made.state ?? null,
        attributes: JSON.stringify(attributes),
      })),
    ),
    links: links.map(({ id, label, from, to, attributes }) => ({
      id,
      label,
      from,
      ...endOf(to),
      attributes: JSON.stringify(attributes),
    })),
  };
}

const endOf = (to: LinkEnd) => ({
  to: "span" in to ? to.span : null,
  to_entity: "entity" in to ? to.entity : null,
});
