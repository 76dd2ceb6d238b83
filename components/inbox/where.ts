import type { Notification } from "@/domain/notification/notification";

/** The very place that a line of the inbox is about. */
export function whereIs({ reportId, threadId, tagId, projectId }: Notification): string {
  if (!reportId) return `/projects/${projectId}`;
  if (threadId) return `/reports/${reportId}?thread=${threadId}`;
  return `/reports/${reportId}${tagId ? `?tag=${tagId}` : ""}`;
}
