"use client";

import { useMemo } from "react";
import { useTranslations } from "use-intl";
import type { Deed } from "@/components/annotate/keys/registry";
import { useReader } from "@/components/annotate/use-desk";
import { keysOf } from "@/domain/codebook/keys";

export type Kind = { kind: string; deed: Deed | undefined; name: string };

const labelDeeds = {
  "4": "tag-label-1",
  "5": "tag-label-2",
  "6": "tag-label-3",
  "7": "tag-label-4",
  "8": "tag-label-5",
  "9": "tag-label-6",
} as const;

/** What the chosen words can be tagged as: the three core kinds, then the project's labels. */
export function useKinds(): Kind[] {
  const t = useTranslations("reader");
  const labels = useReader((state) => state.project.codebook.labels);
  return useMemo(() => {
    const keys = keysOf(labels);
    return [
      { kind: "claim", deed: "tag-claim", name: t("kinds.claim") },
      { kind: "place", deed: "tag-place", name: t("kinds.place") },
      { kind: "source", deed: "tag-source", name: t("kinds.source") },
      ...labels
        .filter(({ retired }) => !retired)
        .map(({ slug, name }) => {
          const key = keys.get(slug);
          return { kind: `label:${slug}`, deed: key && labelDeeds[key], name };
        }),
    ];
  }, [labels, t]);
}
