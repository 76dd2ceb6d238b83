"use client";

import Link from "next/link";
import type { ReactNode } from "react";
import { useFormatter, useTranslations } from "use-intl";
import { useEncodingName } from "@/components/import/encoding-name";
import { FoundList } from "@/components/import/found-list";
import { WarningList } from "@/components/import/warning-list";
import { Language } from "@/components/values/language";
import type { Report } from "@/domain/report/report";

/** How the file was read when it was imported, and the file itself. */
export function OriginalFile({
  report: { id, title, original, language, languageGuessed, extraction, foundConfirmed },
  mayChange,
}: {
  report: Pick<Report, "id" | "title" | "original" | "language" | "languageGuessed" | "extraction" | "foundConfirmed">;
  mayChange: boolean;
}) {
  const t = useTranslations("details.original");
  const words = useTranslations("import");
  const format = useFormatter();
  const nameOf = useEncodingName();
  return (
    <section aria-labelledby="original" className="space-y-3">
      <div>
        <h2 id="original" className="headline text-lead">
          {t("title")}
        </h2>
        <p className="text-small text-ink-3">{t("lead")}</p>
      </div>
      <dl className="grid gap-x-6 gap-y-2 text-small sm:grid-cols-[10rem_minmax(0,1fr)]">
        {original.fileName ? (
          <Fact name={t("fileName")}>
            <bdi className="break-words">{original.fileName}</bdi>
          </Fact>
        ) : null}
        <Fact name={t("size")}>
          {t("bytes", { bytes: format.number(original.bytes) })}
          {" · "}
          <a href={`/api/v1/reports/${id}/original`} download className="link">
            {t("download")}
          </a>
          {original.mediaType === "application/pdf" ? (
            <>
              {" · "}
              <Link href={`/reports/${id}?original=1`} className="link">
                {t("beside")}
              </Link>
            </>
          ) : null}
        </Fact>
        <Fact name={t("encoding")}>
          {original.encoding === "binary" ? (
            t("notText")
          ) : (
            <>
              {nameOf(original.encoding)}
              <span className="block text-ink-3">{t(`basis.${original.encodingBasis}`)}</span>
            </>
          )}
        </Fact>
        <Fact name={t("language")}>
          {language === "und" ? t("languageUnknown") : <Language tag={language} />}
          <span className="block text-ink-3">{t(languageGuessed ? "languageGuessed" : "languageGiven")}</span>
        </Fact>
        <Fact name={t("extractor")}>{extraction.extractor}</Fact>
        {extraction.warnings.length > 0 ? (
          <Fact name={words("warningsTitle")}>
            <WarningList warnings={extraction.warnings} />
          </Fact>
        ) : null}
        {extraction.found.length > 0 ? (
          <Fact name={words("foundTitle")}>
            <FoundList
              id={id}
              title={title}
              found={extraction.found}
              confirmed={foundConfirmed}
              mayConfirm={mayChange}
            />
          </Fact>
        ) : null}
        <Fact name="SHA-256">
          <code className="font-mono text-tiny break-all">{original.sha256}</code>
        </Fact>
      </dl>
    </section>
  );
}

const Fact = ({ name, children }: { name: string; children: ReactNode }) => (
  <>
    <dt className="text-ink-3">{name}</dt>
    <dd className="min-w-0">{children}</dd>
  </>
);
