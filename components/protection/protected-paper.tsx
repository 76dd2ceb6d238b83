"use client";

import { useTranslations } from "use-intl";

/** What is printed of a report in place of its text, where the project protects something. */
export function ProtectedPaper() {
  const t = useTranslations("protection");
  return (
    <>
      <h1>{t("paperTitle")}</h1>
      <p>{t("paper")}</p>
    </>
  );
}
