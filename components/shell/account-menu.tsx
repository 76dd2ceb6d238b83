"use client";

import { useEffect, useState } from "react";
import { useTranslations } from "use-intl";
import { type Person, UserMenu } from "@/components/shell/user-menu";
import { leave } from "@/components/sign-in/enter";
import { Button } from "@/components/ui/button";
import { Dialog, DialogClose } from "@/components/ui/dialog";
import { useToast } from "@/components/ui/toast";

/** The menu of whoever is signed in. Signing out asks first when changes have not reached the server. */
export function AccountMenu({ id, ...person }: Person & { id: string }) {
  const t = useTranslations("shell");
  const toast = useToast();
  const [waiting, setWaiting] = useState(0);

  useEffect(() => {
    // Whatever an earlier page could not send goes out from any page.
    void import("@/components/reader/session/outbox/send-waiting")
      .then(({ sendWaiting }) => sendWaiting(id))
      .catch(() => undefined);
  }, [id]);

  async function signOut({ asked }: { asked: boolean }) {
    const { forgetOnThisDevice, unsentCount } = await import("@/components/reader/session/outbox/unsent");
    const unsent = await unsentCount(id);
    if (unsent > 0 && !asked) {
      setWaiting(unsent);
      return;
    }
    if (!(await leave())) {
      toast({ tone: "bad", title: t("signOutFailed") });
      return;
    }
    if (unsent === 0) await forgetOnThisDevice(id);
    location.assign("/sign-in");
  }

  return (
    <>
      <UserMenu person={person} onSignOut={() => void signOut({ asked: false })} />
      <Dialog
        open={waiting > 0}
        onOpenChange={(open) => {
          if (!open) setWaiting(0);
        }}
        title={t("signOutWaiting", { count: waiting })}
        footer={
          <>
            <Button onClick={() => void signOut({ asked: true })}>{t("signOutAnyway")}</Button>
            <DialogClose>
              <Button variant="primary">{t("stay")}</Button>
            </DialogClose>
          </>
        }
      >
        <p>{t("signOutWaitingLead")}</p>
      </Dialog>
    </>
  );
}
