import type { ReactNode } from "react";
import { UserBar } from "@/app/(signed-in)/user-bar";
import { AllWords } from "@/components/intl/words";
import type { Crumb } from "@/components/shell/crumbs";
import { Header } from "@/components/shell/header";
import { Places } from "@/components/shell/places";

/** The bar over a page of somebody who is signed in, and the page. */
export function Frame({
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
  return (
    <AllWords>
      <Header
        {...(crumbs ? { crumbs } : {})}
        status={status}
        actions={actions}
        places={<Places />}
        user={<UserBar />}
      />
      {children}
    </AllWords>
  );
}
