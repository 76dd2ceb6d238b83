"use client";

import Link from "next/link";
import { usePathname } from "next/navigation";
import { useTranslations } from "use-intl";

/** Where everybody who is signed in can go from anywhere; on narrow screens the account's menu has them. */
const places = [
  { place: "work", path: "/work" },
  { place: "projects", path: "/projects" },
  { place: "search", path: "/search" },
] as const;

export function Places() {
  const t = useTranslations("shell");
  const here = usePathname();
  return (
    <nav aria-label={t("places")} className="me-2 max-md:hidden">
      <ul className="flex gap-4">
        {places.map(({ place, path }) => (
          <li key={place}>
            <Link
              href={path}
              {...(here.startsWith(path) ? { "aria-current": "page" as const } : {})}
              className="rounded-1 px-1 py-1 text-small font-medium whitespace-nowrap text-ink-2 no-underline hover:text-ink aria-[current=page]:text-ink"
            >
              {t(place)}
            </Link>
          </li>
        ))}
      </ul>
    </nav>
  );
}
