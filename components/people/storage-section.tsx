"use client";

import type { ReactNode } from "react";
import { useFormatter, useTranslations } from "use-intl";
import { Banner } from "@/components/ui/banner";
import { When } from "@/components/values/when";
import type { Storage, StorageWarning } from "@/domain/storage/storage";

/** How old the last backup is and how much room is left, with what to do about it. */
export function StorageSection({ storage, warnings }: { storage: Storage; warnings: readonly StorageWarning[] }) {
  const t = useTranslations("people.storage");
  const format = useFormatter();
  const { backedUpAt, databaseBytes, freeBytes } = storage;
  const size = (bytes: number) => {
    const [unit, whole] = bytes < 1e9 ? (["megabyte", 1e6] as const) : (["gigabyte", 1e9] as const);
    return format.number(bytes / whole, { style: "unit", unit, maximumFractionDigits: 1 });
  };
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
