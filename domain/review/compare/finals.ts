import type { TagId } from "@/domain/ids";
import type { Comparison } from "@/domain/review/compare/compare";
import type { ComparedTag, Group, RelationGroup } from "@/domain/review/compare/group";
import { idsOf } from "@/domain/review/compare/group";
import { settledTags } from "@/domain/review/counting";

/** What was decided about a group: the final tag that was made of it, which may be one left out on purpose. */
export type Settled = {
  readonly final: ComparedTag;
  /** Withdrawn or rejected: nobody's words stand in the final layer, and that was decided. */
  readonly leftOut: boolean;
  /** An analyst changed, added or took back a tag of the group after it was settled. */
  readonly changedSince: boolean;
};

export const isLeftOut = ({ state }: Pick<ComparedTag, "state">): boolean =>
  state === "withdrawn" || state === "rejected";

/** The groups that are settled, by their ids: those that a final tag of their type was derived from. */
export function settledGroups(
  { annotations, relations }: Comparison,
  finals: readonly ComparedTag[],
): Map<string, Settled> {
  const groupOf = new Map<TagId, Group>();
  for (const group of [...annotations, ...relations]) for (const id of idsOf(group)) groupOf.set(id, group);
  const settled = new Map<string, Settled>();
  for (const final of finals.toSorted(weightiest)) {
    for (const id of final.derivedFrom ?? []) {
      const group = groupOf.get(id);
      if (group?.type !== final.type || settled.has(group.id)) continue;
      settled.set(group.id, { final, leftOut: isLeftOut(final), changedSince: changedSince(group, final) });
    }
  }
  return settled;
}

/** What stands comes before what was left out, what was decided last before what was decided before. */
const weightiest = (a: ComparedTag, b: ComparedTag) =>
  Number(isLeftOut(a)) - Number(isLeftOut(b)) || (a.updatedAt < b.updatedAt ? 1 : a.updatedAt > b.updatedAt ? -1 : 0);

function changedSince(group: Group, { derivedFrom = [], updatedAt }: ComparedTag): boolean {
  const ids = idsOf(group);
  const edited = group.tags.some(({ tag }) => tag.updatedAt > updatedAt);
  return edited || derivedFrom.some((id) => !ids.includes(id)) || ids.some((id) => !derivedFrom.includes(id));
}

/** Final tags that no analyst's tag stands behind: a reviewer saw what everybody missed. */
export const ownFinals = <T extends ComparedTag>(finals: readonly T[]): T[] =>
  finals.filter((final) => (final.derivedFrom ?? []).length === 0 && final.state !== "withdrawn");

/** A link of something that was left out has nowhere to start or lead: it is settled with it. */
export const goesWithItsEnd = ({ from, to }: RelationGroup, settled: ReadonlyMap<string, Settled>): boolean =>
  settled.get(from)?.leftOut === true || to.every((each) => settled.get(each)?.leftOut === true);

export type Progress = { readonly settled: number; readonly of: number };

export function progressOf({ annotations, relations }: Comparison, settled: ReadonlyMap<string, Settled>): Progress {
  const done =
    annotations.filter(({ id }) => settled.has(id)).length +
    relations.filter((each) => settled.has(each.id) || goesWithItsEnd(each, settled)).length;
  return { settled: done, of: annotations.length + relations.length };
}

/** The same in tags of analysts, as the reports table counts it. */
export function tagProgress({ annotations, relations }: Comparison, finals: readonly ComparedTag[]) {
  const theirs = [...annotations, ...relations].flatMap((group) => group.tags.map(({ tag }): ComparedTag => tag));
  return { tags: theirs.length, settled: settledTags(theirs, finals).size };
}
