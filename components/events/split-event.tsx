"use client";

import { useState } from "react";
import { useTranslations } from "use-intl";
import { ProblemNote } from "@/components/api/problem-note";
import { useEventChange } from "@/components/events/use-event-change";
import { Button } from "@/components/ui/button";
import { Dialog } from "@/components/ui/dialog";
import { Field } from "@/components/ui/field";
import { FormFooter } from "@/components/ui/form-footer";
import { Input } from "@/components/ui/input";
import { useToast } from "@/components/ui/toast";
import type { Event } from "@/domain/event/event";

/** Gives the picked claims an event of their own. */
export function SplitEvent({ event, picked, onDone }: { event: Event; picked: readonly string[]; onDone: () => void }) {
  const t = useTranslations("events.split");
  const toast = useToast();
  const changing = useEventChange(event);
  const [open, setOpen] = useState(false);
  const [title, setTitle] = useState("");
  return (
    <Dialog
      open={open}
      onOpenChange={setOpen}
      title={t("title")}
      description={t("lead")}
      trigger={<Button size="small">{t("open", { count: picked.length })}</Button>}
      footer={
        <FormFooter form="split-event" busy={changing.busy}>
          {t("submit")}
        </FormFooter>
      }
    >
      <form
        id="split-event"
        onSubmit={async (submitted) => {
          submitted.preventDefault();
          if (!(await changing.split(picked, title))) return;
          setOpen(false);
          toast({ title: t("done") });
          onDone();
        }}
        className="space-y-3"
      >
        {changing.problem ? <ProblemNote problem={changing.problem} /> : null}
        <Field label={t("name")} required error={changing.errorOf("title")}>
          <Input dir="auto" maxLength={300} value={title} onChange={({ target }) => setTitle(target.value)} />
        </Field>
      </form>
    </Dialog>
  );
}
