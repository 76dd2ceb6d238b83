import "server-only";
import { isDescending, keyOf, type Sort, type SortKey } from "@/domain/report/sorting";

type Type = "text" | "int" | "timestamptz";

/** Only so much of a text is sorted by, so that an index can hold it. */
const letters = (column: string) => `left(lower(normalize(${column}, NFKD)), 100)`;

/**
 * What reports are sorted by, as an expression on `report r` that is never null, and its type. Words go by their letters,
 * capitals and small ones alike, an accented letter after the plain one; what is unknown stands last from A to Z.
 */
const orders: Record<SortKey, { by: string; type: Type }> = {
  imported: { by: "r.created_at", type: "timestamptz" },
  title: { by: letters("r.title"), type: "text" },
  outlet: { by: `coalesce(${letters("r.outlet")}, chr(1114109))`, type: "text" },
  published: { by: "coalesce(r.published, '')", type: "text" },
  state: {
    by: "array_position(array['new', 'in work', 'in review', 'reviewed', 'closed', 'set aside'], r.state)",
    type: "int",
  },
  priority: { by: "r.priority", type: "int" },
  due: { by: "coalesce(r.due - '2000-01-01'::date, 2147483647)", type: "int" },
  words: { by: "r.words", type: "int" },
};

/** The last row seen: how the list was sorted, that row's sort key and its id. */
export type ReportAfter = readonly [Sort, string | number, string];

/** The parts of a statement that sort and page reports; `bound` makes a value a parameter. */
export function orderOf(sort: Sort, after: ReportAfter | undefined, bound: (value: unknown) => string) {
  const { by, type } = orders[keyOf(sort)];
  const way = isDescending(sort) ? "desc" : "asc";
  const collated = type === "text" ? `(${by}) collate "C"` : by;
  return {
    way,
    key: collated,
    by: `${collated} ${way}, r.id ${way}`,
    beyond:
      after &&
      `(${collated}, r.id) ${way === "desc" ? "<" : ">"} (${bound(after[1])}::${type}, ${bound(after[2])}::uuid)`,
  };
}
