"use client";

import { useFormatter, useTranslations } from "use-intl";
import { Lines } from "@/components/jobs/import-outcome";
import { ButtonLink } from "@/components/ui/button-link";
import { isSheetResult } from "@/domain/event/sheet-back/is-result";
import type { Job } from "@/domain/job/job";

const figures = ["changed", "meanwhile", "legacy", "known", "unchanged", "setAside"] as const;

/** What a sheet that came back did: in figures, and row by row. */
export function SheetOutcome({ job }: { job: Job }) {
  const t = useTranslations("sheetBack");
  const result = useTranslations("jobs.result");
  const format = useFormatter();
  const done = isSheetResult(job.result) ? job.result : undefined;
  return (
    <section aria-labelledby="result" className="space-y-6">
      <h2 id="result" className="headline text-lead">
        {result("title")}
      </h2>
      {done ? (
        <dl className="grid grid-cols-2 gap-x-6 gap-y-3 sm:grid-cols-3">
          {figures.map((each) => (
            <div key={each}>
              <dt className="text-small text-ink-2">{t(`counts.${each}`)}</dt>
              <dd className="text-title tabular-nums">{format.number(done.counts[each])}</dd>
            </div>
          ))}
        </dl>
      ) : null}
      {done && done.counts.changed + done.counts.meanwhile > 0 ? (
        <ButtonLink variant="primary" href={`/projects/${job.projectId}/events/sheet/changes`}>
          {t("review.title")}
        </ButtonLink>
      ) : null}
      <Lines jobId={job.id} />
    </section>
  );
}
