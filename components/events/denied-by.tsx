"use client";

import Link from "next/link";
import { useTranslations } from "use-intl";
import { claimHref } from "@/components/events/event-words";
import type { Denial } from "@/domain/event/denied-by";
import type { Evidence } from "@/domain/event/evidence";
import type { TagId } from "@/domain/ids";

/** Who denies a claim, and what of it, each leading to the denial's words. */
export function DeniedBy({ denials, members }: { denials: readonly Denial[]; members: ReadonlyMap<TagId, Evidence> }) {
  const t = useTranslations("events.claims");
  return denials.map(({ by, denies }) => {
    const claim = members.get(by);
    if (!claim) return null;
    const speakers = [...new Set(claim.chains.flatMap((chain) => chain.at(-1)?.name ?? []))];
    const names = speakers.length > 0 ? speakers : [claim.outlet ?? t("article")];
    return (
      <Link
        key={by}
        prefetch={false}
        href={claimHref(claim)}
        className="mt-1 block text-small text-wait no-underline hover:underline"
      >
        <bdi>
          {t("deniedBy", { speakers: names.join(", "), what: denies.map((each) => t(`denies.${each}`)).join(", ") })}
        </bdi>
      </Link>
    );
  });
}
