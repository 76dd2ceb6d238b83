"use client";

import { useTranslations } from "use-intl";
import type { ReportRow } from "@/domain/report/report";
import { reviewCount } from "@/domain/review/counting";

/**
 * A report's tags in words, the same on every screen: how many are decided, wait and were returned; of independent
 * work, how many are settled. `own` while somebody works blind: nobody decides on those.
 */
export function useCountWords(): (row: Pick<ReportRow, "tags" | "toSettle">, own: boolean) => string[] {
  const t = useTranslations("values.counts");
  return ({ tags, toSettle }, own) => {
    const { tags: total, decided: done, waiting, returned } = reviewCount(tags);
    if (own) return [total > 0 ? t("yours", { count: total }) : t("none")];
    const words = [
      total > 0 ? t("decided", { done, total }) : undefined,
      waiting > 0 ? t("waiting", { count: waiting }) : undefined,
      returned > 0 ? t("returned", { count: returned }) : undefined,
      toSettle ? t("settled", toSettle) : undefined,
    ].flatMap((each) => each ?? []);
    return words.length > 0 ? words : [t("none")];
  };
}

export function ReviewCounts({ row, own = false }: { row: Pick<ReportRow, "tags" | "toSettle">; own?: boolean }) {
  return <>{useCountWords()(row, own).join(" · ")}</>;
}
