"use client";

import { useTranslations } from "use-intl";
import { Chip, type Tone } from "@/components/ui/chip";
import type { Event } from "@/domain/event/event";

const tones: Record<Event["state"], Tone> = {
  open: "blue",
  accepted: "green",
  returned: "ochre",
  rejected: "bad",
  withdrawn: "plain",
};

/** Where an event stands, and whether somebody disputes it. */
export function EventStateChip({ event: { state, derived } }: { event: Pick<Event, "state" | "derived"> }) {
  const t = useTranslations("events");
  return (
    <span className="inline-flex flex-wrap gap-1.5">
      <Chip tone={tones[state]} dashed={state === "withdrawn"}>
        {t(`states.${state}`)}
      </Chip>
      {derived.disputed.length > 0 ? <Chip tone="ochre">{t("disputed")}</Chip> : null}
    </span>
  );
}
