"use client";

import { useTranslations } from "use-intl";
import { OneTimeLink, type ShownLink } from "@/components/people/one-time-link";
import { Button } from "@/components/ui/button";
import { Dialog, DialogClose } from "@/components/ui/dialog";

/** Shows a one-time link, this once. */
export function NewLink({ made, onClose }: { made: ShownLink | null; onClose: () => void }) {
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
      {made ? <OneTimeLink key={made.link} made={made} /> : null}
    </Dialog>
  );
}
