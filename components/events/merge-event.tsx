"use client";

import { useState } from "react";
import { useTranslations } from "use-intl";
import { useAsk } from "@/components/api/ask";
import { ProblemNote } from "@/components/api/problem-note";
import { useEventChange } from "@/components/events/use-event-change";
import { Button } from "@/components/ui/button";
import { Dialog } from "@/components/ui/dialog";
import { Field } from "@/components/ui/field";
import { FormFooter } from "@/components/ui/form-footer";
import { Select } from "@/components/ui/input";
import { useToast } from "@/components/ui/toast";
import type { Event } from "@/domain/event/event";

/** Takes another event into this one. The events of the days around stand first, as the list has them. */
export function MergeEvent({ event }: { event: Event }) {
  const t = useTranslations("events.merge");
  const ask = useAsk();
  const toast = useToast();
  const changing = useEventChange(event);
  const [open, setOpen] = useState(false);
  const [others, setOthers] = useState<readonly Event[] | null>(null);
  const [chosen, setChosen] = useState("");

  async function show(now: boolean) {
    setOpen(now);
    if (!now) return;
    const answer = await changing.send(() => ask("GET", `/projects/${event.projectId}/events?limit=200`));
    setOthers(answer?.items.filter(({ id }) => id !== event.id) ?? []);
  }

  return (
    <Dialog
      open={open}
      onOpenChange={(now) => void show(now)}
      title={t("title")}
      description={t("lead")}
      trigger={<Button>{t("open")}</Button>}
      footer={
        <FormFooter form="merge-event" busy={changing.busy} disabled={chosen === ""}>
          {t("submit")}
        </FormFooter>
      }
    >
      <form
        id="merge-event"
        onSubmit={async (submitted) => {
          submitted.preventDefault();
          const other = others?.find(({ id }) => id === chosen);
          if (!other || !(await changing.merge(other))) return;
          setOpen(false);
          setChosen("");
          toast({ title: t("done") });
        }}
        className="space-y-3"
      >
        {changing.problem ? <ProblemNote problem={changing.problem} /> : null}
        {others?.length === 0 ? <p className="text-small text-ink-2">{t("none")}</p> : null}
        <Field label={t("which")} required>
          <Select value={chosen} onChange={({ target }) => setChosen(target.value)}>
            <option value="">{t("choose")}</option>
            {(others ?? []).map(({ id, content, derived }) => (
              <option key={id} value={id}>
                {[derived.date.from ?? derived.date.to, content.title].filter(Boolean).join(" · ")}
              </option>
            ))}
          </Select>
        </Field>
      </form>
    </Dialog>
  );
}
