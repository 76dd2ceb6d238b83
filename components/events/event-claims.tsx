"use client";

import { useState } from "react";
import { useTranslations } from "use-intl";
import { ProblemNote } from "@/components/api/problem-note";
import { ClaimLine } from "@/components/events/claim-line";
import { DeniedBy } from "@/components/events/denied-by";
import { claimName } from "@/components/events/event-words";
import { PartChoice } from "@/components/events/part-choice";
import { SplitEvent } from "@/components/events/split-event";
import { useEventChange } from "@/components/events/use-event-change";
import { Button } from "@/components/ui/button";
import { deniedBy } from "@/domain/event/denied-by";
import type { Event, EventClaim } from "@/domain/event/event";
import type { Evidence } from "@/domain/event/evidence";

/** The claims of an event with the part that each takes in it. Picked ones can be split off. */
export function EventClaims({
  event,
  members,
  mayChange,
}: {
  event: Event;
  members: readonly Evidence[];
  mayChange: boolean;
}) {
  const t = useTranslations("events.claims");
  const changing = useEventChange(event);
  const [picked, setPicked] = useState<readonly string[]>([]);
  const { claims } = event.content;
  const byId = new Map(members.map((member) => [member.claimId, member]));

  const denied = deniedBy({ claims, disputed: event.derived.disputed }, members);

  const setPart = (id: string, part: EventClaim) =>
    changing.change({ claims: claims.map((claim) => (claim.id === id ? part : claim)) });
  const pick = (id: string, on: boolean) => setPicked(on ? [...picked, id] : picked.filter((each) => each !== id));

  return (
    <section aria-labelledby="claims">
      <div className="flex flex-wrap items-center gap-3">
        <h2 id="claims" className="headline grow text-lead">
          {t("title")}{" "}
          <span className="font-sans text-small font-normal text-ink-3">{t("count", { count: claims.length })}</span>
        </h2>
        {mayChange && picked.length > 0 && picked.length < claims.length ? (
          <SplitEvent event={event} picked={picked} onDone={() => setPicked([])} />
        ) : null}
      </div>
      {changing.problem ? <ProblemNote problem={changing.problem} /> : null}
      <ul className="mt-3 divide-y divide-line border-y border-line">
        {claims.map((claim) => {
          const evidence = byId.get(claim.id);
          if (!evidence) return null;
          const name = claimName(evidence);
          return (
            <li key={claim.id} className="flex flex-wrap items-start gap-3 py-3">
              {mayChange && claims.length > 1 ? (
                <input
                  type="checkbox"
                  className="tick mt-1.5"
                  aria-label={t("pick", { claim: name })}
                  checked={picked.includes(claim.id)}
                  onChange={({ target }) => pick(claim.id, target.checked)}
                />
              ) : null}
              <div className="min-w-0 grow basis-72">
                <ClaimLine claim={evidence} />
                <DeniedBy denials={denied.get(claim.id) ?? []} members={byId} />
              </div>
              <PartChoice
                claim={claim}
                name={name}
                disabled={!mayChange || changing.busy}
                onChange={(part) => void setPart(claim.id, part)}
              />
              {mayChange && claims.length > 1 ? (
                <Button
                  size="small"
                  variant="quiet"
                  aria-label={t("removeNamed", { claim: name })}
                  onClick={() => void changing.change({ claims: claims.filter(({ id }) => id !== claim.id) })}
                >
                  {t("remove")}
                </Button>
              ) : null}
            </li>
          );
        })}
      </ul>
    </section>
  );
}
