import { z } from "zod";
import { noticeKinds } from "@/domain/event/event-values";
import { coordinateBases, featureTypes } from "@/domain/gazetteer/place-values";
import { EntityId, ReportId, TagId, UserId } from "@/domain/ids";
import { EventTime, Quantity } from "@/domain/tag/claim";
import { actorRoles, certainties, claimKinds, polarities, standings } from "@/domain/tag/claim-values";
import { placeRoles, type RelationKind } from "@/domain/tag/relation-values";
import { TagState } from "@/domain/tag/tag";

/** Somebody in a chain of attribution. Without an id: the outlet of a report, which stands there as text only. */
export const Speaker = z.object({
  id: EntityId.optional(),
  name: z.string(),
  /** "Local sources": nobody can tell two of them apart within one outlet. */
  unnamed: z.boolean(),
  /** An outlet, which is also the origin of what its own articles say. */
  isOutlet: z.boolean(),
  /** The outlet an unnamed source lives in; left out: the one of the report. */
  outlet: z.string().optional(),
  side: z.string().optional(),
  reliability: z.string().optional(),
});
export type Speaker = z.infer<typeof Speaker>;

export const EvidencePlace = z.object({
  id: TagId,
  words: z.string(),
  role: z.enum(placeRoles).optional(),
  precision: z.int().min(1).max(3).optional(),
  primary: z.boolean(),
  name: z.string().optional(),
  latitude: z.number().optional(),
  longitude: z.number().optional(),
  featureType: z.enum(featureTypes).optional(),
  coordinateBasis: z.enum(coordinateBases).optional(),
  admin1: z.string().optional(),
  admin2: z.string().optional(),
  admin1Pcode: z.string().optional(),
  admin2Pcode: z.string().optional(),
  country: z.string().optional(),
});
export type EvidencePlace = z.infer<typeof EvidencePlace>;

/** A report that was corrected, retracted or has vanished since. */
export const ReportNotice = z.object({
  kind: z.enum(noticeKinds),
  on: z.iso.date(),
  words: z.string(),
  by: UserId,
});
export type ReportNotice = z.infer<typeof ReportNotice>;

/** What happened to one report, if anything did. */
export const NoticeOf = z.object({ notice: ReportNotice.optional() });
export type NoticeOf = z.infer<typeof NoticeOf>;

/** What somebody sends to say what happened to a report: when it was noticed, and the notice in words. */
export const PutNotice = z.strictObject({
  kind: z.enum(noticeKinds),
  on: z.iso.date(),
  words: z.string().trim().min(1).max(2000),
});
export type PutNotice = z.infer<typeof PutNotice>;

export const EvidenceActor = z.object({
  id: EntityId,
  name: z.string(),
  role: z.enum(actorRoles),
  side: z.string().optional(),
});

/** A claim as an event sees it: with the report it stands in, where it happened and who said so. */
export const Evidence = z.object({
  claimId: TagId,
  reportId: ReportId,
  reportTitle: z.string(),
  outlet: z.string().optional(),
  /** The day of publication. */
  published: z.iso.date().optional(),
  /** Its report is a copy: the report that it goes back to. */
  copyOf: z.object({ reportId: ReportId, outlet: z.string().optional() }).optional(),
  quote: z.string(),
  start: z.int(),
  restatement: z.string().optional(),
  state: TagState,
  version: z.int().positive(),
  kind: z.enum(claimKinds).optional(),
  standing: z.enum(standings).optional(),
  certainty: z.enum(certainties).optional(),
  polarity: z.enum(polarities).optional(),
  eventType: z.string().optional(),
  time: EventTime.optional(),
  saidAt: z.iso.date().optional(),
  figures: z.array(Quantity),
  actors: z.array(EvidenceActor),
  places: z.array(EvidencePlace),
  /** Each from whoever the report cites to the one who is cited last; none: the article itself says it. */
  chains: z.array(z.array(Speaker)),
  credibility: z.int().optional(),
  notice: ReportNotice.optional(),
});
export type Evidence = z.infer<typeof Evidence>;

/** A link between two claims, of one report or of several. */
export type ClaimLink = { kind: RelationKind; from: TagId; to: TagId };
