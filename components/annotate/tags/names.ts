"use client";

import { useTranslations } from "use-intl";
import { useReader } from "@/components/annotate/use-desk";
import { isCoreKind } from "@/domain/kind-values";
import { isCoreRelation, type RelationKind, relationTypeOf } from "@/domain/tag/relation-values";

/** What a kind of annotation is called, the project's own labels included. */
export function useKindName(): (kind: string) => string {
  const t = useTranslations("panels");
  const labels = useReader((state) => state.project.codebook.labels);
  return (kind) => {
    if (isCoreKind(kind)) return t(`kinds.${kind}`);
    const slug = kind.replace(/^label:/, "");
    return labels.find((label) => label.slug === slug)?.name ?? slug;
  };
}

/** What a link says from its start, or seen from its other end; a relation type of the project says its own name. */
export function useLinkName(): (kind: RelationKind, way?: "forwards" | "backwards") => string {
  const t = useTranslations("panels.links");
  const codebook = useReader((state) => state.project.codebook);
  return (kind, way = "forwards") => {
    if (isCoreRelation(kind)) return way === "forwards" ? t(`kinds.${kind}`) : t(`backwards.${kind}`);
    const name = relationTypeOf(kind, codebook)?.name ?? kind.replace(/^relation:/, "");
    return way === "forwards" ? name : t("backwardsOf", { name });
  };
}

/** What a person is called; somebody who left the project is still somebody. */
export function usePersonName(): (id: string) => string {
  const t = useTranslations("panels");
  const people = useReader((state) => state.people);
  const external = useReader((state) => state.project.externalAuthors);
  const me = useReader((state) => state.me.id);
  return (id) =>
    id === me
      ? t("you")
      : ([...people.values(), ...(external ?? [])].find((person) => person.id === id)?.name ?? t("somebody"));
}
