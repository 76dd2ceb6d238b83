"use client";

import { useTranslations } from "use-intl";
import type { Legacy } from "@/domain/event/legacy";
import { originOf } from "@/domain/event/legacy-origin";

/** Where an event without reports here came from, and what only its row said. */
export function LegacyOrigin({ legacy }: { legacy: Legacy }) {
  const t = useTranslations("events.legacy");
  const rows = [...Object.entries(legacy.said ?? {}), ...Object.entries(legacy.other ?? {})];
  return (
    <section aria-labelledby="legacy" className="mt-6 rounded-2 border border-line bg-surface p-4 text-small">
      <h2 id="legacy" className="font-medium">
        {t("title")}
      </h2>
      <p>
        <bdi>{originOf(legacy)}</bdi>
      </p>
      <p className="text-ink-3">{t("lead")}</p>
      {rows.length > 0 ? (
        <dl className="mt-3 grid gap-x-4 gap-y-1 sm:grid-cols-[12rem_1fr]">
          {rows.map(([name, text]) => (
            <div key={name} className="contents">
              <dt className="break-words text-ink-3">
                <bdi>{name}</bdi>
              </dt>
              <dd dir="auto" className="break-words">
                {text}
              </dd>
            </div>
          ))}
        </dl>
      ) : null}
    </section>
  );
}
