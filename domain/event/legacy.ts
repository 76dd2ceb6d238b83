import { z } from "zod";
import { legacyColumns } from "@/domain/event/legacy-values";

const Said = z.string().max(4000);

/** Where an event came from that no report here tells of: a row of a sheet from before, with what only that row says. */
export const Legacy = z.strictObject({
  file: z.string().min(1).max(500),
  row: z.int().positive(),
  /** What the row was called there. */
  formerId: z.string().max(200).optional(),
  /** Columns that follow from claims, as the row has them. */
  said: z.partialRecord(z.enum(legacyColumns), Said).optional(),
  /** Columns that the event sheet has no place for, as they stood there. */
  other: z.record(z.string().max(200), Said).optional(),
});
export type Legacy = z.infer<typeof Legacy>;
