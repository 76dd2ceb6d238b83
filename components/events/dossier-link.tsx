"use client";

import { useTranslations } from "use-intl";
import { DownloadLink } from "@/components/ui/download-link";
import type { Event } from "@/domain/event/event";

/** Everything that stands behind an event in one zip, for a court or a donor. */
export function DossierLink({ event }: { event: Pick<Event, "id"> }) {
  const t = useTranslations("events.dossier");
  return (
    <section aria-labelledby="dossier" className="print:hidden">
      <h2 id="dossier" className="headline text-lead">
        {t("title")}
      </h2>
      <p className="mb-3 text-small text-ink-3">{t("lead")}</p>
      <DownloadLink href={`/api/v1/events/${event.id}/dossier`} label={t("get")}>
        {t("get")}
      </DownloadLink>
    </section>
  );
}
