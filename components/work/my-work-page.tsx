"use client";

import Link from "next/link";
import { useTranslations } from "use-intl";
import { QueueBrief } from "@/components/queue/queue-brief";
import { Page } from "@/components/shell/page";
import { ButtonLink } from "@/components/ui/button-link";
import { EmptyState } from "@/components/ui/empty-state";
import { Paging, pageAt } from "@/components/ui/paging";
import { When } from "@/components/values/when";
import { BackRow } from "@/components/work/back-row";
import { Pools } from "@/components/work/pools";
import { SubmittedList } from "@/components/work/submitted-list";
import { WorkRow } from "@/components/work/work-row";
import type { MyWork, WorkItem } from "@/domain/assignment/my-work";
import type { Notification } from "@/domain/notification/notification";
import type { Project } from "@/domain/project/project";
import type { QueueRow } from "@/domain/review/queue";

const sections = [
  { state: "in progress", title: "in progress" },
  { state: "assigned", title: "new" },
] as const;

/**
 * The first page after signing in: what came back, what is begun, what is new, what is submitted, and what was said to
 * one.
 */
export function MyWorkPage({
  work,
  said,
  deciding,
  projects,
  now,
  paged,
}: {
  work: MyWork;
  /** Unread mentions and answers, newest first. */
  said: readonly Notification[];
  /** A page of the reports that wait for this person as a reviewer. */
  deciding: { items: readonly QueueRow[]; next?: string };
  projects: readonly Pick<Project, "id" | "name">[];
  /** By the server's clock. */
  now: string;
  /** This is not the first page of one's own work. */
  paged: boolean;
}) {
  const t = useTranslations("work");
  const { items, back, submitted, handedIn, pools } = work;
  const more = pools.some(({ waiting }) => waiting > 0);
  const isBack = new Set(back.map(({ reportId }) => reportId));
  const returned = items.filter(({ state }) => state === "returned");
  const asked = items.length + back.filter(({ reportId }) => !items.some((item) => item.reportId === reportId)).length;
  const nothing = asked === 0 && deciding.items.length === 0 && submitted.length === 0 && !paged;
  return (
    <Page
      title={t("title")}
      lead={
        <>
          {asked === 0 && deciding.items.length > 0
            ? t("decideLead")
            : t(work.next || paged ? "leadMore" : "lead", { count: asked })}{" "}
          {handedIn > 0 ? t("submittedLead", { count: handedIn }) : null}
        </>
      }
    >
      <div className="grid gap-x-12 gap-y-10 lg:grid-cols-[minmax(0,1fr)_20rem]">
        <div className="min-w-0 space-y-9">
          {nothing ? (
            <EmptyState title={t("emptyTitle")} action={<ButtonLink href="/projects">{t("allProjects")}</ButtonLink>}>
              {t(more ? "emptyPool" : "empty")}
            </EmptyState>
          ) : null}
          {returned.length + back.length > 0 ? <CameBack returned={returned} back={back} now={now} /> : null}
          {sections.map(({ state, title }) => {
            const those = items.filter((item) => item.state === state && !isBack.has(item.reportId));
            return those.length > 0 ? <WorkSection key={state} title={title} items={those} now={now} /> : null;
          })}
          <Paging
            first={paged ? "/work" : undefined}
            next={work.next && pageAt("/work", work.next)}
            label={t("pages")}
          />
          {deciding.items.length > 0 ? <QueueBrief rows={deciding.items} next={deciding.next} now={now} /> : null}
          {submitted.length > 0 ? (
            <SubmittedList
              items={submitted}
              now={now}
              next={work.nextSubmitted && `/work?submitted=${encodeURIComponent(work.nextSubmitted)}`}
            />
          ) : null}
        </div>
        <div className="min-w-0 space-y-9">
          {pools.length > 0 ? <Pools pools={pools} /> : null}
          {said.length > 0 ? <Said said={said} /> : null}
          {projects.length > 0 ? <OwnProjects projects={projects} /> : null}
        </div>
      </div>
    </Page>
  );
}

/** What a reviewer or the pool sent back. */
function CameBack({ returned, back, now }: { returned: readonly WorkItem[]; back: MyWork["back"]; now: string }) {
  const t = useTranslations("work");
  return (
    <section aria-label={t("came back")}>
      <h2 className="headline mb-1 text-lead">{t("came back")}</h2>
      <ul className="divide-y divide-line border-y border-line">
        {returned.map((item) => (
          <WorkRow
            key={item.reportId}
            item={item}
            back={back.find(({ reportId }) => reportId === item.reportId)}
            now={now}
          />
        ))}
        {back
          .filter(({ reportId }) => !returned.some((item) => item.reportId === reportId))
          .map((each) => (
            <BackRow key={each.reportId} back={each} now={now} />
          ))}
      </ul>
    </section>
  );
}

function OwnProjects({ projects }: { projects: readonly Pick<Project, "id" | "name">[] }) {
  const t = useTranslations("work");
  return (
    <section aria-label={t("projects")}>
      <h2 className="headline mb-1 text-lead">{t("projects")}</h2>
      <ul className="divide-y divide-line border-y border-line text-small">
        {projects.map(({ id, name }) => (
          <li key={id}>
            <Link href={`/projects/${id}`} className="block py-2 text-ink no-underline hover:underline">
              <bdi>{name}</bdi>
            </Link>
          </li>
        ))}
      </ul>
    </section>
  );
}

function WorkSection({
  title,
  items,
  now,
}: {
  title: (typeof sections)[number]["title"];
  items: readonly WorkItem[];
  now: string;
}) {
  const t = useTranslations("work");
  return (
    <section aria-label={t(title)}>
      <h2 className="headline mb-1 text-lead">{t(title)}</h2>
      <ul className="divide-y divide-line border-y border-line">
        {items.map((item) => (
          <WorkRow key={item.reportId} item={item} back={undefined} now={now} />
        ))}
      </ul>
    </section>
  );
}

function Said({ said }: { said: readonly Notification[] }) {
  const t = useTranslations("work");
  return (
    <section aria-label={t("mentions")}>
      <h2 className="headline mb-1 text-lead">{t("mentions")}</h2>
      <ul className="divide-y divide-line border-y border-line text-small">
        {said.map((each) => (
          <li key={each.id}>
            <Link
              prefetch={false}
              href={
                each.reportId ? `/reports/${each.reportId}${each.threadId ? `?thread=${each.threadId}` : ""}` : "/work"
              }
              className="block py-2 text-ink no-underline hover:underline"
            >
              {t(each.kind === "mentioned" || each.kind === "replied" ? each.kind : "commented", { name: each.byName })}
              <span className="block truncate text-ink-3">
                <bdi>{each.reportTitle}</bdi> · <When value={each.at} time />
              </span>
            </Link>
          </li>
        ))}
      </ul>
    </section>
  );
}
