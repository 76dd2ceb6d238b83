import type { Cell } from "@/domain/formats/csv/cells";
import type { ColumnType } from "@/domain/formats/csv/column";
import type { Hit } from "@/domain/search/concordance";

type HitColumn = { name: string; type: ColumnType; of(hit: Hit): Cell };

/** A concordance as a table: the words in the middle, then where they stand. */
export const hitColumns: readonly HitColumn[] = [
  { name: "left", type: "text", of: ({ left }) => left.trim() },
  { name: "match", type: "text", of: ({ word }) => word },
  { name: "right", type: "text", of: ({ right }) => right.trim() },
  { name: "report", type: "text", of: ({ title }) => title },
  { name: "outlet", type: "text", of: ({ outlet }) => outlet },
  { name: "published", type: "date", of: ({ published }) => published },
  { name: "language", type: "text", of: ({ language }) => language },
  { name: "report_id", type: "id", of: ({ reportId }) => reportId },
  { name: "revision", type: "integer", of: ({ revision }) => revision },
  { name: "start", type: "integer", of: ({ start }) => start },
  { name: "end", type: "integer", of: ({ end }) => end },
];

export const hitCells = (hit: Hit): Cell[] => hitColumns.map(({ of }) => of(hit));
