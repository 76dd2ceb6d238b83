import Link from "next/link";
import { useTranslations } from "use-intl";
import { End } from "@/components/copies/copies-page";
import { Share } from "@/components/copies/share";
import type { Copy } from "@/domain/copies/copy";

const name = {
  copy: { proposed: "mayBeCopy", confirmed: "isCopy" },
  original: { proposed: "mayBeOriginal", confirmed: "isOriginal" },
} as const;

/** What a report is a copy of, and what is a copy of it; nothing where nothing was found. */
export function CopiesOfReport({
  projectId,
  reportId,
  copies,
}: {
  projectId: string;
  reportId: string;
  copies: readonly Copy[];
}) {
  const t = useTranslations("copies");
  const shown = copies.flatMap((pair) => (pair.state === "refused" ? [] : { ...pair, state: pair.state }));
  if (shown.length === 0) return null;
  return (
    <section aria-labelledby="copies" className="space-y-4">
      <div>
        <h2 id="copies" className="headline text-lead">
          {t("ofReport")}
        </h2>
        <p className="text-small text-ink-3">{t("ofReportLead")}</p>
      </div>
      <ul className="space-y-4">
        {shown.map((pair) => {
          const isCopy = pair.copy.reportId === reportId;
          const other = isCopy ? pair.original : pair.copy;
          return (
            <li key={pair.id} className="space-y-1">
              <p className="text-small text-ink-3">{t(name[isCopy ? "copy" : "original"][pair.state])}</p>
              <End end={other} />
              {isCopy ? <Share pair={pair} /> : null}
              <Link href={`/projects/${projectId}/copies/${pair.id}`} className="link text-small">
                {t("compare")}
                <span className="sr-only">: {other.title}</span>
              </Link>
            </li>
          );
        })}
      </ul>
    </section>
  );
}
