import { z } from "zod";
import { ProjectId, ReleaseId, UserId } from "@/domain/ids";
import { AskedRelease } from "@/domain/release/asked";
import { releaseDecisions, releaseStates } from "@/domain/release/release-values";

export const ReleaseFile = z.object({
  name: z.string(),
  bytes: z.int().nonnegative(),
  /** Lower-case hex. */
  sha256: z.string(),
});
export type ReleaseFile = z.infer<typeof ReleaseFile>;

/** A dataset that was frozen with a number. */
export const Release = z.object({
  id: ReleaseId,
  projectId: ProjectId,
  number: z.int().positive(),
  state: z.enum(releaseStates),
  title: z.string(),
  asked: AskedRelease,
  counts: z.record(z.string(), z.int()),
  /** SHA-256 of `manifest.json`, by which the release is known. */
  digest: z.string(),
  bytes: z.int().nonnegative(),
  by: UserId,
  byName: z.string(),
  at: z.iso.datetime(),
  withdrawn: z.object({ by: UserId, byName: z.string(), at: z.iso.datetime(), reason: z.string() }).optional(),
  /** What the second person said, where a project asks for one. Whoever asked may take their own release back. */
  decided: z
    .object({ by: UserId, byName: z.string(), at: z.iso.datetime(), approved: z.boolean(), reason: z.string() })
    .optional(),
  /** When its files were deleted because a report in it was; names and digests stay. */
  erasedAt: z.iso.datetime().optional(),
});
export type Release = z.infer<typeof Release>;

export const ReleaseWithFiles = Release.extend({ files: z.array(ReleaseFile) });
export type ReleaseWithFiles = z.infer<typeof ReleaseWithFiles>;

/** Why a release is withdrawn. */
export const WithdrawRelease = z.strictObject({ reason: z.string().trim().min(1).max(2000) });
export type WithdrawRelease = z.infer<typeof WithdrawRelease>;

/** A second person's word on a release, bound to the digest that they looked at. */
export const DecideRelease = z
  .strictObject({
    decision: z.enum(releaseDecisions),
    digest: z.string().regex(/^[0-9a-f]{64}$/, "The SHA-256 of its manifest, in lower-case hex."),
    /** Why; one who declines says so. */
    reason: z.string().trim().max(2000).default(""),
  })
  .refine(({ decision, reason }) => decision === "approve" || reason !== "", {
    path: ["reason"],
    error: "Say why, so that whoever asked knows what to change.",
  });
export type DecideRelease = z.infer<typeof DecideRelease>;

/** What keeps a release from being made, in the order in which it is said. */
export const holdUps = ["nothing", "undecided-restates", "one-layer"] as const;
export const HoldUp = z.object({ what: z.enum(holdUps), count: z.int().nonnegative() });
export type HoldUp = z.infer<typeof HoldUp>;

/** What a release would hold, counted before it is made. */
export const ReleasePreview = z.object({
  counts: z.record(z.string(), z.int()),
  events: z.int().nonnegative(),
  files: z.array(z.object({ name: z.string(), rows: z.int().nonnegative() })),
  held: z.array(HoldUp),
});
export type ReleasePreview = z.infer<typeof ReleasePreview>;
