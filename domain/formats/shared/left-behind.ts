import type { Format } from "@/domain/formats/format";
import type { Loss } from "@/domain/formats/loss";

/** What every format leaves behind: links of which an end does not leave, and comments that nobody asked for. */
export const leftBehind: Format["losses"] = (counts, _filters, { comments }) => {
  const all: readonly Loss[] = [
    { what: "relations-without-both-ends", count: counts.relationsLeftBehind, how: "dropped" },
    { what: "comments-not-asked-for", count: comments ? 0 : counts.comments, how: "dropped" },
  ];
  return all.filter(({ count }) => count !== 0);
};
