import { useTranslations } from "use-intl";
import type { Job } from "@/domain/job/job";
import { SuggestResult } from "@/domain/suggestion/result";

/** How many reports were read, and what came of the project's own service. */
export function SuggestOutcome({ job }: { job: Job }) {
  const t = useTranslations("jobs.suggested");
  const read = SuggestResult.safeParse(job.result);
  if (!read.success) return null;
  const { reports, service } = read.data;
  return (
    <div className="space-y-1 text-ink-2">
      <p>{t("reports", { count: reports })}</p>
      {service ? <p>{t("service", { asked: service.asked, left: service.left })}</p> : null}
      {service?.trouble ? <p className="text-bad">{service.trouble}</p> : null}
    </div>
  );
}
