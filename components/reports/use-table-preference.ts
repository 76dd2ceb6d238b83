"use client";

import { useState } from "react";
import { useAsk } from "@/components/api/ask";
import type { ReportColumn, Sort } from "@/domain/report/sorting";

/** The columns and the order of the reports table; both are kept with the person, so that they are the same on every device. */
export function useTablePreference(initial: { columns: readonly ReportColumn[]; sort: Sort }): {
  columns: readonly ReportColumn[];
  setColumns: (columns: readonly ReportColumn[]) => void;
  setSort: (sort: Sort) => void;
} {
  const ask = useAsk();
  const [columns, setColumns] = useState(initial.columns);
  const keep = (reports: { columns: readonly ReportColumn[]; sort: Sort }) =>
    void ask("PATCH", "/me", { preferences: { reports } });
  return {
    columns,
    setColumns: (chosen) => {
      setColumns(chosen);
      keep({ columns: chosen, sort: initial.sort });
    },
    setSort: (sort) => keep({ columns, sort }),
  };
}
