"use client";

import { useTranslations } from "use-intl";
import { entityOf } from "@/client/desk/speaker";
import { useKindName, useLinkName } from "@/components/annotate/tags/names";
import { wordsOf } from "@/components/annotate/tags/tag-words";
import { useDesk, useReader } from "@/components/annotate/use-desk";
import type { Comparing } from "@/components/compare/use-comparison";
import { useEndsElsewhere } from "@/components/compare/use-ends-elsewhere";
import { attributeNamed, choiceName } from "@/domain/codebook/attribute-named";
import type { EntityId } from "@/domain/ids";
import type { ComparedTag, Group } from "@/domain/review/compare/group";
import { isCoreRelation, type RelationKind } from "@/domain/tag/relation-values";

export type GroupWords = {
  /** A group in a line: the words of an annotation, the two ends of a link. */
  titleOf: (group: Group) => string;
  namesOf: (keys: readonly string[]) => string;
  nameOf: (key: string) => string;
  /** What a link leads to, in words. */
  endOf: (tag: ComparedTag) => string;
  fieldName: (field: string) => string;
  /** A value as a person reads it. */
  said: (field: string, value: unknown) => string;
};

const claimFields = [
  "restatement",
  "kind",
  "standing",
  "certainty",
  "polarity",
  "eventType",
  "credibility",
  "checkWorthy",
  "note",
] as const;
const isClaimField = (name: string): name is (typeof claimFields)[number] =>
  (claimFields as readonly string[]).includes(name);
const ownFields = [
  "actors",
  "eventTime",
  "quantities",
  "entityId",
  "resolution",
  "featureType",
  "located",
  "candidates",
  "partOfName",
  "metonym",
  "nodes",
  "direction",
  "how",
  "saidAt",
  "saidAtWords",
  "nested",
  "role",
  "precision",
  "primary",
] as const;
const isOwnField = (name: string): name is (typeof ownFields)[number] =>
  (ownFields as readonly string[]).includes(name);

const isLink = (kind: string): kind is RelationKind => isCoreRelation(kind) || kind.startsWith("relation:");

/** How groups, analysts, fields and values are called on this screen. */
export function useGroupWords({ analysts, comparison }: Pick<Comparing, "analysts" | "comparison">): GroupWords {
  const t = useTranslations("compare");
  const panels = useTranslations("panels");
  const kindName = useKindName();
  const linkName = useLinkName();
  const codebook = useReader((state) => state.project.codebook);
  const entities = useReader((state) => state.entities);
  const annotations = useReader((state) => state.annotations);
  const elsewhere = useEndsElsewhere(comparison, useDesk().ask);
  const entityName = (id: unknown) => entityOf(entities, id as EntityId)?.name ?? t("unknownEntity");
  const nameOf = (key: string) => analysts.find((each) => each.key === key)?.name ?? key;
  /** The words of a group, or of a tag that is in none: a final one, one of another report. */
  const quoteOf = (id: string) => {
    const inGroup = comparison.annotations.find((group) => group.id === id)?.tags[0]?.tag;
    const tag = inGroup ?? [...annotations.values()].find((each) => each.id === id);
    return tag ? wordsOf(tag) : (elsewhere.get(id) ?? t("elsewhere"));
  };
  const toName = (to: string) =>
    to === "article" ? t("article") : to.startsWith("entity ") ? entityName(to.slice(7)) : quoteOf(to);

  const said = (field: string, value: unknown): string => {
    if (value === undefined || value === null || value === "") return t("nothing");
    if (field === "kind" && typeof value === "string") return kindOrLink(value);
    if (field === "attributes.entityId") return entityName(value);
    const own = attributeNamed(codebook, field.replace(/^attributes\./, ""));
    if (own && own.choices.length > 0)
      return [value]
        .flat()
        .map((each) => choiceName(own, each))
        .join("; ");
    return inWords(value);
  };
  const kindOrLink = (kind: string) => (isLink(kind) ? linkName(kind) : kindName(kind));
  const inWords = (value: unknown): string => {
    if (Array.isArray(value)) return value.map(inWords).join("; ");
    if (typeof value === "boolean") return value ? t("yes") : t("no");
    if (typeof value !== "object" || value === null) return String(value);
    const entries = Object.entries(value).filter(([, each]) => each !== undefined && each !== "");
    return entries.map(([key, each]) => (key === "entityId" ? entityName(each) : inWords(each))).join(", ");
  };

  return {
    titleOf(group) {
      const [first] = group.tags;
      if (group.type === "annotation") return first?.tag.type === "annotation" ? wordsOf(first.tag) : "";
      return t("linkTitle", {
        from: shortened(quoteOf(group.from)),
        kind: kindOrLink(first?.tag.kind ?? ""),
        to: group.to.map((to) => shortened(toName(to))).join(" / "),
      });
    },
    namesOf: (keys) => keys.map(nameOf).join(", "),
    nameOf,
    endOf(tag) {
      if (tag.type !== "relation") return "";
      if (tag.toArticle) return t("article");
      if (tag.toEntity) return entityName(tag.toEntity);
      const group = comparison.annotations.find(({ tags }) => tags.some((each) => each.tag.id === tag.to));
      return quoteOf(group?.id ?? tag.to ?? "");
    },
    fieldName(field) {
      const name = field.replace(/^attributes\./, "");
      if (field === "kind") return t("fields.label");
      if (field === "segments") return t("fields.words");
      if (field === "to") return t("fields.to");
      if (field === "cue") return t("fields.cue");
      if (isClaimField(name)) return panels(`claim.${name}`);
      return isOwnField(name) ? t(`fields.${name}`) : (attributeNamed(codebook, name)?.name ?? name);
    },
    said,
  };
}

const shortened = (words: string) => (words.length > 60 ? `${words.slice(0, 58)}…` : words);
