"use client";

import { useTranslations } from "use-intl";
import { CancelJob, JobState } from "@/components/jobs/job-state";
import { useJobs } from "@/components/jobs/use-jobs";
import { Page } from "@/components/shell/page";
import { ButtonLink } from "@/components/ui/button-link";
import { Dotted } from "@/components/ui/dotted";
import { EmptyState } from "@/components/ui/empty-state";
import { Icon } from "@/components/ui/icon";
import { Paging, pageAt } from "@/components/ui/paging";
import { RowLink, Table, TableHead, Td, Th, Tr } from "@/components/ui/table";
import { When } from "@/components/values/when";
import type { Job } from "@/domain/job/job";

/** What runs and ran in the background of a project, newest first. */
export function JobsPage({
  projectId,
  jobs: first,
  next,
  paged,
}: {
  projectId: string;
  jobs: readonly Job[];
  /** The cursor of the next page, if there is one. */
  next: string | undefined;
  /** This is not the first page. */
  paged: boolean;
}) {
  const t = useTranslations("jobs");
  const [jobs, take] = useJobs(projectId, first);
  const base = `/projects/${projectId}/jobs`;
  const start = (
    <ButtonLink href={`/projects/${projectId}/import/annotated`} icon={<Icon name="upload" />}>
      {t("import")}
    </ButtonLink>
  );
  return (
    <Page title={t("title")} lead={t("lead")} actions={jobs.length > 0 ? start : null}>
      {jobs.length === 0 ? (
        <EmptyState title={t("emptyTitle")} action={start}>
          {t("empty")}
        </EmptyState>
      ) : (
        <Table caption={t("caption")}>
          <TableHead>
            <Th>{t("job")}</Th>
            <Th from="md">{t("started")}</Th>
            <Th>{t("state")}</Th>
            <Th>
              <span className="sr-only">{t("deeds")}</span>
            </Th>
          </TableHead>
          <tbody>
            {jobs.map((job) => (
              <Tr key={job.id}>
                <Td>
                  <RowLink href={`${base}/${job.id}`} className="font-medium">
                    {t(`kinds.${job.kind}`)}
                  </RowLink>
                </Td>
                <Td from="md" className="text-ink-2">
                  <Dotted facts={[job.byName, <When key="at" value={job.at} time />]} joint=", " />
                </Td>
                <Td>
                  <JobState job={job} />
                </Td>
                <Td className="text-end">
                  <div className="relative inline-block">
                    <CancelJob job={job} onCancelled={take} />
                  </div>
                </Td>
              </Tr>
            ))}
          </tbody>
        </Table>
      )}
      <Paging label={t("pages")} first={paged ? base : undefined} next={next && pageAt(base, next)} byTime />
    </Page>
  );
}
