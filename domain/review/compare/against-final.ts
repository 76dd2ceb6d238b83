import { type AnalystLayer, compareLayers } from "@/domain/review/compare/compare";
import { isLeftOut } from "@/domain/review/compare/finals";
import type { AnnotationGroup, Group, RelationGroup } from "@/domain/review/compare/group";

/** A rule of tagging in which somebody's work and the final layer are not alike, and where. */
export type RuleDifference = {
  /** "missed", "extra", "label", "borders", "links", or an attribute's name as "attributes.certainty". */
  readonly rule: string;
  /** Ids of the groups it shows in. */
  readonly groups: readonly string[];
};

export type AgainstFinal = {
  readonly annotations: readonly AnnotationGroup[];
  readonly relations: readonly RelationGroup[];
  /** Annotations of the final layer, how many of them were found, and how many of those in everything alike. */
  readonly final: number;
  readonly found: number;
  readonly alike: number;
  /** Most frequent first. */
  readonly rules: readonly RuleDifference[];
};

/** The names under which the two sides stand in the groups' `by`. */
export const mine = "mine";
export const final = "final";

type Layer = Pick<AnalystLayer, "annotations" | "relations">;

/**
 * One analyst's layer against the final one, or a trainee's against the gold: what was missed, what is too much, and
 * for what both have, which rules were followed differently. What was left out of the final layer stands in none.
 */
export function againstFinal(work: Layer, theirs: Layer): AgainstFinal {
  const standing = {
    annotations: theirs.annotations.filter((tag) => !isLeftOut(tag)),
    relations: theirs.relations.filter((tag) => !isLeftOut(tag)),
  };
  const { annotations, relations } = compareLayers([
    { ...work, by: mine },
    { ...standing, by: final },
  ]);
  const both = annotations.filter(({ by }) => by.length === 2);
  return {
    annotations,
    relations,
    final: standing.annotations.filter(({ state }) => state !== "withdrawn").length,
    found: both.length,
    alike: both.filter(({ differs }) => differs.length === 0).length,
    rules: rulesIn([...annotations, ...relations]),
  };
}

const names: Record<string, string> = { kind: "label", segments: "borders", relations: "links", to: "links" };

function rulesIn(groups: readonly Group[]): RuleDifference[] {
  const found = new Map<string, string[]>();
  for (const group of groups) {
    for (const rule of rulesOf(group)) found.set(rule, [...(found.get(rule) ?? []), group.id]);
  }
  return [...found]
    .map(([rule, ids]) => ({ rule, groups: ids }))
    .toSorted((a, b) => b.groups.length - a.groups.length || (a.rule < b.rule ? -1 : 1));
}

/** A link that only one side has is told with the claim it starts at, if both have that. */
function rulesOf({ type, by, differs }: Group): string[] {
  if (by.length === 1) return type === "relation" ? [] : [by[0] === mine ? "extra" : "missed"];
  return [...new Set(differs.map((each) => names[each] ?? each))].filter(
    (rule) => !(type === "relation" && rule === "links"),
  );
}
