"use client";

import { useTranslations } from "use-intl";
import { EventStateChip } from "@/components/events/event-state-chip";
import { useEventWords } from "@/components/events/event-words";
import { ProposedEvents } from "@/components/events/proposed-events";
import { Page } from "@/components/shell/page";
import { Button } from "@/components/ui/button";
import { ButtonLink } from "@/components/ui/button-link";
import { EmptyState } from "@/components/ui/empty-state";
import { Field } from "@/components/ui/field";
import { Input, Select } from "@/components/ui/input";
import { Paging, pageAt } from "@/components/ui/paging";
import { RowLink, Table, TableHead, Td, Th, Tr } from "@/components/ui/table";
import type { EventType } from "@/domain/codebook/codebook";
import type { Event, ProposedEvents as Proposed } from "@/domain/event/event";
import { eventStates } from "@/domain/event/event-values";
import type { Project } from "@/domain/project/project";

/** What the list is narrowed to, as it stands in the address. */
export type EventsNarrowed = { q: string; state: string; from: string; to: string };

/** The events of a project with what their claims come to, and the claims that are in none yet. */
export function EventsPage({
  project,
  events,
  proposed,
  types,
  narrowed,
  next,
  paged,
  mayTake,
}: {
  project: Pick<Project, "id" | "name">;
  events: readonly Event[];
  proposed: Proposed["items"];
  /** Of the codebook: events name their types by their slugs. */
  types: readonly EventType[];
  narrowed: EventsNarrowed;
  /** The cursor of the next page. */
  next: string | undefined;
  /** This is not the first page. */
  paged: boolean;
  /** Whether this person may export. */
  mayTake: boolean;
}) {
  const t = useTranslations("events");
  const base = `/projects/${project.id}/events`;
  const typeName = (slug: string) => types.find((type) => type.slug === slug)?.name ?? slug;
  const filtered = narrowed.q !== "" || narrowed.from !== "" || narrowed.to !== "" || narrowed.state !== "current";
  const address = new URLSearchParams(Object.entries(narrowed).filter(([, value]) => value !== ""));
  return (
    <Page
      title={t("title")}
      lead={t("lead", { project: project.name })}
      actions={
        <>
          <ButtonLink href={`/projects/${project.id}/map?of=events`}>{t("toMap")}</ButtonLink>
          {mayTake ? <ButtonLink href={`${base}/sheet`}>{t("toSheet")}</ButtonLink> : null}
        </>
      }
    >
      <ProposedEvents projectId={project.id} items={proposed} />
      {events.length === 0 && !filtered ? (
        <EmptyState title={t("emptyTitle")}>{t("empty")}</EmptyState>
      ) : (
        <>
          <Filters base={base} narrowed={narrowed} filtered={filtered} />
          {events.length === 0 ? (
            <EmptyState title={t("noneTitle")} action={<ButtonLink href={base}>{t("filters.clear")}</ButtonLink>} />
          ) : (
            <EventTable
              caption={t("caption", { project: project.name })}
              base={base}
              events={events}
              typeName={typeName}
            />
          )}
          <Paging
            label={t("pages")}
            first={paged ? `${base}?${address}` : undefined}
            next={next && pageAt(`${base}?${address}`, next)}
          />
        </>
      )}
    </Page>
  );
}

function Filters({ base, narrowed, filtered }: { base: string; narrowed: EventsNarrowed; filtered: boolean }) {
  const t = useTranslations("events.filters");
  const states = useTranslations("events.states");
  return (
    <search aria-label={t("label")}>
      <form
        data-screen-only
        action={base}
        className="mb-4 grid grid-cols-2 items-end gap-3 lg:grid-cols-[2fr_1.5fr_1fr_1fr_auto]"
      >
        <Field label={t("q")}>
          <Input name="q" type="search" dir="auto" defaultValue={narrowed.q} />
        </Field>
        <Field label={t("state")}>
          <Select name="state" defaultValue={narrowed.state}>
            <option value="current">{t("current")}</option>
            {eventStates.map((state) => (
              <option key={state} value={state}>
                {states(state)}
              </option>
            ))}
            <option value="all">{t("all")}</option>
          </Select>
        </Field>
        <Field label={t("from")}>
          <Input name="from" type="date" defaultValue={narrowed.from} />
        </Field>
        <Field label={t("to")}>
          <Input name="to" type="date" defaultValue={narrowed.to} />
        </Field>
        <div className="flex gap-2">
          <Button type="submit">{t("apply")}</Button>
          {filtered ? (
            <ButtonLink variant="quiet" href={base}>
              {t("clear")}
            </ButtonLink>
          ) : null}
        </div>
      </form>
    </search>
  );
}

function EventTable({
  caption,
  base,
  events,
  typeName,
}: {
  caption: string;
  base: string;
  events: readonly Event[];
  typeName: (slug: string) => string;
}) {
  const t = useTranslations("events");
  const words = useEventWords();
  return (
    <Table caption={caption}>
      <TableHead>
        <Th>{t("event")}</Th>
        <Th from="sm">{t("when")}</Th>
        <Th from="md">{t("where")}</Th>
        <Th from="md">{t("figuresTitle")}</Th>
        <Th from="lg">{t("origins")}</Th>
        <Th>{t("state")}</Th>
      </TableHead>
      <tbody>
        {events.map((event) => {
          const { derived, content } = event;
          const days = words.days(derived) ?? t("undated");
          return (
            <Tr key={event.id}>
              <Td>
                <RowLink
                  dir="auto"
                  href={`${base}/${event.id}`}
                  className="block font-serif leading-snug font-semibold break-words"
                >
                  {content.title}
                </RowLink>
                {content.type ? <bdi className="block text-ink-3">{typeName(content.type)}</bdi> : null}
                <span className="block text-ink-3 sm:hidden">{days}</span>
              </Td>
              <Td from="sm">
                <span className="block md:whitespace-nowrap">{days}</span>
                <span className="block text-ink-3">{t(`precision.${derived.date.precision}`)}</span>
              </Td>
              <Td from="md">
                <bdi>{words.place(derived) ?? t("unplaced")}</bdi>
              </Td>
              <Td from="md">
                {derived.figures.map((figure) => (
                  <span key={`${figure.outcome}/${figure.who ?? ""}`} className="block">
                    {words.figure(figure)}
                    {figure.denied ? <span className="text-ink-3"> · {t("denied")}</span> : null}
                  </span>
                ))}
              </Td>
              <Td from="lg">{words.origins(derived)}</Td>
              <Td>
                <EventStateChip event={event} />
              </Td>
            </Tr>
          );
        })}
      </tbody>
    </Table>
  );
}
