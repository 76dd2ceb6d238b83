"use client";

import { useRouter } from "next/navigation";
import { type FormEvent, useState } from "react";
import { useTranslations } from "use-intl";
import { useReader } from "@/components/annotate/use-desk";
import { usePage } from "@/components/reader/panels";
import type { Work } from "@/components/reader/work/use-work";
import type { WorkHere } from "@/components/reader/work/work-context";
import { Banner } from "@/components/ui/banner";
import { Button } from "@/components/ui/button";
import { Dialog } from "@/components/ui/dialog";
import { Field } from "@/components/ui/field";
import { Select, Textarea } from "@/components/ui/input";
import { useToast } from "@/components/ui/toast";

/** Gives the rest of a report to somebody else, with a note and the place one has read to. */
export function HandOver({
  work,
  colleagues,
  onClose,
}: {
  work: Work;
  colleagues: WorkHere["colleagues"];
  onClose: () => void;
}) {
  const t = useTranslations("readerWork");
  const router = useRouter();
  const toast = useToast();
  const page = usePage();
  const blind = useReader((state) => state.project.mode === "independent");
  const [to, setTo] = useState("");
  const [note, setNote] = useState("");
  const [problem, setProblem] = useState<string | null>(null);
  const [busy, setBusy] = useState(false);
  const heir = colleagues.find(({ id }) => id === to);

  async function submit(event: FormEvent) {
    event.preventDefault();
    if (!heir) return;
    setBusy(true);
    const readTo = page.readTo();
    const place = readTo === undefined ? {} : { readTo };
    const answer = await work.put(work.me, { handTo: heir.id, note, ...place });
    setBusy(false);
    if (!answer.ok)
      return setProblem(answer.problem.errors?.[0]?.reason ?? (answer.problem.detail || t("unreachable")));
    toast({ title: t("handedOver", { name: heir.name }) });
    onClose();
    router.push("/work");
  }

  return (
    <Dialog
      open
      onOpenChange={(open) => {
        if (!open) onClose();
      }}
      title={t("handOverTitle")}
      description={blind ? t("handOverBlind") : t("handOverLead")}
      footer={
        <Button variant="primary" type="submit" form="hand-over" busy={busy} disabled={!heir}>
          {t("handOverSubmit")}
        </Button>
      }
    >
      {problem ? <Banner tone="bad">{problem}</Banner> : null}
      <form id="hand-over" onSubmit={(event) => void submit(event)} className="flex flex-col gap-4">
        <Field label={t("to")} required>
          <Select value={to} onChange={({ target }) => setTo(target.value)}>
            <option value="">{t("choose")}</option>
            {colleagues.map(({ id, name }) => (
              <option key={id} value={id}>
                {name}
              </option>
            ))}
          </Select>
        </Field>
        <Field label={t("note")} hint={t("noteHint")} optional>
          <Textarea value={note} maxLength={2000} onChange={({ target }) => setNote(target.value)} />
        </Field>
      </form>
    </Dialog>
  );
}
