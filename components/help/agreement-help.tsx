"use client";

import { useTranslations } from "use-intl";
import { Header } from "@/components/shell/header";
import { Page } from "@/components/shell/page";
import { Scrollable } from "@/components/ui/scrollable";
import { measures } from "@/domain/agreement/measures";
import { sentences } from "@/domain/agreement/outcome";

const reading = ["Pooled", "Interval", "Coverage", "Blind", "Raters", "Custom"] as const;

/** What every figure of agreement means, written from the same definitions as the figures themselves. */
export function AgreementHelp() {
  const t = useTranslations("agreement.help");
  return (
    <>
      <Header crumbs={[{ label: t("title") }]} />
      <Page narrow title={t("title")} lead={t("lead")}>
        <div className="space-y-12">
          <section aria-labelledby="reading" className="max-w-prose space-y-3">
            <h2 id="reading" className="headline text-title">
              {t("reading")}
            </h2>
            {reading.map((each) => (
              <p key={each}>{t(`reading${each}`)}</p>
            ))}
          </section>
          <section aria-labelledby="measures">
            <h2 id="measures" className="headline mb-4 text-title">
              {t("measures")}
            </h2>
            <ul className="divide-y divide-line border-y border-line">
              {measures.map(({ id, name, definition, source, takes, raters }) => (
                <li key={id} id={id} className="scroll-mt-20 py-4 target:bg-accent-wash">
                  <h3 className="headline text-lead">{name}</h3>
                  <p className="mt-1 max-w-prose">{definition}</p>
                  <dl className="mt-2 grid grid-cols-[auto_1fr] gap-x-3 gap-y-0.5 text-small text-ink-2">
                    <dt className="text-ink-3">{t("raters")}</dt>
                    <dd>{t(raters === "two" ? "two" : "twoOrMore")}</dd>
                    <dt className="text-ink-3">{t("takes")}</dt>
                    <dd>{t(takes)}</dd>
                    <dt className="text-ink-3">{t("source")}</dt>
                    <dd className="min-w-0 break-words">
                      <a href={source.link} rel="noreferrer" className="link">
                        {source.citation}
                      </a>
                    </dd>
                  </dl>
                </li>
              ))}
            </ul>
          </section>
          <section aria-labelledby="none" className="max-w-prose">
            <h2 id="none" className="headline mb-3 text-title">
              {t("noNumbers")}
            </h2>
            <ul className="list-disc space-y-1 ps-5">
              {Object.entries(sentences).map(([why, sentence]) => (
                <li key={why}>{sentence}</li>
              ))}
            </ul>
          </section>
          <section aria-labelledby="attributes" className="max-w-prose">
            <h2 id="attributes" className="headline mb-3 text-title">
              {t("attributes")}
            </h2>
            <p>{t("attributesLead")}</p>
          </section>
          <section aria-labelledby="confusion" className="max-w-prose">
            <h2 id="confusion" className="headline mb-3 text-title">
              {t("confusion")}
            </h2>
            <p>{t("confusionLead")}</p>
          </section>
          <section aria-labelledby="own-data" className="max-w-prose">
            <h2 id="own-data" className="headline mb-3 text-title">
              {t("onYourData")}
            </h2>
            <p>{t("onYourDataLead")}</p>
            <Scrollable label={t("onYourData")} className="mt-3 overflow-x-auto rounded-2 bg-sunken p-3 text-small">
              <pre>npm run -s glossator -- agreement FILE --json</pre>
            </Scrollable>
          </section>
        </div>
      </Page>
    </>
  );
}
