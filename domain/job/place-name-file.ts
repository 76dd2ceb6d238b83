import { z } from "zod";
import { placeNameFileKinds } from "@/domain/gazetteer/geonames-files";
import { PlaceNameFileId, UploadId } from "@/domain/ids";
import { Job } from "@/domain/job/job";

/** A file from GeoNames or a table of P-codes that an admin added, with the job that reads it. */
export const PlaceNameFile = z.object({
  id: PlaceNameFileId,
  name: z.string(),
  /** Unknown until its first line was read. */
  kind: z.enum(placeNameFileKinds).optional(),
  bytes: z.int().nonnegative(),
  /** Lines with a place or a name that the gazetteer has from it; areas that have a P-code from it. */
  kept: z.int().nonnegative(),
  /** Lines that can't be read, or with areas that the gazetteer does not have or can't tell apart; the first of them are listed with their reasons at `/jobs/{jobId}/lines`. */
  broken: z.int().nonnegative(),
  /** Lines with what the gazetteer has no names for: hills, rivers, codes, names of places that are not in it, areas below the second level. */
  passedOver: z.int().nonnegative(),
  job: Job,
});
export type PlaceNameFile = z.infer<typeof PlaceNameFile>;

/** What the files of a workspace may hold together, and how many broken lines of one are listed. */
export const placeNameLimits = { places: 1_000_000, names: 3_000_000, listed: 1000 } as const;

/** A name of a file, without folders. */
export const PlaceNameFileName = z
  .string()
  .min(1)
  .max(200)
  .refine((name) => !/[\p{Cc}\p{Surrogate}\\/]/u.test(name), "A name without control characters or slashes.");

export const ReadPlaceNames = z.strictObject({ upload: UploadId, name: PlaceNameFileName });
export type ReadPlaceNames = z.infer<typeof ReadPlaceNames>;
