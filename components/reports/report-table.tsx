"use client";

import { type ComponentProps, useRef } from "react";
import { useTranslations } from "use-intl";
import { BulkBar } from "@/components/reports/bulk-bar";
import { ColumnsMenu } from "@/components/reports/columns-menu";
import { ReportTableRow, shownFrom } from "@/components/reports/report-table-row";
import { SortHead } from "@/components/reports/sort-head";
import type { TableMay } from "@/components/reports/table-may";
import { useChosen } from "@/components/reports/use-chosen";
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
  const area = useRef<HTMLDivElement>(null);
  const selectable = may.triage || may.assign;
  const { chosen, setChosen, choose, those, dialog, setDialog } = useChosen(rows, area, may);
  const all = rows.length > 0 && those.length === rows.length;
  return (
    <div ref={area} className={columns.length > usualColumns.length + 1 ? "overflow-x-auto" : ""}>
      <div className="mb-1 flex justify-end">
        <ColumnsMenu columns={columns} onChange={setColumns} />
      </div>
      <Table caption={t("caption", { project: project.name })}>
        <Head
          columns={columns}
          all={selectable ? all : undefined}
          onAll={() => setChosen(all ? new Set() : new Set(rows.map(({ id }) => id)))}
          triage={may.triage}
          sorting={{ sort: shown.sort, addressOf, onSort: setSort }}
        />
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

type Sorting = Pick<ComponentProps<typeof SortHead>, "sort" | "addressOf" | "onSort">;

function Head({
  columns,
  all,
  onAll,
  triage,
  sorting,
}: {
  columns: readonly ReportColumn[];
  /** Whether all are chosen; undefined where none can be. */
  all: boolean | undefined;
  onAll: () => void;
  triage: boolean;
  sorting: Sorting;
}) {
  const t = useTranslations("reports");
  return (
    <TableHead>
      {all !== undefined ? (
        <Th className="w-8 pe-0!">
          <input
            type="checkbox"
            aria-label={t("chooseAll")}
            checked={all}
            onChange={onAll}
            className="tick align-middle"
          />
        </Th>
      ) : null}
      <SortHead column="title" {...sorting} />
      {columns.map((column) => {
        const key = sortKeys.find((each) => each === column);
        return key ? (
          <SortHead key={column} column={key} from={shownFrom[column]} {...sorting} />
        ) : (
          <Th key={column} from={shownFrom[column]}>
            {t(column)}
          </Th>
        );
      })}
      {triage ? (
        <Th>
          <span className="sr-only">{t("deeds")}</span>
        </Th>
      ) : null}
    </TableHead>
  );
}
