import type { SheetColumn } from "@/domain/event/sheet";
import type { Cell } from "@/domain/formats/csv/cells";

/** What the project read: no row is not no event. */
export type Coverage = {
  outlet: string | undefined;
  first: string | undefined;
  last: string | undefined;
  reports: number;
  read: number;
  setAside: number;
};

/** The columns of what was covered. */
export const coverageColumns: readonly Pick<SheetColumn, "name" | "type">[] = [
  { name: "outlet", type: "text" },
  { name: "published_first", type: "date" },
  { name: "published_last", type: "date" },
  { name: "reports", type: "integer" },
  { name: "reviewed", type: "integer" },
  { name: "set_aside", type: "integer" },
];

export const coverageCells = ({ outlet, first, last, reports, read, setAside }: Coverage): Cell[] => [
  outlet,
  first,
  last,
  reports,
  read,
  setAside,
];
