"use client";

import { useTranslations } from "use-intl";
import { ButtonLink } from "@/components/ui/button-link";
import { Icon } from "@/components/ui/icon";

/** The ways on through a list that is longer than a page, and back to its beginning. */
export function Pages({ first, next, label }: { first: string | undefined; next: string | undefined; label: string }) {
  const t = useTranslations("work");
  if (!first && !next) return null;
  return (
    <nav aria-label={label} className="mt-3 flex gap-2">
      {first ? (
        <ButtonLink size="small" variant="quiet" href={first}>
          {t("firstPage")}
        </ButtonLink>
      ) : null}
      {next ? (
        <ButtonLink size="small" variant="quiet" href={next} rel="next">
          {t("nextPage")}
          <Icon name="forward" />
        </ButtonLink>
      ) : null}
    </nav>
  );
}
