"use client";

import { useRouter } from "next/navigation";
import { useState } from "react";
import { useTranslations } from "use-intl";
import { useAsk } from "@/components/api/ask";
import { useSending } from "@/components/api/use-sending";
import { EntityForm } from "@/components/entities/entity-form";
import { Button } from "@/components/ui/button";
import { Dialog } from "@/components/ui/dialog";
import { FormFooter } from "@/components/ui/form-footer";
import { useToast } from "@/components/ui/toast";
import type { Entity } from "@/domain/entity/entity";

/** Changes what is known about an entity. */
export function ChangeEntity({ entity }: { entity: Entity }) {
  const t = useTranslations("entities");
  const ask = useAsk();
  const router = useRouter();
  const toast = useToast();
  const sending = useSending();
  const [open, setOpen] = useState(false);
  return (
    <Dialog
      wide
      open={open}
      onOpenChange={setOpen}
      title={t("changeTitle", { name: entity.name })}
      trigger={<Button>{t("change")}</Button>}
      footer={
        <FormFooter form="change-entity" busy={sending.busy}>
          {t("submitChange")}
        </FormFooter>
      }
    >
      <EntityForm
        id="change-entity"
        projectId={entity.projectId}
        entity={entity}
        sending={sending}
        onSubmit={async (draft) => {
          const body = { ...draft, version: entity.version };
          const changed = await sending.send(() => ask("PUT", `/entities/${entity.id}`, body));
          if (!changed) return;
          setOpen(false);
          toast({ title: t("changed", { name: draft.name }) });
          router.refresh();
        }}
      />
    </Dialog>
  );
}
