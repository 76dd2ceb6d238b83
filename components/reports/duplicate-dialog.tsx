"use client";

import { useEffect, useState } from "react";
import { useTranslations } from "use-intl";
import { useAsk } from "@/components/api/ask";
import { Button } from "@/components/ui/button";
import { Combobox } from "@/components/ui/combobox";
import { Dialog, DialogClose } from "@/components/ui/dialog";
import { Field } from "@/components/ui/field";
import type { ReportRow } from "@/domain/report/report";

const NEWEST = 100;

/** Asks which report another one repeats, among the newest of the project. */
export function DuplicateDialog({
  row,
  open,
  onOpenChange,
  onChoose,
}: {
  row: ReportRow;
  open: boolean;
  onOpenChange: (open: boolean) => void;
  onChoose: (original: string) => Promise<void>;
}) {
  const t = useTranslations("reports");
  const ui = useTranslations("ui");
  const ask = useAsk();
  const [others, setOthers] = useState<readonly ReportRow[] | null>(null);
  const [original, setOriginal] = useState<string | null>(null);

  useEffect(() => {
    if (!open || others) return;
    void ask<{ items: ReportRow[] }>("GET", `/projects/${row.projectId}/reports?limit=${NEWEST}`).then((answer) => {
      setOthers(answer.ok ? answer.value.items.filter((other) => other.id !== row.id) : []);
    });
  }, [open, others, ask, row.projectId, row.id]);

  return (
    <Dialog
      open={open}
      onOpenChange={onOpenChange}
      title={t("duplicateTitle")}
      description={t("duplicateLead", { title: row.title })}
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
        <Combobox
          label={t("duplicateOf")}
          placeholder={t("duplicatePlaceholder")}
          busy={others === null}
          options={(others ?? []).map((other) => ({ value: other.id, label: other.title, detail: other.outlet }))}
          value={original}
          onChange={setOriginal}
        />
      </Field>
    </Dialog>
  );
}
