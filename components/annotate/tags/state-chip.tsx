"use client";

import { useTranslations } from "use-intl";
import { Chip, type Tone } from "@/components/ui/chip";
import type { TagState } from "@/domain/tag/tag";

const tones: Record<TagState, Tone> = {
  open: "ochre",
  accepted: "green",
  returned: "accent",
  rejected: "bad",
  withdrawn: "plain",
};

export function StateChip({ state }: { state: TagState }) {
  const t = useTranslations("panels");
  return (
    <Chip tone={tones[state]} dashed={state === "withdrawn"}>
      {t(`states.${state}`)}
    </Chip>
  );
}
