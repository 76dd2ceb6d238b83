"use client";

import { useTranslations } from "use-intl";

/** The first stop of the Tab key: past the bar, to what the page is about (`id="content"`). */
export function SkipLink() {
  const t = useTranslations("shell");
  return (
    <a
      href="#content"
      className="sr-only z-60 rounded-2 border border-line-strong bg-surface px-4 py-2 text-small font-medium text-accent shadow-float focus:not-sr-only focus:fixed focus:inset-s-3 focus:inset-bs-3"
    >
      {t("skip")}
    </a>
  );
}
