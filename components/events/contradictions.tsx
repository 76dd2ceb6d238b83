"use client";

import { useTranslations } from "use-intl";
import { ClaimLine } from "@/components/events/claim-line";
import type { Event } from "@/domain/event/event";
import type { Evidence } from "@/domain/event/evidence";

/** What is claimed and what stands against it, side by side with who says each. */
export function Contradictions(given: { event: Event; members: readonly Evidence[] }) {
  const t = useTranslations("events.contradictions");
  return (
    <section aria-labelledby="contradictions">
      <h2 id="contradictions" className="headline text-lead">
        {t("title")}
      </h2>
      <ContradictingClaims heading="h3" {...given} />
    </section>
  );
}

export function ContradictingClaims({
  event,
  members,
  heading: Heading,
}: {
  event: Event;
  members: readonly Evidence[];
  heading: "h3" | "h4";
}) {
  const t = useTranslations("events.contradictions");
  const claims = useTranslations("events.claims");
  const byId = new Map(members.map((member) => [member.claimId, member]));
  const supporting = event.content.claims.flatMap(({ id, part }) => (part === "supports" ? (byId.get(id) ?? []) : []));
  return (
    <ul className="mt-3 divide-y divide-line border-y border-line">
      {event.derived.disputed.map(({ claimId, denies, against }) => {
        const denial = byId.get(claimId);
        const other = against ? byId.get(against) : undefined;
        if (!denial) return null;
        return (
          <li key={`${claimId}/${against ?? ""}`} className="grid gap-4 py-3 sm:grid-cols-2">
            <div className="min-w-0 space-y-2">
              <Heading className="text-small font-medium text-ink-2">{t("says")}</Heading>
              {(other ? [other] : supporting).map((claim) => (
                <ClaimLine key={claim.claimId} claim={claim} />
              ))}
            </div>
            <div className="min-w-0 space-y-2">
              <Heading className="text-small font-medium text-ink-2">
                {denies.length === 0
                  ? t("denies")
                  : t("deniesWhat", { what: denies.map((each) => claims(`denies.${each}`)).join(", ") })}
              </Heading>
              <ClaimLine claim={denial} />
            </div>
          </li>
        );
      })}
    </ul>
  );
}
