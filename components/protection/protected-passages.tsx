"use client";

import { useTranslations } from "use-intl";
import { nameOf } from "@/components/protection/name-of";
import { PermittedUseHistory } from "@/components/protection/permitted-use-history";
import type { ProtectedThing } from "@/domain/protection/permitted-use";

/** The passages of a report of which less than everything may leave. */
export function ProtectedPassages({ things, mayUndo }: { things: readonly ProtectedThing[]; mayUndo: boolean }) {
  const t = useTranslations("protection");
  if (things.length === 0) return null;
  return (
    <section aria-labelledby="passages" className="space-y-4">
      <h2 id="passages" className="headline text-lead">
        {t("passages")}
      </h2>
      <ul className="space-y-5">
        {things.map((thing) => (
          <li key={thing.id} className="space-y-2">
            <p dir="auto" className="line-clamp-3 border-s-2 border-line-strong ps-2 font-serif">
              {nameOf(thing)}
            </p>
            {thing.closed ? <p className="text-small text-ink-3">{t("closed")}</p> : null}
            <PermittedUseHistory thing={thing} mayUndo={mayUndo} />
          </li>
        ))}
      </ul>
    </section>
  );
}
