import { z } from "zod";

/** A label that a project adds beside claim, place and source. Labels retire, they do not vanish. */
export const ProjectLabel = z.strictObject({
  slug: z.string().regex(/^[a-z0-9][a-z0-9-]{0,60}$/),
  name: z.string().trim().min(1).max(100),
  definition: z.string().max(2000).default(""),
  retired: z.boolean().default(false),
});

export const EventType = z.strictObject({
  slug: z.string().regex(/^[a-z0-9][a-z0-9-]{0,60}$/),
  name: z.string().min(1).max(100),
});

/** What may be tagged in a project, beside the built-in kinds. Every change is a new version. */
export const Codebook = z.strictObject({
  eventTypes: z.array(EventType).max(200).default([]),
  labels: z.array(ProjectLabel).max(100).default([]),
});
export type Codebook = z.infer<typeof Codebook>;

/** A codebook as sent, with the version its writer has seen. */
export const PutCodebook = z.strictObject({ ...Codebook.shape, version: z.int().positive() });
export type PutCodebook = z.infer<typeof PutCodebook>;

/** One version of a project's codebook. */
export const VersionedCodebook = z.object({ ...Codebook.shape, version: z.int().positive() });
export type VersionedCodebook = z.infer<typeof VersionedCodebook>;

/** Labels that stood in one version and are missing from the next: they have to stay, retired if need be. */
export const vanishedLabels = (before: Codebook, after: Codebook): string[] => {
  const kept = new Set(after.labels.map(({ slug }) => slug));
  return before.labels.map(({ slug }) => slug).filter((slug) => !kept.has(slug));
};

/** Slugs that stand twice in one list. */
export const doubled = (list: readonly { slug: string }[]): string[] => {
  const seen = new Set<string>();
  return list.map(({ slug }) => slug).filter((slug) => seen.size === seen.add(slug).size);
};
