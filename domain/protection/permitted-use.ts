import { z } from "zod";
import { PlaceCandidate } from "@/domain/gazetteer/place-candidate";
import { EntityId, OpId, PermittedUseId, ProjectId, ReportId, RevisionId, UserId } from "@/domain/ids";
import {
  circumstances,
  coarseAreas,
  consentBases,
  nameDecisions,
  permittedUses,
  widenings,
} from "@/domain/protection/permitted-use-values";
import { Anchor, SentSegment } from "@/domain/tag/tag";

export const PermittedUse = z.enum(permittedUses);
export type PermittedUse = z.infer<typeof PermittedUse>;
export type Circumstance = (typeof circumstances)[number];

const rank = (use: PermittedUse) => permittedUses.indexOf(use);

/** Of several that hold at once, the one that lets least leave. */
export const strictest = (uses: readonly PermittedUse[]): PermittedUse =>
  uses.reduce((least, use) => (rank(use) > rank(least) ? use : least), "named");

/** Whether less may leave than before. */
export const isTighter = (now: PermittedUse, before: PermittedUse): boolean => rank(now) > rank(before);

/** What holds where nobody said anything: minors and victims of sexual violence do not leave at all. */
export const usualUse = (found: readonly Circumstance[]): PermittedUse => (found.length > 0 ? "withheld" : "named");

/** What a person agreed to. Once it is withdrawn it permits nothing, and what was permitted on it ends. */
export const Consent = z
  .strictObject({
    basis: z.enum(consentBases),
    given: z.iso.date(),
    withdrawn: z.iso.date().optional(),
    note: z.string().trim().max(1000).optional(),
  })
  .refine(({ given, withdrawn }) => withdrawn === undefined || given <= withdrawn, {
    path: ["withdrawn"],
    error: "Consent is withdrawn on the day it was given or later.",
  });
export type Consent = z.infer<typeof Consent>;

/** What is said of one thing. */
const said = {
  use: PermittedUse,
  circumstances: z.array(z.enum(circumstances)).max(circumstances.length).default([]),
  consent: Consent.optional(),
  reason: z.string().trim().max(2000).default(""),
};

/** What permitted use is said of, as a client sends it. */
export const SentThing = z.discriminatedUnion("on", [
  z.strictObject({ on: z.literal("entity"), entityId: EntityId }),
  z.strictObject({ on: z.literal("place"), place: PlaceCandidate }),
  z.strictObject({ on: z.literal("report"), reportId: ReportId }),
  z.strictObject({
    on: z.literal("passage"),
    reportId: ReportId,
    revisionId: RevisionId,
    segments: z.array(SentSegment).min(1).max(50),
  }),
]);
export type SentThing = z.infer<typeof SentThing>;

/** What a client sends to set permitted use: the thing, what is said, and the version it has seen, none for the first time. */
export const SetPermittedUse = z
  .strictObject({ thing: SentThing, ...said, version: z.int().positive().optional(), opId: OpId.optional() })
  .refine(
    ({ use, circumstances: found, reason, consent }) =>
      use === "withheld" || found.length === 0 || reason !== "" || consent,
    { path: ["reason"], error: "Say why, or on what consent, somebody may leave who is usually withheld." },
  )
  .refine(({ use, consent }) => use !== "named" || consent?.withdrawn === undefined, {
    path: ["use"],
    error: "Consent was withdrawn: choose “only described” or “not at all”.",
  });
export type SetPermittedUse = z.infer<typeof SetPermittedUse>;

export const Thing = z.discriminatedUnion("on", [
  z.object({ on: z.literal("entity"), entityId: EntityId }),
  z.object({ on: z.literal("place"), place: PlaceCandidate }),
  z.object({ on: z.literal("report"), reportId: ReportId }),
  z.object({ on: z.literal("passage"), reportId: ReportId, anchor: Anchor }),
]);
export type Thing = z.infer<typeof Thing>;

/** One version of what was said. */
export const PermittedUseVersion = z.object({
  ...said,
  number: z.int().positive(),
  by: UserId,
  byName: z.string().optional(),
  at: z.iso.datetime(),
});
export type PermittedUseVersion = z.infer<typeof PermittedUseVersion>;

/** What may leave of one thing, with how it came to that. */
export const ProtectedThing = z.object({
  id: PermittedUseId,
  projectId: ProjectId,
  thing: Thing,
  /** What it is called here: the entity's or place's name, the report's title; of a passage its words are in its anchor. */
  name: z.string(),
  ...said,
  version: z.int().positive(),
  /** What it is called where it is only described. */
  pseudonym: z.string(),
  /** Set while nobody but this person sees it: it lies in their layer, and that is still closed. */
  closed: z.literal(true).optional(),
  by: UserId,
  at: z.iso.datetime(),
  history: z.array(PermittedUseVersion),
});
export type ProtectedThing = z.infer<typeof ProtectedThing>;

/** How a project protects; left out, as they usually are. */
export const ProtectionSettings = z.object({
  /** The area a place that is only described is coarsened to. */
  coarsenTo: z.enum(coarseAreas).default("district"),
  /** What dates of claims and events that name the protected are widened to. */
  widenTo: z.enum(widenings).default("as they are"),
  /** The names of those who tagged leave as pseudonyms. */
  pseudonymousAnalysts: z.boolean().default(false),
});
export type ProtectionSettings = z.infer<typeof ProtectionSettings>;

export const NameDecision = z.enum(nameDecisions);
export type NameDecision = z.infer<typeof NameDecision>;

/** A page of what is protected in a project. */
export const ProtectedPage = z.object({ items: z.array(ProtectedThing), next: z.string().optional() });
export type ProtectedPage = z.infer<typeof ProtectedPage>;

/** A protected name that may be an ordinary word; without a decision it is blocked out wherever it stands. */
export const OrdinaryName = z.object({
  name: z.string(),
  of: z.array(EntityId),
  decision: NameDecision.optional(),
  byName: z.string().optional(),
  at: z.iso.datetime().optional(),
});
export type OrdinaryName = z.infer<typeof OrdinaryName>;

export const DecideName = z.strictObject({
  name: z.string().trim().min(1).max(300),
  decision: NameDecision.nullable(),
});
export type DecideName = z.infer<typeof DecideName>;

/** An export that told more of a thing than may leave now. */
export const Disclosure = z.object({
  at: z.iso.datetime(),
  by: UserId.optional(),
  byName: z.string().optional(),
  format: z.string(),
  /** Of one report alone. */
  reportId: ReportId.optional(),
});
export type Disclosure = z.infer<typeof Disclosure>;

export const ChangeProtection = z.strictObject({
  coarsenTo: z.enum(coarseAreas).optional(),
  widenTo: z.enum(widenings).optional(),
  pseudonymousAnalysts: z.boolean().optional(),
  /** What was seen of these, so that a colleague's change is told instead of being overruled. */
  seen: ProtectionSettings.partial().optional(),
});
export type ChangeProtection = z.infer<typeof ChangeProtection>;

/** A change of permitted use to be taken back: the version that is undone. */
export const UndoPermittedUse = z.strictObject({ version: z.int().positive(), opId: OpId.optional() });
export type UndoPermittedUse = z.infer<typeof UndoPermittedUse>;
