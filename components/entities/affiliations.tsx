"use client";

import Link from "next/link";
import { useTranslations } from "use-intl";
import type { Affiliation } from "@/domain/entity/affiliation";

/** What an entity belonged to and which sides it was on, the latest first. */
export function Affiliations({
  affiliations,
  names,
  base,
}: {
  affiliations: readonly Affiliation[];
  /** The names of entities by their id. */
  names: Readonly<Record<string, string>>;
  /** Where the project's entities are. */
  base: string;
}) {
  const t = useTranslations("entities.affiliations");
  const shown = affiliations.toSorted((one, other) => (other.from ?? "").localeCompare(one.from ?? ""));
  return (
    <ul>
      {shown.map(({ entityId, side, from, to, precision = "day" }) => {
        const cut = (day: string | undefined) =>
          day?.slice(0, precision === "day" ? 10 : precision === "month" ? 7 : 4);
        const days = { from: cut(from) ?? "", to: cut(to) ?? "" };
        const open = from && to ? "between" : from ? "since" : to ? "until" : "always";
        return (
          <li key={`${entityId ?? side}/${from ?? ""}/${to ?? ""}`}>
            {entityId === undefined ? (
              <bdi>{side}</bdi>
            ) : (
              <Link prefetch={false} className="link" href={`${base}/${entityId}`}>
                <bdi>{names[entityId] ?? t("unknown")}</bdi>
              </Link>
            )}
            <span className="text-ink-3"> · {t(`days.${open}`, days)}</span>
          </li>
        );
      })}
    </ul>
  );
}
