"use client";

import { useTranslations } from "use-intl";
import { Decided } from "@/components/copies/copies-page";
import { Decide } from "@/components/copies/decide";
import { MarkedText } from "@/components/copies/marked-text";
import { Share } from "@/components/copies/share";
import { SuggestTags } from "@/components/copies/suggest-tags";
import { useDecision } from "@/components/copies/use-decision";
import { Page } from "@/components/shell/page";
import { Button } from "@/components/ui/button";
import { ButtonLink } from "@/components/ui/button-link";
import type { CopyEnd, CopyWithPassages } from "@/domain/copies/copy";
import type { Report } from "@/domain/report/report";

type Read = Pick<Report, "text" | "language" | "direction">;

/** Two reports side by side with what stands in both, and what can be done about it. */
export function CopyPage({
  projectId,
  pair,
  texts,
  may,
}: {
  projectId: string;
  pair: CopyWithPassages;
  texts: { copy: Read; original: Read };
  may: { decide: boolean; tag: boolean };
}) {
  const t = useTranslations("copies");
  const { passages } = pair;
  return (
    <Page title={t("compareTitle")} lead={passages.length > 0 ? t("shared") : t("unshared")}>
      <div className="mb-6 space-y-3">
        <Share pair={pair} />
        <Decided pair={pair} />
        <div className="flex flex-wrap gap-2">
          {may.decide ? <Decide projectId={projectId} pair={pair} /> : null}
          {may.decide ? <Swap projectId={projectId} pair={pair} /> : null}
        </div>
        {may.tag && pair.state === "confirmed" ? <SuggestTags projectId={projectId} pair={pair} /> : null}
      </div>
      <div className="grid gap-8 md:grid-cols-2">
        <Side
          name={t("copy")}
          end={pair.copy}
          read={texts.copy}
          marks={passages.map((each) => [each.copy, each.length])}
        />
        <Side
          name={t("original")}
          end={pair.original}
          read={texts.original}
          marks={passages.map((each) => [each.original, each.length])}
        />
      </div>
    </Page>
  );
}

function Swap({ projectId, pair }: { projectId: string; pair: CopyWithPassages }) {
  const t = useTranslations("copies");
  const { busy, decide } = useDecision(projectId, pair);
  return (
    <Button size="small" variant="quiet" busy={busy} onClick={() => void decide(pair.state, pair.copy.reportId)}>
      {t("swap")}
    </Button>
  );
}

function Side({
  name,
  end,
  read,
  marks,
}: {
  name: string;
  end: CopyEnd;
  read: Read;
  /** Code points: where a passage begins, and how long it is. */
  marks: readonly (readonly [number, number])[];
}) {
  const t = useTranslations("copies");
  return (
    <section aria-label={`${name}: ${end.title}`} className="min-w-0 space-y-3">
      <div>
        <p className="text-small text-ink-3">{name}</p>
        <h2 className="headline text-lead" lang={read.language}>
          <bdi>{end.title}</bdi>
        </h2>
        {end.outlet ? (
          <p className="text-small text-ink-2">
            <bdi>{end.outlet}</bdi>
          </p>
        ) : null}
      </div>
      <MarkedText read={read} marks={marks} />
      <ButtonLink href={`/reports/${end.reportId}`} size="small">
        {t("openReport")}
      </ButtonLink>
    </section>
  );
}
