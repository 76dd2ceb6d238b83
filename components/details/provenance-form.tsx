"use client";

import { useRouter } from "next/navigation";
import { type FormEvent, useState } from "react";
import { useTranslations } from "use-intl";
import { useAsk } from "@/components/api/ask";
import { ProblemNote } from "@/components/api/problem-note";
import { useSending } from "@/components/api/use-sending";
import { type ProvenanceDraft, ProvenanceFields } from "@/components/import/provenance-fields";
import { Button } from "@/components/ui/button";
import { useToast } from "@/components/ui/toast";
import type { ReportRow } from "@/domain/report/report";

const draftOf = (report: ReportRow): ProvenanceDraft => ({
  title: report.title,
  outlet: report.outlet ?? "",
  author: report.author ?? "",
  published: report.published ?? "",
  retrieved: report.retrieved ?? "",
  url: report.url ?? "",
  language: report.language,
  direction: report.direction,
});

/** Fields that a correction may empty; the others always say something. */
const emptied = ["outlet", "author", "published", "retrieved", "url"] as const;

const seenOf = (report: ReportRow, changes: readonly (readonly [keyof ProvenanceDraft, unknown])[]) =>
  Object.fromEntries(changes.map(([name]) => [name, report[name] ?? null]));

/** Corrects where a report comes from; only what was changed is sent. */
export function ProvenanceForm({ report, mayChange }: { report: ReportRow; mayChange: boolean }) {
  const t = useTranslations("details");
  const api = useTranslations("api");
  const ask = useAsk();
  const router = useRouter();
  const toast = useToast();
  const sending = useSending();
  /** The report as it was when the draft was filled in: a colleague's change arrives later and is not in the draft. */
  const [seen, setSeen] = useState(report);
  const [draft, setDraft] = useState(() => draftOf(report));

  async function submit(event: FormEvent) {
    event.preventDefault();
    const before = draftOf(seen);
    const names = Object.keys(before) as (keyof ProvenanceDraft)[];
    const changes = names.flatMap((name) => {
      const value = draft[name].trim();
      if (value === before[name]) return [];
      const empty = value === "" && emptied.some((each) => each === name);
      return [[name, empty ? null : value] as const];
    });
    if (changes.length === 0) return;
    const done = await sending.send(() =>
      ask("PATCH", `/reports/${report.id}`, {
        ...Object.fromEntries(changes),
        seen: seenOf(seen, changes),
      }),
    );
    if (!done) return;
    setSeen(done);
    setDraft(draftOf(done));
    toast({ title: t("provenanceKept") });
    router.refresh();
  }

  return (
    <form onSubmit={(event) => void submit(event)}>
      <fieldset disabled={!mayChange} className="space-y-4">
        {sending.problem ? <ProblemNote problem={sending.problem} kept={api("formKept")} /> : null}
        <ProvenanceFields draft={draft} onChange={setDraft} errorOf={sending.errorOf} titled />
        {mayChange ? (
          <Button type="submit" busy={sending.busy}>
            {t("keepProvenance")}
          </Button>
        ) : null}
      </fieldset>
    </form>
  );
}
