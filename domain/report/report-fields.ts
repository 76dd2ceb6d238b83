import { z } from "zod";
import { longestFieldValue } from "@/domain/report/report-values";

/** What a desk notes of a report, by the slugs of its codebook's report fields; a day is written 2026-11-30. */
export const ReportFieldValues = z.record(
  z.string().regex(/^[a-z0-9][a-z0-9-]{0,60}$/),
  z.union([z.string().trim().min(1).max(longestFieldValue), z.number()]),
);
export type ReportFieldValues = z.infer<typeof ReportFieldValues>;
