"use client";

import Link from "next/link";
import { Fragment } from "react";
import { useTranslations } from "use-intl";
import { Icon } from "@/components/ui/icon";

export interface Crumb {
  label: string;
  /** Left out on the page one is on. */
  href?: string;
}

/** The way from the outermost to here; on a phone only the last steps. */
export function Crumbs({ crumbs }: { crumbs: readonly Crumb[] }) {
  const t = useTranslations("shell");
  if (crumbs.length === 0) return null;
  return (
    <nav aria-label={t("crumbs")} className="min-w-0">
      <ol className="flex min-w-0 items-center gap-1.5 text-small text-ink-2">
        {crumbs.map((crumb, index) => {
          const here = index === crumbs.length - 1;
          return (
            <Fragment key={`${crumb.href ?? ""}${crumb.label}`}>
              {index > 0 ? (
                <li aria-hidden="true" className="max-md:hidden">
                  <Icon name="forward" className="size-3 text-ink-3" />
                </li>
              ) : null}
              <li className={here ? "min-w-0" : "max-w-56 shrink-0 truncate max-md:hidden"}>
                {crumb.href ? (
                  <Link
                    dir="auto"
                    href={crumb.href}
                    className="block truncate rounded-1 px-0.5 py-1 text-inherit no-underline hover:text-ink hover:underline"
                  >
                    {crumb.label}
                  </Link>
                ) : (
                  <b dir="auto" aria-current="page" className="block truncate font-medium text-ink">
                    {crumb.label}
                  </b>
                )}
              </li>
            </Fragment>
          );
        })}
      </ol>
    </nav>
  );
}
