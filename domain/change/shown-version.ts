import type { TagBody, Ticket } from "@/domain/change/change";
import type { Here } from "@/domain/change/world";
import type { TagId } from "@/domain/ids";
import { nextVersion } from "@/domain/tag/next-version";
import type { Tag } from "@/domain/tag/tag";

/**
 * What a tag has besides its words once it says something else, as it is shown before a server has seen it: the version
 * stays the one the server knows, 0 when it knows none.
 */
export function shownVersion(before: Tag | undefined, { origin, derivedFrom }: TagBody, on: Ticket, here: Here) {
  const { projectId, reportId } = on;
  const weighed = derivedFrom ?? before?.derivedFrom;
  return {
    ...nextVersion(before, {
      id: on.thing as TagId, // a version is only ever of a tag
      projectId,
      reportId,
      layer: here.layer,
      codebookVersion: here.codebookVersion,
      origin,
      by: here.me,
      at: new Date(on.at).toISOString(),
    }),
    version: before?.version ?? 0,
    ...(weighed && { derivedFrom: weighed }),
  };
}
