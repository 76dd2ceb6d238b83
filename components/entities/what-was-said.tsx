"use client";

import { useTranslations } from "use-intl";
import { PlacedList } from "@/components/entities/placed-list";
import { QuotesFigure } from "@/components/entities/quotes-figure";
import type { EntityPage as Page } from "@/domain/entity/entity-page";
import type { Quotes } from "@/domain/entity/quotes";

/** What it said, what was said of it, and where it is named. */
export function WhatWasSaid({
  more,
  claims,
  about,
  mentions,
  quotes,
  base,
}: {
  more: Page["more"];
  claims: Page["claims"];
  about: Page["about"];
  mentions: Page["mentions"];
  quotes: Quotes;
  base: string;
}) {
  const t = useTranslations("entities");
  return (
    <div className="min-w-0 space-y-10">
      <PlacedList
        id="claims"
        kind="claim"
        title={t("claims")}
        empty={t("claimsEmpty")}
        count={more.claims ? t("newest", { count: claims.length }) : t("claimsCount", { count: claims.length })}
        places={claims}
      />
      <PlacedList
        id="about-it"
        kind="claim"
        title={t("aboutIt")}
        empty={t("aboutItEmpty")}
        count={more.about ? t("newest", { count: about.length }) : t("claimsCount", { count: about.length })}
        places={about}
      />
      <PlacedList
        id="mentions"
        kind="source"
        title={t("mentions")}
        empty={t("mentionsEmpty")}
        count={more.mentions ? t("newest", { count: mentions.length }) : t("mentionsCount", { count: mentions.length })}
        places={mentions}
      />
      {quotes.items.length > 0 ? (
        <QuotesFigure quotes={quotes} title={t("quotes.around")} fileName="quotes" base={base} heading="h2" />
      ) : null}
    </div>
  );
}
