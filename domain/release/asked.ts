import { z } from "zod";
import { ReportId, UserId } from "@/domain/ids";
import { dateMeanings, layersReleased, releasableStates } from "@/domain/release/release-values";

const share = z.int().min(0).max(100);

/** Hundredths of the groups of reports; they need not come to a hundred. */
const Shares = z
  .strictObject({ train: share, dev: share, test: share })
  .refine(({ train, dev, test }) => train + dev + test > 0, "At least one part gets something.");

const DateRange = z
  .strictObject({ which: z.enum(dateMeanings), from: z.iso.date().optional(), to: z.iso.date().optional() })
  .refine(({ from, to }) => from !== undefined || to !== undefined, "A first or a last day.")
  .refine(({ from, to }) => from === undefined || to === undefined || from <= to, {
    path: ["to"],
    error: "The last day is before the first.",
  });

/** What a release is made of; null is everything. */
export const ReleaseFilters = z.strictObject({
  states: z.array(z.enum(releasableStates)).min(1).max(releasableStates.length).default(["accepted"]),
  kinds: z.array(z.string().min(1).max(100)).min(1).max(200).nullable().default(null),
  /** Who made the tags first. */
  people: z.array(UserId).min(1).max(500).nullable().default(null),
  date: DateRange.nullable().default(null),
  /** BCP 47; "ar" is "ar-SY" too. */
  languages: z
    .array(z.string().regex(/^[A-Za-z0-9-]{2,35}$/, "A language tag such as ar or ar-SY."))
    .min(1)
    .max(100)
    .nullable()
    .default(null),
  reports: z.array(ReportId).min(1).max(10_000).nullable().default(null),
  /** The layer that counts, or in an independent project each analyst's beside it. */
  layers: z.enum(layersReleased).default("counted"),
});
export type ReleaseFilters = z.infer<typeof ReleaseFilters>;

const line = (most: number) => z.string().trim().min(1).max(most).refine(hasNoBreak, "One line.");

/** What somebody asks for when they make a release. */
export const AskedRelease = z.strictObject({
  ...ReleaseFilters.shape,
  title: line(200),
  /** An identifier of SPDX, or words. */
  licence: line(200),
  creators: z.array(line(200)).min(1).max(50),
  /** What is new, or what a reader has to know. */
  note: z.string().trim().max(5000).default(""),
  split: Shares.nullable().default(null),
});
export type AskedRelease = z.infer<typeof AskedRelease>;

function hasNoBreak(text: string): boolean {
  return !/[\r\n\u2028\u2029]/.test(text);
}
