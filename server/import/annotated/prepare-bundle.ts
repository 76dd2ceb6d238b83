import type { Thread } from "@/domain/discussion/thread";
import type { ReportBundle, TagRecord } from "@/domain/formats/dataset";
import type { Spot } from "@/domain/interchange/document";
import { troubleInWords } from "@/domain/interchange/in-words";
import { type Ruler, rulerOf } from "@/domain/interchange/units";
import { isCoreKind } from "@/domain/kind-values";
import { checkAttributes } from "@/domain/tag/check-annotation";
import { attributesSchema, customKind, labelOf } from "@/domain/tag/kind";
import { attributesOfRelation } from "@/domain/tag/relation";
import { endsOf } from "@/domain/tag/relation-values";
import type { Anchor, Annotation, Relation, TagVersion } from "@/domain/tag/tag";
import { type Around, isUnkeepable, unkeepableReason } from "./around";
import { preparedReport } from "./bundle-report";
import {
  nowOf,
  type Prepared,
  type PreparedReport,
  type PreparedTag,
  type PreparedThread,
  type PreparedVersion,
} from "./prepared";

type Tag = Annotation | Relation;
type Making = {
  around: Around;
  ruler: Ruler;
  report: PreparedReport;
  revisionId: string;
  refused: Prepared["refused"];
};

/** A report of a file of our own with all that it says, for the ids, people and kinds of this project. */
export function prepareBundle(bundle: ReportBundle, spot: Spot, around: Around): Prepared | string {
  const { report } = bundle;
  const read = preparedReport(bundle, around);
  if (typeof read === "string") return read;
  const refused: Prepared["refused"] = [];
  const making = { around, ruler: rulerOf(report.text), report: read, revisionId: report.revisionId, refused };
  const kinds = new Map<string, string>();
  const tags: PreparedTag[] = [];
  const later: PreparedTag[] = [];
  const inside = new Set<string>(bundle.annotations.map(({ tag }) => tag.id));
  for (const record of bundle.annotations) {
    const tag = taken(record, making, () => annotation(record, making));
    if (!tag) continue;
    kinds.set(record.tag.id, nowOf(tag).kind);
    tags.push(tag);
  }
  for (const record of bundle.relations) {
    const tag = taken(record, making, () => relation(record, making, { kinds, inside }));
    if (!tag) continue;
    const elsewhere = record.tag.to !== undefined && !inside.has(record.tag.to);
    (elsewhere ? later : tags).push(tag);
  }
  const known = new Set(tags.map(({ id }) => id));
  const threads = bundle.threads.flatMap((each) => thread(each, making, known));
  return { spot, formerId: report.id, report: read, tags, threads, later, refused };
}

class Refused extends Error {}

function taken(record: TagRecord<Tag>, { refused }: Making, make: () => PreparedTag): PreparedTag | undefined {
  try {
    return make();
  } catch (error) {
    if (!(error instanceof Refused)) throw error;
    refused.push({ reason: error.message, record: JSON.stringify(record.tag).slice(0, 2000) });
    return undefined;
  }
}

function annotation(record: TagRecord<Annotation>, making: Making): PreparedTag {
  const { tag } = record;
  const kind = kindOf(tag.kind, making.around);
  if (kind === null) throw new Refused(`Its label ${tag.kind} is left out.`);
  if (!isCoreKind(kind) && !labelOf(kind, making.around.codebook))
    throw new Refused(`The project’s codebook has no ${kind}.`);
  const said = checkAttributes(attributesSchema(customOr(kind), making.around.codebook), tag.attributes);
  if (!said.ok) throw new Refused(said.problems.map(({ field, reason }) => `${field}: ${reason}`).join(" "));
  if (tag.revisionId !== making.revisionId) throw new Refused("It is on another revision of the text.");
  return head(record, making);
}

const customOr = (kind: string) => (isCoreKind(kind) ? kind : customKind.parse(kind));

type Inside = { kinds: ReadonlyMap<string, string>; inside: ReadonlySet<string> };

function relation(record: TagRecord<Relation>, making: Making, { kinds, inside }: Inside): PreparedTag {
  const { tag } = record;
  const { codebook } = making.around;
  const target = making.around.data.links[tag.kind];
  if (target === null) throw new Refused(`Its label ${tag.kind} is left out.`);
  const ends = endsOf(target ?? tag.kind, codebook);
  const from = kinds.get(tag.from);
  if (from === undefined) throw new Refused("The tag where it starts is not in the file, or was set aside.");
  if (!ends.from.includes(from)) throw new Refused(`${tag.kind} can’t start at a ${from}.`);
  const to = tag.to && kinds.get(tag.to);
  if (tag.to && !to && inside.has(tag.to)) throw new Refused("The tag that it leads to was set aside.");
  if (to && !ends.to.includes(to)) throw new Refused(`${tag.kind} can’t lead to a ${to}.`);
  const said = checkAttributes(attributesOfRelation(target ?? tag.kind, codebook), tag.attributes);
  if (!said.ok) throw new Refused(said.problems.map(({ field, reason }) => `${field}: ${reason}`).join(" "));
  return head(record, making);
}

/** A label of the file as this project has it; the three core kinds are the same everywhere. */
function kindOf(kind: string, { data }: Around): string | null {
  const target = data.labels[kind];
  if (target === undefined) return kind;
  return target === null || typeof target === "string" ? target : `label:${target.new.slug}`;
}

