"use client";

import { useTranslations } from "use-intl";
import { ConcordanceFile, isConcordance } from "@/components/jobs/concordance-file";
import { ImportOutcome } from "@/components/jobs/import-outcome";
import { CancelJob, JobState } from "@/components/jobs/job-state";
import { SuggestOutcome } from "@/components/jobs/suggest-outcome";
import { useJob } from "@/components/jobs/use-jobs";
import { SheetOutcome } from "@/components/sheet-back/sheet-outcome";
import { Page } from "@/components/shell/page";
import { ButtonLink } from "@/components/ui/button-link";
import { Dotted } from "@/components/ui/dotted";
import { When } from "@/components/values/when";
import type { Job } from "@/domain/job/job";
import { isOver } from "@/domain/job/job-values";

/** One job: how far it is, and what came of it. */
export function JobPage({ job: first }: { job: Job }) {
  const t = useTranslations("jobs");
  const [job, setJob] = useJob(first);
  return (
    <Page
      narrow
      title={t(`kinds.${job.kind}`)}
      lead={<Dotted facts={[job.byName, <When key="at" value={job.at} time />]} joint=", " />}
      actions={
        isOver(job) ? (
          <ButtonLink href={`/projects/${job.projectId}`}>{t("toReports")}</ButtonLink>
        ) : (
          <CancelJob job={job} onCancelled={setJob} />
        )
      }
    >
      <div className="space-y-8">
        <div aria-live="polite">
          <JobState job={job} />
        </div>
        {isConcordance(job.result) ? <ConcordanceFile result={job.result} /> : null}
        {job.kind === "import-annotated" && isOver(job) ? <ImportOutcome job={job} /> : null}
        {job.kind === "import-sheet" && isOver(job) ? <SheetOutcome job={job} /> : null}
        {job.kind === "suggest" ? <SuggestOutcome job={job} /> : null}
      </div>
    </Page>
  );
}
