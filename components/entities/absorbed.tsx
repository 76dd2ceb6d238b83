"use client";

import Link from "next/link";
import { useTranslations } from "use-intl";
import { UndoMerge } from "@/components/entities/undo-merge";
import type { Entity } from "@/domain/entity/entity";

/** Those that were merged into an entity, each to be let go again where that is possible. */
export function Absorbed({
  absorbed,
  undoable,
  base,
}: {
  absorbed: readonly Entity[];
  undoable: readonly Entity["id"][];
  /** Where the project's entities are. */
  base: string;
}) {
  const t = useTranslations("entities");
  if (absorbed.length === 0) return null;
  return (
    <section aria-labelledby="absorbed">
      <h2 id="absorbed" className="headline text-lead">
        {t("absorbed")}
      </h2>
      <ul className="mt-3 divide-y divide-line border-y border-line text-small">
        {absorbed.map((entity) => (
          <li key={entity.id} className="flex flex-wrap items-center justify-between gap-2 py-2">
            <Link prefetch={false} href={`${base}/${entity.id}`} className="link">
              <bdi>{entity.name}</bdi>
            </Link>
            {undoable.includes(entity.id) ? <UndoMerge entity={entity} /> : null}
          </li>
        ))}
      </ul>
    </section>
  );
}
