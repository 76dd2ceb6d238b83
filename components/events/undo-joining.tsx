"use client";

import { useTranslations } from "use-intl";
import { ProblemNote } from "@/components/api/problem-note";
import { useEventChange } from "@/components/events/use-event-change";
import { Button } from "@/components/ui/button";
import { useToast } from "@/components/ui/toast";
import type { Event } from "@/domain/event/event";

/** Takes the last merge or split back. */
export function UndoJoining({ event, did }: { event: Event; did: "merged" | "split" }) {
  const t = useTranslations("events.undo");
  const toast = useToast();
  const changing = useEventChange(event);
  return (
    <>
      {changing.problem ? <ProblemNote problem={changing.problem} /> : null}
      <Button
        busy={changing.busy}
        onClick={async () => {
          if (await changing.undo()) toast({ title: t("done") });
        }}
      >
        {t(did)}
      </Button>
    </>
  );
}
