"use client";

import { useTranslations } from "use-intl";
import { EntryFrame } from "@/components/sign-in/entry-frame";
import { ButtonLink } from "@/components/ui/button-link";

/** A one-time link that no longer works, and what to do next. */
export function SpentLinkPage({ withdrawn = false }: { withdrawn?: boolean }) {
  const t = useTranslations("signIn");
  return (
    <EntryFrame
      title={t(withdrawn ? "withdrawnTitle" : "usedTitle")}
      lead={t(withdrawn ? "withdrawnLead" : "usedLead")}
    >
      <ButtonLink variant="primary" size="large" href="/sign-in">
        {t("toSignIn")}
      </ButtonLink>
    </EntryFrame>
  );
}
