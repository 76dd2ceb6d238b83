"use client";

import { useTranslations } from "use-intl";
import { ClaimLine } from "@/components/events/claim-line";
import { contradictionsIn } from "@/domain/event/denied-by";
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
  const rows = contradictionsIn({ claims: event.content.claims, disputed: event.derived.disputed }, members);
  return (
    <ul className="mt-3 divide-y divide-line border-y border-line">
      {rows.map(({ by, denies, against }) => {
        const denial = byId.get(by);
        if (!denial) return null;
        return (
          <li key={`${by}/${denies.length > 0 ? "" : against.join()}`} className="grid gap-4 py-3 sm:grid-cols-2">
            <div className="min-w-0 space-y-2">
              <Heading className="text-small font-medium text-ink-2">{t("says")}</Heading>
              {against
                .flatMap((id) => byId.get(id) ?? [])
                .map((claim) => (
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
