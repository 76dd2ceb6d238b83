"use client";

import { useTranslations } from "use-intl";
import { Button } from "@/components/ui/button";
import { Checkbox } from "@/components/ui/checkbox";
import { Icon } from "@/components/ui/icon";
import { Popover } from "@/components/ui/popover";
import { type ReportColumn, reportColumns, usualColumns } from "@/domain/report/sorting";

/** Chooses the columns of the reports table. */
export function ColumnsMenu({
  columns,
  onChange,
}: {
  columns: readonly ReportColumn[];
  onChange: (columns: readonly ReportColumn[]) => void;
}) {
  const t = useTranslations("reports");
  return (
    <Popover
      align="end"
      label={t("columns")}
      className="w-60"
      trigger={
        <Button size="small" icon={<Icon name="settings" />}>
          {t("columns")}
        </Button>
      }
    >
      <fieldset>
        <legend className="eyebrow mb-1">{t("columns")}</legend>
        {reportColumns.map((column) => (
          <Checkbox
            key={column}
            label={t(column)}
            checked={columns.includes(column)}
            onChange={(on) => onChange(reportColumns.filter((each) => (each === column ? on : columns.includes(each))))}
          />
        ))}
      </fieldset>
      <Button size="small" variant="quiet" className="mt-2" onClick={() => onChange(usualColumns)}>
        {t("usualColumns")}
      </Button>
    </Popover>
  );
}
