import { z } from "zod";
import { JobId } from "@/domain/ids";
import { jobKinds } from "@/domain/job/job-values";

/** What to run, and what it is told. Sent again with the same id it starts nothing again. */
export const StartJob = z.strictObject({
  id: JobId.optional(),
  kind: z.enum(jobKinds),
  data: z.record(z.string(), z.unknown()),
});
export type StartJob = z.infer<typeof StartJob>;
