"use client";

import { useEffect, useState } from "react";
import { useTranslations } from "use-intl";
import { type Person, UserButton } from "@/components/shell/user-button";
import { leave } from "@/components/sign-in/enter";
import { Later, part } from "@/components/ui/later";
import { useToast } from "@/components/ui/toast";

const userMenu = part(() => import("@/components/shell/parts").then((all) => all.UserMenu));
const signOutDialog = part(() => import("@/components/shell/parts").then((all) => all.SignOutDialog));

/** The menu of whoever is signed in. Signing out asks first when changes have not reached the server. */
export function AccountMenu({ id, ...person }: Person & { id: string }) {
  const t = useTranslations("shell");
  const toast = useToast();
  const [waiting, setWaiting] = useState(0);
  const [pressed, setPressed] = useState(false);

  useEffect(() => {
    // Whatever an earlier page could not send goes out from any page.
    void import("@/client/outbox/send-waiting").then(({ sendWaiting }) => sendWaiting(id)).catch(() => undefined);
  }, [id]);

  async function signOut({ asked }: { asked: boolean }) {
    const { forgetOnThisDevice, unsentCount } = await import("@/client/outbox/unsent");
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
      <Later
        of={userMenu}
        person={person}
        startsOpen={pressed}
        onSignOut={() => void signOut({ asked: false })}
        wanted={pressed}
        until={
          <UserButton name={person.name} aria-haspopup="menu" aria-expanded={false} onClick={() => setPressed(true)} />
        }
      />
      {waiting > 0 ? (
        <Later
          of={signOutDialog}
          waiting={waiting}
          onClose={() => setWaiting(0)}
          onSignOut={() => void signOut({ asked: true })}
        />
      ) : null}
    </>
  );
}
