import type { LabelAttribute } from "@/domain/codebook/attribute";
import type { Codebook } from "@/domain/codebook/codebook";

/** The first attribute of a label or relation type that has this slug. */
export const attributeNamed = (
  { labels, relationTypes }: Pick<Codebook, "labels" | "relationTypes">,
  slug: string,
): LabelAttribute | undefined =>
  [...labels, ...relationTypes].flatMap(({ attributes }) => attributes).find((each) => each.slug === slug);

/** What a value of an attribute with choices is called. */
export const choiceName = ({ choices }: LabelAttribute, value: unknown): string =>
  choices.find(({ slug }) => slug === value)?.name ?? String(value);
