"use client";

import { useTranslations } from "use-intl";
import { EntityChoice } from "@/components/entities/entity-choice";
import type { PerpetratorDraft } from "@/components/events/act-draft";
import { ClaimTicks } from "@/components/events/claim-ticks";
import { Button } from "@/components/ui/button";
import { Field } from "@/components/ui/field";
import { Input, Select } from "@/components/ui/input";
import { blames, involvements } from "@/domain/event/event-values";
import type { Evidence } from "@/domain/event/evidence";
import { certainties } from "@/domain/tag/claim-values";

/** Somebody who is said to have done it: how far they took part, how sure that is, who says so and on whose side they were. */
export function PerpetratorFields({
  projectId,
  members,
  draft,
  wrong,
  set,
  onRemove,
}: {
  projectId: string;
  members: readonly Evidence[];
  draft: PerpetratorDraft;
  wrong: (field: string) => string | undefined;
  set: (part: Partial<PerpetratorDraft>) => void;
  onRemove: () => void;
}) {
  const t = useTranslations("acts");
  const words = useTranslations("events");
  return (
    <fieldset className="grid gap-3 border-s-2 border-line ps-4 sm:grid-cols-2">
      <legend className="mb-2 font-medium">{t("perpetrator")}</legend>
      <Field label={t("perpetratorName")} error={wrong("entityId")}>
        <EntityChoice
          label={t("perpetratorName")}
          projectId={projectId}
          value={draft.entityId}
          onChange={(entityId) => set({ entityId })}
        />
      </Field>
      <Field label={t("side")}>
        <Input dir="auto" maxLength={200} value={draft.side} onChange={({ target }) => set({ side: target.value })} />
      </Field>
      <Field label={t("involvement")}>
        <Select value={draft.involvement} onChange={({ target }) => set({ involvement: target.value })}>
          {involvements.map((each) => (
            <option key={each} value={each}>
              {t(`involvements.${each}`)}
            </option>
          ))}
        </Select>
      </Field>
      <Field label={t("certainty")}>
        <Select value={draft.certainty} onChange={({ target }) => set({ certainty: target.value })}>
          {certainties.map((each) => (
            <option key={each} value={each}>
              {words(`certainties.${each}`)}
            </option>
          ))}
        </Select>
      </Field>
      <Field label={t("blame")}>
        <Select value={draft.blame} onChange={({ target }) => set({ blame: target.value })}>
          {blames.map((each) => (
            <option key={each} value={each}>
              {t(`blames.${each}`)}
            </option>
          ))}
        </Select>
      </Field>
      <div className="sm:col-span-2">
        <ClaimTicks
          legend={t("perpetratorClaims")}
          members={members}
          claims={draft.claims}
          error={wrong("claims")}
          onChange={(claims) => set({ claims })}
        />
        <Button size="small" variant="quiet" onClick={onRemove}>
          {t("removePerpetrator")}
        </Button>
      </div>
    </fieldset>
  );
}
