"use client";

import { useRouter } from "next/navigation";
import { useState } from "react";
import { useTranslations } from "use-intl";
import { useAsk } from "@/components/api/ask";
import { ProblemNote } from "@/components/api/problem-note";
import { useSending } from "@/components/api/use-sending";
import { EntityChoice } from "@/components/entities/entity-choice";
import { MergePreview, takenFirst } from "@/components/entities/merge-preview";
import { Button } from "@/components/ui/button";
import { Dialog, DialogClose } from "@/components/ui/dialog";
import { Field } from "@/components/ui/field";
import type { Entity } from "@/domain/entity/entity";
import type { MergePreview as Preview } from "@/domain/entity/merge";
import type { MergeField } from "@/domain/entity/merge-fields";

/** Two entries for one source become one: shows beforehand what moves and lets somebody choose where they differ. */
export function MergeEntity({ entity, first = null }: { entity: Entity; first?: Entity["id"] | null }) {
  const t = useTranslations("entities");
  const ui = useTranslations("ui");
  const ask = useAsk();
  const router = useRouter();
  const sending = useSending();
  const [open, setOpen] = useState(false);
  const [into, setInto] = useState<Entity["id"] | null>(first);
  const [preview, setPreview] = useState<Preview | null>(null);
  const [take, setTake] = useState<readonly MergeField[]>([]);
  const { send } = sending;

  async function look(at: Entity["id"] | null) {
    setInto(at);
    setPreview(null);
    if (!at) return;
    const seen = await send(() => ask("GET", `/entities/${entity.id}/merge?into=${at}`));
    if (!seen) return;
    setPreview(seen);
    setTake(takenFirst(seen));
  }

  async function merge() {
    if (!preview) return;
    const { merged, remains } = preview;
    const seen = { version: merged.version, intoVersion: remains.version };
    const done = await send(() => ask("POST", `/entities/${entity.id}/merge`, { into: remains.id, take, seen }));
    if (!done) return;
    setOpen(false);
    router.push(`/projects/${entity.projectId}/entities/${remains.id}`);
    router.refresh();
  }

  return (
    <Dialog
      open={open}
      onOpenChange={(now) => {
        setOpen(now);
        sending.reset();
        if (now) void look(first);
      }}
      title={t("mergeTitle", { name: entity.name })}
      description={t("mergeLead")}
      trigger={<Button size={first ? "small" : "medium"}>{t("merge")}</Button>}
      footer={
        <>
          <DialogClose>
            <Button>{ui("cancel")}</Button>
          </DialogClose>
          <Button variant="primary" busy={sending.busy} disabled={!preview} onClick={() => void merge()}>
            {t("mergeSubmit")}
          </Button>
        </>
      }
    >
      {sending.problem ? <ProblemNote problem={sending.problem} /> : null}
      <Field label={t("mergeInto")} error={sending.errorOf("into")}>
        <EntityChoice
          label={t("mergeInto")}
          projectId={entity.projectId}
          except={entity.id}
          value={into}
          onChange={(id) => void look(id)}
        />
      </Field>
      <div aria-live="polite">{preview ? <MergePreview preview={preview} take={take} onTake={setTake} /> : null}</div>
    </Dialog>
  );
}
