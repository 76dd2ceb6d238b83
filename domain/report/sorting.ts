/** What the reports table can be sorted by; `imported` is the time of the import. */
export const sortKeys = ["imported", "title", "outlet", "published", "state", "priority", "due", "words"] as const;
export type SortKey = (typeof sortKeys)[number];

/** A sort key, with a minus sign before it for descending order. */
export type Sort = SortKey | `-${SortKey}`;

export const sorts: readonly [Sort, ...Sort[]] = [
  "imported",
  ...sortKeys.slice(1),
  ...sortKeys.map((key) => `-${key}` as const),
];

export const usualSort: Sort = "-imported";

export const keyOf = (sort: Sort): SortKey => sortKeys.find((key) => sort === key || sort === `-${key}`) ?? "imported";

export const isDescending = (sort: Sort): boolean => sort.startsWith("-");

/** Which way a column is sorted at the first click: the latest, most urgent or longest first, words from A to Z. */
const firstWay: Record<SortKey, Sort> = {
  imported: "-imported",
  title: "title",
  outlet: "outlet",
  published: "-published",
  state: "state",
  priority: "-priority",
  due: "due",
  words: "-words",
};

/** How to sort after a click on a column: its own first way, then the other. */
export function sortAfterClick(now: Sort, key: SortKey): Sort {
  const first = firstWay[key];
  if (now !== first) return first;
  return isDescending(first) ? key : `-${key}`;
}

/** Columns of the reports table besides the title, in the order in which they stand. */
export const reportColumns = [
  "outlet",
  "fields",
  "published",
  "imported",
  "language",
  "words",
  "assignee",
  "priority",
  "due",
  "state",
  "tags",
] as const;
export type ReportColumn = (typeof reportColumns)[number];

export const usualColumns: readonly ReportColumn[] = ["published", "language", "assignee", "state", "tags"];
