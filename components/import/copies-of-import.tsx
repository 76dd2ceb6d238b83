"use client";

import Link from "next/link";
import { useEffect, useState } from "react";
import { useTranslations } from "use-intl";
import { useAsk } from "@/components/api/ask";
import { Share } from "@/components/copies/share";
import type { CopiesFound } from "@/domain/copies/copy";
import type { ReportId } from "@/domain/ids";

/** Milliseconds between two looks, and how many: what is compared by then is said, the rest stands on the page “Copies”. */
const pause = 1000;
const mostLooks = 30;

/** Which of the reports that just came in look like copies, as soon as they are compared. */
export function CopiesOfImport({ projectId, reports }: { projectId: string; reports: readonly ReportId[] }) {
  const t = useTranslations("copies");
  const ask = useAsk();
  const [found, setFound] = useState<CopiesFound>();
  const asked = reports.slice(0, 100).join(",");
  useEffect(() => {
    if (asked === "") return;
    let looks = 0;
    let timer: ReturnType<typeof setTimeout> | undefined;
    const look = async () => {
      looks += 1;
      const answer = await ask("GET", `/projects/${projectId}/copies?reports=${asked}&limit=100`);
      if (timer === undefined) return;
      if (answer.ok) setFound(answer.value);
      if (looks < mostLooks && !(answer.ok && answer.value.waiting === 0)) timer = setTimeout(() => void look(), pause);
    };
    timer = setTimeout(() => void look(), pause);
    return () => {
      clearTimeout(timer);
      timer = undefined;
    };
  }, [ask, asked, projectId]);
  if (asked === "") return null;
  const mine = new Set<string>(reports);
  const pairs = (found?.items ?? []).filter(
    ({ copy, original, state }) => state === "proposed" && (mine.has(copy.reportId) || mine.has(original.reportId)),
  );
  const copies = new Set(pairs.map(({ copy }) => copy.reportId)).size;
  return (
    <div className="space-y-4">
      <p role="status" className="text-small text-ink-2">
        {copies > 0 ? t("importedLead", { count: copies }) : found?.waiting === 0 ? t("none") : t("waiting")}
      </p>
      {pairs.length > 0 ? (
        <ul aria-label={t("imported")} className="space-y-3 border-s-2 border-line ps-3">
          {pairs.map((pair) => (
            <li key={pair.id} className="space-y-1">
              <p>
                {t("pair", { copy: pair.copy.title, original: pair.original.title })}
                {" · "}
                <Link href={`/projects/${projectId}/copies/${pair.id}`} className="link">
                  {t("compare")}
                </Link>
              </p>
              <Share pair={pair} />
            </li>
          ))}
        </ul>
      ) : null}
    </div>
  );
}
