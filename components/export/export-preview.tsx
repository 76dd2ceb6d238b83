"use client";

import { useEffect, useState } from "react";
import { useFormatter, useTranslations } from "use-intl";
import type { Answer } from "@/client/api/answer";
import { useAsk } from "@/components/api/ask";
import { ProblemNote } from "@/components/api/problem-note";
import { type ExportChoice, hasFiles, queryOf } from "@/components/export/choice";
import { Banner } from "@/components/ui/banner";
import { Button } from "@/components/ui/button";
import { DownloadLink } from "@/components/ui/download-link";
import { Skeleton } from "@/components/ui/skeleton";
import type { ExportPreview as Preview } from "@/domain/formats/asked";
import type { Loss } from "@/domain/formats/loss";

/** The API's address of what is exported. */
export type ExportPath = `/${"projects" | "reports"}/${string}/export`;

const counted = [
  "reports",
  "annotations",
  "claims",
  "places",
  "sources",
  "relations",
  "entities",
  "threads",
  "comments",
  "versions",
  "verdicts",
  "grades",
] as const;

/** Counts of what will leave, what the format leaves behind, and the download itself. */
export function ExportPreview({
  name,
  path,
  choice,
  onOfferAll,
}: {
  name: string;
  path: ExportPath;
  choice: ExportChoice;
  onOfferAll: () => void;
}) {
  const t = useTranslations("export");
  const ask = useAsk();
  const query = queryOf(choice);
  const [answer, setAnswer] = useState<Answer<Preview> | null>(null);

  useEffect(() => {
    let wanted = true;
    void ask("GET", `${path}/preview?${query}`).then((found) => {
      if (wanted) setAnswer(found);
    });
    return () => {
      wanted = false;
    };
  }, [ask, path, query]);

  const empty = answer?.ok && numberOf(answer.value, "annotations") + numberOf(answer.value, "relations") === 0;
  return (
    <section aria-labelledby="preview" className="space-y-5 self-start lg:sticky lg:inset-bs-20">
      <h2 id="preview" className="headline text-lead">
        {t("preview")}
      </h2>
      <div aria-live="polite" aria-busy={answer === null} className="space-y-5">
        {answer === null ? <Counting /> : null}
        {answer?.ok === false ? <ProblemNote problem={answer.problem} /> : null}
        {answer?.ok && empty ? (
          <Banner
            tone="wait"
            action={
              answer.value.inAllStates > 0 ? (
                <Button size="small" onClick={onOfferAll}>
                  {t("offerAll")}
                </Button>
              ) : null
            }
          >
            {choice.states === "accepted" && answer.value.inAllStates > 0 ? (
              <>
                <p className="font-medium">{t("noneAccepted")}</p>
                <p className="text-ink-2">{t("noneAcceptedLead")}</p>
              </>
            ) : (
              t(answer.value.inAllStates > 0 ? "nothing" : "noTags")
            )}
          </Banner>
        ) : null}
        {answer?.ok && !empty ? (
          <>
            {hasFiles(choice.format) ? <Files files={answer.value.files} /> : <Counts preview={answer.value} />}
            <Losses losses={answer.value.losses} />
          </>
        ) : null}
      </div>
      {answer?.ok && !empty ? (
        <div className="space-y-2">
          <DownloadLink href={`/api/v1${path}?${query}`} label={t("of", { name })}>
            {t("download")}
          </DownloadLink>
          <p className="text-small text-ink-3">{t("downloadLead")}</p>
        </div>
      ) : null}
    </section>
  );
}

function Counting() {
  const t = useTranslations("export");
  return (
    <div className="space-y-3">
      <span className="sr-only">{t("counting")}</span>
      <Skeleton />
      <Skeleton />
      <Skeleton className="w-2/3" />
    </div>
  );
}

const numberOf = ({ counts }: Preview, what: (typeof counted)[number]): number => counts[what] ?? 0;

function Counts({ preview }: { preview: Preview }) {
  const t = useTranslations("export");
  const format = useFormatter();
  return (
    <dl className="grid grid-cols-[1fr_auto] gap-y-1.5 border-y border-line py-3 text-small">
      {counted
        .filter((what) => numberOf(preview, what) > 0)
        .map((what) => (
          <div key={what} className="contents">
            <dt className="text-ink-2">{t(`counts.${what}`)}</dt>
            <dd className="text-end tabular-nums">{format.number(numberOf(preview, what))}</dd>
          </div>
        ))}
    </dl>
  );
}

/** The tables as they will be, with their rows. */
function Files({ files }: Pick<Preview, "files">) {
  const t = useTranslations("export");
  return (
    <dl className="grid grid-cols-[1fr_auto] gap-y-1.5 border-y border-line py-3 text-small">
      {files.map(({ layer, name, rows }) => (
        <div key={layer} className="contents">
          <dt className="text-ink-2">{name}</dt>
          <dd className="text-end tabular-nums">{t("rows", { count: rows })}</dd>
        </div>
      ))}
    </dl>
  );
}

function Losses({ losses }: { losses: readonly Loss[] }) {
  const t = useTranslations("export");
  const format = useFormatter();
  const felt = losses.filter(({ count }) => count !== 0);
  return (
    <div className="text-small">
      <h3 className="font-medium">{t("losses")}</h3>
      {felt.length === 0 ? (
        <p className="mt-1 text-ink-2">{t("noLosses")}</p>
      ) : (
        <ul className="mt-2 space-y-2">
          {felt.map((loss) => (
            <li key={`${loss.what} ${loss.how}`} className="border-s-2 border-wait ps-3">
              {t(`loss.${loss.what}`)}
              <span className="block text-ink-3">
                {t(`how.${loss.how}`)} · {loss.count === null ? t("foundOut") : format.number(loss.count)}
              </span>
            </li>
          ))}
        </ul>
      )}
    </div>
  );
}
