import { z } from "zod";
import { ProjectId, SavedSearchId } from "@/domain/ids";
import { LONGEST } from "@/domain/search/query";

/** So many searches one person keeps at most. */
export const mostSaved = 100;
/** Beyond this many new results nobody counts. */
export const mostNew = 100;

/** A search that somebody keeps to come back to. It is theirs alone. */
export const SavedSearch = z.object({
  id: SavedSearchId,
  name: z.string(),
  q: z.string(),
  /** Left out: in every project. */
  projectId: ProjectId.optional(),
  projectName: z.string().optional(),
  /** Whether the inbox tells of what is new. */
  notify: z.boolean(),
  /** What can be found since this person looked, at most 100. */
  fresh: z.int().nonnegative(),
});
export type SavedSearch = z.infer<typeof SavedSearch>;

const name = z.string().trim().min(1).max(100);

export const SaveSearch = z.strictObject({
  id: SavedSearchId.optional(),
  name,
  q: z.string().trim().min(1).max(LONGEST),
  projectId: ProjectId.optional(),
  notify: z.boolean().default(false),
});
export type SaveSearch = z.infer<typeof SaveSearch>;

/** `looked`: everything that can be found now has been seen. */
export const ChangeSavedSearch = z.strictObject({
  name: name.optional(),
  notify: z.boolean().optional(),
  looked: z.literal(true).optional(),
});
export type ChangeSavedSearch = z.infer<typeof ChangeSavedSearch>;
