import { z } from "zod";
import { AskedRelease } from "@/domain/release/asked";
import { ReleaseFile } from "@/domain/release/release";

/** What the analysts agree on, or why there is no figure. */
export const ReleasedAgreement = z.object({
  mode: z.enum(["shared", "independent"]),
  figures: z.array(
    z.object({
      name: z.string(),
      value: z.number().nullable(),
      low: z.number().nullable(),
      high: z.number().nullable(),
    }),
  ),
  /** Reports or decisions that the figures rest on. */
  basis: z.int().nonnegative(),
  why: z.string().optional(),
});
export type ReleasedAgreement = z.infer<typeof ReleasedAgreement>;

/** What changed since the release before, in rows of the tables that a delta follows. */
export const ChangedSince = z.object({
  number: z.int().positive(),
  digest: z.string(),
  added: z.int().nonnegative(),
  changed: z.int().nonnegative(),
  withdrawn: z.int().nonnegative(),
});
export type ChangedSince = z.infer<typeof ChangedSince>;

/** What `manifest.json` of a release says. Files are all but itself. */
export const ReleaseManifest = z.object({
  format: z.literal("glossator-release"),
  formatVersion: z.literal(1),
  generator: z.string(),
  project: z.object({ id: z.uuid(), slug: z.string(), name: z.string(), mode: z.string() }),
  number: z.int().positive(),
  title: z.string(),
  releasedAt: z.iso.datetime(),
  licence: z.string(),
  creators: z.array(z.string()),
  citation: z.string(),
  note: z.string(),
  asked: AskedRelease,
  offsetUnit: z.string(),
  codebookVersion: z.int(),
  /** Of the guidelines' words, by which two versions of them are told apart. */
  guidelinesSha256: z.string(),
  agreement: ReleasedAgreement,
  counts: z.record(z.string(), z.int()),
  losses: z.array(z.object({ what: z.string(), count: z.int().nullable(), how: z.string() })),
  since: ChangedSince.nullable(),
  attribution: z.string(),
  files: z.array(ReleaseFile),
});
export type ReleaseManifest = z.infer<typeof ReleaseManifest>;

/** The names that every release has. */
export const manifestName = "manifest.json";
export const withdrawnName = "withdrawn.csv";

/** JSON as every file of a release is written: two blanks, a line end last. */
export const jsonFile = (value: unknown) => `${JSON.stringify(value, null, 2)}\n`;
