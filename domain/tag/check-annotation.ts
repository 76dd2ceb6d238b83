import type { z } from "zod";
import { retiredIn } from "@/domain/codebook/attribute-schema";
import type { Problem } from "@/domain/failure";
import { fieldWords } from "@/domain/field-words";
import type { EntityId } from "@/domain/ids";
import { isCoreKind } from "@/domain/kind-values";
import { keptNote, type Note, noteDisagrees } from "@/domain/prose/note";
import { type Checked, checkAnchor } from "@/domain/tag/check-anchor";
import { ClaimAttributes } from "@/domain/tag/claim";
import { type AnnotationKind, attributesSchema, labelOf } from "@/domain/tag/kind";
import type { Situation } from "@/domain/tag/situation";
import { SourceAttributes } from "@/domain/tag/source";
import type { Annotation, PutAnnotation } from "@/domain/tag/tag";
import { unkeepableIn } from "@/domain/text/keepable";

type Said = Pick<Annotation, "kind" | "revisionId" | "segments" | "attributes">;

/** Checks what an annotation says: its kind, its words and its attributes, everything wrong at once. */
export function checkAnnotation(situation: Situation, body: PutAnnotation, before?: Annotation): Checked<Said> {
  const attributes = checkAttributes(attributesSchema(body.kind, situation.codebook.content), body.attributes);
  const anchor = checkAnchor(situation, body);
  const problems = [
    ...kindProblems(situation, body.kind, before),
    ...(anchor.ok ? [] : anchor.problems),
    ...(attributes.ok ? strangers(situation, namedEntities(body.kind, attributes.value)) : attributes.problems),
    ...eventTypeProblems(situation, body, before),
    ...retiredProblems(situation, body, before),
  ];
  if (problems.length > 0 || !anchor.ok || !attributes.ok) return { ok: false, problems };
  return { ok: true, value: { kind: body.kind, ...anchor.value, attributes: attributes.value } };
}

/** A retired label stays on what has it already; it just can't be put on anything new. */
function kindProblems({ codebook }: Situation, kind: AnnotationKind, before?: Annotation): Problem[] {
  if (isCoreKind(kind)) return [];
  const label = labelOf(kind, codebook.content);
  if (!label) return [{ field: "kind", reason: "The project's codebook has no such kind." }];
  if (!label.retired || before?.kind === kind) return [];
  return [{ field: "kind", reason: "This kind is retired: existing tags keep it, but it can’t be used for new ones." }];
}

/** An event type that the codebook dropped stays on what has it already; it just can't be put on anything new. */
function eventTypeProblems(
  { codebook }: Situation,
  { kind, attributes }: PutAnnotation,
  before?: Annotation,
): Problem[] {
  const { eventType } = attributes;
  if (kind !== "claim" || typeof eventType !== "string" || eventType === "") return [];
  if (codebook.content.eventTypes.some(({ slug }) => slug === eventType)) return [];
  if (before?.attributes["eventType"] === eventType) return [];
  return [{ field: "attributes.eventType", reason: "The project's codebook has no such event type." }];
}

function retiredProblems({ codebook }: Situation, { kind, attributes }: PutAnnotation, before?: Annotation): Problem[] {
  const label = labelOf(kind, codebook.content);
  return label ? retiredIn(label.attributes, attributes, before?.kind === kind ? before.attributes : {}) : [];
}

export function checkAttributes(
  schema: z.ZodType<Record<string, unknown>>,
  attributes: Record<string, unknown>,
): Checked<Record<string, unknown>> {
  const parsed = schema.safeParse(attributes, { error: fieldWords });
  const unkeepable = unkeepableIn(attributes, "attributes");
  if (parsed.success && unkeepable.problems.length === 0) return withNote(parsed.data);
  const issues = parsed.success ? [] : parsed.error.issues;
  const problems = issues.slice(0, named).map(({ path, message }) => ({
    field: ["attributes", ...path].join("."),
    reason: message,
  }));
  const more = issues.length - problems.length + unkeepable.more;
  return { ok: false, problems: [...problems, ...unkeepable.problems, ...others(more)] };
}

/** Attributes with their note as it is kept. */
function withNote({ note, noteProse, ...others }: Said["attributes"] & Note): Checked<Said["attributes"]> {
  const kept = keptNote({ note, noteProse });
  if (kept) return { ok: true, value: { ...others, ...kept } };
  return { ok: false, problems: [{ field: "attributes.noteProse", reason: noteDisagrees }] };
}

/** So many problems are named; the others are counted. */
const named = 10;

const others = (count: number): Problem[] =>
  count > 0 ? [{ field: "attributes", reason: `${count.toLocaleString("en")} more problems like these.` }] : [];

const NamingActors = ClaimAttributes.pick({ actors: true }).loose();
const NamingSpeaker = SourceAttributes.pick({ entityId: true }).loose();

/** The entities that a tag's attributes name, each with its field. */
export function namedEntities(kind: string, attributes: Record<string, unknown>): { field: string; id: EntityId }[] {
  if (kind === "claim" && "actors" in attributes) {
    const actors = NamingActors.safeParse(attributes).data?.actors ?? [];
    return actors.map(({ entityId }, index) => ({ field: `attributes.actors.${index}.entityId`, id: entityId }));
  }
  if (isOwn(kind)) return namedByOwn(attributes);
  const speaker = kind === "source" ? NamingSpeaker.safeParse(attributes).data?.entityId : undefined;
  return speaker ? [{ field: "attributes.entityId", id: speaker }] : [];
}

/** A label's or a relation type's attribute names an entity as `{ entityId }`. */
const isOwn = (kind: string) => kind.startsWith("label:") || kind.startsWith("relation:");

const namedByOwn = (attributes: Record<string, unknown>) =>
  Object.entries(attributes).flatMap(([slug, value]) => {
    const id = NamingSpeaker.safeParse(value).data?.entityId;
    return id ? [{ field: `attributes.${slug}.entityId`, id }] : [];
  });

export function strangers({ entities }: Situation, named: readonly { field: string; id: EntityId }[]): Problem[] {
  return named
    .filter(({ id }) => !entities.has(id))
    .map(({ field }) => ({ field, reason: "The project has no such entity." }));
}
