"use client";

import type { ReactNode } from "react";
import { useTranslations } from "use-intl";
import { Icon } from "@/components/ui/icon";

/** What happened, what was kept, and what to do next. Read out at once. */
export function ErrorNote({
  happened,
  kept,
  next,
  action,
}: {
  happened: ReactNode;
  kept?: ReactNode;
  next?: ReactNode;
  action?: ReactNode;
}) {
  const t = useTranslations("ui");
  return (
    <div role="alert" className="flex gap-3 rounded-2 border border-bad/40 bg-bad-wash px-4 py-3 text-small">
      <Icon name="warning" className="mt-0.5 text-bad" />
      <div className="min-w-0 grow space-y-1">
        <p className="font-medium">{happened}</p>
        {kept ? (
          <p>
            <span className="text-ink-2">{t("kept")}: </span>
            {kept}
          </p>
        ) : null}
        {next ? (
          <p>
            <span className="text-ink-2">{t("next")}: </span>
            {next}
          </p>
        ) : null}
        {action ? <div className="flex flex-wrap gap-2 pt-2">{action}</div> : null}
      </div>
    </div>
  );
}
