"use client";

import { useTranslations } from "use-intl";
import { Button } from "@/components/ui/button";
import { Dialog, DialogClose } from "@/components/ui/dialog";

/** Asks before somebody leaves with changes that have not reached the server. */
export function SignOutDialog({
  waiting,
  onClose,
  onSignOut,
}: {
  waiting: number;
  onClose: () => void;
  onSignOut: () => void;
}) {
  const t = useTranslations("shell");
  return (
    <Dialog
      open={waiting > 0}
      onOpenChange={(open) => {
        if (!open) onClose();
      }}
      title={t("signOutWaiting", { count: waiting })}
      footer={
        <>
          <Button onClick={onSignOut}>{t("signOutAnyway")}</Button>
          <DialogClose>
            <Button variant="primary">{t("stay")}</Button>
          </DialogClose>
        </>
      }
    >
      <p>{t("signOutWaitingLead")}</p>
    </Dialog>
  );
}
