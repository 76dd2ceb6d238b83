import type { ProjectId, ReportId, TagId, UserId } from "@/domain/ids";
import { afterNewVersion } from "@/domain/tag/state";
import type { Tag } from "@/domain/tag/tag";

/** How a version is made, but for what it says. */
export type Making = {
  id: TagId;
  projectId: ProjectId;
  reportId: ReportId;
  /** Of a new tag. */
  layer: string;
  codebookVersion: number;
  /** Left out: as it was, and of a new tag a person. */
  origin: string | undefined;
  by: UserId;
  at: string;
};

/** What the next version of a tag has besides its words: it waits for a decision, as every new version does. */
export const nextVersion = (before: Tag | undefined, making: Making) => ({
  id: making.id,
  projectId: making.projectId,
  reportId: making.reportId,
  layer: before?.layer ?? making.layer,
  state: afterNewVersion(),
  version: (before?.version ?? 0) + 1,
  origin: making.origin ?? before?.origin ?? "person",
  codebookVersion: making.codebookVersion,
  createdBy: before?.createdBy ?? making.by,
  createdAt: before?.createdAt ?? making.at,
  updatedBy: making.by,
  updatedAt: making.at,
  ...(before?.verdict && { verdict: before.verdict }),
});

/** A tag that nobody stands behind any more. `undecided`: as if nobody had decided what it was derived from. */
export function withdrawnBy(
  tag: Tag,
  { by, at, undecided }: { by: UserId; at: string; undecided?: boolean | undefined },
): Tag {
  return {
    ...tag,
    state: "withdrawn",
    updatedBy: by,
    updatedAt: at,
    ...(undecided && { derivedFrom: [] }),
  };
}
