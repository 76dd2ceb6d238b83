import type { Codebook, ProjectLabel } from "@/domain/codebook/codebook";
import { unsaidRequired } from "@/domain/codebook/required";
import type { TagId } from "@/domain/ids";
import type { ClaimAttributes } from "@/domain/tag/claim";
import type { PlaceAttributes } from "@/domain/tag/place";
import { relationTypeOf } from "@/domain/tag/relation-values";
import type { SourceAttributes } from "@/domain/tag/source";
import type { Annotation, Relation } from "@/domain/tag/tag";

/** What may be missing in a tag, in the order in which it is asked for. Links to be made are named for their role. */
export const missingFields = [
  "answer",
  "attributes.kind",
  "attributes.restatement",
  "attribution",
  "attributes.entityId",
  "attributes.certainty",
  "attributes.eventType",
  "attributes.eventTime",
  "location",
  "attributes.featureType",
  "attributes.resolution",
  "attributes.required",
] as const;
export type MissingField = (typeof missingFields)[number];

/** These block a submission; the others are shown, because a report may not say everything. */
const blocking: ReadonlySet<MissingField> = new Set([
  "answer",
  "attributes.kind",
  "attributes.restatement",
  "attributes.required",
]);

/** Something an analyst still has to say before a report can be submitted, or might. */
export type Missing = { tagId: TagId; field: MissingField; required: boolean };

type Said = Pick<Annotation, "id" | "kind" | "state" | "attributes">;
type Link = Pick<Relation, "kind" | "from" | "state"> & Partial<Pick<Relation, "id" | "attributes">>;

type Asking = Pick<Codebook, "labels" | "relationTypes">;

export type Expected = {
  /** The report is not in the project's first language: claims are said again in it. */
  foreign: boolean;
  /** The codebook has event types. */
  eventTypes?: boolean;
  /** What the codebook asks of its labels and relation types. */
  codebook?: Asking;
  /** Returned tags that the analyst has answered in their discussion. */
  answered?: ReadonlySet<string>;
};

/** The main part of a language tag: a report in `ar-SY` is read in a project whose language is `ar`. */
const languageOf = (tag: string) => tag.split("-")[0]?.toLowerCase();

/** Whether a claim has to be said again in the project's language. */
export const needsRestatement = (reportLanguage: string, projectLanguages: readonly string[]): boolean =>
  languageOf(reportLanguage) !== languageOf(projectLanguages[0] ?? "en");

const isTheirs = ({ state }: Pick<Said, "state">) => state === "open" || state === "returned";

/**
 * What is missing in these tags of one report, field by field, each in the order of the tags. What is decided or
 * withdrawn is left alone; what was returned has to be changed, withdrawn or answered.
 */
export function missingIn(
  { annotations, relations }: { annotations: readonly Said[]; relations: readonly Link[] },
  expected: Expected,
): Missing[] {
  const linked = (kind: Relation["kind"]) =>
    new Set(relations.filter((link) => link.kind === kind && link.state !== "withdrawn").map(({ from }) => from));
  const links = { attributed: linked("attributed-to"), located: linked("located-at") };
  const answered = expected.answered ?? new Set();
  const found = annotations.filter(isTheirs).flatMap((tag) => {
    const unanswered = tag.state === "returned" && !answered.has(tag.id) ? (["answer"] as const) : [];
    return [...unanswered, ...unsaid(tag, { ...expected, ...links })].map((field) => ({ tagId: tag.id, field }));
  });
  const ofLinks = relations.flatMap(({ id, kind, state, attributes = {} }) => {
    if (!id || !isTheirs({ state })) return [];
    const unanswered = state === "returned" && !answered.has(id) ? (["answer"] as const) : [];
    const type = expected.codebook && relationTypeOf(kind, expected.codebook);
    return [...unanswered, ...unsaidOfOwn(type, attributes)].map((field) => ({ tagId: id, field }));
  });
  return missingFields.flatMap((field) =>
    [...found, ...ofLinks]
      .filter((each) => each.field === field)
      .map((each) => ({ ...each, required: blocking.has(field) })),
  );
}

type Known = Expected & { attributed: ReadonlySet<TagId>; located: ReadonlySet<TagId> };

function unsaid(tag: Said, known: Known): MissingField[] {
  if (tag.kind === "claim") return unsaidOfClaim(tag, known);
  if (tag.kind === "source")
    return filled((tag.attributes as SourceAttributes).entityId) ? [] : ["attributes.entityId"];
  if (tag.kind === "place") return unsaidOfPlace(tag.attributes as PlaceAttributes);
  const label = known.codebook?.labels.find(({ slug }) => tag.kind === `label:${slug}`);
  return unsaidOfOwn(label, tag.attributes);
}

/** Whatever the codebook requires, once for each tag however much of it is unsaid. */
function unsaidOfOwn(
  own: Pick<ProjectLabel, "attributes"> | undefined,
  attributes: Readonly<Record<string, unknown>>,
): MissingField[] {
  return own && unsaidRequired(own.attributes, attributes).length > 0 ? ["attributes.required"] : [];
}

/** Event type, time and place are asked of what happened, and of nothing else. */
function unsaidOfClaim({ id, attributes }: Said, { foreign, eventTypes, attributed, located }: Known): MissingField[] {
  const { kind, restatement, certainty, eventType, eventTime } = attributes as ClaimAttributes;
  const happened = kind === "event";
  const when = Object.entries(eventTime ?? {}).some(([field, value]) => field !== "basis" && filled(value));
  const fields: [MissingField, boolean][] = [
    ["attributes.kind", !filled(kind)],
    ["attributes.restatement", foreign && !filled(restatement)],
    ["attribution", !attributed.has(id)],
    ["attributes.certainty", !filled(certainty)],
    ["attributes.eventType", happened && eventTypes === true && !filled(eventType)],
    ["attributes.eventTime", happened && !when],
    ["location", happened && !located.has(id)],
  ];
  return fields.flatMap(([field, missing]) => (missing ? [field] : []));
}

/** Part of a name is no place meant here; one that stands for people needs no position. */
function unsaidOfPlace({ partOfName, metonym, featureType, resolution, located }: PlaceAttributes): MissingField[] {
  if (partOfName === true) return [];
  const isResolved = located !== undefined || (resolution !== undefined && resolution !== "unverified");
  return [
    ...(filled(featureType) ? [] : (["attributes.featureType"] as const)),
    ...(isResolved || metonym === true ? [] : (["attributes.resolution"] as const)),
  ];
}

const filled = (value: unknown) => typeof value === "string" && value.trim() !== "";
