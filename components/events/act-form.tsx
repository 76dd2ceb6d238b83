"use client";

import { type ReactNode, useState } from "react";
import { useTranslations } from "use-intl";
import { ProblemNote } from "@/components/api/problem-note";
import { EntityChoice } from "@/components/entities/entity-choice";
import { type ActDraft, actDraftOf, actOf, emptyPerpetrator } from "@/components/events/act-draft";
import { ClaimTicks } from "@/components/events/claim-ticks";
import { PerpetratorFields } from "@/components/events/perpetrator-fields";
import { useEventChange } from "@/components/events/use-event-change";
import { Button } from "@/components/ui/button";
import { Dialog } from "@/components/ui/dialog";
import { Field } from "@/components/ui/field";
import { FormFooter } from "@/components/ui/form-footer";
import { Input, Select } from "@/components/ui/input";
import { useToast } from "@/components/ui/toast";
import type { Event } from "@/domain/event/event";
import { outcomes } from "@/domain/event/event-values";
import type { Evidence } from "@/domain/event/evidence";
import { countedWho } from "@/domain/tag/claim-values";

/** Says what was done to one person or counted group and by whom; a new act, or the one at this place changed. */
export function ActForm({
  event,
  members,
  at,
  trigger,
}: {
  event: Event;
  members: readonly Evidence[];
  /** The place of the act among those of the event; left out for a new one. */
  at?: number;
  trigger: ReactNode;
}) {
  const t = useTranslations("acts");
  const api = useTranslations("api");
  const toast = useToast();
  const changing = useEventChange(event);
  const { acts = [], claims } = event.content;
  const supporting = claims.filter(({ part }) => part === "supports").map(({ id }) => id);
  const [open, setOpen] = useState(false);
  const [draft, setDraft] = useState<ActDraft>(() => actDraftOf(at === undefined ? undefined : acts[at], supporting));
  const set = (part: Partial<ActDraft>) => setDraft({ ...draft, ...part });
  const place = at ?? acts.length;
  const wrong = (field: string) => changing.errorOf(`acts.${place}.${field}`);
  const form = `act-${place}`;
  return (
    <Dialog
      wide
      open={open}
      onOpenChange={setOpen}
      title={t(at === undefined ? "addTitle" : "changeTitle")}
      description={t("lead")}
      trigger={trigger}
      footer={
        <FormFooter form={form} busy={changing.busy}>
          {t("save")}
        </FormFooter>
      }
    >
      <form
        id={form}
        onSubmit={async (submitted) => {
          submitted.preventDefault();
          const act = actOf(draft);
          const changed = at === undefined ? [...acts, act] : acts.map((each, nth) => (nth === at ? act : each));
          if (!(await changing.change({ acts: changed }))) return;
          setOpen(false);
          toast({ title: t("saved") });
        }}
        className="space-y-6"
      >
        {changing.problem ? <ProblemNote problem={changing.problem} kept={api("formKept")} /> : null}
        <VictimFields event={event} draft={draft} set={set} wrong={wrong} />
        <ClaimTicks
          legend={t("actClaims")}
          members={members}
          claims={draft.claims}
          error={wrong("claims")}
          onChange={(ids) => set({ claims: ids })}
        />
        <Perpetrators draft={draft} event={event} members={members} wrong={wrong} onChange={set} />
      </form>
    </Dialog>
  );
}

