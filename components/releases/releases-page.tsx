"use client";

import { useRouter } from "next/navigation";
import { useEffect, useEffectEvent, useState } from "react";
import { useTranslations } from "use-intl";
import { CancelJob, JobState } from "@/components/jobs/job-state";
import { useJob } from "@/components/jobs/use-jobs";
import type { Deciding } from "@/components/releases/release-approval";
import { ReleaseCard } from "@/components/releases/release-card";
import type { FormOf } from "@/components/releases/release-draft";
import { ReleaseForm } from "@/components/releases/release-form";
import { Page } from "@/components/shell/page";
import { Button } from "@/components/ui/button";
import { EmptyState } from "@/components/ui/empty-state";
import { Icon } from "@/components/ui/icon";
import { Paging, pageAt } from "@/components/ui/paging";
import type { Job } from "@/domain/job/job";
import { isOver } from "@/domain/job/job-values";
import type { Release } from "@/domain/release/release";

type Wanted = FormOf & {
  releases: readonly Release[];
  /** The cursor of the next page, if there is one. */
  next: string | undefined;
  /** This is not the first page. */
  paged: boolean;
  /** Makes and withdraws releases. */
  isEditor: boolean;
  deciding: Deciding;
};

/** Whether others may compare with it: its files are there, and whoever had to approve it did. */
const isThere = (state: Release["state"]) => state === "made" || state === "withdrawn";

/** A project's releases, and the form for the next one. */
export function ReleasesPage({ releases: first, next, paged, isEditor, deciding, ...form }: Wanted) {
  const t = useTranslations("releases");
  const router = useRouter();
  const [changed, setChanged] = useState<readonly Release[]>([]);
  const [open, setOpen] = useState(false);
  const [job, setJob] = useState<Job | null>(null);
  const releases = first.map((release) => changed.findLast(({ id }) => id === release.id) ?? release);
  const base = `/projects/${form.project.id}/releases`;
  const start = isEditor ? (
    <Button variant="primary" icon={<Icon name="add" />} onClick={() => setOpen(true)}>
      {t("new")}
    </Button>
  ) : null;
  return (
    <Page title={t("title")} lead={t("lead")} actions={open || (releases.length === 0 && !job) ? null : start}>
      {open ? (
        <ReleaseForm
          {...form}
          onCancel={() => setOpen(false)}
          onStarted={(started) => {
            setOpen(false);
            setJob(started);
          }}
        />
      ) : null}
      {job ? (
        <Making key={job.id} job={job} asks={form.project.releaseApproval} onOver={() => router.refresh()} />
      ) : null}
      {releases.length === 0 && !open && !job ? (
        <EmptyState title={t("emptyTitle")} action={start}>
          {t(isEditor ? "empty" : "emptyReader")}
        </EmptyState>
      ) : null}
      {releases.length > 0 ? (
        <ul aria-label={t("list")} className="divide-y divide-line">
          {releases.map((release) => (
            <ReleaseCard
              key={release.id}
              release={release}
              earlier={releases.filter(({ number, state }) => number < release.number && isThere(state))}
              mayWithdraw={isEditor}
              deciding={deciding}
              onChanged={(now) => setChanged((before) => [...before, now])}
            />
          ))}
        </ul>
      ) : null}
      <Paging label={t("pages")} first={paged ? base : undefined} next={next && pageAt(base, next)} byTime />
    </Page>
  );
}

/** A release that is being made: how far it is, and what became of it. */
function Making({ job: first, asks, onOver }: { job: Job; asks: boolean; onOver: () => void }) {
  const t = useTranslations("releases");
  const [job, setJob] = useJob(first);
  const over = isOver(job);
  const refresh = useEffectEvent(onOver);
  useEffect(() => {
    if (over) refresh();
  }, [over]);
  return (
    <section
      aria-label={t("new")}
      className="mb-8 flex flex-wrap items-start justify-between gap-4 rounded-2 bg-sunken p-4"
    >
      <div aria-live="polite" className="min-w-0 space-y-2">
        <p className="text-small">
          {over ? t(job.state === "done" ? (asks ? "endedAsking" : "ended") : "failed") : t("going")}
        </p>
        <JobState job={job} />
      </div>
      <CancelJob job={job} onCancelled={setJob} />
    </section>
  );
}
