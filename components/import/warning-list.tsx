"use client";

import { useTranslations } from "use-intl";
import type { Warning } from "@/domain/document/extraction";

/** What was left out of a document's text or is unsure in it. */
export function WarningList({ warnings }: { warnings: readonly Warning[] }) {
  const t = useTranslations("import.warnings");
  return (
    <ul className="list-disc space-y-0.5 ps-4 text-ink-2">
      {warnings.map(({ kind, count, where }) => (
        <li key={kind}>
          {t(kind, { count })}
          {where ? (
            <span className="text-ink-3">
              {" ("}
              <bdi>{where}</bdi>)
            </span>
          ) : null}
        </li>
      ))}
    </ul>
  );
}
