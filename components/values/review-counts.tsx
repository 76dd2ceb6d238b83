"use client";

import { useTranslations } from "use-intl";
import type { ReportRow } from "@/domain/report/report";
import { reviewCount } from "@/domain/review/counting";

type Counted = Pick<ReportRow, "tags" | "toSettle">;
type About = {
  /** Somebody still works blind: these are their own, and nobody decides on them. */
  own?: boolean;
  /** How many wait stands beside this. */
  waitingSaid?: boolean;
};

/**
 * A report's tags in words, the same on every screen: how many are decided, wait and were returned; of independent
 * work, how many are settled.
 */
export function useCountWords(): (row: Counted, about: About) => string[] {
  const t = useTranslations("values.counts");
  return ({ tags, toSettle }, { own = false, waitingSaid = false }) => {
    const { tags: total, decided: done, waiting, returned } = reviewCount(tags);
    if (own) return [total > 0 ? t("yours", { count: total }) : t("none")];
    const words = [
      total > 0 ? t("decided", { done, total }) : undefined,
      waiting > 0 && !waitingSaid ? t("waiting", { count: waiting }) : undefined,
      returned > 0 ? t("returned", { count: returned }) : undefined,
      toSettle ? t("settled", toSettle) : undefined,
    ].flatMap((each) => each ?? []);
    return words.length > 0 ? words : [t("none")];
  };
}

export function ReviewCounts({ row, ...about }: { row: Counted } & About) {
  return <>{useCountWords()(row, about).join(" · ")}</>;
}
