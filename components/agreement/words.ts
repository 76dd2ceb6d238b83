"use client";

import { useFormatter, useTranslations } from "use-intl";
import type { AgreementFigure, ProjectAgreement } from "@/domain/agreement/project/answer";
import { asWritten } from "@/domain/agreement/project/sentence";
import { isCoreKind } from "@/domain/kind-values";

const attributes = [
  "claim_kind",
  "claim_standing",
  "claim_certainty",
  "claim_polarity",
  "claim_eventType",
  "claim_credibility",
  "claim_checkWorthy",
  "place_featureType",
  "place_resolution",
  "source_entityId",
] as const;

/** How the figures of a project are put in words. */
export function useFigureWords(agreement: ProjectAgreement) {
  const t = useTranslations("agreement");
  const values = useTranslations("values");
  const format = useFormatter();
  const kinds = new Map(agreement.about.kinds.map(({ kind, name }) => [kind, name]));
  const people = new Map(agreement.about.people.map(({ id, name }) => [id, name]));
  return {
    person: (id: string) => people.get(id) ?? id,
    kind: (kind: string) => {
      if (kind === "nothing") return t("nothing");
      return isCoreKind(kind) ? values(`kind.${kind}`) : (kinds.get(kind) ?? kind);
    },
    attribute: ({ kind, kindName, attribute, name }: ProjectAgreement["byAttribute"][number]) => {
      const known = attributes.find((each) => each === `${kind}_${attribute}`);
      if (known) return t(`attributeNames.${known}`);
      return t("ownAttribute", { kind: kindName ?? kinds.get(kind) ?? kind, name: name ?? attribute });
    },
    written: (value: number | null) => (value === null ? t("noNumber") : asWritten(value)),
    interval: ({ pooled: { interval } }: AgreementFigure) =>
      interval ? t("intervalValue", { low: asWritten(interval.low), high: asWritten(interval.high) }) : t("noInterval"),
    coverage: ({ coverage: { of, used, seen } }: AgreementFigure) =>
      t(`coverage.${of}`, { used: format.number(used), seen: format.number(seen) }),
    n: ({ n }: AgreementFigure) => t("nValue", n),
    count: (count: number) => format.number(count, { maximumFractionDigits: 1 }),
    week: (week: string) =>
      format.dateTime(new Date(`${week}T00:00:00Z`), { day: "numeric", month: "short", timeZone: "UTC" }),
  };
}

export type FigureWords = ReturnType<typeof useFigureWords>;

export const measured = (figures: readonly AgreementFigure[], measure: string): AgreementFigure | undefined =>
  figures.find((figure) => figure.measure === measure);
