import type { ReactNode } from "react";
import { signedIn } from "@/app/(signed-in)/signed-in";
import { AllWords } from "@/components/intl/words";
import { AccountMenu } from "@/components/shell/account-menu";
import type { Crumb } from "@/components/shell/crumbs";
import { Header } from "@/components/shell/header";
import { Places } from "@/components/shell/places";

/** The bar over a page of somebody who is signed in, and the page. */
export async function Frame({
  crumbs,
  status,
  actions,
  children,
}: {
  crumbs?: readonly Crumb[];
  status?: ReactNode;
  actions?: ReactNode;
  children: ReactNode;
}) {
  const { userId, name, email, workspaceRole } = await signedIn();
  return (
    <AllWords>
      <Header
        {...(crumbs ? { crumbs } : {})}
        status={status}
        actions={actions}
        places={<Places />}
        user={<AccountMenu id={userId} name={name} email={email} runsIt={workspaceRole === "admin"} />}
      />
      {children}
    </AllWords>
  );
}
