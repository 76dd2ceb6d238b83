"use client";

import { useTranslations } from "use-intl";
import { ChoiceField, Group, SelectField, TextField } from "@/components/reader/inspector/fields";
import type { ClaimChange } from "@/components/reader/inspector/form-props";
import { tidy } from "@/domain/change/content";
import type { ClaimAttributes } from "@/domain/tag/claim";
import { timeBases, timePrecisions } from "@/domain/tag/claim-values";

export function When({ said, change, disabled }: { said: ClaimAttributes; change: ClaimChange; disabled: boolean }) {
  const t = useTranslations("panels.claim");
  const none = useTranslations("panels")("none");
  const time = said.eventTime ?? {};
  const set = (part: Record<string, string | undefined>) => {
    const next = tidy({ ...time, ...part });
    change({ eventTime: Object.keys(next).length > 0 ? (next as ClaimAttributes["eventTime"]) : undefined });
  };
  const dates = [time.from, time.to].filter(Boolean).join(" – ");
  return (
    <Group title={dates ? t("whenFilled", { date: dates }) : t("when")} filled={said.eventTime !== undefined}>
      <TextField
        type="date"
        label={t("from")}
        value={time.from}
        disabled={disabled}
        onChange={(from) => set({ from })}
      />
      <TextField
        type="date"
        label={t("to")}
        value={time.to}
        disabled={disabled}
        error={time.from && time.to && time.to < time.from ? t("timeOrder") : undefined}
        onChange={(to) => set({ to })}
      />
      <ChoiceField
        label={t("precision")}
        options={timePrecisions.map((value) => ({ value, label: t(`precisions.${value}`) }))}
        value={time.precision}
        disabled={disabled}
        onChange={(precision) => set({ precision })}
      />
      <SelectField
        label={t("basis")}
        options={timeBases.map((value) => ({ value, label: t(`bases.${value}`) }))}
        value={time.basis}
        none={none}
        disabled={disabled}
        onChange={(basis) => set({ basis })}
      />
      <TextField label={t("timeWords")} value={time.words} disabled={disabled} onChange={(words) => set({ words })} />
    </Group>
  );
}
