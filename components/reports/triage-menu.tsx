"use client";

import { useRouter } from "next/navigation";
import { useState } from "react";
import { useTranslations } from "use-intl";
import type { Problem } from "@/client/api/answer";
import { useAsk } from "@/components/api/ask";
import { overruledIn } from "@/components/api/problem-note";
import { DuplicateDialog } from "@/components/reports/duplicate-dialog";
import { Icon } from "@/components/ui/icon";
import { Menu, MenuChoice } from "@/components/ui/menu";
import { useToast } from "@/components/ui/toast";
import type { ReportRow, Triage } from "@/domain/report/report";
import { triages } from "@/domain/report/report-values";

/** What a first look says a report is worth. Every choice can be taken back. */
export function TriageMenu({ row }: { row: ReportRow }) {
  const t = useTranslations("reports");
  const values = useTranslations("values");
  const api = useTranslations("api");
  const ask = useAsk();
  const router = useRouter();
  const toast = useToast();
  const [choosing, setChoosing] = useState(false);

  const put = (triage: Triage, seen: Triage, duplicateOf?: string) =>
    ask("PUT", `/reports/${row.id}/triage`, { triage, seen, ...(duplicateOf ? { duplicateOf } : {}) });

  async function triage(chosen: Triage, duplicateOf?: string): Promise<Problem | null> {
    const answer = await put(chosen, row.triage, duplicateOf);
    if (!answer.ok) {
      const { detail, title } = answer.problem;
      toast({ tone: "bad", title: overruledIn(answer.problem, api) ?? detail ?? (title || api("unreachable")) });
      router.refresh();
      return answer.problem;
    }
    router.refresh();
    toast({
      title: t("triaged", { title: row.title, triage: values(`triage.${chosen}`) }),
      undo: () => {
        void put(row.triage, chosen, row.duplicateOf).then(() => router.refresh());
      },
    });
    return null;
  }

  return (
    <span className="relative z-1">
      <Menu
        trigger={
          <button
            type="button"
            aria-label={t("triageOf", { title: row.title })}
            className="inline-grid size-8 place-items-center rounded-2 text-ink-3 hover:bg-sunken hover:text-ink"
          >
            <Icon name="more" />
          </button>
        }
      >
        <MenuChoice
          label={t("triage")}
          value={row.triage}
          options={triages.map((value) => ({ value, label: values(`triage.${value}`) }))}
          onChange={(chosen) => {
            if (chosen === "duplicate of") setChoosing(true);
            else if (chosen !== row.triage) void triage(chosen);
          }}
          closes
        />
      </Menu>
      <DuplicateDialog
        rows={[row]}
        open={choosing}
        onOpenChange={setChoosing}
        onChoose={async (original) => {
          if ((await triage("duplicate of", original)) === null) setChoosing(false);
        }}
      />
    </span>
  );
}