/** Those who are said to have done it. */
function Perpetrators({
  draft,
  event,
  members,
  wrong,
  onChange,
}: {
  draft: ActDraft;
  event: Event;
  members: readonly Evidence[];
  wrong: (field: string) => string | undefined;
  onChange: (part: Partial<ActDraft>) => void;
}) {
  const t = useTranslations("acts");
  return (
    <div className="space-y-4">
      {draft.perpetrators.map((each, nth) => (
        <PerpetratorFields
          key={each.key}
          projectId={event.projectId}
          members={members}
          draft={each}
          wrong={(field) => wrong(`perpetrators.${nth}.${field}`)}
          set={(part) =>
            onChange({
              perpetrators: draft.perpetrators.map((one, other) => (other === nth ? { ...one, ...part } : one)),
            })
          }
          onRemove={() => onChange({ perpetrators: draft.perpetrators.filter((_one, other) => other !== nth) })}
        />
      ))}
      <Button
        size="small"
        onClick={() => {
          const key = Math.max(-1, ...draft.perpetrators.map((each) => each.key)) + 1;
          onChange({ perpetrators: [...draft.perpetrators, emptyPerpetrator(key, draft.claims)] });
        }}
      >
        {t("addPerpetrator")}
      </Button>
    </div>
  );
}

function VictimFields({
  event,
  draft,
  set,
  wrong,
}: {
  event: Event;
  draft: ActDraft;
  set: (part: Partial<ActDraft>) => void;
  wrong: (field: string) => string | undefined;
}) {
  const t = useTranslations("acts");
  const words = useTranslations("events");
  const { victim } = draft;
  const write = (part: Partial<ActDraft["victim"]>) => set({ victim: { ...victim, ...part } });
  return (
    <fieldset className="grid gap-3 sm:grid-cols-2">
      <legend className="mb-2 font-medium">{t("victim")}</legend>
      <Field label={t("what")}>
        <Select value={draft.outcome} onChange={({ target }) => set({ outcome: target.value })}>
          {outcomes.map((each) => (
            <option key={each} value={each}>
              {words(`outcome.${each}`)}
            </option>
          ))}
        </Select>
      </Field>
      <Field label={t("whom")}>
        <Select
          value={draft.named ? "named" : "group"}
          onChange={({ target }) => set({ named: target.value === "named" })}
        >
          <option value="named">{t("namedVictim")}</option>
          <option value="group">{t("groupVictim")}</option>
        </Select>
      </Field>
      {draft.named ? (
        <Field
          label={t("victimName")}
          hint={t("victimNameHint")}
          error={wrong("victim.words") ?? wrong("victim.entityId")}
        >
          <EntityChoice
            label={t("victimName")}
            projectId={event.projectId}
            value={draft.entityId}
            onChange={(entityId) => set({ entityId })}
          />
        </Field>
      ) : (
        <GroupFields wrong={wrong} victim={victim} onChange={write} />
      )}
      <Field label={t("who")}>
        <Select value={victim.who} onChange={({ target }) => write({ who: target.value })}>
          <option value="">{t("unsaid")}</option>
          {countedWho.map((each) => (
            <option key={each} value={each}>
              {words(`who.${each}`)}
            </option>
          ))}
        </Select>
      </Field>
      <Field label={t("side")}>
        <Input
          dir="auto"
          maxLength={200}
          value={victim.side}
          onChange={({ target }) => write({ side: target.value })}
        />
      </Field>
    </fieldset>
  );
}

/** A group that is only counted: what it is called and how many they were. */
function GroupFields({
  wrong,
  victim,
  onChange,
}: {
  wrong: (field: string) => string | undefined;
  victim: ActDraft["victim"];
  onChange: (part: Partial<ActDraft["victim"]>) => void;
}) {
  const t = useTranslations("acts");
  return (
    <>
      <Field label={t("groupWords")} hint={t("groupWordsHint")} error={wrong("victim.words")}>
        <Input dir="auto" value={victim.words} onChange={({ target }) => onChange({ words: target.value })} />
      </Field>
      <div className="grid grid-cols-2 gap-3">
        <Field label={t("low")} error={wrong("victim.low")}>
          <Input type="number" min={1} value={victim.low} onChange={({ target }) => onChange({ low: target.value })} />
        </Field>
        <Field label={t("high")} error={wrong("victim.high")}>
          <Input
            type="number"
            min={1}
            value={victim.high}
            onChange={({ target }) => onChange({ high: target.value })}
          />
        </Field>
      </div>
    </>
  );
}
