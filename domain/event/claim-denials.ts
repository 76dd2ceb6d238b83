import { z } from "zod";
import { deniable } from "@/domain/event/event-values";
import { EventId, ReportId, TagId } from "@/domain/ids";

/** The other end of a denial: a claim with its words, who said it, and the event in which one denies the other. */
export const DenialEnd = z.object({
  claimId: TagId,
  reportId: ReportId,
  reportTitle: z.string(),
  quote: z.string(),
  /** Who said it last; empty for the article itself. */
  speakers: z.array(z.string()),
  /** What of it is denied. */
  what: z.array(z.enum(deniable)),
  eventId: EventId,
  eventTitle: z.string(),
});
export type DenialEnd = z.infer<typeof DenialEnd>;

/** What a claim denies and by which claims it is denied, in the events that it is part of. */
export const ClaimDenials = z.object({ denies: z.array(DenialEnd), deniedBy: z.array(DenialEnd) });
export type ClaimDenials = z.infer<typeof ClaimDenials>;
