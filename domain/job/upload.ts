import { z } from "zod";
import { ProjectId, UploadId } from "@/domain/ids";

/** Files that wait to be read by a job, with those that are whole. */
export const Upload = z.object({
  id: UploadId,
  /** Absent for files of the whole workspace. */
  projectId: ProjectId.optional(),
  files: z.array(z.object({ name: z.string(), bytes: z.int().nonnegative() })),
});
export type Upload = z.infer<typeof Upload>;

/** Bytes and files of one upload. */
export const uploadLimits = { bytes: 1024 * 1024 * 1024, files: 2000 } as const;

/** A file's name with its folders, as a browser tells it: no way up, nothing that a terminal would act on. */
export const UploadName = z
  .string()
  .min(1)
  .max(500)
  .refine((name) => !/[\p{Cc}\p{Surrogate}\\]/u.test(name), "A name without control characters or backslashes.")
  .refine((name) => !name.split("/").some((part) => part === "" || part === "." || part === ".."), {
    error: "A path of names divided by slashes, without . and ..",
  });
