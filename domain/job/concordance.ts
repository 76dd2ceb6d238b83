import { z } from "zod";
import { UploadId } from "@/domain/ids";
import { hitSorts } from "@/domain/search/hit-sorts";
import { LONGEST, readQuery, reportFields } from "@/domain/search/query";

/** What the job writes into a file: every hit, however many there are. */
export const ConcordanceData = z.strictObject({
  q: z
    .string()
    .min(1)
    .max(LONGEST)
    .refine((q) => readQuery(q, reportFields).ok, "This is no query of a concordance."),
  sort: z.enum(hitSorts).default("newest"),
  format: z.enum(["csv", "xlsx"]).default("csv"),
});
export type ConcordanceData = z.infer<typeof ConcordanceData>;

export const ConcordanceResult = z.object({
  hits: z.int().nonnegative(),
  upload: UploadId,
  name: z.string(),
  bytes: z.int().nonnegative(),
});
export type ConcordanceResult = z.infer<typeof ConcordanceResult>;
