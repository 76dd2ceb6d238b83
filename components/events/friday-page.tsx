"use client";

import Link from "next/link";
import type { ReactNode } from "react";
import { useTranslations } from "use-intl";
import { WeekChanges } from "@/components/events/week-changes";
import { Page } from "@/components/shell/page";
import { Button } from "@/components/ui/button";
import { ButtonLink } from "@/components/ui/button-link";
import { Field } from "@/components/ui/field";
import { Input, Select } from "@/components/ui/input";
import { Table, TableHead, Td, Th, Tr } from "@/components/ui/table";
import { dataWeekBeside } from "@/domain/event/data-week";
import { dateKinds } from "@/domain/event/date-kinds";
import type { Friday } from "@/domain/event/friday";
import type { EventWeek } from "@/domain/event/week";
import type { Project } from "@/domain/project/project";

/** A data week before its events are released, with what happened to each of them; it prints as it stands. */
export function FridayPage({
  project,
  week,
  history,
}: {
  project: Pick<Project, "id" | "name">;
  week: Friday;
  history: EventWeek;
}) {
  const t = useTranslations("events.friday");
  const { from, to, by } = week;
  const base = `/projects/${project.id}/events`;
  const beside = (weeks: number) => `${base}/data-week?day=${dataWeekBeside({ from, to }, weeks).from}&by=${by}`;
  return (
    <Page
      title={t("title")}
      lead={t("lead", { project: project.name, from, to })}
      actions={
        <span className="flex flex-wrap gap-2 print:hidden">
          <ButtonLink href={beside(-1)}>{t("previous")}</ButtonLink>
          <ButtonLink href={beside(1)}>{t("next")}</ButtonLink>
          <Button onClick={() => window.print()}>{t("print")}</Button>
        </span>
      }
    >
      <form action={`${base}/data-week`} className="mb-6 flex flex-wrap items-end gap-3 print:hidden">
        <Field label={t("by")}>
          <Select name="by" defaultValue={by}>
            {dateKinds.map((kind) => (
              <option key={kind} value={kind}>
                {t(`kinds.${kind}`)}
              </option>
            ))}
          </Select>
        </Field>
        <Field label={t("day")}>
          <Input name="day" type="date" defaultValue={from} />
        </Field>
        <Button type="submit">{t("show")}</Button>
      </form>
      <p className="mb-8 text-small text-ink-2">
        {t("by")} {t(`kinds.${by}`)}: {t("events", { count: week.events })}
      </p>
      <div className="grid gap-8 lg:grid-cols-2">
        <Turns base={base} week={week} />
        <ToLookAt base={base} week={week} />
        <Outlets week={week} />
        <WeekCoverage week={week} />
      </div>
      <WeekChanges week={history} base={base} />
    </Page>
  );
}

type Line = { id: string; href?: string; title: string; more?: string };

function Part({ id, title, lead, lines }: { id: string; title: string; lead?: ReactNode; lines: readonly Line[] }) {
  const t = useTranslations("events.friday");
  return (
    <section aria-labelledby={id} className="break-inside-avoid">
      <h2 id={id} className="headline text-lead">
        {title}
      </h2>
      {lead ? <p className="text-small text-ink-3">{lead}</p> : null}
      {lines.length === 0 ? <p className="mt-2 text-small text-ink-3">{t("none")}</p> : null}
      <ul className="mt-2 divide-y divide-line text-small">
        {lines.map((line) => (
          <li key={line.id} className="py-2">
            {line.href ? (
              <Link prefetch={false} href={line.href} dir="auto" className="link block">
                {line.title}
              </Link>
            ) : (
              <bdi className="block">{line.title}</bdi>
            )}
            {line.more ? <span className="text-ink-2">{line.more}</span> : null}
          </li>
        ))}
      </ul>
    </section>
  );
}

type Shown = { base: string; week: Friday };

