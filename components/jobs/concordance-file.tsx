"use client";

import { useTranslations } from "use-intl";
import { DownloadLink } from "@/components/ui/download-link";
import type { ConcordanceResult } from "@/domain/job/concordance";

/** Whether what came of a job is the file of a concordance. */
export const isConcordance = (result: unknown): result is ConcordanceResult =>
  typeof result === "object" && result !== null && "hits" in result && "upload" in result;

/** The file that a job wrote, to be fetched. */
export function ConcordanceFile({ result: { hits, upload, name } }: { result: ConcordanceResult }) {
  const t = useTranslations("jobs.concordance");
  return (
    <section aria-labelledby="file" className="max-w-md space-y-3">
      <h2 id="file" className="headline text-lead">
        {t("title")}
      </h2>
      <p className="text-ink-2">{t("hits", { hits })}</p>
      <DownloadLink href={`/api/v1/me/files/${upload}`} label={t("download", { name })}>
        {t("download", { name })}
      </DownloadLink>
    </section>
  );
}
