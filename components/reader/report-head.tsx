"use client";

import { useTranslations } from "use-intl";
import { ReportStanding } from "@/components/reader/report-standing";
import { Language } from "@/components/values/language";
import { When } from "@/components/values/when";
import type { Report } from "@/domain/report/report";

/**
 * Where the report comes from and how far it is; and its title, unless its text begins with it. A title of its own
 * stands apart from the text: it is no part of it and cannot be tagged.
 */
export function ReportHead({ report, titled }: { report: Report; titled: boolean }) {
  const t = useTranslations("reader");
  const { outlet, author, published, language, revision, words, textSha256, title } = report;
  return (
    <header className="reader-head">
      {titled ? null : (
        <>
          <p className="eyebrow">{t("meta.title")}</p>
          <h1 dir="auto" lang={language}>
            {title}
          </h1>
        </>
      )}
      <div className="reader-meta">
        {outlet ? <span dir="auto">{outlet}</span> : null}
        {author ? <span dir="auto">{author}</span> : null}
        <span>{published ? <When value={published} /> : t("meta.publishedUnknown")}</span>
        <span>
          <Language tag={language} />
        </span>
        <span>{t("meta.words", { count: words })}</span>
        <span>{t("meta.revision", { number: revision })}</span>
        <span title={textSha256}>{t("meta.hash", { hash: `${textSha256.slice(0, 4)}…${textSha256.slice(-4)}` })}</span>
      </div>
      <ReportStanding />
    </header>
  );
}
