"use client";

import { useMemo } from "react";
import { useTranslations } from "use-intl";
import type { Deed } from "@/components/annotate/keys/registry";
import { useReader } from "@/components/annotate/use-desk";
import { keysOf } from "@/domain/codebook/keys";
import { type CoreKind, coreKinds } from "@/domain/kind-values";

export type Kind = { kind: string; deed: Deed | undefined; name: string };

/** A core kind without a key is reached by its button. */
const coreDeeds: Partial<Record<CoreKind, Deed>> = {
  claim: "tag-claim",
  place: "tag-place",
  source: "tag-source",
};

const labelDeeds = {
  "4": "tag-label-1",
  "5": "tag-label-2",
  "6": "tag-label-3",
  "7": "tag-label-4",
  "8": "tag-label-5",
  "9": "tag-label-6",
} as const;

/** What the chosen words can be tagged as: the core kinds, then the project's labels. */
export function useKinds(): Kind[] {
  const t = useTranslations("reader");
  const labels = useReader((state) => state.project.codebook.labels);
  return useMemo(() => {
    const keys = keysOf(labels);
    return [
      ...coreKinds.map((kind) => ({ kind, deed: coreDeeds[kind], name: t(`kinds.${kind}`) })),
      ...labels
        .filter(({ retired }) => !retired)
        .map(({ slug, name }) => {
          const key = keys.get(slug);
          return { kind: `label:${slug}`, deed: key && labelDeeds[key], name };
        }),
    ];
  }, [labels, t]);
}
