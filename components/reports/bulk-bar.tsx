"use client";

import { useRouter } from "next/navigation";
import { useState } from "react";
import { useTranslations } from "use-intl";
import { useAsk } from "@/components/api/ask";
import { overruledIn } from "@/components/api/problem-note";
import { AssignDialog } from "@/components/reports/assign-dialog";
import { DuplicateDialog } from "@/components/reports/duplicate-dialog";
import { PlanDialog } from "@/components/reports/plan-dialog";
import type { TableMay } from "@/components/reports/table-may";
import { Button } from "@/components/ui/button";
import { Icon } from "@/components/ui/icon";
import { Menu, MenuChoice } from "@/components/ui/menu";
import { useToast } from "@/components/ui/toast";
import type { ReportId } from "@/domain/ids";
import type { ReportRow, Triage } from "@/domain/report/report";
import { triages } from "@/domain/report/report-values";

export type BulkDialog = "assign" | "plan" | "duplicate";

/** What can be done with the reports that are chosen; it stays at the lower edge while there are any. */
export function BulkBar({
  projectId,
  rows,
  people,
  may,
  dialog,
  onDialog,
  onClear,
}: {
  projectId: string;
  rows: readonly ReportRow[];
  people: readonly { id: string; name: string }[];
  may: TableMay;
  dialog: BulkDialog | null;
  onDialog: (dialog: BulkDialog | null) => void;
  onClear: () => void;
}) {
  const t = useTranslations("reports");

  const [busy, setBusy] = useState(false);
  const reports = rows.map(({ id }) => id);
  const close = () => onDialog(null);

  const triage = useTriage({ setBusy, rows, projectId, reports, close });

  return (
    <>
      <section
        aria-label={t("bulk")}
        className={
          rows.length === 0
            ? "sr-only"
            : "sticky inset-be-4 z-20 mx-auto mt-4 flex w-fit max-w-full flex-wrap items-center gap-2 rounded-3 border border-line bg-surface px-4 py-2.5 shadow-float"
        }
      >
        <output className="me-2 text-small font-medium">{t("chosen", { count: rows.length })}</output>
        {rows.length === 0 ? null : (
          <>
            {may.assign ? (
              <>
                <Button size="small" kbd="a" onClick={() => onDialog("assign")}>
                  {t("assign")}
                </Button>
                <Button size="small" kbd="p" onClick={() => onDialog("plan")}>
                  {t("plan")}
                </Button>
              </>
            ) : null}
            {may.triage ? <TriageMenu busy={busy} rows={rows} onDialog={onDialog} onTriage={triage} /> : null}
            <Button size="small" variant="quiet" onClick={onClear}>
              {t("clearChosen")}
            </Button>
            <span className="text-tiny text-ink-3 max-md:hidden">{t("keysHint")}</span>
          </>
        )}
      </section>
      <Dialogs
        dialog={dialog}
        projectId={projectId}
        reports={reports}
        people={people}
        close={close}
        onClear={onClear}
        rows={rows}
        onTriage={triage}
      />
    </>
  );
}

/** Sets all of the chosen reports to one triage, which can be taken back. */
function useTriage({
  setBusy,
  rows,
  projectId,
  reports,
  close,
}: {
  setBusy: (value: boolean) => void;
  rows: readonly ReportRow[];
  projectId: string;
  reports: ReportId[];
  close: () => void;
}) {
  const ask = useAsk();
  const toast = useToast();
  const api = useTranslations("api");
  const t = useTranslations("reports");
  const values = useTranslations("values.triage");
  const router = useRouter();
  async function triage(chosen: Triage, duplicateOf?: string) {
    setBusy(true);
    const seen = Object.fromEntries(rows.map(({ id, triage: before }) => [id, { triage: before }]));
    const change = { triage: chosen, seen, ...(duplicateOf ? { duplicateOf } : {}) };
    const answer = await ask("PATCH", `/projects/${projectId}/reports`, { reports, ...change });
    setBusy(false);
    if (!answer.ok) {
      const { problem } = answer;
      return toast({ tone: "bad", title: overruledIn(problem, api) ?? problem.detail ?? api("unreachable") });
    }
    toast({
      title: t("triagedMany", { count: rows.length, triage: values(chosen) }),
      undo: () => void takeBack(chosen).then(() => router.refresh()),
    });
    close();
    router.refresh();
  }

  async function takeBack(seen: Triage) {
    for (const { id, triage: before, duplicateOf } of rows) {
      await ask("PUT", `/reports/${id}/triage`, { triage: before, seen, ...(duplicateOf ? { duplicateOf } : {}) });
    }
  }
  return triage;
}

function TriageMenu({
  busy,
  rows,
  onDialog,
  onTriage,
}: {
  busy: boolean;
  rows: readonly ReportRow[];
  onDialog: (dialog: BulkDialog | null) => void;
  onTriage: (chosen: Triage, duplicateOf?: string) => Promise<void>;
}) {
  const t = useTranslations("reports");
  const values = useTranslations("values.triage");
  return (
    <Menu
      trigger={
        <Button size="small" busy={busy}>
          {t("triage")}
          <Icon name="up" />
        </Button>
      }
    >
      <MenuChoice
        label={t("triage")}
        value={sameTriage(rows)}
        options={triages.map((value) => ({ value, label: values(value) }))}
        onChange={(chosen) => {
          if (chosen === "duplicate of") onDialog("duplicate");
          else void onTriage(chosen);
        }}
        closes
      />
    </Menu>
  );
}

function Dialogs({
  dialog,
  projectId,
  reports,
  people,
  close,
  onClear,
  rows,
  onTriage,
}: {
  dialog: BulkDialog | null;
  projectId: string;
  reports: ReportId[];
  people: readonly { id: string; name: string }[];
  close: () => void;
  onClear: () => void;
  rows: readonly ReportRow[];
  onTriage: (chosen: Triage, duplicateOf?: string) => Promise<void>;
}) {
  return (
    <>
      {dialog === "assign" ? (
        <AssignDialog projectId={projectId} reports={reports} people={people} onClose={close} onDone={onClear} />
      ) : null}
      {dialog === "plan" ? <PlanDialog projectId={projectId} rows={rows} onClose={close} onDone={onClear} /> : null}
      {dialog === "duplicate" ? (
        <DuplicateDialog
          rows={rows}
          open
          onOpenChange={(open) => {
            if (!open) close();
          }}
          onChoose={(original) => onTriage("duplicate of", original)}
        />
      ) : null}
    </>
  );
}

/** What all of them are already; "untriaged" where they differ. */
const sameTriage = (rows: readonly ReportRow[]): Triage =>
  rows.find(({ triage }) => rows.every((row) => row.triage === triage))?.triage ?? "untriaged";
