"use client";

import { useRef } from "react";
import { useTranslations } from "use-intl";
import { ProblemNote } from "@/components/api/problem-note";
import { ClaimLine } from "@/components/events/claim-line";
import { claimName } from "@/components/events/event-words";
import { useEventChange } from "@/components/events/use-event-change";
import { Button } from "@/components/ui/button";
import { Dotted } from "@/components/ui/dotted";
import type { Event } from "@/domain/event/event";
import type { Evidence } from "@/domain/event/evidence";
import type { LikelyMember } from "@/domain/event/likely";
import { partOf } from "@/domain/event/makes-row";

/** Claims that may belong to the event, each with why, and one key to add it. */
export function LikelyMembers({ event, likely }: { event: Event; likely: readonly LikelyMember[] }) {
  const t = useTranslations("events.likely");
  const changing = useEventChange(event);
  const heading = useRef<HTMLHeadingElement>(null);

  async function add(evidence: Evidence) {
    const part = partOf(evidence);
    const claim = { id: evidence.claimId, part, ...(part === "denies" && { denies: ["happened" as const] }) };
    if (await changing.change({ claims: [...event.content.claims, claim] })) heading.current?.focus();
  }

  return (
    <section data-screen-only aria-labelledby="likely">
      <h2 id="likely" ref={heading} tabIndex={-1} className="headline text-lead outline-none">
        {t("title")}
      </h2>
      {changing.problem ? <ProblemNote problem={changing.problem} /> : null}
      {likely.length === 0 ? <p className="mt-2 text-small text-ink-2">{t("empty")}</p> : null}
      <ul className="mt-3 divide-y divide-line">
        {likely.map(({ evidence, reasons }) => (
          <li key={evidence.claimId} className="flex flex-wrap items-start gap-3 py-3">
            <div className="min-w-0 grow basis-72">
              <ClaimLine claim={evidence} />
              <span className="mt-1 block text-small text-ink-2">
                <Dotted facts={reasons.map(({ why, what }) => t(`reasons.${why}`, { what }))} />
              </span>
            </div>
            <Button
              size="small"
              busy={changing.busy}
              aria-label={t("addNamed", { claim: claimName(evidence) })}
              onClick={() => void add(evidence)}
            >
              {t("add")}
            </Button>
          </li>
        ))}
      </ul>
    </section>
  );
}
