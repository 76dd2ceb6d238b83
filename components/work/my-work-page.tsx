"use client";

import Link from "next/link";
import { useTranslations } from "use-intl";
import { QueueBrief } from "@/components/queue/queue-brief";
import { Page } from "@/components/shell/page";
import { ButtonLink } from "@/components/ui/button-link";
import { EmptyState } from "@/components/ui/empty-state";
import { When } from "@/components/values/when";
import { Pools } from "@/components/work/pools";
import { WorkRow } from "@/components/work/work-row";
import type { MyWork } from "@/domain/assignment/my-work";
import type { Notification } from "@/domain/notification/notification";
import type { Project } from "@/domain/project/project";
import type { QueueRow } from "@/domain/review/queue";

const sections = [
  { state: "returned", title: "came back" },
  { state: "in progress", title: "in progress" },
  { state: "assigned", title: "new" },
] as const;

/** The first page after signing in: what came back, what is begun, what is new, and what was said to one. */
export function MyWorkPage({
  work: { items, handedIn, pools },
  said,
  deciding,
  projects,
  today,
}: {
  work: MyWork;
  /** Unread mentions and answers, newest first. */
  said: readonly Notification[];
  /** The first reports where tags wait for this person's decision. */
  deciding: readonly QueueRow[];
  projects: readonly Pick<Project, "id" | "name">[];
  /** A day by the server's calendar. */
  today: string;
}) {
  const t = useTranslations("work");
  const more = pools.some(({ waiting }) => waiting > 0);
  return (
    <Page
      title={t("title")}
      lead={
        <>
          {items.length === 0 && deciding.length > 0 ? t("decideLead") : t("lead", { count: items.length })}{" "}
          {handedIn > 0 ? t("handedIn", { count: handedIn }) : null}
        </>
      }
    >
      <div className="grid gap-x-12 gap-y-10 lg:grid-cols-[minmax(0,1fr)_20rem]">
        <div className="min-w-0 space-y-9">
          {items.length === 0 && deciding.length === 0 ? (
            <EmptyState title={t("emptyTitle")} action={<ButtonLink href="/projects">{t("allProjects")}</ButtonLink>}>
              {t(more ? "emptyPool" : "empty")}
            </EmptyState>
          ) : null}
          {sections.map(({ state, title }) => {
            const those = items.filter((item) => item.state === state);
            return those.length > 0 ? (
              <section key={state} aria-label={t(title)}>
                <h2 className="headline mb-1 text-lead">{t(title)}</h2>
                <ul className="divide-y divide-line border-y border-line">
                  {those.map((item) => (
                    <WorkRow key={item.reportId} item={item} today={today} />
                  ))}
                </ul>
              </section>
            ) : null;
          })}
          {deciding.length > 0 ? <QueueBrief rows={deciding} /> : null}
        </div>
        <div className="min-w-0 space-y-9">
          {pools.length > 0 ? <Pools pools={pools} /> : null}
          {said.length > 0 ? <Said said={said} /> : null}
          {projects.length > 0 ? (
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
          ) : null}
        </div>
      </div>
    </Page>
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
