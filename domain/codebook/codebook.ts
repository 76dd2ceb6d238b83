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
