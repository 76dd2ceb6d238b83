"use client";

import { useTranslations } from "use-intl";
import { Chip, type Tone } from "@/components/ui/chip";
import type { ReportState } from "@/domain/report/report";

const tones: Record<ReportState, Tone> = {
  new: "plain",
  "in work": "blue",
  "in review": "ochre",
  reviewed: "green",
  closed: "plain",
  "set aside": "plain",
};

/** Where a report stands on its way from new to closed. */
export function StateChip({ state }: { state: ReportState }) {
  const values = useTranslations("values");
  return (
    <Chip tone={tones[state]} dashed={state === "set aside"}>
      {values(`state.${state}`)}
    </Chip>
  );
}
