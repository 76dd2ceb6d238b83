"use client";

import Link from "next/link";
import type { ReactNode } from "react";
import { useTranslations } from "use-intl";
import { type Crumb, Crumbs } from "@/components/shell/crumbs";
import { Mark } from "@/components/shell/mark";

/**
 * The thin bar over every page: where you are, whether your work is kept, what you can do here, who you are.
 * `status` is the place of the save indicator, `actions` of the page's own buttons, `user` of the account's menu.
 */
export function Header({
  crumbs = [],
  status,
  actions,
  places,
  user,
  full = false,
}: {
  crumbs?: readonly Crumb[];
  status?: ReactNode;
  actions?: ReactNode;
  /** Where else one can go from here; not on a report's own page. */
  places?: ReactNode;
  user?: ReactNode;
  /** So much stands in it that on a phone nothing is left for the way here, and on a tablet none for the name. */
  full?: boolean;
}) {
  const t = useTranslations("shell");
  return (
    <header
      data-shell
      className="sticky inset-bs-0 z-30 flex h-(--bar-height) shrink-0 items-center gap-3 border-b border-line bg-surface px-4 max-sm:gap-1 max-sm:px-3"
    >
      <Link
        href="/work"
        aria-label={t("home")}
        className="-ms-1 flex items-center gap-2 rounded-1 p-1 font-serif text-[1.02rem] leading-none font-semibold text-ink no-underline"
      >
        <Mark />
        <span className={full ? "max-lg:sr-only" : crumbs.length > 0 ? "max-md:sr-only" : ""}>{t("product")}</span>
      </Link>
      <div className={full ? "min-w-0 max-sm:hidden" : "min-w-0"}>
        <Crumbs crumbs={crumbs} />
      </div>
      <div className={`ms-auto flex min-w-0 items-center gap-1 sm:shrink-0 ${full ? "lg:gap-3" : "sm:gap-3"}`}>
        {places}
        {status}
        {actions}
        {user}
      </div>
    </header>
  );
}
