"use client";

import { useRouter } from "next/navigation";
import { type FormEvent, useState } from "react";
import { useTranslations } from "use-intl";
import { ProblemNote } from "@/components/api/problem-note";
import { FoundInSheet } from "@/components/sheet-back/found-in-sheet";
import { SheetChoices } from "@/components/sheet-back/sheet-choices";
import { type SheetChoice, useSheet } from "@/components/sheet-back/use-sheet";
import { Banner } from "@/components/ui/banner";
import { Button } from "@/components/ui/button";
import { Field } from "@/components/ui/field";
import { Input } from "@/components/ui/input";

const usual: SheetChoice = { columns: {}, as: "open", geoPrecision: 3, coordinateBasis: "analyst's point" };

/** Takes a sheet, shows what it would do, and brings it back. */
export function BringSheet({ projectId }: { projectId: string }) {
  const t = useTranslations("sheetBack");
  const api = useTranslations("api");
  const router = useRouter();
  const [file, setFile] = useState<File | null>(null);
  const [choice, setChoice] = useState(usual);
  const { checking, checked, refused, sending, check, recheck, run, again } = useSheet(projectId);
  const busy = sending.busy || checking;
  function submit(event: FormEvent) {
    event.preventDefault();
    if (!busy && file) void check(file, choice);
  }
  async function bring() {
    const job = await run(choice);
    if (job) router.push(`/projects/${projectId}/jobs/${job.id}`);
  }
  const counts = checked?.counts;
  const idle = counts !== undefined && counts.legacy + counts.changed + counts.meanwhile === 0;
  return (
    <div className="space-y-8">
      {sending.problem ? <ProblemNote problem={sending.problem} kept={api("formKept")} /> : null}
      {refused ? <Banner tone="bad">{refused}</Banner> : null}
      {checked ? (
        <>
          <FoundInSheet check={checked} projectId={projectId} />
          <SheetChoices
            check={checked}
            choice={choice}
            onChange={setChoice}
            busy={busy}
            onRecheck={() => void recheck(choice)}
          />
          {idle ? <p>{t("nothing")}</p> : null}
          <div className="flex flex-wrap gap-3">
            <Button variant="primary" size="large" busy={busy} disabled={idle} onClick={() => void bring()}>
              {t("run")}
            </Button>
            <Button
              size="large"
              onClick={() => {
                setFile(null);
                setChoice(usual);
                again();
              }}
            >
              {t("another")}
            </Button>
          </div>
        </>
      ) : (
        <form onSubmit={submit} className="space-y-5">
          <Field label={t("file")} hint={t("fileHint")}>
            <Input
              type="file"
              accept=".csv,.tsv,.txt,.xlsx"
              onChange={(event) => setFile(event.target.files?.[0] ?? null)}
            />
          </Field>
          <Button variant="primary" size="large" type="submit" busy={busy} disabled={file === null}>
            {t("check")}
          </Button>
        </form>
      )}
      <p aria-live="polite" className="text-small text-ink-2">
        {checking ? t("checking") : ""}
      </p>
    </div>
  );
}
