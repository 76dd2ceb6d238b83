"use client";

import { useTranslations } from "use-intl";
import type { Label } from "@/components/queue/choices";
import { isCoreKind } from "@/domain/kind-values";
import { relationKinds } from "@/domain/tag/relation-values";

/** What any kind of tag is called: core kinds, kinds of links, the project's own labels. */
export function useKindNames(labels: readonly Label[]): (kind: string) => string {
  const t = useTranslations("panels");
  return (kind) => {
    if (isCoreKind(kind)) return t(`kinds.${kind}`);
    const link = relationKinds.find((each) => each === kind);
    if (link) return t(`links.kinds.${link}`);
    return labels.find((label) => label.kind === kind)?.name ?? kind.replace(/^(label|relation):/, "");
  };
}
