"use client";

import Link from "next/link";
import { useTranslations } from "use-intl";
import { claimHref, useEventWords } from "@/components/events/event-words";
import { IndependentOrigin } from "@/components/events/independent-origin";
import { OriginTree } from "@/components/events/origin-tree";
import { Dotted } from "@/components/ui/dotted";
import type { Event } from "@/domain/event/event";

/** Who said it first, through whom it came, and which of them raise the count. */
export function EventOrigins({ event, mayChange }: { event: Event; mayChange: boolean }) {
  const { corroboration } = event.derived;
  const t = useTranslations("events.tree");
  const words = useEventWords();
  return (
    <section aria-labelledby="origins">
      <h2 id="origins" className="headline text-lead">
        {t("title")}
      </h2>
      <p className="text-small text-ink-2">{words.origins({ corroboration })}</p>
      <ul className="mt-3 space-y-3 text-small">
        {corroboration.origins.map((origin) => (
          <li key={origin.key}>
            <span className="font-medium">
              <bdi>{origin.name}</bdi>
              {origin.reliability ? ` · ${origin.reliability}` : ""}
              {origin.side ? ` · ${origin.side}` : ""}
            </span>
            <span className="text-ink-3">
              {" · "}
              {origin.counts ? t("counts") : t("countsNot")}
              {origin.reason ? ` · ${t("reason", { reason: origin.reason })}` : ""}
            </span>
            {mayChange ? <IndependentOrigin event={event} origin={origin} /> : null}
            <ul className="mt-1 space-y-1 border-s-2 border-line ps-3">
              {origin.carriers.map((carrier) => (
                <li key={`${carrier.claimId}/${carrier.chain.join("/")}`}>
                  <Link prefetch={false} href={claimHref(carrier)} className="link">
                    <Dotted facts={[carrier.outlet, carrier.reportTitle]} />
                  </Link>
                  <span className="block text-ink-3">
                    <Dotted
                      facts={[
                        carrier.chain.length > 1 && t("through", { chain: carrier.chain.slice(0, -1).join(" → ") }),
                        carrier.copies && t("copy"),
                        carrier.notCounted && t(`notCounted.${carrier.notCounted}`),
                      ]}
                    />
                  </span>
                </li>
              ))}
            </ul>
          </li>
        ))}
      </ul>
      <OriginTree corroboration={corroboration} fileName={`origins-${event.id}`} />
    </section>
  );
}
