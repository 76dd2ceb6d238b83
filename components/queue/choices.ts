import type { Codebook } from "@/domain/codebook/codebook";

/** A project's own kind of tag by its name. */
export type Label = { kind: string; name: string };

/** The labels and relation types of a project, by their kinds. */
export const ownKinds = ({ labels, relationTypes }: Pick<Codebook, "labels" | "relationTypes">): Label[] => [
  ...labels.map(({ slug, name }) => ({ kind: `label:${slug}`, name })),
  ...relationTypes.map(({ slug, name }) => ({ kind: `relation:${slug}`, name })),
];

/** What there is to narrow a queue by; over all projects what its rows show. */
export type Choices = {
  people: readonly { id: string; name: string }[];
  labels: readonly Label[];
};
