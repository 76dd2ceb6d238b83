"use client";

import { useRouter } from "next/navigation";
import { useState } from "react";
import { useTranslations } from "use-intl";
import { useAsk } from "@/components/api/ask";
import { useSending } from "@/components/api/use-sending";
import { ProjectForm } from "@/components/project/project-form";
import { Button } from "@/components/ui/button";
import { Dialog } from "@/components/ui/dialog";
import { FormFooter } from "@/components/ui/form-footer";
import { Icon } from "@/components/ui/icon";

/** The button that opens a new project, and its dialog; leads into the project once it is made. */
export function CreateProject() {
  const t = useTranslations("projects");
  const ask = useAsk();
  const router = useRouter();
  const sending = useSending();
  const [open, setOpen] = useState(false);

  return (
    <Dialog
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
        <FormFooter form="create-project" busy={sending.busy}>
          {t("submitCreate")}
        </FormFooter>
      }
    >
      <ProjectForm
        id="create-project"
        sending={sending}
        onSubmit={async (draft) => {
          const made = await sending.send(() => ask("POST", "/projects", draft));
          if (made) router.push(`/projects/${made.id}`);
        }}
      />
    </Dialog>
  );
}
