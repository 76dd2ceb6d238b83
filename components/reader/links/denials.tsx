"use client";

import Link from "next/link";
import { useEffect, useState } from "react";
import { useTranslations } from "use-intl";
import { useDesk, useReader } from "@/components/annotate/use-desk";
import type { ClaimDenials, DenialEnd } from "@/domain/event/claim-denials";
import type { TagId } from "@/domain/ids";

/** Which claims deny a claim and which it denies, in this report or another, each leading to its words. */
export function Denials({ id }: { id: TagId }) {
  const t = useTranslations("panels.links");
  const denials = useDenials(id);
  if (!denials) return null;
  return (["deniedBy", "denies"] as const).map((way) =>
    denials[way].length > 0 ? (
      <section key={way} className="flex flex-col gap-1.5" aria-labelledby={`${way}-${id}`}>
        <h2 id={`${way}-${id}`} className="eyebrow mt-4">
          {t(`denials.${way}`, { count: denials[way].length })}
        </h2>
        <ul className="flex flex-col gap-1.5">
          {denials[way].map((end) => (
            <End key={`${end.eventId}/${end.claimId}`} end={end} />
          ))}
        </ul>
      </section>
    ) : null,
  );
}

function End({
  end: { claimId, reportId, reportTitle, quote, speakers, what, eventId, eventTitle },
}: {
  end: DenialEnd;
}) {
  const t = useTranslations("panels.links");
  const here = useReader((state) => state.report.id);
  const projectId = useReader((state) => state.project.id);
  const known = useReader((state) => state.annotations.has(claimId));
  const desk = useDesk();
  const words = "text-start font-serif text-ink no-underline hover:underline";
  return (
    <li className="rounded-2 border border-line bg-surface px-2.5 py-2 text-small">
      {reportId === here && known ? (
        <button type="button" dir="auto" className={words} onClick={() => desk.select(claimId)}>
          {quote}
        </button>
      ) : (
        <Link prefetch={false} href={`/reports/${reportId}?tag=${claimId}`} dir="auto" className={`block ${words}`}>
          {quote}
        </Link>
      )}
      <p className="mt-0.5 text-tiny text-ink-3">
        <bdi>{speakers.length > 0 ? speakers.join(", ") : t("article")}</bdi>
        {": "}
        {what.map((each) => t(`denials.what.${each}`)).join(", ")}
        {reportId === here ? null : (
          <>
            {" · "}
            <bdi>{reportTitle}</bdi>
          </>
        )}
      </p>
      <Link prefetch={false} href={`/projects/${projectId}/events/${eventId}`} className="link text-tiny">
        <bdi>{eventTitle}</bdi>
      </Link>
    </li>
  );
}

/** What the server says of a claim that it knows; nothing until it has, and nothing while it can't be reached. */
function useDenials(id: TagId): ClaimDenials | undefined {
  const desk = useDesk();
  const version = useReader((state) => state.annotations.get(id)?.version);
  const [found, setFound] = useState<{ id: TagId; denials: ClaimDenials }>();
  useEffect(() => {
    if (!version) return;
    let current = true;
    void desk.ask("GET", `/annotations/${id}/denials`).then((answer) => {
      if (answer.ok && current) setFound({ id, denials: answer.value });
    });
    return () => {
      current = false;
    };
  }, [desk, id, version]);
  return found?.id === id ? found.denials : undefined;
}
