import { z } from "zod";

/** What came of a job that read reports. Of a service: reports sent to it, proposals left out, and its last trouble. */
export const SuggestResult = z.object({
  reports: z.int().nonnegative(),
  service: z
    .object({ asked: z.int().nonnegative(), left: z.int().nonnegative(), trouble: z.string().optional() })
    .optional(),
});
export type SuggestResult = z.infer<typeof SuggestResult>;
