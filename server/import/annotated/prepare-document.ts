import { formatById } from "@/domain/formats/registry";
import type { AnnotatedDocument, Attributes, Link, Made, Span } from "@/domain/interchange/document";
import { attributesSchema, customKind, labelOf } from "@/domain/tag/kind";
import { attributesOfRelation } from "@/domain/tag/relation";
import { endsOf, isCoreRelation, relationTypeOf } from "@/domain/tag/relation-values";
import { passage } from "@/domain/text/segment";
import { type Around, isUnkeepable, unkeepableReason } from "./around";
import { anchorOf, instantOf, lineOf, type Making } from "./document-making";
import { preparedReport } from "./document-report";
import { threadOf } from "./document-threads";
import { fitted, renamed } from "./document-values";
import type { Prepared, PreparedTag, PreparedVersion } from "./prepared";

/** A document of any tool's file as a report of this project; a sentence where nothing of it can be taken. */
export function prepareDocument(document: AnnotatedDocument, nth: number, around: Around): Prepared | string {
  const nextId = around.ids.document(nth);
  const report = preparedReport(document, nextId, around);
  if (typeof report === "string") return report;
  const making: Making = {
    around,
    nextId,
    revisionId: report.revisionId,
    passage: passage(document.text),
    refused: [],
    made: new Map(),
  };
  const tags = [
    ...document.spans.flatMap((span) => annotation(span, making)),
    ...document.links.flatMap((link) => relation(link, making)),
  ];
  const threads = document.notes.flatMap((note) => threadOf(note, making));
  const spot = document.spot ?? { file: document.key };
  return {
    spot,
    formerId: document.key,
    report,
    tags,
    threads,
    later: [],
    refused: making.refused,
    left: document.left,
  };
}

function annotation(span: Span, making: Making): PreparedTag[] {
  const { around, refused, made } = making;
  const { data, codebook, leftOut, entity } = around;
  const target = data.labels[span.label];
  if (target === undefined || target === null) {
    leftOut(`label ${span.label}`);
    return [];
  }
  const kind = typeof target === "string" ? target : `label:${target.new.slug}`;
  const known = kind === "claim" || kind === "place" || kind === "source" ? kind : customKind.parse(kind);
  const speaker = span.entity === undefined ? undefined : entity(span.entity);
  if (span.entity !== undefined && (kind !== "source" || !speaker)) leftOut(`entity of ${span.label}`);
  const said: Attributes = kind === "source" && speaker ? { ...span.attributes, entityId: speaker } : span.attributes;
  const own = labelOf(kind, codebook)?.attributes;
  const attributes = fitted(own ? renamed(said, own) : said, attributesSchema(known, codebook), (name) =>
    leftOut(`${span.label}.${name}`),
  );
  const json = JSON.stringify(attributes);
  if (isUnkeepable(json)) {
    refused.push({ ...lineOf(span), reason: unkeepableReason, record: JSON.stringify(span).slice(0, 2000) });
    return [];
  }
  const id = making.nextId();
  made.set(span.id, { id, kind });
  const place = anchorOf(span.segments, making);
  const version = { ...plain, kind, attributes: json, anchor: place };
  return [
    tagOf(
      span.made,
      {
        ...{ id, type: "annotation", entityId: speaker && kind === "source" ? speaker : null },
        told: toldOf(span, around),
      },
      version,
      making,
    ),
  ];
}

/** What left is compared by kind and words; by attributes too where the format tells whether somebody changed them. */
const toldOf = (
  { id, bare, made: { version, unchanged } }: Span,
  { data }: Around,
): NonNullable<PreparedTag["told"]> => ({
  id,
  ...(version === undefined ? {} : { version }),
  ...(bare || unchanged || !formatById(data.format)?.tellsChanges ? { bare: true } : {}),
});

function relation(link: Link, making: Making): PreparedTag[] {
  const { around, refused, made } = making;
  const { data, codebook, leftOut, entity } = around;
  const kind = data.links[link.label];
  if (kind === undefined || kind === null) {
    leftOut(`link ${link.label}`);
    return [];
  }
  const refuse = (reason: string) => {
    refused.push({ ...lineOf(link), reason, record: JSON.stringify(link).slice(0, 2000) });
    return [];
  };
  const from = made.get(link.from);
  const to = "span" in link.to ? made.get(link.to.span) : undefined;
  const toEntity = "entity" in link.to ? entity(link.to.entity) : undefined;
  if (!from || ("span" in link.to && !to)) return refuse("A tag that it joins was left out or set aside.");
  if ("entity" in link.to && !toEntity) return refuse("It leads to an entity that is not in the file.");
  const ends = endsOf(kind, codebook);
  const end = to ? to.kind : toEntity ? "entity" : "article";
  if (!ends.from.includes(from.kind)) return refuse(`${kind} can’t start at a ${from.kind}.`);
  if (!ends.to.includes(end)) return refuse(`${kind} can’t lead to a ${end}.`);
  const own = isCoreRelation(kind) ? undefined : relationTypeOf(kind, codebook)?.attributes;
  const attributes = fitted(
    own ? renamed(link.attributes, own) : link.attributes,
    attributesOfRelation(kind, codebook),
    (name) => leftOut(`${link.label}.${name}`),
  );
  const json = JSON.stringify(attributes);
  if (isUnkeepable(json)) return refuse(unkeepableReason);
  const id = making.nextId();
  made.set(link.id, { id, kind });
  const version = {
    ...plain,
    kind,
    attributes: json,
    anchor: link.cue ? anchorOf(link.cue, making) : null,
    fromId: from.id,
    toId: to?.id ?? null,
    toEntityId: toEntity ?? null,
    toArticle: "article" in link.to,
  };
  return [tagOf(link.made, { id, type: "relation", entityId: null, told: { id: link.id } }, version, making)];
}

type Said = Pick<PreparedVersion, "kind" | "attributes" | "anchor" | "fromId" | "toId" | "toEntityId" | "toArticle">;
const plain = { anchor: null, fromId: null, toId: null, toEntityId: null, toArticle: false };

function tagOf(
  { by, at }: Made,
  head: Pick<PreparedTag, "id" | "type" | "entityId" | "told">,
  said: Said,
  { around, nextId }: Making,
): PreparedTag {
  const { data, codebookVersion, project } = around;
  const createdBy = around.person(by);
  const createdAt = instantOf(at) ?? around.now;
  const accepted = data.as === "accepted" && !(project.twoPersonRule && createdBy === around.by);
  const origin = `import:${data.format}`;
  return {
    ...head,
    state: accepted ? "accepted" : "open",
    derivedFrom: [],
    createdBy,
    createdAt,
    versions: [{ ...said, number: 1, state: "open", codebookVersion, origin, createdBy, createdAt }],
    verdicts: accepted
      ? [
          {
            id: nextId(),
            version: 1,
            resultVersion: null,
            stateBefore: "open",
            decision: "accept",
            reason: "",
            wish: null,
            createdBy: around.by,
            createdAt: around.now,
          },
        ]
      : [],
  };
}
