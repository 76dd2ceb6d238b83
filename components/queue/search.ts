import type { QueueFilters } from "@/domain/review/queue";
import { queueFilterNames } from "@/domain/review/queue-values";

/** The filters as an address carries them. */
export function searchOf(filters: QueueFilters): URLSearchParams {
  const search = new URLSearchParams();
  for (const name of queueFilterNames) if (filters[name]) search.set(name, String(filters[name]));
  return search;
}
