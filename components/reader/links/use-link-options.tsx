"use client";

import { useMemo } from "react";
import { useTranslations } from "use-intl";
import { linkKindsBetween } from "@/client/desk/link-between";
import { TagGlyph } from "@/components/annotate/tags/tag-glyph";
import { nameOf } from "@/components/annotate/tags/tag-words";
import { useReader } from "@/components/annotate/use-desk";
import { inContext, isLinked, meantBy } from "@/components/reader/links/context";
import { useOtherClaims } from "@/components/reader/links/use-other-claims";
import { Glyph } from "@/components/tag/glyph";
import type { Option } from "@/components/ui/combobox";
import { Icon } from "@/components/ui/icon";
import type { Annotation } from "@/domain/tag/tag";

/** As many tags, and as many entities, are proposed at once. */
const SHOWN = 60;

/** What a tag may be linked to, by the words of it that were typed: the article, tags, entities, claims of other reports. */
export function useLinkOptions(from: Annotation, query: string): readonly Option[] {
  const t = useTranslations("panels.links");
  const annotations = useReader((state) => state.annotations);
  const entities = useReader((state) => state.entities);
  const relations = useReader((state) => state.relations);
  const project = useReader((state) => state.project);
  const elsewhere = useOtherClaims(query);
  return useMemo((): Option[] => {
    const words = query.toLocaleLowerCase().split(/\s+/).filter(Boolean);
    const leads = (end: string) => linkKindsBetween(from.kind, end, project.codebook).length > 0;
    const fits = (name: string) => words.every((word) => name.toLocaleLowerCase().includes(word));
    const tags = [...annotations.values()]
      .filter(({ id, kind, state }) => id !== from.id && state !== "withdrawn" && leads(kind))
      .map((tag) => ({ tag, name: nameOf(tag) }))
      .filter(({ name }) => fits(name));
    const people = [...entities.values()].filter((entity) => !entity.mergedInto && fits(entity.name));
    return [
      ...(from.kind === "claim" && fits(t("article"))
        ? [{ value: "article", label: t("article"), icon: <Icon name="info" className="text-ink-3" /> }]
        : []),
      ...tags.slice(0, SHOWN).map(({ tag, name }) => ({
        value: `tag:${tag.id}`,
        label: name,
        detail: [
          isLinked({ annotations, relations, entities }, from.id, tag.id) ? t("linked") : undefined,
          meantBy({ annotations, relations, entities }, tag),
          inContext(tag),
        ]
          .filter((each) => each !== undefined && each !== name)
          .join(" · "),
        icon: <TagGlyph kind={tag.kind} />,
      })),
      ...(leads("entity") ? people : []).slice(0, SHOWN).map(({ id, name }) => ({
        value: `entity:${id}`,
        label: name,
        icon: <Icon name="thread" className="text-source" />,
      })),
      ...(leads("claim") ? elsewhere : []).map(({ id, name, reportTitle }) => ({
        value: `claim:${id}`,
        label: name,
        detail: t("inReport", { title: reportTitle }),
        icon: <Glyph kind="claim" />,
      })),
    ];
  }, [annotations, elsewhere, entities, from.id, from.kind, project, query, relations, t]);
}
