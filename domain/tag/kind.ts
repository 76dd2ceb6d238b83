import { z } from "zod";
import { ClaimAttributes } from "@/domain/tag/claim";
import { type CoreKind, coreKinds, isCoreKind } from "@/domain/tag/kind-values";
import { PlaceAttributes } from "@/domain/tag/place";
import { SourceAttributes } from "@/domain/tag/source";

/** A label that a project's codebook adds: "label:" and its slug. */
export const customKind = z.string().regex(/^label:[a-z0-9][a-z0-9-]{0,60}$/);

export const AnnotationKind = z.union([z.enum(coreKinds), customKind]);
export type AnnotationKind = z.infer<typeof AnnotationKind>;

export const CustomAttributes = z.strictObject({ note: z.string().max(5000).optional() });

/** What may be said about each kind of annotation. A new core kind is one file and one line. */
const attributesOf: Record<CoreKind, z.ZodType<Record<string, unknown>>> = {
  claim: ClaimAttributes,
  place: PlaceAttributes,
  source: SourceAttributes,
};

export const attributesSchema = (kind: AnnotationKind): z.ZodType<Record<string, unknown>> =>
  isCoreKind(kind) ? attributesOf[kind] : CustomAttributes;

/** The version of the shapes above, stored beside each version's attributes. */
export const schemaVersion = 1;