function Turns({ base, week }: Shown) {
  const t = useTranslations("events.friday");
  const lines = (events: Friday["fresh"]): Line[] =>
    events.map(({ id, title }) => ({ id, title, href: `${base}/${id}` }));
  const range = ({ low, high }: Friday["moved"][number]["before"]) =>
    [...new Set([low, high])].filter((each) => each !== null).join("–") || t("unknown");
  return (
    <div className="space-y-8">
      <Part id="fresh" title={t("fresh")} lines={lines(week.fresh)} />
      <Part id="changed" title={t("changed")} lines={lines(week.changed)} />
      <Part id="withdrawn" title={t("withdrawn")} lines={lines(week.withdrawn)} />
      <Part
        id="moved"
        title={t("moved")}
        lines={week.moved.map(({ id, title, figure, before, after }) => ({
          ...{ id: `${id} ${figure}`, title, href: `${base}/${id}` },
          more: t("movedLine", { figure: figure.replaceAll("_", ", "), before: range(before), after: range(after) }),
        }))}
      />
    </div>
  );
}

function ToLookAt({ base, week }: Shown) {
  const t = useTranslations("events.friday");
  const kinds = useTranslations("events.sheet.kinds");
  return (
    <div className="space-y-8">
      <Part
        id="checks"
        title={t("checks")}
        lines={week.checks.map(({ eventId, title, checks }) => ({
          ...{ id: eventId, title, href: `${base}/${eventId}` },
          more: checks.map((kind) => kinds(kind)).join(" · "),
        }))}
      />
      <Part
        id="pairs"
        title={t("pairs")}
        lead={t("pairsLead")}
        lines={week.pairs.map(({ one, other, kilometres }) => ({
          ...{ id: `${one.id} ${other.id}`, title: `${one.title} — ${other.title}`, href: `${base}/${one.id}` },
          more: t("pairLine", { kilometres: Math.round(kilometres * 10) / 10 }),
        }))}
      />
    </div>
  );
}

function Outlets({ week }: { week: Friday }) {
  const t = useTranslations("events.friday");
  const name = (outlet: string | null) => outlet ?? t("noOutlet");
  return (
    <div className="space-y-8">
      <Part
        id="silent"
        title={t("silent")}
        lines={week.silent.map(({ outlet, last }) => ({
          ...{ id: outlet ?? "", title: name(outlet) },
          more: t("silentLine", { last }),
        }))}
      />
      <Part
        id="unread"
        title={t("unread")}
        lines={week.unread.map(({ outlet, reports }) => ({
          ...{ id: outlet ?? "", title: name(outlet) },
          more: t("unreadLine", { count: reports }),
        }))}
      />
    </div>
  );
}

function WeekCoverage({ week }: { week: Friday }) {
  const t = useTranslations("events.friday");
  const words = useTranslations("events.sheet");
  return (
    <section aria-labelledby="coverage" className="break-inside-avoid">
      <h2 id="coverage" className="headline text-lead">
        {t("coverage")}
      </h2>
      <p className="mb-2 text-small text-ink-3">{t("coverageLead")}</p>
      {week.coverage.length === 0 ? (
        <p className="text-small text-ink-2">{t("none")}</p>
      ) : (
        <Table caption={t("coverage")}>
          <TableHead>
            <Th>{words("outlet")}</Th>
            <Th numeric>{words("reports")}</Th>
            <Th numeric>{words("reviewed")}</Th>
            <Th numeric>{words("setAside")}</Th>
          </TableHead>
          <tbody>
            {week.coverage.map(({ outlet, reports, read, setAside }) => (
              <Tr key={outlet ?? ""}>
                <Td>
                  <bdi>{outlet ?? t("noOutlet")}</bdi>
                </Td>
                <Td numeric>{words("number", { number: reports })}</Td>
                <Td numeric>{words("number", { number: read })}</Td>
                <Td numeric>{words("number", { number: setAside })}</Td>
              </Tr>
            ))}
          </tbody>
        </Table>
      )}
    </section>
  );
}
