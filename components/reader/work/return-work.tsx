"use client";

import { type FormEvent, useState } from "react";
import { useTranslations } from "use-intl";
import { useReader } from "@/components/annotate/use-desk";
import type { Work } from "@/components/reader/work/use-work";
import { Banner } from "@/components/ui/banner";
import { Button } from "@/components/ui/button";
import { Dialog } from "@/components/ui/dialog";
import { Field } from "@/components/ui/field";
import { Textarea } from "@/components/ui/input";
import { useToast } from "@/components/ui/toast";
import type { Assignment } from "@/domain/assignment/assignment";

/** Sends a report back to its analyst, with what was returned on it and a note. */
export function ReturnWork({
  work,
  assignment: { userId },
  onClose,
}: {
  work: Pick<Work, "put" | "refresh">;
  assignment: Assignment;
  onClose: () => void;
}) {
  const t = useTranslations("readerWork");
  const toast = useToast();
  const name = useReader((state) => state.people.get(userId)?.name ?? "–");
  const annotations = useReader((state) => state.annotations);
  const relations = useReader((state) => state.relations);
  const [note, setNote] = useState("");
  const [problem, setProblem] = useState<string | null>(null);
  const [busy, setBusy] = useState(false);
  const count = [...annotations.values(), ...relations.values()].filter(
    ({ state, createdBy }) => state === "returned" && createdBy === userId,
  ).length;

  async function submit(event: FormEvent) {
    event.preventDefault();
    setBusy(true);
    const answer = await work.put(userId, { state: "returned", note });
    setBusy(false);
    if (!answer.ok) return setProblem(answer.problem.detail || t("unreachable"));
    toast({
      title: t("returned", { name }),
      undo: () => void work.put(userId, { state: "in review" }).then(work.refresh),
    });
    onClose();
    work.refresh();
  }

  return (
    <Dialog
      open
      onOpenChange={(open) => {
        if (!open) onClose();
      }}
      title={t("returnTitle", { name })}
      description={t("returnLead", { count })}
      footer={
        <Button variant="primary" type="submit" form="return-work" busy={busy}>
          {t("returnSubmit")}
        </Button>
      }
    >
      {problem ? <Banner tone="bad">{problem}</Banner> : null}
      <form id="return-work" onSubmit={(event) => void submit(event)}>
        <Field label={t("note")} optional>
          <Textarea value={note} maxLength={2000} onChange={({ target }) => setNote(target.value)} />
        </Field>
      </form>
    </Dialog>
  );
}
