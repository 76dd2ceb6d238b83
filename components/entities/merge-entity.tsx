"use client";

import { useRouter } from "next/navigation";
import { useState } from "react";
import { useTranslations } from "use-intl";
import { useAsk } from "@/components/api/ask";
import { ProblemNote } from "@/components/api/problem-note";
import { useSending } from "@/components/api/use-sending";
import { EntityChoice } from "@/components/entities/entity-choice";
import { Button } from "@/components/ui/button";
import { Dialog, DialogClose } from "@/components/ui/dialog";
import { Field } from "@/components/ui/field";
import type { Entity } from "@/domain/entity/entity";

/** Two entries for one source become one: says beforehand what moves and what stays. */
export function MergeEntity({ entity }: { entity: Entity }) {
  const t = useTranslations("entities");
  const ui = useTranslations("ui");
  const ask = useAsk();
  const router = useRouter();
  const sending = useSending();
  const [into, setInto] = useState<Entity["id"] | null>(null);

  async function merge() {
    if (!into) return;
    const merged = await sending.send(() => ask("POST", `/entities/${entity.id}/merge`, { into }));
    if (merged) router.push(`/projects/${entity.projectId}/entities/${into}`);
  }

  return (
    <Dialog
      title={t("mergeTitle", { name: entity.name })}
      description={t("mergeLead")}
      trigger={<Button>{t("merge")}</Button>}
      footer={
        <>
          <DialogClose>
            <Button>{ui("cancel")}</Button>
          </DialogClose>
          <Button variant="primary" busy={sending.busy} disabled={!into} onClick={() => void merge()}>
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
          onChange={setInto}
        />
      </Field>
    </Dialog>
  );
}
