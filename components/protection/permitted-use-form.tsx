"use client";

import { type FormEvent, type ReactNode, useState } from "react";
import { useTranslations } from "use-intl";
import { createRepeatIds } from "@/client/api/repeat-ids";
import { useAsk } from "@/components/api/ask";
import { ProblemNote } from "@/components/api/problem-note";
import type { Sending } from "@/components/api/use-sending";
import { useSending } from "@/components/api/use-sending";
import { ConsentFields, type ConsentSaid, consentOf, noConsent } from "@/components/protection/consent-fields";
import { Button } from "@/components/ui/button";
import { Checkbox } from "@/components/ui/checkbox";
import { Field } from "@/components/ui/field";
import { Textarea } from "@/components/ui/input";
import { RadioCards } from "@/components/ui/radio-cards";
import { useToast } from "@/components/ui/toast";
import type { OpId, ProjectId } from "@/domain/ids";
import type { PermittedUse, ProtectedThing, SentThing } from "@/domain/protection/permitted-use";
import { circumstances, permittedUses } from "@/domain/protection/permitted-use-values";

type Circumstance = (typeof circumstances)[number];

/** Says what may leave of one thing. Choosing a circumstance proposes “not at all”; whoever chooses otherwise says why. */
export function PermittedUseForm({
  projectId,
  thing,
  now,
  means,
  onDone,
  footer,
}: {
  projectId: ProjectId;
  thing: SentThing;
  now: ProtectedThing | undefined;
  /** What each choice means of this thing. */
  means: Readonly<Record<PermittedUse, string>>;
  onDone: () => void;
  footer?: ReactNode;
}) {
  const t = useTranslations("protection");
  const api = useTranslations("api");
  const ask = useAsk();
  const toast = useToast();
  const sending = useSending();
  const [use, setUse] = useState<PermittedUse>(now?.use ?? (thing.on === "passage" ? "described" : "named"));
  const [found, setFound] = useState<readonly Circumstance[]>(now?.circumstances ?? []);
  const [reason, setReason] = useState(now?.reason ?? "");
  const [consent, setConsent] = useState<ConsentSaid>(() =>
    now?.consent ? { ...noConsent, ...now.consent } : noConsent,
  );
  const [opIds] = useState(createRepeatIds<OpId>);
  const ofSomebody = thing.on === "entity" || thing.on === "passage";

  function note(circumstance: Circumstance, checked: boolean) {
    setFound((all) => circumstances.filter((each) => (each === circumstance ? checked : all.includes(each))));
    if (checked) setUse("withheld");
  }

  async function submit(event: FormEvent) {
    event.preventDefault();
    const said = consentOf(consent);
    const body = {
      thing,
      use,
      circumstances: found,
      reason,
      ...(said && { consent: said }),
      ...(now && { version: now.version }),
    };
    const done = await sending.send(() =>
      ask("PUT", `/projects/${projectId}/protection`, { ...body, opId: opIds.of(body) }),
    );
    if (!done) return;
    opIds.taken();
    toast({ title: t("saved") });
    onDone();
  }

  return (
    <form onSubmit={(event) => void submit(event)} className="space-y-4">
      {sending.problem ? <ProblemNote problem={sending.problem} kept={api("formKept")} /> : null}
      <UseChoice value={use} onChange={setUse} means={means} sending={sending} />
      {ofSomebody ? <CircumstanceTicks found={found} onNote={note} /> : null}
      <Field label={t("reason")} hint={t("reasonHint")} error={sending.errorOf("reason")}>
        <Textarea rows={2} maxLength={2000} value={reason} onChange={({ target }) => setReason(target.value)} />
      </Field>
      {ofSomebody ? (
        <ConsentFields said={consent} onChange={setConsent} error={sending.errorOf("consent.withdrawn")} />
      ) : null}
      <div className="flex flex-wrap justify-end gap-2">
        {footer}
        <Button type="submit" variant="primary" busy={sending.busy}>
          {t("save")}
        </Button>
      </div>
    </form>
  );
}

function CircumstanceTicks({
  found,
  onNote,
}: {
  found: readonly Circumstance[];
  onNote: (circumstance: Circumstance, checked: boolean) => void;
}) {
  const t = useTranslations("protection");
  return (
    <fieldset>
      <legend className="text-small font-medium">{t("circumstances")}</legend>
      {circumstances.map((each) => (
        <Checkbox
          key={each}
          label={t(`circumstance.${each}`)}
          checked={found.includes(each)}
          onChange={(checked) => onNote(each, checked)}
        />
      ))}
    </fieldset>
  );
}

function UseChoice({
  value,
  onChange,
  means,
  sending,
}: {
  value: PermittedUse;
  onChange: (use: PermittedUse) => void;
  means: Readonly<Record<PermittedUse, string>>;
  sending: Sending;
}) {
  const t = useTranslations("protection");
  return (
    <>
      <RadioCards
        label={t("use")}
        value={value}
        onChange={onChange}
        options={permittedUses.map((each) => ({ value: each, label: t(`uses.${each}`), hint: means[each] }))}
      />
      {sending.errorOf("use") ? <p className="text-small text-bad">{sending.errorOf("use")}</p> : null}
    </>
  );
}
