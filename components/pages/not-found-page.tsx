"use client";

import { useTranslations } from "use-intl";
import { Mark } from "@/components/shell/mark";
import { ButtonLink } from "@/components/ui/button";
import { EmptyState } from "@/components/ui/empty-state";

/** An address that leads nowhere for this person. */
export function NotFoundPage() {
  const t = useTranslations("pages");
  return (
    <main id="content" tabIndex={-1} className="grid grow place-items-center outline-none">
      <EmptyState
        heading="h1"
        picture={<Mark className="size-9 text-ink-3" />}
        title={t("notFoundTitle")}
        action={<ButtonLink href="/projects">{t("toProjects")}</ButtonLink>}
      >
        {t("notFound")}
      </EmptyState>
    </main>
  );
}
