"use client";

import { useFormatter, useTranslations } from "use-intl";
import { Examples } from "@/components/import/annotated/found";
import type { ReturnedCheck } from "@/domain/import/annotated";

/** What files that left here bring back: how much is the same, new, changed, changed on both sides, and missing. */
export function ComeBack({ returned }: { returned: ReturnedCheck }) {
  const t = useTranslations("importAnnotated.returned");
  const format = useFormatter();
  const { same, added, changed, meanwhile, missing } = returned;
  const counts = { same, added, changed: changed.count, meanwhile: meanwhile.count, missing: missing.count };
  return (
    <section aria-labelledby="come-back" className="space-y-4">
      <h2 id="come-back" className="headline text-lead">
        {t("title")}
      </h2>
      <p className="text-small text-ink-2">{t("lead")}</p>
      <dl className="grid grid-cols-2 gap-x-6 gap-y-3 sm:grid-cols-5">
        {(["same", "added", "changed", "meanwhile", "missing"] as const).map((each) => (
          <div key={each}>
            <dt className="text-small text-ink-2">{t(each)}</dt>
            <dd className="text-title tabular-nums">{format.number(counts[each])}</dd>
          </div>
        ))}
      </dl>
      {(["changed", "meanwhile"] as const).map((each) => (
        <Examples key={each} title={t(`${each}Lead`, { count: counts[each] })} counted={returned[each]}>
          {({ title, quote, was, becomes }) => (
            <>
              <bdi className="font-medium">{title}</bdi>: <bdi>“{quote}”</bdi>{" "}
              <bdi>{t("change", { was, becomes })}</bdi>
            </>
          )}
        </Examples>
      ))}
      <Examples title={t("missingLead", { count: missing.count })} counted={missing}>
        {({ title, quote, was }) => (
          <>
            <bdi className="font-medium">{title}</bdi>: <bdi>“{quote}”</bdi> ({was})
          </>
        )}
      </Examples>
    </section>
  );
}
