"use client";

import { useTranslations } from "use-intl";
import { Button } from "@/components/ui/button";
import { CopyField } from "@/components/ui/copy-field";
import { Dialog, DialogClose } from "@/components/ui/dialog";

/** Shows a one-time link, this once. */
export function NewLink({ made, onClose }: { made: { name: string; link: string } | null; onClose: () => void }) {
  const t = useTranslations("people");
  return (
    <Dialog
      open={made !== null}
      onOpenChange={(open) => (open ? undefined : onClose())}
      title={t("linkTitle", { name: made?.name ?? "" })}
      description={t("linkLead")}
      footer={
        <DialogClose>
          <Button variant="primary">{t("done")}</Button>
        </DialogClose>
      }
    >
      {made ? <CopyField label={made.name} value={made.link} copy={t("copy")} copied={t("copied")} /> : null}
    </Dialog>
  );
}
