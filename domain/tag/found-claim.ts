import { z } from "zod";
import { ReportId, TagId } from "@/domain/ids";
import { TagState } from "@/domain/tag/tag";

/** A claim of any report of a project, as it is found by its words. */
export const FoundClaim = z.object({
  id: TagId,
  reportId: ReportId,
  reportTitle: z.string(),
  outlet: z.string().optional(),
  /** The restatement if there is one, else the words it stands on. */
  name: z.string(),
  state: TagState,
});
export type FoundClaim = z.infer<typeof FoundClaim>;
