"use client";

import { useState } from "react";
import { useTranslations } from "use-intl";
import { useAsk } from "@/components/api/ask";
import { ProblemNote } from "@/components/api/problem-note";
import { useSending } from "@/components/api/use-sending";
import { useDifferenceWords } from "@/components/codebook/difference-words";
import { Button } from "@/components/ui/button";
import { When } from "@/components/values/when";
import type { Codebook } from "@/domain/codebook/codebook";
import type { CodebookVersion } from "@/domain/codebook/codebook-answers";

export type Versions = { items: readonly CodebookVersion[]; next?: string | undefined };

/** A codebook's versions, newest first, with who changed what. */
export function VersionsList({
  projectId,
  codebook,
  first,
}: {
  projectId: string;
  codebook: Codebook;
  first: Versions;
}) {
  const t = useTranslations("codebook");
  const ask = useAsk();
  const sending = useSending();
  const [more, setMore] = useState<Versions | null>(null);
  const items = [...first.items, ...(more?.items ?? [])];
  const next = more ? more.next : first.next;
  const fetchMore = async () => {
    const page = await sending.send(() => ask("GET", `/projects/${projectId}/codebook/versions?before=${next}`));
    if (page) setMore({ items: [...(more?.items ?? []), ...page.items], next: page.next });
  };
  return (
    <div className="flex flex-col gap-4">
      <ol className="flex flex-col divide-y divide-line">
        {items.map((version) => (
          <li key={version.version} className="flex flex-col gap-1 py-3 text-small first:pt-0">
            <p>
              <span className="font-medium">{t("versionIs", { version: version.version })}</span>{" "}
              <span className="text-ink-3">
                {t("versionBy", { name: version.byName })}, <When value={version.at} />
              </span>
            </p>
            <Differences version={version} codebook={codebook} />
          </li>
        ))}
      </ol>
      {sending.problem ? <ProblemNote problem={sending.problem} /> : null}
      {next ? (
        <Button className="self-start" busy={sending.busy} onClick={() => void fetchMore()}>
          {t("moreVersions")}
        </Button>
      ) : null}
    </div>
  );
}

const shownAtMost = 30;

function Differences({
  version: { version, differences },
  codebook,
}: {
  version: CodebookVersion;
  codebook: Codebook;
}) {
  const t = useTranslations("codebook");
  const words = useDifferenceWords(codebook);
  if (version === 1) return <p className="text-ink-2">{t("first")}</p>;
  if (differences.length === 0) return <p className="text-ink-2">{t("nothingChanged")}</p>;
  const rest = differences.length - shownAtMost;
  return (
    <ul className="list-disc ps-5 text-ink-2">
      {differences.slice(0, shownAtMost).map((each) => (
        <li key={`${each.part} ${each.path.join("/")} ${each.did}`}>{words(each)}</li>
      ))}
      {rest > 0 ? <li>{t("more", { count: rest })}</li> : null}
    </ul>
  );
}
