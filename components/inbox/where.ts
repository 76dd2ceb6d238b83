import type { Notification } from "@/domain/notification/notification";

/** Decisions lead to where their analyst answers them. */
const answered: ReadonlySet<Notification["kind"]> = new Set(["returned", "rejected", "corrected"]);

const ofReleases: ReadonlySet<Notification["kind"]> = new Set([
  "release-asked",
  "release-approved",
  "release-declined",
]);

/** The very place that a line of the inbox is about. */
export function whereIs({ kind, reportId, threadId, tagId, projectId, searchId }: Notification): string {
  if (searchId) return `/search?saved=${searchId}`;
  if (ofReleases.has(kind)) return `/projects/${projectId}/releases`;
  if (!reportId) return `/projects/${projectId}`;
  if (threadId) return `/reports/${reportId}?thread=${threadId}`;
  if (!tagId) return `/reports/${reportId}`;
  return `/reports/${reportId}?tag=${tagId}${answered.has(kind) ? "&review=1" : ""}`;
}
