import { z } from "zod";
import { actionKinds } from "@/domain/history/kinds-of-action";
import { ReportId, UserId } from "@/domain/ids";

/** What a history can be narrowed to; days are in UTC. */
export const ActivityFilters = z.object({
  /** The person who did it. */
  by: UserId.optional(),
  kind: z.enum(actionKinds).optional(),
  report: ReportId.optional(),
  from: z.iso.date().optional(),
  to: z.iso.date().optional(),
});
export type ActivityFilters = z.infer<typeof ActivityFilters>;
