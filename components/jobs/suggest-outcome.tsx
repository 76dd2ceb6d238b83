import { useTranslations } from "use-intl";
import type { Job } from "@/domain/job/job";
import type { SuggestResult } from "@/domain/suggestion/result";

/** How many reports were read, and what came of the project's own service. */
export function SuggestOutcome({ job }: { job: Job }) {
  const t = useTranslations("jobs.suggested");
  if (!isSuggestResult(job.result)) return null;
  const { reports, service } = job.result;
  return (
    <div className="space-y-1 text-ink-2">
      <p>{t("reports", { count: reports })}</p>
      {service ? <p>{t("service", { asked: service.asked, left: service.left })}</p> : null}
      {service?.trouble ? <p className="text-bad">{service.trouble}</p> : null}
    </div>
  );
}

const isSuggestResult = (result: unknown): result is SuggestResult =>
  typeof result === "object" && result !== null && "reports" in result && typeof result.reports === "number";
