"use client";

import { useState } from "react";
import { useTranslations } from "use-intl";
import { useAsk } from "@/components/api/ask";
import { ProblemNote } from "@/components/api/problem-note";
import { useSending } from "@/components/api/use-sending";
import { CancelJob, JobState } from "@/components/jobs/job-state";
import { BrokenLines } from "@/components/place-names/broken-lines";
import { Button } from "@/components/ui/button";
import { Dialog, DialogClose } from "@/components/ui/dialog";
import { Dotted } from "@/components/ui/dotted";
import { Td, Tr } from "@/components/ui/table";
import { useToast } from "@/components/ui/toast";
import { useSize } from "@/components/values/use-size";
import { When } from "@/components/values/when";
import type { Job } from "@/domain/job/job";
import { isOver } from "@/domain/job/job-values";
import type { PlaceNameFile } from "@/domain/job/place-name-file";

/** One file: who added it, what of it the gazetteer has, how far its reading is, and what may be done with it. */
export function FileRow({
  file,
  onJob,
  onRemoved,
}: {
  file: PlaceNameFile;
  onJob: (now: Job) => void;
  onRemoved: () => void;
}) {
  const t = useTranslations("people.placeNames");
  const size = useSize();
  const { name, kind, bytes, kept, broken, passedOver, job } = file;
  return (
    <Tr>
      <Td>
        <bdi className="block min-w-24 font-medium [overflow-wrap:anywhere]">{name}</bdi>
        <span className="block text-small text-ink-3">
          <Dotted facts={[kind && t(`kinds.${kind}`), size(bytes)]} joint=", " />
        </span>
      </Td>
      <Td from="md" className="text-ink-2">
        <Dotted facts={[job.byName, <When key="at" value={job.at} time />]} joint=", " />
      </Td>
      <Td className="tabular-nums">
        {kind ? <span className="block">{t("kept", { kind, count: kept })}</span> : null}
        {passedOver > 0 ? (
          <span className="block text-small text-ink-3">
            {t("passedOver", { kind: kind ?? "places", count: passedOver })}
          </span>
        ) : null}
        {broken > 0 ? (
          <span className="block text-small text-wait">
            {isOver(job) ? <BrokenLines file={file} /> : t("broken", { kind: kind ?? "places", count: broken })}
          </span>
        ) : null}
      </Td>
      <Td>
        <div aria-live="polite">
          <JobState job={job} />
        </div>
      </Td>
      <Td className="text-end">
        {isOver(job) ? <Remove file={file} onRemoved={onRemoved} /> : <CancelJob job={job} onCancelled={onJob} />}
      </Td>
    </Tr>
  );
}

function Remove({ file: { id, name }, onRemoved }: { file: PlaceNameFile; onRemoved: () => void }) {
  const t = useTranslations("people.placeNames");
  const ui = useTranslations("ui");
  const ask = useAsk();
  const toast = useToast();
  const sending = useSending();
  const [open, setOpen] = useState(false);

  async function remove() {
    const gone = await sending.send(async () => {
      const answer = await ask("DELETE", `/place-name-files/${id}`);
      return answer.ok ? { ok: true, value: true } : answer;
    });
    if (!gone) return;
    setOpen(false);
    toast({ title: t("removed", { name }) });
    onRemoved();
  }

  return (
    <Dialog
      open={open}
      onOpenChange={setOpen}
      title={t("removeTitle", { name })}
      description={t("removeLead")}
      trigger={
        <Button size="small" aria-label={t("removeOf", { name })}>
          {t("remove")}
        </Button>
      }
      footer={
        <>
          <DialogClose>
            <Button>{ui("cancel")}</Button>
          </DialogClose>
          <Button variant="danger" busy={sending.busy} onClick={() => void remove()}>
            {t("remove")}
          </Button>
        </>
      }
    >
      {sending.problem ? <ProblemNote problem={sending.problem} /> : null}
    </Dialog>
  );
}
