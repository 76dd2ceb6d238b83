import type { Hit } from "@/domain/search/concordance";

/** Names a hit among those of a project. */
export const spotOf = ({ reportId, start, end }: Pick<Hit, "reportId" | "start" | "end">): string =>
  `${reportId} ${start} ${end}`;
