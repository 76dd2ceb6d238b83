"use client";

import Link from "next/link";
import { useTranslations } from "use-intl";
import { Page } from "@/components/shell/page";
import { ButtonLink } from "@/components/ui/button-link";
import { DownloadLink } from "@/components/ui/download-link";
import { Table, TableHead, Td, Th, Tr } from "@/components/ui/table";
import type { EventCheck } from "@/domain/event/checks";
import type { Coverage } from "@/domain/event/coverage";
import type { Project } from "@/domain/project/project";

/** The event sheet: what to look at before it leaves, what was covered, and the files. */
export function EventSheetPage({
  project,
  checks,
  coverage,
  mayImport,
}: {
  project: Pick<Project, "id" | "name">;
  checks: readonly EventCheck[];
  coverage: readonly Coverage[];
  /** Whether this person may bring a sheet back. */
  mayImport: boolean;
}) {
  const t = useTranslations("events.sheet");
  const file = (query: string) => `/api/v1/projects/${project.id}/events/export?${query}`;
  return (
    <Page
      title={t("title")}
      lead={t("lead", { project: project.name })}
      actions={
        <>
          <ButtonLink href={`/projects/${project.id}/events/data-week`}>{t("toWeek")}</ButtonLink>
          <ButtonLink href={`/projects/${project.id}/events/sheet/changes`}>{t("changes")}</ButtonLink>
          {mayImport ? <ButtonLink href={`/projects/${project.id}/events/sheet/back`}>{t("bring")}</ButtonLink> : null}
        </>
      }
    >
      <div className="mb-10 grid gap-3 sm:grid-cols-2 lg:grid-cols-3">
        <DownloadLink href={file("format=csv")} label={t("csv")}>
          {t("csv")}
        </DownloadLink>
        <DownloadLink href={file("format=xlsx")} look="further" label={t("xlsx")}>
          {t("xlsx")}
        </DownloadLink>
        <DownloadLink href={file("format=geojson")} look="further" label={t("geojson")}>
          {t("geojson")}
        </DownloadLink>
        <DownloadLink href={file("format=kml")} look="further" label={t("kml")}>
          {t("kml")}
        </DownloadLink>
        <DownloadLink href={file("format=csv&table=coverage")} look="further" label={t("coverageCsv")}>
          {t("coverageCsv")}
        </DownloadLink>
      </div>
      <Checks base={`/projects/${project.id}/events`} checks={checks} />
      <section aria-labelledby="coverage" className="mt-10">
        <h2 id="coverage" className="headline text-lead">
          {t("coverage")}
        </h2>
        <p className="mb-3 text-small text-ink-3">{t("coverageLead")}</p>
        <Table caption={t("coverage")}>
          <TableHead>
            <Th>{t("outlet")}</Th>
            <Th from="sm">{t("published")}</Th>
            <Th numeric>{t("reports")}</Th>
            <Th numeric>{t("reviewed")}</Th>
            <Th numeric>{t("setAside")}</Th>
          </TableHead>
          <tbody>
            {coverage.map(({ outlet, first, last, reports, read, setAside }) => (
              <Tr key={outlet ?? ""}>
                <Td>
                  <bdi>{outlet ?? t("noOutlet")}</bdi>
                </Td>
                <Td from="sm">{[...new Set([first, last])].filter(Boolean).join(" – ")}</Td>
                <Td numeric>{t("number", { number: reports })}</Td>
                <Td numeric>{t("number", { number: read })}</Td>
                <Td numeric>{t("number", { number: setAside })}</Td>
              </Tr>
            ))}
          </tbody>
        </Table>
      </section>
    </Page>
  );
}

function Checks({ base, checks }: { base: string; checks: readonly EventCheck[] }) {
  const t = useTranslations("events.sheet");
  return (
    <section aria-labelledby="checks">
      <h2 id="checks" className="headline text-lead">
        {t("checks", { count: checks.length })}
      </h2>
      <p className="text-small text-ink-3">{t("checksLead")}</p>
      <ul className="mt-3 divide-y divide-line">
        {checks.map(({ eventId, title, checks: found }) => (
          <li key={eventId} className="py-2.5 text-small">
            <Link prefetch={false} href={`${base}/${eventId}`} dir="auto" className="link block">
              {title}
            </Link>
            <span className="text-ink-2">{found.map((kind) => t(`kinds.${kind}`)).join(" · ")}</span>
          </li>
        ))}
      </ul>
    </section>
  );
}
