"use client";

import { useState } from "react";
import { useTranslations } from "use-intl";
import { ProblemNote } from "@/components/api/problem-note";
import { useEventChange } from "@/components/events/use-event-change";
import { Button } from "@/components/ui/button";
import { Dialog } from "@/components/ui/dialog";
import { Field } from "@/components/ui/field";
import { FormFooter } from "@/components/ui/form-footer";
import { Textarea } from "@/components/ui/input";
import { useToast } from "@/components/ui/toast";
import type { Event } from "@/domain/event/event";

type Origin = Event["derived"]["corroboration"]["origins"][number];

/** Says with a reason that an origin is independent of the others of its outlet, or takes that back. */
export function IndependentOrigin({ event, origin }: { event: Event; origin: Origin }) {
  const t = useTranslations("events.tree");
  const toast = useToast();
  const changing = useEventChange(event);
  const { independent = [] } = event.content;
  const [open, setOpen] = useState(false);
  const [reason, setReason] = useState("");
  const at = independent.findIndex(({ key }) => key === origin.key);
  if (at >= 0) {
    return (
      <>
        {changing.problem ? <ProblemNote problem={changing.problem} /> : null}
        <Button
          size="small"
          variant="quiet"
          busy={changing.busy}
          aria-label={t("takeBackNamed", { name: origin.name })}
          onClick={() => void changing.change({ independent: independent.filter((_each, nth) => nth !== at) })}
        >
          {t("takeBack")}
        </Button>
      </>
    );
  }
  const alive = origin.carriers.some(({ notCounted }) => notCounted === undefined);
  if (origin.counts || !alive) return null;
  return (
    <Dialog
      open={open}
      onOpenChange={setOpen}
      title={t("independentTitle", { name: origin.name })}
      description={t("independentLead")}
      trigger={
        <Button size="small" variant="quiet" aria-label={t("independentNamed", { name: origin.name })}>
          {t("independent")}
        </Button>
      }
      footer={
        <FormFooter form="independent" busy={changing.busy}>
          {t("independentSave")}
        </FormFooter>
      }
    >
      <form
        id="independent"
        onSubmit={async (submitted) => {
          submitted.preventDefault();
          const all = [...independent, { key: origin.key, reason }];
          if (!(await changing.change({ independent: all }))) return;
          setOpen(false);
          toast({ title: t("independentSaved") });
        }}
        className="space-y-3"
      >
        {changing.problem ? <ProblemNote problem={changing.problem} /> : null}
        <Field
          label={t("independentReason")}
          required
          error={changing.errorOf(`independent.${independent.length}.reason`)}
        >
          <Textarea dir="auto" maxLength={2000} value={reason} onChange={({ target }) => setReason(target.value)} />
        </Field>
      </form>
    </Dialog>
  );
}
