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

/** Accepts the event as it is shown, or returns or rejects it with a reason. */
export function DecideEvent({ event }: { event: Event }) {
  const t = useTranslations("events.decide");
  const toast = useToast();
  const changing = useEventChange(event);
  return (
    <>
      {changing.problem ? <ProblemNote problem={changing.problem} /> : null}
      {event.state === "rejected" ? null : <WithReason event={event} decision="reject" />}
      {event.state === "returned" ? null : <WithReason event={event} decision="return" />}
      {event.state === "accepted" ? null : (
        <Button
          variant="primary"
          busy={changing.busy}
          onClick={async () => {
            if (await changing.decide("accept", "")) toast({ title: t("accepted") });
          }}
        >
          {t("accept")}
        </Button>
      )}
    </>
  );
}

function WithReason({ event, decision }: { event: Event; decision: "return" | "reject" }) {
  const t = useTranslations("events.decide");
  const toast = useToast();
  const changing = useEventChange(event);
  const [open, setOpen] = useState(false);
  const [reason, setReason] = useState("");
  const form = `${decision}-event`;
  return (
    <Dialog
      open={open}
      onOpenChange={setOpen}
      title={t(decision === "return" ? "returnTitle" : "rejectTitle")}
      trigger={<Button>{t(decision)}</Button>}
      footer={
        <FormFooter form={form} busy={changing.busy}>
          {t(decision)}
        </FormFooter>
      }
    >
      <form
        id={form}
        onSubmit={async (submitted) => {
          submitted.preventDefault();
          if (!(await changing.decide(decision, reason))) return;
          setOpen(false);
          toast({ title: t(decision === "return" ? "returned" : "rejected") });
        }}
        className="space-y-3"
      >
        {changing.problem ? <ProblemNote problem={changing.problem} /> : null}
        <Field label={t("reason")} hint={t("reasonHint")} required error={changing.errorOf("reason")}>
          <Textarea value={reason} maxLength={2000} onChange={({ target }) => setReason(target.value)} />
        </Field>
      </form>
    </Dialog>
  );
}
