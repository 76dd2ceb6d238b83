import type { DeskState } from "@/client/desk/desk";
import { relationsOf } from "@/client/desk/linked";
import { entityOf, speakerOf } from "@/client/desk/speaker";
import type { GlyphKind } from "@/components/tag/glyph";
import type { Entity } from "@/domain/entity/entity";
import { isCoreKind } from "@/domain/kind-values";
import type { Annotation, Relation } from "@/domain/tag/tag";
import { quoteOf } from "@/domain/text/segment";

type Things = Pick<DeskState, "annotations" | "relations" | "entities">;

export const glyphOf = (kind: string): GlyphKind => (isCoreKind(kind) ? kind : "custom");

const lines = new WeakMap<Annotation["segments"], string>();

/** The words a tag stands on, as one line; found once for each, because lists ask for thousands again and again. */
export function wordsOf({ segments }: Pick<Annotation, "segments">): string {
  const known = lines.get(segments);
  if (known !== undefined) return known;
  const words = quoteOf(segments).replace(/\s+/g, " ");
  lines.set(segments, words);
  return words;
}

/** How a tag is called in a line: a claim by its restatement, if somebody wrote one. */
export function nameOf(annotation: Annotation): string {
  const { restatement } = annotation.attributes as { restatement?: string };
  return restatement?.trim() || wordsOf(annotation);
}

/** Who a claim is attributed to: the entity behind the source, or the one named by the link. */
export function attributedTo(things: Things, claim: Annotation): Entity | undefined {
  const relation = relationsOf(things, claim.id).find(
    ({ kind, from }) => kind === "attributed-to" && from === claim.id,
  );
  if (relation?.toEntity) return entityOf(things.entities, relation.toEntity);
  const source = relation?.to ? things.annotations.get(relation.to) : undefined;
  return source ? speakerOf(things.entities, source) : undefined;
}

/** Reliability and credibility as analysts write them, `C3`; what nobody graded is a dash, and no pair at all is null. */
export function gradeOf(things: Things, annotation: Annotation): string | null {
  if (annotation.kind === "source") return speakerOf(things.entities, annotation)?.reliability ?? null;
  if (annotation.kind !== "claim") return null;
  const { credibility } = annotation.attributes as { credibility?: number };
  const reliability = attributedTo(things, annotation)?.reliability;
  return reliability || credibility ? `${reliability ?? "–"}${credibility ?? "–"}` : null;
}

/** The name of what a relation points at; undefined for the article itself. */
export function otherEndName(things: Things, { to, toEntity }: Relation): string | undefined {
  if (toEntity) return entityOf(things.entities, toEntity)?.name;
  const annotation = to ? things.annotations.get(to) : undefined;
  return annotation ? nameOf(annotation) : undefined;
}
