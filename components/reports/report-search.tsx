"use client";

import { useEffect, useState } from "react";
import { useAsk } from "@/components/api/ask";
import { Combobox } from "@/components/ui/combobox";
import type { ReportRow } from "@/domain/report/report";

/** Milliseconds after the last letter before the server is asked. */
const PAUSE = 200;

/** Finds a report of the project by words of its title, however many reports there are. */
export function ReportSearch({
  projectId,
  without,
  label,
  placeholder,
  value,
  valueLabel,
  onChange,
}: {
  projectId: string;
  /** Reports that cannot be chosen. */
  without: readonly string[];
  label: string;
  placeholder: string;
  value: string | null;
  valueLabel?: string | undefined;
  /** With the report that was chosen. */
  onChange: (id: string | null, report: ReportRow | undefined) => void;
}) {
  const ask = useAsk();
  const [query, setQuery] = useState("");
  const [found, setFound] = useState<readonly ReportRow[] | null>(null);

  useEffect(() => {
    let wanted = true;
    const timer = window.setTimeout(() => {
      const words = query.trim() ? `&q=${encodeURIComponent(query.trim())}` : "";
      void ask("GET", `/projects/${projectId}/reports?limit=20${words}`).then((answer) => {
        if (wanted) setFound(answer.ok ? answer.value.items : []);
      });
    }, PAUSE);
    return () => {
      wanted = false;
      window.clearTimeout(timer);
    };
  }, [ask, projectId, query]);

  return (
    <Combobox
      label={label}
      placeholder={placeholder}
      busy={found === null}
      options={(found ?? [])
        .filter(({ id }) => !without.includes(id))
        .map((report) => ({ value: report.id, label: report.title, detail: report.outlet }))}
      value={value}
      valueLabel={valueLabel}
      onChange={(id) =>
        onChange(
          id,
          found?.find((report) => report.id === id),
        )
      }
      onQuery={setQuery}
    />
  );
}
