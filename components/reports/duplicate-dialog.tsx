"use client";

import { useState } from "react";
import { useTranslations } from "use-intl";
import { ReportSearch } from "@/components/reports/report-search";
import { Button } from "@/components/ui/button";
import { Dialog, DialogClose } from "@/components/ui/dialog";
import { Field } from "@/components/ui/field";
import type { ReportRow } from "@/domain/report/report";

/** Asks which report of the project one or many others repeat. */
export function DuplicateDialog({
  rows,
  open,
  onOpenChange,
  onChoose,
}: {
  rows: readonly Pick<ReportRow, "id" | "projectId" | "title">[];
  open: boolean;
  onOpenChange: (open: boolean) => void;
  onChoose: (original: string) => Promise<void>;
}) {
  const t = useTranslations("reports");
  const ui = useTranslations("ui");
  const [original, setOriginal] = useState<string | null>(null);
  const [first] = rows;
  if (!first) return null;

  return (
    <Dialog
      open={open}
      onOpenChange={onOpenChange}
      title={t("duplicateTitle")}
      description={
        rows.length === 1 ? t("duplicateLead", { title: first.title }) : t("duplicateMany", { count: rows.length })
      }
      footer={
        <>
          <DialogClose>
            <Button>{ui("cancel")}</Button>
          </DialogClose>
          <Button
            variant="primary"
            disabled={original === null}
            onClick={() => {
              if (original) void onChoose(original);
            }}
          >
            {t("duplicateSubmit")}
          </Button>
        </>
      }
    >
      <Field label={t("duplicateOf")}>
        <ReportSearch
          projectId={first.projectId}
          without={rows.map(({ id }) => id)}
          label={t("duplicateOf")}
          placeholder={t("duplicatePlaceholder")}
          value={original}
          onChange={setOriginal}
        />
      </Field>
    </Dialog>
  );
}
