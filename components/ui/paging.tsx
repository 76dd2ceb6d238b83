"use client";

import { useTranslations } from "use-intl";
import { ButtonLink } from "@/components/ui/button-link";
import { Icon } from "@/components/ui/icon";

/** The address of a list from a cursor on; without one, of its beginning. */
export const pageAt = (base: string, cursor?: string) =>
  cursor ? `${base}${base.includes("?") ? "&" : "?"}cursor=${encodeURIComponent(cursor)}` : base;

/**
 * The ways on through a list that is longer than a page, and back to its beginning; nothing where neither is needed.
 * `first` is the address of the beginning, on a later page; `byTime` names both by the age of what they show.
 */
export function Paging({
  label,
  first,
  next,
  byTime = false,
}: {
  label: string;
  first: string | undefined;
  next: string | undefined;
  byTime?: boolean;
}) {
  const t = useTranslations("ui.paging");
  if (!first && !next) return null;
  return (
    <nav aria-label={label} className="mt-6 flex justify-center gap-2">
      {first ? <ButtonLink href={first}>{t(byTime ? "newest" : "first")}</ButtonLink> : null}
      {next ? (
        <ButtonLink href={next} rel="next">
          {t(byTime ? "older" : "next")}
          <Icon name="forward" />
        </ButtonLink>
      ) : null}
    </nav>
  );
}