function head({ tag, versions, verdicts }: TagRecord<Tag>, making: Making): PreparedTag {
  const { ids, person } = making.around;
  const made = versions.map((each) => version(each, making));
  const last = made.at(-1);
  if (!last) throw new Refused("It has no version.");
  let before = "open";
  return {
    id: ids.kept(tag.id),
    type: tag.type,
    state: tag.state,
    entityId: tag.kind === "source" ? speakerIn(last.attributes) : null,
    derivedFrom: (tag.derivedFrom ?? []).map(ids.kept),
    createdBy: person({ id: tag.createdBy, name: tag.createdBy }),
    createdAt: tag.createdAt,
    versions: made,
    verdicts: verdicts.map((verdict) => {
      const stateBefore = before;
      before = verdict.decision === "return" ? "returned" : verdict.decision === "reject" ? "rejected" : "accepted";
      return {
        id: ids.kept(verdict.id),
        version: verdict.version,
        resultVersion: verdict.resultVersion ?? null,
        stateBefore,
        decision: verdict.decision,
        reason: verdict.reason,
        wish: verdict.wish ? renamed(JSON.stringify(verdict.wish), making.around) : null,
        createdBy: person({ id: verdict.by, name: verdict.by }),
        createdAt: verdict.at,
      };
    }),
  };
}

const speakerIn = (attributes: string): string | null => /"entityId":"([0-9a-f-]{36})"/.exec(attributes)?.[1] ?? null;

function version(each: TagVersion, making: Making): PreparedVersion {
  const { around } = making;
  const { ids } = around;
  const attributes = renamed(JSON.stringify(each.attributes), around);
  if (isUnkeepable(attributes)) throw new Refused(unkeepableReason);
  const toEntityId = each.toEntity ? (around.entity(each.toEntity) ?? null) : null;
  if (each.toEntity && !toEntityId) throw new Refused("It leads to an entity that is not in the file.");
  const link = around.data.links[each.kind];
  return {
    number: each.number,
    kind: link ?? kindOf(each.kind, around) ?? each.kind,
    state: each.state,
    attributes,
    codebookVersion: around.codebookVersion,
    anchor: each.anchor ? anchorOf(each.anchor, making) : null,
    fromId: each.from ? ids.kept(each.from) : null,
    toId: each.to ? ids.kept(each.to) : null,
    toEntityId,
    toArticle: each.toArticle ?? false,
    origin: each.origin,
    createdBy: around.person({ id: each.by, name: each.by }),
    createdAt: each.at,
  };
}

/** Nothing is shifted: words that do not stand where they should are refused, with the unit in which they would. */
function anchorOf({ revisionId, segments }: Anchor, { around, ruler, revisionId: current }: Making): Anchor {
  if (revisionId === current)
    for (const { start, end, quote } of segments) {
      const placed = ruler.place({ start, end }, "code point", quote);
      if (placed.ok) continue;
      const { trouble } = placed;
      throw new Refused(troubleInWords({ is: "offsets", start, end, unit: "code point", trouble, quote }));
    }
  return { revisionId: around.ids.kept(revisionId) as Anchor["revisionId"], segments };
}

/** Ids in what tags, wishes and comments say, as they are here. */
function renamed(json: string, { ids, entity, person }: Around): string {
  if (!json.includes('"entityId":') && !json.includes('Id":') && !json.includes('"from":') && !json.includes('"to":'))
    return json;
  return json.replaceAll(
    /"(entityId|toEntity|userId|revisionId|from|to)":"([0-9a-f]{8}(?:-[0-9a-f]{4}){3}-[0-9a-f]{12})"/g,
    (_, name: string, id: string) => {
      if (name === "userId") return `"${name}":"${person({ id, name: id })}"`;
      const isEntity = name === "entityId" || name === "toEntity";
      return `"${name}":"${isEntity ? (entity(id) ?? ids.kept(id)) : ids.kept(id)}"`;
    },
  );
}

function thread(each: Thread, making: Making, tags: ReadonlySet<string>): PreparedThread[] {
  const { around, refused } = making;
  const { ids, person } = around;
  const { target } = each;
  const tagId = target.on === "tag" ? ids.kept(target.tagId) : null;
  try {
    if (tagId && !tags.has(tagId)) throw new Refused("It is about a tag that is not in the file, or was set aside.");
    if (isUnkeepable(JSON.stringify(each))) throw new Refused(unkeepableReason);
    return [
      {
        id: ids.kept(each.id),
        on: target.on,
        tagId,
        anchor: target.on === "passage" ? anchorOf(target.anchor, making) : null,
        state: each.state,
        createdBy: person({ id: each.by, name: each.by }),
        createdAt: each.at,
        resolvedBy: each.resolvedBy ? person({ id: each.resolvedBy, name: each.resolvedBy }) : null,
        resolvedAt: each.resolvedAt ?? null,
        comments: each.comments.map((comment) => ({
          id: ids.kept(comment.id),
          body: comment.body,
          prose: comment.prose ? renamed(JSON.stringify(comment.prose), around) : null,
          createdBy: person({ id: comment.by, name: comment.by }),
          createdAt: comment.at,
          editedAt: comment.editedAt ?? null,
        })),
      },
    ];
  } catch (error) {
    if (!(error instanceof Refused)) throw error;
    refused.push({ reason: error.message, record: JSON.stringify(each).slice(0, 2000) });
    return [];
  }
}
