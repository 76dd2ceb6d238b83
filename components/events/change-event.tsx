"use client";

import { useState } from "react";
import { useTranslations } from "use-intl";
import { ProblemNote } from "@/components/api/problem-note";
import { contentOf, type Draft, draftOf } from "@/components/events/change-draft";
import { ChangeFields } from "@/components/events/change-fields";
import { useEventChange } from "@/components/events/use-event-change";
import { Button } from "@/components/ui/button";
import { Dialog } from "@/components/ui/dialog";
import { FormFooter } from "@/components/ui/form-footer";
import { useToast } from "@/components/ui/toast";
import type { EventType } from "@/domain/codebook/codebook";
import type { Event } from "@/domain/event/event";

/** Changes what people say of an event; what is left empty follows from its claims. */
export function ChangeEvent({ event, types }: { event: Event; types: readonly EventType[] }) {
  const t = useTranslations("events.change");
  const api = useTranslations("api");
  const toast = useToast();
  const changing = useEventChange(event);
  const [open, setOpen] = useState(false);
  const [draft, setDraft] = useState<Draft>(() => draftOf(event));
  return (
    <Dialog
      wide
      open={open}
      onOpenChange={setOpen}
      title={t("title")}
      description={t("lead")}
      trigger={<Button>{t("open")}</Button>}
      footer={
        <FormFooter form="change-event" busy={changing.busy}>
          {t("save")}
        </FormFooter>
      }
    >
      <form
        id="change-event"
        onSubmit={async (submitted) => {
          submitted.preventDefault();
          if (!(await changing.change(contentOf(draft, event)))) return;
          setOpen(false);
          toast({ title: t("saved") });
        }}
        className="space-y-6"
      >
        {changing.problem ? <ProblemNote problem={changing.problem} kept={api("formKept")} /> : null}
        <ChangeFields
          event={event}
          types={types}
          draft={draft}
          errorOf={changing.errorOf}
          set={(name, value) => setDraft({ ...draft, [name]: value })}
        />
      </form>
    </Dialog>
  );
}
