"use client";

import { useFormatter } from "use-intl";

/** How long ago an instant was, in words. */
export function useAgo(): (at: string) => string {
  const format = useFormatter();
  return (at) => format.relativeTime(new Date(at), new Date());
}
