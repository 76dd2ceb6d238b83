"use client";

import { useRouter } from "next/navigation";
import { type FormEvent, useState } from "react";
import { useTranslations } from "use-intl";
import { ProblemNote } from "@/components/api/problem-note";
import { ChooseFiles } from "@/components/import/annotated/choose-files";
import { Decide, type Here } from "@/components/import/annotated/decide";
import { useAnnotated } from "@/components/import/annotated/use-annotated";
import { Banner } from "@/components/ui/banner";
import { Button } from "@/components/ui/button";
import { Progress } from "@/components/ui/progress";

/** Sends annotated files, shows what they hold, and starts their import, which goes on by itself. */
export function AnnotatedImport({ projectId, here }: { projectId: string; here: Here }) {
  const t = useTranslations("importAnnotated");
  const api = useTranslations("api");
  const router = useRouter();
  const [files, setFiles] = useState<readonly File[]>([]);
  const { sent, checking, checked, refused, sending, check, recheck, run, again } = useAnnotated(projectId);
  const busy = sending.busy || checking;
  const note = sending.problem ? <ProblemNote problem={sending.problem} kept={api("formKept")} /> : null;
  const wrong = refused ? <Banner tone="bad">{refused}</Banner> : null;
  if (checked) {
    return (
      <div className="space-y-6">
        {note}
        {wrong}
        <Decide
          key={`${checked.check.format.id} ${JSON.stringify(checked.check.asks)}`}
          checked={checked}
          here={here}
          busy={busy}
          onRecheck={(as) => void recheck(as)}
          onAgain={() => {
            setFiles([]);
            again();
          }}
          onRun={async (data) => {
            const job = await run(data);
            if (job) router.push(`/projects/${projectId}/jobs/${job.id}`);
          }}
        />
      </div>
    );
  }
  function submit(event: FormEvent) {
    event.preventDefault();
    if (!busy) void check(files);
  }
  return (
    <form onSubmit={submit} className="space-y-6">
      {note}
      {wrong}
      <ChooseFiles files={files} onChange={setFiles} />
      <div className="flex flex-wrap items-center gap-4">
        <Button variant="primary" size="large" type="submit" busy={busy} disabled={files.length === 0}>
          {t("submit", { count: Math.max(files.length, 1) })}
        </Button>
        {sent ? (
          <div className="min-w-48 grow">
            <Progress label={t("sending")} done={sent.done} total={sent.total} countsHidden />
          </div>
        ) : null}
        <p aria-live="polite" className="text-small text-ink-2">
          {sent ? t("sending") : checking ? t("checking") : ""}
        </p>
      </div>
    </form>
  );
}
