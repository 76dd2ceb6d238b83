"use client";

import { useEffect, useRef, useState } from "react";
import { useTranslations } from "use-intl";
import { BulkBar, type BulkDialog } from "@/components/reports/bulk-bar";
import { ColumnsMenu } from "@/components/reports/columns-menu";
import { ReportTableRow, shownFrom } from "@/components/reports/report-table-row";
import { SortHead } from "@/components/reports/sort-head";
import type { TableMay } from "@/components/reports/table-may";
import { useTablePreference } from "@/components/reports/use-table-preference";
import { Table, TableHead, Th } from "@/components/ui/table";
import type { Project } from "@/domain/project/project";
import type { ReportRow } from "@/domain/report/report";
import { type ReportColumn, type Sort, sortKeys, usualColumns } from "@/domain/report/sorting";
import { countsOwn } from "@/domain/review/counting";

/**
 * The reports of a project, newest first: what each is, where it stands, how much of it is decided. Those who may
 * change many at once choose them here, by mouse or by the keys j, k and x.
 */
export function ReportTable({
  project,
  rows,
  people,
  today,
  may,
  shown,
  addressOf,
}: {
  project: Pick<Project, "id" | "name" | "mode" | "role">;
  rows: readonly ReportRow[];
  people: readonly { id: string; name: string }[];
  /** A day by the server's calendar. */
  today: string;
  may: TableMay;
  /** How this person likes the table, and how it is sorted now. */
  shown: { columns: readonly ReportColumn[]; sort: Sort };
  /** Where the table stands when sorted like that. */
  addressOf: (sort: Sort) => string;
}) {
  const t = useTranslations("reports");
  const { columns, setColumns, setSort } = useTablePreference(shown);
  const [chosen, setChosen] = useState<ReadonlySet<string>>(new Set());
  const [dialog, setDialog] = useState<BulkDialog | null>(null);
  const last = useRef<string | null>(null);
  const area = useRef<HTMLDivElement>(null);
  const those = rows.filter(({ id }) => chosen.has(id));
  const selectable = may.triage || may.assign;

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
    else if (key === "x" && row?.dataset["report"] && selectable) choose(row.dataset["report"], event.shiftKey);
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
  }, []);

  const all = rows.length > 0 && those.length === rows.length;
  return (
    <div ref={area} className={columns.length > usualColumns.length + 1 ? "overflow-x-auto" : ""}>
      <div className="mb-1 flex justify-end">
        <ColumnsMenu columns={columns} onChange={setColumns} />
      </div>
      <Table caption={t("caption", { project: project.name })}>
        <TableHead>
          {selectable ? (
            <Th className="w-8 pe-0!">
              <input
                type="checkbox"
                aria-label={t("chooseAll")}
                checked={all}
                onChange={() => setChosen(all ? new Set() : new Set(rows.map(({ id }) => id)))}
                className="tick align-middle"
              />
            </Th>
          ) : null}
          <SortHead column="title" sort={shown.sort} addressOf={addressOf} onSort={setSort} />
          {columns.map((column) => {
            const key = sortKeys.find((each) => each === column);
            return key ? (
              <SortHead
                key={column}
                column={key}
                sort={shown.sort}
                from={shownFrom[column]}
                addressOf={addressOf}
                onSort={setSort}
              />
            ) : (
              <Th key={column} from={shownFrom[column]}>
                {t(column)}
              </Th>
            );
          })}
          {may.triage ? (
            <Th>
              <span className="sr-only">{t("deeds")}</span>
            </Th>
          ) : null}
        </TableHead>
        <tbody>
          {rows.map((row) => (
            <ReportTableRow
              key={row.id}
              row={row}
              columns={columns}
              names={row.assignees.flatMap((id) => people.find((person) => person.id === id)?.name ?? [])}
              today={today}
              own={countsOwn(project, row.layersOpenedAt !== undefined)}
              mayTriage={may.triage}
              chosen={selectable ? chosen.has(row.id) : undefined}
              onChoose={(far) => choose(row.id, far)}
            />
          ))}
        </tbody>
      </Table>
      {selectable ? (
        <BulkBar
          projectId={project.id}
          rows={those}
          people={people}
          may={may}
          dialog={dialog}
          onDialog={setDialog}
          onClear={() => setChosen(new Set())}
        />
      ) : null}
    </div>
  );
}
