import { z } from "zod";
import { TagId } from "@/domain/ids";
import type { Comparison } from "@/domain/review/compare/compare";
import type { AnnotationGroup, RelationGroup } from "@/domain/review/compare/group";

/** What a trainee said, and what the gold layer says there; either may be absent. */
export const PracticeDifference = z.object({
  words: z.string(),
  kind: z.string(),
  mine: TagId.optional(),
  gold: TagId.optional(),
  minePut: z.string().optional(),
  goldPut: z.string().optional(),
});
export type PracticeDifference = z.infer<typeof PracticeDifference>;

/** A trainee's work beside the gold layer, by rule: what to read again in the guidelines comes first. */
export const Practice = z.object({
  agreed: z.int(),
  gold: z.int(),
  mine: z.int(),
  /** "missed", "not-in-gold", "kind", "segments", "links" or an attribute as "attributes.certainty"; most frequent first. */
  rules: z.array(z.object({ rule: z.string(), differences: z.array(PracticeDifference) })),
});
export type Practice = z.infer<typeof Practice>;

/** The names under which the two layers are compared. */
export const practiceSides = { mine: "mine", gold: "gold" } as const;

/** Groups what differs by the rule it breaks; a tag that breaks several stands under each. */
export function practiceOf({ annotations, relations }: Comparison): Practice {
  const rules = new Map<string, PracticeDifference[]>();
  const put = (rule: string, difference: PracticeDifference) =>
    void rules.set(rule, [...(rules.get(rule) ?? []), difference]);
  const wordsOf = new Map(annotations.map((group) => [group.id, quoteOf(group)]));

  for (const group of annotations) {
    for (const rule of rulesOf(group)) put(rule, difference(group, rule, quoteOf(group)));
  }
  for (const group of relations) {
    if (group.class === "only") put("links", difference(group, "links", wordsOf.get(group.from) ?? ""));
    else for (const rule of rulesOf(group)) put(rule, difference(group, rule, wordsOf.get(group.from) ?? ""));
  }
  const all = [...annotations, ...relations];
  const has = (side: string) => all.filter(({ by }) => by.includes(side)).length;
  return {
    agreed: all.filter((group) => group.class === "agreed").length,
    gold: has(practiceSides.gold),
    mine: has(practiceSides.mine),
    rules: [...rules]
      .map(([rule, differences]) => ({ rule, differences }))
      .toSorted((a, b) => b.differences.length - a.differences.length || (a.rule < b.rule ? -1 : 1)),
  };
}

type Group = AnnotationGroup | RelationGroup;

function rulesOf(group: Group): string[] {
  if (group.class === "agreed") return [];
  if (group.class === "only") return [group.by.includes(practiceSides.gold) ? "missed" : "not-in-gold"];
  return group.differs.map((field) => (field === "relations" ? "links" : field)).filter((rule) => rule !== "links");
}

function difference(group: Group, rule: string, words: string): PracticeDifference {
  const tagOf = (side: string) => group.tags.find(({ by }) => by === side)?.tag;
  const [mine, gold] = [tagOf(practiceSides.mine), tagOf(practiceSides.gold)];
  const said = (tag: typeof mine): string | undefined => {
    if (!tag) return undefined;
    if (rule === "kind") return tag.kind;
    if (rule === "segments")
      return tag.type === "annotation" ? tag.segments.map(({ quote }) => quote).join(" … ") : undefined;
    if (!rule.startsWith("attributes.")) return undefined;
    const value = tag.attributes[rule.slice("attributes.".length)];
    return value === undefined ? undefined : typeof value === "string" ? value : JSON.stringify(value);
  };
  const [minePut, goldPut] = [said(mine), said(gold)];
  return {
    words,
    kind: (gold ?? mine)?.kind ?? "",
    ...(mine && { mine: mine.id }),
    ...(gold && { gold: gold.id }),
    ...(minePut !== undefined && { minePut }),
    ...(goldPut !== undefined && { goldPut }),
  };
}

const quoteOf = (group: AnnotationGroup): string =>
  (group.tags.find(({ by }) => by === practiceSides.gold) ?? group.tags[0])?.tag.segments
    .map(({ quote }) => quote)
    .join(" … ") ?? "";
