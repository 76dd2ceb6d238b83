import { z } from "zod";
import { reportColumns, sorts } from "@/domain/report/sorting";

export const Sort = z.enum(sorts);

/** How somebody likes the reports table. Apart from `sorting.ts`, which browsers load without zod. */
export const ReportTablePreference = z.strictObject({
  columns: z.array(z.enum(reportColumns)).max(reportColumns.length).optional(),
  sort: Sort.optional(),
});
export type ReportTablePreference = z.infer<typeof ReportTablePreference>;
