"use client";

import { type RefObject, useEffect, useRef, useState } from "react";
import type { BulkDialog } from "@/components/reports/bulk-bar";
import type { TableMay } from "@/components/reports/table-may";
import type { ReportRow } from "@/domain/report/report";

/** Which reports of a table are chosen, and the keys that choose them: j and k go on, x chooses, a and p ask what for. */
export function useChosen(rows: readonly ReportRow[], area: RefObject<HTMLDivElement | null>, may: TableMay) {
  const [chosen, setChosen] = useState<ReadonlySet<string>>(new Set());
  const [dialog, setDialog] = useState<BulkDialog | null>(null);
  const last = useRef<string | null>(null);
  const those = rows.filter(({ id }) => chosen.has(id));

  function choose(id: string, far: boolean) {
    const next = new Set(chosen);
    const on = !next.has(id);
    const at = rows.findIndex((row) => row.id === id);
    const from = far ? rows.findIndex((row) => row.id === last.current) : -1;
    const span = from < 0 ? [at] : [Math.min(from, at), Math.max(from, at)];
    for (const { id: each } of rows.slice(span[0], (span.at(-1) ?? at) + 1)) {
      if (on) next.add(each);
      else next.delete(each);
    }
    last.current = id;
    setChosen(next);
  }

  function press(event: KeyboardEvent) {
    const { key, target } = event;
    if (event.metaKey || event.ctrlKey || event.altKey || !(target instanceof HTMLElement)) return;
    const row = target.closest<HTMLElement>("[data-report]");
    const links = [...(area.current?.querySelectorAll<HTMLElement>("[data-report] a[href]") ?? [])];
    const at = links.findIndex((link) => row?.contains(link));
    if (key === "j" || key === "k") links[Math.max(0, at + (key === "j" ? 1 : -1))]?.focus();
    else if (key === "x" && row?.dataset["report"] && (may.triage || may.assign))
      choose(row.dataset["report"], event.shiftKey);
    else if (key === "a" && may.assign && those.length > 0) setDialog("assign");
    else if (key === "p" && may.assign && those.length > 0) setDialog("plan");
    else return;
    event.preventDefault();
  }

  const pressed = useRef(press);
  useEffect(() => {
    pressed.current = press;
  });
  useEffect(() => {
    const { current } = area;
    const listen = (event: KeyboardEvent) => pressed.current(event);
    current?.addEventListener("keydown", listen);
    return () => current?.removeEventListener("keydown", listen);
  }, [area]);

  return { chosen, setChosen, choose, those, dialog, setDialog };
}
