import { z } from "zod";
import { attributesSchemaOf } from "@/domain/codebook/attribute-schema";
import type { Codebook, ProjectLabel } from "@/domain/codebook/codebook";
import { type CoreKind, coreKinds, isCoreKind } from "@/domain/kind-values";
import { ClaimAttributes } from "@/domain/tag/claim";
import { PlaceAttributes } from "@/domain/tag/place";
import { SourceAttributes } from "@/domain/tag/source";

/** A label that a project's codebook adds: "label:" and its slug. */
export const customKind = z.string().regex(/^label:[a-z0-9][a-z0-9-]{0,60}$/);

export const AnnotationKind = z.union([z.enum(coreKinds), customKind]);
export type AnnotationKind = z.infer<typeof AnnotationKind>;

/** What may be said about each kind of annotation. A new core kind is one file and one line. */
export const attributesOfCore: Record<CoreKind, z.ZodType<Record<string, unknown>>> = {
  claim: ClaimAttributes,
  place: PlaceAttributes,
  source: SourceAttributes,
};

/** The project's label that a kind stands for, if its codebook has it. */
export const labelOf = (kind: string, { labels }: Pick<Codebook, "labels">): ProjectLabel | undefined =>
  labels.find(({ slug }) => kind === `label:${slug}`);

/** What may be said of a kind: of a project's label what this codebook says, and a note of one that it does not have. */
export const attributesSchema = (
  kind: AnnotationKind,
  codebook: Pick<Codebook, "labels">,
): z.ZodType<Record<string, unknown>> =>
  isCoreKind(kind) ? attributesOfCore[kind] : attributesSchemaOf(labelOf(kind, codebook)?.attributes ?? none);

const none: ProjectLabel["attributes"] = [];

/** The version of the shapes above, stored beside each version's attributes. */
export const schemaVersion = 1;
