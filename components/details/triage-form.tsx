"use client";

import { useRouter } from "next/navigation";
import { useState } from "react";
import { useTranslations } from "use-intl";
import type { Problem } from "@/client/api/answer";
import { useAsk } from "@/components/api/ask";
import { overruledIn } from "@/components/api/problem-note";
import { ReportSearch } from "@/components/reports/report-search";
import { Field } from "@/components/ui/field";
import { Select } from "@/components/ui/input";
import { useToast } from "@/components/ui/toast";
import type { ReportRow, Triage } from "@/domain/report/report";
import { triages } from "@/domain/report/report-values";

/** What a colleague made of it meanwhile. */
const triageNow = ({ changed, current }: Problem): Triage | undefined =>
  changed && typeof current === "object" && current !== null && "triage" in current
    ? triages.find((each) => each === current.triage)
    : undefined;

/** What a first look says a report is worth; a duplicate also says of what. Kept at once, and can be taken back. */
export function TriageForm({
  report,
  original,
  mayTriage,
}: {
  report: ReportRow;
  original: string | undefined;
  mayTriage: boolean;
}) {
  const t = useTranslations("details");
  const values = useTranslations("values.triage");
  const api = useTranslations("api");
  const ask = useAsk();
  const router = useRouter();
  const toast = useToast();
  const [chosen, setChosen] = useState(report.triage);

  const put = (triage: Triage, seen: Triage, duplicateOf?: string) =>
    ask("PUT", `/reports/${report.id}/triage`, { triage, seen, ...(duplicateOf ? { duplicateOf } : {}) });

  async function keep(triage: Triage, duplicateOf?: string) {
    const answer = await put(triage, report.triage, duplicateOf);
    if (!answer.ok) {
      const told = overruledIn(answer.problem, api);
      const problem = told ?? answer.problem.errors?.[0]?.reason ?? answer.problem.detail;
      setChosen(triageNow(answer.problem) ?? report.triage);
      if (told) router.refresh();
      return toast({ tone: "bad", title: problem ?? api("unreachable") });
    }
    toast({
      title: t("triaged", { triage: values(triage) }),
      undo: () => {
        setChosen(report.triage);
        void put(report.triage, triage, report.duplicateOf).then(() => router.refresh());
      },
    });
    router.refresh();
  }

  return (
    <div className="grid gap-4 sm:grid-cols-2">
      <Field label={t("triage")}>
        <Select
          value={chosen}
          disabled={!mayTriage}
          onChange={({ target }) => {
            const triage = triages.find((each) => each === target.value);
            if (!triage) return;
            setChosen(triage);
            if (triage !== "duplicate of") void keep(triage);
          }}
        >
          {triages.map((each) => (
            <option key={each} value={each}>
              {values(each)}
            </option>
          ))}
        </Select>
      </Field>
      {chosen === "duplicate of" ? (
        <Field label={t("duplicateOf")}>
          <ReportSearch
            projectId={report.projectId}
            without={[report.id]}
            label={t("duplicateOf")}
            placeholder={t("duplicatePlaceholder")}
            value={report.duplicateOf ?? null}
            valueLabel={original}
            onChange={(id) => {
              if (id) void keep("duplicate of", id);
            }}
          />
        </Field>
      ) : null}
    </div>
  );
}
