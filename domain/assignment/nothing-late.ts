import type { WorkProgress } from "@/domain/assignment/progress";

/** What can be said truly where nothing is late: that all due work is in only if some was due. */
export type NothingLate = "all in" | "nothing due yet" | "no due dates";
export function nothingLate({ until, later }: WorkProgress["due"]): NothingLate {
  if (until > 0) return "all in";
  return later > 0 ? "nothing due yet" : "no due dates";
}
