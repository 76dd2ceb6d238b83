import type { Hit } from "@/domain/search/concordance";
import type { HitSort } from "@/domain/search/hit-sorts";

export type Asked = { q: string; sort: HitSort };

/** Names a hit among those of a project. */
export const spotOf = ({ reportId, start, end }: Pick<Hit, "reportId" | "start" | "end">): string =>
  `${reportId} ${start} ${end}`;
