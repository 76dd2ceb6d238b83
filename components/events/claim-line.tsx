"use client";

import Link from "next/link";
import { useTranslations } from "use-intl";
import { claimHref } from "@/components/events/event-words";
import { Dotted } from "@/components/ui/dotted";
import type { Evidence } from "@/domain/event/evidence";

/** A claim as it stands in its report, who says it, and why it does not count where it doesn't. */
export function ClaimLine({ claim }: { claim: Evidence }) {
  const t = useTranslations("events.claims");
  const { notice, state, chains } = claim;
  const speakers = [...new Set(chains.flatMap((chain) => chain.at(-1)?.name ?? []))];
  return (
    <div className="min-w-0">
      <Link
        prefetch={false}
        href={claimHref(claim)}
        dir="auto"
        className="block font-serif text-[1.0625rem] leading-snug text-ink no-underline hover:underline"
      >
        {claim.quote}
      </Link>
      <span className="mt-0.5 block text-small text-ink-3">
        <Dotted
          facts={[
            claim.outlet,
            claim.reportTitle,
            claim.published,
            t.rich("saidBy", {
              speakers: () => (speakers.length > 0 ? <Dotted joint=", " facts={speakers} /> : t("article")),
            }),
          ]}
        />
      </span>
      {notice ? (
        <span className="block text-small text-bad">
          {t("notice", { kind: t(`noticeKind.${notice.kind}`), day: notice.on, words: notice.words })}
        </span>
      ) : null}
      {!notice && state !== "accepted" ? <span className="block text-small text-wait">{t("notAccepted")}</span> : null}
    </div>
  );
}
