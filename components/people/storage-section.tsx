"use client";

import type { ReactNode } from "react";
import { useTranslations } from "use-intl";
import { Banner } from "@/components/ui/banner";
import { useSize } from "@/components/values/use-size";
import { When } from "@/components/values/when";
import type { Storage, StorageWarning } from "@/domain/storage/storage";

/** How old the last backup is and how much room is left, with what to do about it. */
export function StorageSection({ storage, warnings }: { storage: Storage; warnings: readonly StorageWarning[] }) {
  const t = useTranslations("people.storage");
  const { backedUpAt, databaseBytes, freeBytes } = storage;
  const size = useSize();
  return (
    <section aria-labelledby="storage" className="mt-10">
      <h2 id="storage" className="headline text-lead">
        {t("title")}
      </h2>
      <p className="mb-3 text-small text-ink-3">{t("lead")}</p>
      <div className="mb-3 space-y-2 empty:hidden">
        {warnings.map((warning) => (
          <Banner key={warning} tone={warning === "little-room" ? "bad" : "wait"}>
            {t(`warnings.${warning}`)}
          </Banner>
        ))}
      </div>
      <dl className="grid grid-cols-[auto_1fr] gap-x-6 gap-y-1 text-small">
        <Fact name={t("backedUpAt")}>{backedUpAt === undefined ? t("never") : <When value={backedUpAt} time />}</Fact>
        <Fact name={t("databaseBytes")}>{size(databaseBytes)}</Fact>
        <Fact name={t("freeBytes")}>{freeBytes === undefined ? t("unknown") : size(freeBytes)}</Fact>
      </dl>
    </section>
  );
}

function Fact({ name, children }: { name: string; children: ReactNode }) {
  return (
    <>
      <dt className="text-ink-3">{name}</dt>
      <dd>{children}</dd>
    </>
  );
}
