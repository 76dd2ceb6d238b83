"use client";

import { useRouter } from "next/navigation";
import { useState } from "react";
import { useTranslations } from "use-intl";
import { useReader } from "@/components/annotate/use-desk";
import { usePage } from "@/components/reader/panels";
import { useMissing } from "@/components/reader/work/use-missing";
import type { Work } from "@/components/reader/work/use-work";
import { WhatIsMissing } from "@/components/reader/work/what-is-missing";
import { Banner } from "@/components/ui/banner";
import { Button } from "@/components/ui/button";
import { Checkbox } from "@/components/ui/checkbox";
import { Dialog } from "@/components/ui/dialog";
import { Field } from "@/components/ui/field";
import { Textarea } from "@/components/ui/input";
import { useToast } from "@/components/ui/toast";
import type { TagId } from "@/domain/ids";
import { type Missing, missingFields } from "@/domain/review/missing";

/** The last look before a report is submitted: what is missing, or that nothing is tagged, and a note for the reviewer. */
export function HandIn({ work, onClose }: { work: Work; onClose: () => void }) {
  const t = useTranslations("readerWork");
  const saved = useReader((state) => state.saving.state === "saved");
  const blind = useReader((state) => state.project.mode === "independent");
  const { missing: here, tags } = useMissing();
  const [note, setNote] = useState("");
  const [nothing, setNothing] = useState(false);
  const { submit, told, problem, busy } = useSubmission(work, onClose);
  const missing = told.length > 0 ? [...told, ...here.filter(({ required }) => !required)] : here;
  const required = missing.filter((each) => each.required);
  const others = missing.filter((each) => !each.required);
  const empty = tags === 0;

  return (
    <Dialog
      open
      onOpenChange={(open) => {
        if (!open) onClose();
      }}
      title={t("handInTitle")}
      description={blind ? t("handInBlind") : t("handInLead")}
      footer={
        <Button
          variant="primary"
          busy={busy}
          disabled={!saved || (empty ? !nothing : required.length > 0 && told.length === 0)}
          onClick={() => void submit(note.trim() || (empty ? t("nothingToTag") : ""))}
        >
          {t("submit")}
        </Button>
      }
    >
      {saved ? null : <Banner tone="wait">{t("unsaved")}</Banner>}
      {problem ? <Banner tone="bad">{problem}</Banner> : null}
      {empty ? (
        <section aria-label={t("empty")}>
          <h3 className="font-medium">{t("empty")}</h3>
          <p className="text-small text-ink-2">{t("emptyLead")}</p>
          <Checkbox label={t("emptySure")} checked={nothing} onChange={setNothing} />
        </section>
      ) : missing.length === 0 ? (
        <p className="text-small text-ink-2">{t("allSaid", { count: tags })}</p>
      ) : null}
      {required.length > 0 ? (
        <section aria-label={t("missing", { count: required.length })}>
          <h3 className="font-medium">{t("missing", { count: required.length })}</h3>
          <WhatIsMissing missing={required} onJump={onClose} />
        </section>
      ) : null}
      {others.length > 0 ? (
        <section aria-label={t("worthALook", { count: others.length })}>
          <h3 className="font-medium">{t("worthALook", { count: others.length })}</h3>
          <p className="text-small text-ink-3">{t("worthALookLead")}</p>
          <WhatIsMissing missing={others} onJump={onClose} />
        </section>
      ) : null}
      <Field label={t("submitNote")} hint={t("submitNoteHint")} optional>
        <Textarea rows={2} maxLength={2000} value={note} onChange={({ target }) => setNote(target.value)} />
      </Field>
    </Dialog>
  );
}

/** Sends it; what the server misses although nothing seemed to be missing here is listed like the rest. */
function useSubmission(work: Work, onClose: () => void) {
  const t = useTranslations("readerWork");
  const router = useRouter();
  const toast = useToast();
  const page = usePage();
  const title = useReader((state) => state.report.title);
  const [told, setTold] = useState<readonly Missing[]>([]);
  const [problem, setProblem] = useState<string | null>(null);
  const [busy, setBusy] = useState(false);

  async function submit(note: string) {
    setBusy(true);
    setProblem(null);
    const readTo = page.readTo();
    const said = { ...(note && { note }), ...(readTo === undefined ? {} : { readTo }) };
    const answer = await work.put(work.me, { state: "submitted", ...said });
    setBusy(false);
    if (answer.ok) {
      toast({ title: t("submitted", { title }) });
      onClose();
      return router.push("/work");
    }
    const listed = (answer.problem.errors ?? []).flatMap(({ field }) => readField(field) ?? []);
    setTold(listed);
    if (listed.length === 0) setProblem(answer.problem.detail || t("unreachable"));
  }
  return { submit, told, problem, busy };
}

/** "tags.<id>.attributes.kind" as the server names what is missing. */
function readField(path: string): Missing | undefined {
  const tagId = /^tags\.([0-9a-f-]{36})\./.exec(path)?.[1];
  const field = missingFields.find((each) => path.endsWith(`.${each}`));
  // The server names the tags of this report by their ids.
  return tagId && field ? { tagId: tagId as TagId, field, required: true } : undefined;
}
