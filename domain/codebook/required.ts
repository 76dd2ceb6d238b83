import type { LabelAttribute } from "@/domain/codebook/attribute";
import { normal } from "@/domain/codebook/normal-form";

/** The slugs of required attributes that these attributes say nothing of. */
export const unsaidRequired = (
  attributes: readonly LabelAttribute[],
  said: Readonly<Record<string, unknown>>,
): string[] =>
  attributes
    .filter(({ required, retired, slug }) => required && !retired && normal(said[slug], slug) === undefined)
    .map(({ slug }) => slug);
