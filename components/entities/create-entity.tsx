"use client";

import { useRouter } from "next/navigation";
import { useState } from "react";
import { useTranslations } from "use-intl";
import { createRepeatIds } from "@/client/api/repeat-ids";
import { useAsk } from "@/components/api/ask";
import { useSending } from "@/components/api/use-sending";
import { EntityForm } from "@/components/entities/entity-form";
import { Button } from "@/components/ui/button";
import { Dialog } from "@/components/ui/dialog";
import { FormFooter } from "@/components/ui/form-footer";
import { Icon } from "@/components/ui/icon";
import type { EntityId } from "@/domain/ids";

/** The button that opens a new entity, and its dialog; leads to the entity once it is made. */
export function CreateEntity({ projectId }: { projectId: string }) {
  const t = useTranslations("entities");
  const ask = useAsk();
  const router = useRouter();
  const sending = useSending();
  const [open, setOpen] = useState(false);
  const [ids] = useState(createRepeatIds<EntityId>);
  return (
    <Dialog
      wide
      open={open}
      onOpenChange={setOpen}
      title={t("createTitle")}
      description={t("createLead")}
      trigger={
        <Button variant="primary" icon={<Icon name="add" />}>
          {t("create")}
        </Button>
      }
      footer={
        <FormFooter form="create-entity" busy={sending.busy}>
          {t("submitCreate")}
        </FormFooter>
      }
    >
      <EntityForm
        id="create-entity"
        projectId={projectId}
        sending={sending}
        onSubmit={async (draft) => {
          const body = { ...draft, id: ids.of(draft) };
          const made = await sending.send(() => ask("POST", `/projects/${projectId}/entities`, body));
          if (!made) return;
          ids.taken();
          router.push(`/projects/${projectId}/entities/${made.id}`);
        }}
      />
    </Dialog>
  );
}
