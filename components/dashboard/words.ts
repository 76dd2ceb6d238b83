"use client";

import { useFormatter, useTranslations } from "use-intl";
import type { Dashboard } from "@/domain/dashboard/dashboard";
import { isCoreKind } from "@/domain/kind-values";

/** How a dashboard's values are put in words. */
export function useDashboardWords(dashboard: Dashboard) {
  const t = useTranslations("dashboard");
  const values = useTranslations("values");
  const format = useFormatter();
  const labels = new Map(dashboard.byKind.map(({ kind, name }) => [kind, name]));
  return {
    kind: (kind: string) =>
      isCoreKind(kind) ? values(`kind.${kind}`) : (labels.get(kind) ?? kind.replace(/^label:/, "")),
    origin: (origin: string) =>
      origin === "person" ? t("person") : t("engine", { name: origin.replace(/^engine:/, "") }),
    count: (count: number) => format.number(count),
    percent: (share: number) => format.number(share, { style: "percent", maximumFractionDigits: 0 }),
    week: (week: string) =>
      format.dateTime(new Date(`${week}T00:00:00Z`), { day: "numeric", month: "short", timeZone: "UTC" }),
    hours: (hours: number) => {
      if (hours >= 48) return t("days", { days: format.number(hours / 24, { maximumFractionDigits: 1 }) });
      if (hours >= 1 || hours === 0) return t("hours", { hours: format.number(hours, { maximumFractionDigits: 1 }) });
      return t("minutes", { minutes: format.number(Math.max(1, hours * 60), { maximumFractionDigits: 0 }) });
    },
  };
}

export type DashboardWords = ReturnType<typeof useDashboardWords>;
