import type { TagId } from "@/domain/ids";
import { likeness } from "@/domain/review/compare/attributes";
import type { ComparedRelation } from "@/domain/review/compare/group";
import { type Fit, joined } from "@/domain/review/compare/join";

/** Where a relation leads, said by the groups of its ends, so that two people's relations can be compared. */
export type Ends = { readonly from: string; readonly to: string };

export function endsOf(relation: ComparedRelation, groupOf: ReadonlyMap<TagId, string>): Ends {
  const named = (id: TagId) => groupOf.get(id) ?? id;
  const to = relation.to ? named(relation.to) : relation.toEntity ? `entity ${relation.toEntity}` : "article";
  return { from: named(relation.from), to };
}

/** The same link is worth most; the same two ends under another name more than another end under the same name. */
const SAME = 1;
const OTHER_LABEL = 0.4;
const OTHER_END = 0.3;
const ALIKE = 1e-3;

/**
 * Which relations of several people say the same thing: they start at annotations of one group, and have the kind or
 * the other end in common.
 */
export function alignRelations(
  people: readonly (readonly ComparedRelation[])[],
  groupOf: ReadonlyMap<TagId, string>,
): ComparedRelation[][] {
  const all = people.flatMap((relations) => relations.toSorted((a, b) => (a.id < b.id ? -1 : 1)));
  const ends = all.map((relation) => endsOf(relation, groupOf));
  let next = 0;
  const numbered = people.map((relations) => relations.map(() => next++));
  const worth = (a: number, b: number) => worthOf(all, ends, a, b);
  const starts = numbered.map((numbers) => byStart(numbers, ends));
  const fits = (one: number, other: number): Fit[] =>
    (numbered[one] ?? []).flatMap((a) =>
      (starts[other]?.get(ends[a]?.from ?? "") ?? []).flatMap((b) => {
        const found = worth(a, b);
        return found > 0 ? [{ a, b, worth: found }] : [];
      }),
    );
  const groups = joined(numbered, fits, (a, b) => worth(a, b) > 0);
  return groups.map((group) => group.flatMap((each) => all[each] ?? []));
}

function byStart(numbers: readonly number[], ends: readonly Ends[]): Map<string, number[]> {
  const starts = new Map<string, number[]>();
  for (const each of numbers) {
    const from = ends[each]?.from ?? "";
    const there = starts.get(from);
    if (there) there.push(each);
    else starts.set(from, [each]);
  }
  return starts;
}

function worthOf(all: readonly ComparedRelation[], ends: readonly Ends[], a: number, b: number): number {
  const [one, other, mine, theirs] = [all[a], all[b], ends[a], ends[b]];
  if (!one || !other || !mine || !theirs || mine.from !== theirs.from) return 0;
  const [sameKind, sameEnd] = [one.kind === other.kind, mine.to === theirs.to];
  const worth = sameKind && sameEnd ? SAME : sameEnd ? OTHER_LABEL : sameKind ? OTHER_END : 0;
  return worth && worth + ALIKE * likeness(one.attributes, other.attributes);
}
