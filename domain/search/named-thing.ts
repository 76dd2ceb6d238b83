import { z } from "zod";
import { ProjectId } from "@/domain/ids";

export const namedThings = ["report", "entity", "place"] as const;

/** Something that can be gone to by its name. */
export const NamedThing = z.object({
  of: z.enum(namedThings),
  /** Of a place: what mentions were resolved to. */
  id: z.string(),
  name: z.string(),
  /** Of a report: its outlet. */
  detail: z.string().optional(),
  projectId: ProjectId,
  projectName: z.string(),
});
export type NamedThing = z.infer<typeof NamedThing>;
