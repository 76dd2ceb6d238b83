"use client";

import Link from "next/link";
import { useEffect, useMemo, useState } from "react";
import { useTranslations } from "use-intl";
import type { Answer } from "@/client/api/answer";
import { useAsk } from "@/components/api/ask";
import { ProblemNote } from "@/components/api/problem-note";
import { PlaceMap } from "@/components/map/place-map";
import { eventThings, placeThings } from "@/components/map/thing";
import { Page } from "@/components/shell/page";
import { Banner } from "@/components/ui/banner";
import { Button } from "@/components/ui/button";
import { ButtonLink } from "@/components/ui/button-link";
import { EmptyState } from "@/components/ui/empty-state";
import { Field } from "@/components/ui/field";
import { Input, Select } from "@/components/ui/input";
import { Skeleton } from "@/components/ui/skeleton";
import { featureTypes } from "@/domain/gazetteer/place-values";
import type { MapEvents, MapPlaces } from "@/domain/map/on-map";
import type { Project } from "@/domain/project/project";

/** What a map is narrowed to, as it stands in the address. */
export type MapNarrowed = {
  of: "places" | "events";
  q: string;
  state: string;
  featureType: string;
  from: string;
  to: string;
};

/** A report or entity that a map is of. */
export type MapOf = { kind: "report" | "entity"; id: string; name: string; href: string };

/** The places of a project's reports, of one report, of an entity, or its events, on a map and in a list. */
export function MapPage({
  project,
  narrowed,
  only,
}: {
  project: Pick<Project, "id" | "name">;
  narrowed: MapNarrowed;
  only: MapOf | undefined;
}) {
  const t = useTranslations("map");
  const base = `/projects/${project.id}/map`;
  const { of, ...filters } = narrowed;
  const query = new URLSearchParams(Object.entries(filters).filter(([, value]) => value !== ""));
  if (only) query.set(only.kind, only.id);
  const answer = useMap(project.id, of, `${query}`);
  return (
    <Page
      title={t("title")}
      lead={only ? t(`of.${only.kind}`, { name: only.name }) : t("lead", { project: project.name })}
      actions={
        only ? (
          <>
            <ButtonLink href={only.href}>{t(`back.${only.kind}`)}</ButtonLink>
            <ButtonLink href={base}>{t("whole")}</ButtonLink>
          </>
        ) : null
      }
    >
      <Filters base={base} narrowed={narrowed} only={only} />
      {answer === null ? (
        <Skeleton className="h-[min(70dvh,38rem)] w-full" />
      ) : answer.ok ? (
        <Shown projectId={project.id} answer={answer.value} clear={base} />
      ) : (
        <ProblemNote problem={answer.problem} />
      )}
    </Page>
  );
}

type Found = { of: "places"; found: MapPlaces } | { of: "events"; found: MapEvents };

function Shown({ projectId, answer, clear }: { projectId: string; answer: Found; clear: string }) {
  const t = useTranslations("map");
  const things = useMemo(
    () => (answer.of === "places" ? placeThings(projectId, answer.found) : eventThings(projectId, answer.found.items)),
    [answer, projectId],
  );
  if (things.length === 0) {
    return (
      <EmptyState title={t(`empty.${answer.of}`)} action={<ButtonLink href={clear}>{t("whole")}</ButtonLink>}>
        {t(`emptyLead.${answer.of}`)}
      </EmptyState>
    );
  }
  return (
    <>
      {answer.found.more ? (
        <div className="mb-4">
          <Banner tone="wait">{t(`cut.${answer.of}`, { count: things.length })}</Banner>
        </div>
      ) : null}
      <PlaceMap projectId={projectId} things={things} attribution={answer.found.attribution} what={answer.of} />
    </>
  );
}

/** What the server answers; nothing until it has. */
function useMap(projectId: string, of: "places" | "events", query: string): Answer<Found> | null {
  const ask = useAsk();
  const [given, setGiven] = useState<{ asked: string; answer: Answer<Found> } | null>(null);
  const asked = `${of}?${query}`;
  useEffect(() => {
    let wanted = true;
    const read = async (): Promise<Answer<Found>> => {
      if (of === "places") {
        const places = await ask("GET", `/projects/${projectId}/map?${query}`);
        return places.ok ? { ...places, value: { of, found: places.value } } : places;
      }
      const events = await ask("GET", `/projects/${projectId}/events/map?${query}`);
      return events.ok ? { ...events, value: { of, found: events.value } } : events;
    };
    void read().then((answer) => {
      if (wanted) setGiven({ asked, answer });
    });
    return () => {
      wanted = false;
    };
  }, [ask, projectId, of, query, asked]);
  return given?.asked === asked ? given.answer : null;
}

const states = ["current", "open", "accepted", "returned", "rejected"] as const;

function Filters({ base, narrowed, only }: { base: string; narrowed: MapNarrowed; only: MapOf | undefined }) {
  const t = useTranslations("map.filters");
  const types = useTranslations("panels.place.featureTypes");
  const isEvents = narrowed.of === "events";
  return (
    <search aria-label={t("label")}>
      {only ? null : (
        <nav aria-label={t("of")} className="mb-3 flex gap-4 text-small">
          {(["places", "events"] as const).map((of) => (
            <Link
              key={of}
              href={of === "places" ? base : `${base}?of=events`}
              {...(narrowed.of === of ? { "aria-current": "page" as const } : {})}
              className="border-b-2 border-transparent pb-0.5 font-medium text-ink-2 no-underline hover:text-ink aria-[current=page]:border-accent aria-[current=page]:text-ink"
            >
              {t(of)}
            </Link>
          ))}
        </nav>
      )}
      <form
        data-screen-only
        key={JSON.stringify(narrowed)}
        action={base}
        className="mb-4 grid grid-cols-2 items-end gap-3 lg:grid-cols-[2fr_1fr_1fr_1fr_auto]"
      >
        {isEvents ? <input type="hidden" name="of" value="events" /> : null}
        {only ? <input type="hidden" name={only.kind} value={only.id} /> : null}
        <Field label={t(isEvents ? "title" : "q")}>
          <Input name="q" type="search" dir="auto" defaultValue={narrowed.q} />
        </Field>
        <Field label={t("state")}>
          <Select name="state" defaultValue={narrowed.state}>
            {states.map((state) => (
              <option key={state} value={state === "current" ? "" : state}>
                {t(`states.${state}`)}
              </option>
            ))}
          </Select>
        </Field>
        {isEvents ? (
          <>
            <Field label={t("from")}>
              <Input name="from" type="date" defaultValue={narrowed.from} />
            </Field>
            <Field label={t("to")}>
              <Input name="to" type="date" defaultValue={narrowed.to} />
            </Field>
          </>
        ) : (
          <Field label={t("featureType")}>
            <Select name="featureType" defaultValue={narrowed.featureType}>
              <option value="">{t("any")}</option>
              {featureTypes.map((type) => (
                <option key={type} value={type}>
                  {types(type)}
                </option>
              ))}
            </Select>
          </Field>
        )}
        <Button type="submit">{t("show")}</Button>
      </form>
    </search>
  );
}
