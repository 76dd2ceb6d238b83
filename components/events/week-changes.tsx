"use client";

import Link from "next/link";
import { useTranslations } from "use-intl";
import { When } from "@/components/values/when";
import type { EventWeek } from "@/domain/event/week";

/** What happened to the events in a data week, event by event. */
export function WeekChanges({ week, base }: { week: EventWeek; base: string }) {
  const t = useTranslations("events.friday");
  const history = useTranslations("events.history");
  const states = useTranslations("events.states");
  return (
    <section aria-labelledby="history" className="mt-10">
      <h2 id="history" className="headline text-lead">
        {t("history")}
      </h2>
      {week.items.length === 0 ? <p className="mt-2 text-small text-ink-3">{t("nothing")}</p> : null}
      <ul className="mt-2 divide-y divide-line border-y border-line empty:hidden">
        {week.items.map(({ eventId, title, state, lines }) => (
          <li key={eventId} className="break-inside-avoid py-3 text-small">
            <Link prefetch={false} href={`${base}/${eventId}`} dir="auto" className="link font-serif text-[1.0625rem]">
              {title}
            </Link>
            <span className="text-ink-3"> · {states(state)}</span>
            <ol className="mt-1 space-y-0.5">
              {lines.map((line) => (
                <li key={`${line.version}/${line.did}/${line.at}`} className="text-ink-2">
                  <bdi>{line.byName}</bdi>{" "}
                  {history(`did.${line.did}`, {
                    fields: (line.fields ?? []).map((field) => history(`fields.${field}`)).join(", "),
                  })}
                  {line.reason ? (
                    <>
                      {": "}
                      <bdi>“{line.reason}”</bdi>
                    </>
                  ) : null}
                  <span className="text-ink-3">
                    {" · "}
                    <When value={line.at} time />
                  </span>
                </li>
              ))}
            </ol>
          </li>
        ))}
      </ul>
      {week.more ? <p className="mt-2 text-small text-ink-3">{t("more")}</p> : null}
    </section>
  );
}
