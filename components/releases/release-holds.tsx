"use client";

import Link from "next/link";
import { useEffect, useEffectEvent, useState } from "react";
import { useFormatter, useTranslations } from "use-intl";
import type { Problem } from "@/client/api/answer";
import { useAsk } from "@/components/api/ask";
import { ProblemNote } from "@/components/api/problem-note";
import { Banner } from "@/components/ui/banner";
import type { ReleaseFilters } from "@/domain/release/asked";
import type { ReleasePreview } from "@/domain/release/release";

/** Milliseconds after the last change before it is counted again. */
const pause = 400;

/** What a release would hold, and what keeps it from being made. */
export function ReleaseHolds({
  projectId,
  filters,
  onHeld,
}: {
  projectId: string;
  filters: ReleaseFilters;
  onHeld: (held: boolean) => void;
}) {
  const t = useTranslations("releases.form");
  const format = useFormatter();
  const ask = useAsk();
  const [preview, setPreview] = useState<ReleasePreview | null>(null);
  const [problem, setProblem] = useState<Problem | null>(null);
  const wanted = JSON.stringify(filters);
  const count = useEffectEvent((body: unknown) => ask("POST", `/projects/${projectId}/releases/preview`, body));
  const heard = useEffectEvent((found: ReleasePreview | null) => onHeld(found === null || found.held.length > 0));
  useEffect(() => {
    let gone = false;
    heard(null);
    const timer = setTimeout(() => {
      void count(JSON.parse(wanted)).then((answer) => {
        if (gone) return;
        setPreview(answer.ok ? answer.value : null);
        setProblem(answer.ok ? null : answer.problem);
        heard(answer.ok ? answer.value : null);
      });
    }, pause);
    return () => {
      gone = true;
      clearTimeout(timer);
    };
  }, [wanted]);
  const files = [
    ...(preview?.files ?? []),
    ...(preview && preview.events > 0 ? [{ name: t("eventRows"), rows: preview.events }] : []),
  ];
  return (
    <section aria-labelledby="holds" aria-live="polite" className="mt-8 border-t border-line pt-5">
      <h3 id="holds" className="mb-3 text-small font-medium">
        {t("preview")}
      </h3>
      {problem ? <ProblemNote problem={problem} /> : null}
      {preview?.held.map(({ what, count: number }) => (
        <Banner key={what} tone="wait">
          <p>{t(`held.${what}`, { count: number })}</p>
          {what === "undecided-restates" ? (
            <p className="mt-1 flex flex-wrap gap-x-4">
              <Link prefetch={false} className="link" href={`/projects/${projectId}/queue`}>
                {t("toQueue")}
              </Link>
              <Link prefetch={false} className="link" href={`/projects/${projectId}/events`}>
                {t("toEvents")}
              </Link>
            </p>
          ) : null}
        </Banner>
      ))}
      {preview ? (
        <dl className="mt-3 grid grid-cols-2 gap-x-6 gap-y-2 text-small sm:grid-cols-3 lg:grid-cols-5">
          {files.map(({ name, rows }) => (
            <div key={name} className="flex items-baseline justify-between gap-2 border-b border-line py-1">
              <dt className="min-w-0 truncate text-ink-2">{name}</dt>
              <dd className="tabular-nums">{format.number(rows)}</dd>
            </div>
          ))}
        </dl>
      ) : (
        <p className="text-small text-ink-3">{t("counting")}</p>
      )}
    </section>
  );
}
