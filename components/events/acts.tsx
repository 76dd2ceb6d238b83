"use client";

import { useTranslations } from "use-intl";
import { ProblemNote } from "@/components/api/problem-note";
import { ActForm } from "@/components/events/act-form";
import { BystanderForm } from "@/components/events/bystander-form";
import { useEventWords } from "@/components/events/event-words";
import { useEventChange } from "@/components/events/use-event-change";
import { Button } from "@/components/ui/button";
import type { Act, Bystander } from "@/domain/event/act";
import type { Event } from "@/domain/event/event";
import type { Evidence } from "@/domain/event/evidence";
import { countVictims } from "@/domain/event/victims";

type Names = Readonly<Record<string, string>>;

/** Who did what to whom: each act with its victim and those who are said to have done it, and who else was there. */
export function Acts({
  event,
  members,
  names,
  mayChange,
}: {
  event: Event;
  members: readonly Evidence[];
  /** What entities are called. */
  names: Names;
  mayChange: boolean;
}) {
  const t = useTranslations("acts");
  const words = useEventWords();
  const outcome = useTranslations("events.outcome");
  const changing = useEventChange(event);
  const { acts = [], bystanders = [] } = event.content;
  if (!mayChange && acts.length === 0 && bystanders.length === 0) return null;
  const counted = countVictims(acts).map(
    ({ outcome: what, low, high }) => `${outcome(what)}: ${words.number({ low, high, atLeast: false })}`,
  );
  return (
    <section aria-labelledby="acts">
      <div className="flex flex-wrap items-center gap-3">
        <h2 id="acts" className="headline grow text-lead">
          {t("title")}
        </h2>
        {mayChange ? (
          <>
            <BystanderForm event={event} members={members} />
            <ActForm
              key={event.version}
              event={event}
              members={members}
              trigger={<Button size="small">{t("add")}</Button>}
            />
          </>
        ) : null}
      </div>
      {changing.problem ? <ProblemNote problem={changing.problem} /> : null}
      {acts.length === 0 ? <p className="mt-1 text-small text-ink-2">{t("none")}</p> : null}
      {counted.length > 0 ? (
        <p className="mt-1 text-small text-ink-2">{t("victims", { counted: counted.join(", ") })}</p>
      ) : null}
      <ul className="mt-3 divide-y divide-line border-y border-line empty:hidden">
        <ActRows acts={acts} names={names} mayChange={mayChange} event={event} members={members} changing={changing} />
        <BystanderRows bystanders={bystanders} names={names} mayChange={mayChange} changing={changing} />
      </ul>
    </section>
  );
}

function ActRows({
  acts,
  names,
  mayChange,
  event,
  members,
  changing,
}: {
  acts: readonly Act[];
  names: Names;
  mayChange: boolean;
  event: Event;
  members: readonly Evidence[];
  changing: ReturnType<typeof useEventChange>;
}) {
  const t = useTranslations("acts");
  return acts.map((act, at) => (
    <li key={JSON.stringify(act)} className="flex flex-wrap items-start gap-3 py-3 text-small">
      <div className="min-w-0 grow basis-72">
        <ActWords act={act} names={names} />
      </div>
      {mayChange ? (
        <>
          <ActForm
            key={event.version}
            event={event}
            members={members}
            at={at}
            trigger={
              <Button size="small" aria-label={t("changeNamed", { at: at + 1 })}>
                {t("change")}
              </Button>
            }
          />
          <Button
            size="small"
            variant="quiet"
            aria-label={t("removeNamed", { at: at + 1 })}
            onClick={() => void changing.change({ acts: acts.filter((_act, nth) => nth !== at) })}
          >
            {t("remove")}
          </Button>
        </>
      ) : null}
    </li>
  ));
}

function BystanderRows({
  bystanders,
  names,
  mayChange,
  changing,
}: {
  bystanders: readonly Bystander[];
  names: Names;
  mayChange: boolean;
  changing: ReturnType<typeof useEventChange>;
}) {
  const t = useTranslations("acts");
  return bystanders.map(({ entityId, role, claims }, at) => (
    <li key={`${entityId}/${role}`} className="flex flex-wrap items-start gap-3 py-3 text-small">
      <p className="min-w-0 grow basis-72">
        <bdi className="font-medium">{names[entityId] ?? t("hidden")}</bdi>
        <span className="text-ink-2">
          {" · "}
          {t(`roles.${role}`)}
          {" · "}
          {t("claims", { count: claims.length })}
        </span>
      </p>
      {mayChange ? (
        <Button
          size="small"
          variant="quiet"
          aria-label={t("removeRole", { name: names[entityId] ?? t("hidden") })}
          onClick={() => void changing.change({ bystanders: bystanders.filter((_each, nth) => nth !== at) })}
        >
          {t("remove")}
        </Button>
      ) : null}
    </li>
  ));
}

function ActWords({ act: { outcome, victim, perpetrators, claims }, names }: { act: Act; names: Names }) {
  const t = useTranslations("acts");
  const events = useTranslations("events");
  const words = useEventWords();
  const { entityId, low, high, who, side } = victim;
  const name = entityId ? (names[entityId] ?? t("hidden")) : victim.words;
  const about = [
    (low ?? high) !== undefined && words.number({ low, high, atLeast: false }),
    who && events(`who.${who}`),
    side && t("ofSide", { side }),
    t("claims", { count: claims.length }),
  ];
  return (
    <>
      <p>
        <span className="font-medium">{events(`outcome.${outcome}`)}: </span>
        <bdi className="font-medium">{name}</bdi>
        <span className="text-ink-2"> · {about.filter(Boolean).join(" · ")}</span>
      </p>
      {perpetrators.map((each) => (
        <p key={each.entityId} className="mt-1 ps-4 text-ink-2">
          {t("by")} <bdi className="font-medium text-ink">{names[each.entityId] ?? t("hidden")}</bdi>
          {" · "}
          {[
            each.side && t("ofSide", { side: each.side }),
            t(`involvements.${each.involvement}`),
            events(`certainties.${each.certainty}`),
            t(`blames.${each.blame}`),
            t("claims", { count: each.claims.length }),
          ]
            .filter(Boolean)
            .join(" · ")}
        </p>
      ))}
      {perpetrators.length === 0 ? <p className="mt-1 ps-4 text-ink-3">{t("nobody")}</p> : null}
    </>
  );
}
