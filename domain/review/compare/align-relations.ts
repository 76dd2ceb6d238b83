import type { TagId } from "@/domain/ids";
import type { ComparedRelation } from "@/domain/review/compare/group";
import { type Fit, joined } from "@/domain/review/compare/join";
import { type Content, cueOf, hash, lotIn, lotOf, wordsOf } from "@/domain/review/compare/labels";
import { likeness } from "@/domain/tag/same-attributes";

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
/** Attributes and cue words, then a lot drawn by what both say, only decide between pairs that are worth the same. */
const ALIKE = 1e-3;
const LOT = 1e-10;

/**
 * Which relations of several people say the same thing: they start at annotations of one group, and have the kind or
 * the other end in common.
 */
export function alignRelations(
  people: readonly (readonly ComparedRelation[])[],
  { groupOf, contents }: { groupOf: ReadonlyMap<TagId, string>; contents: ReadonlyMap<TagId, Content> },
): ComparedRelation[][] {
  const label = (id: TagId) => contents.get(id)?.label ?? "";
  const said = (relation: ComparedRelation): Said => {
    const ends = endsOf(relation, groupOf);
    const words = `${relation.kind} ${wordsOf(relation)}`;
    const to = relation.to ? label(relation.to) : (relation.toEntity ?? "article");
    return {
      relation,
      ends,
      lot: lotIn(hash(`${words} ${label(relation.from)} ${to}`)),
      like: `${words} ${ends.from} ${ends.to}`,
    };
  };
  const ordered = people.map((relations) => relations.map(said).toSorted((a, b) => (a.like < b.like ? -1 : 1)));
  const all = ordered.flat();
  let next = 0;
  const numbered = ordered.map((relations) => relations.map(() => next++));
  const worth = (a: number, b: number) => worthOf(all[a], all[b]);
  const starts = numbered.map((numbers) => byStart(numbers, all));
  const fits = (one: number, other: number): Fit[] =>
    (numbered[one] ?? []).flatMap((a) =>
      (starts[other]?.get(all[a]?.ends.from ?? "") ?? []).flatMap((b) => {
        const found = worth(a, b);
        return found > 0 ? [{ a, b, worth: found }] : [];
      }),
    );
  const groups = joined(
    numbered,
    fits,
    (a, b) => worth(a, b) > 0,
    (number) => all[number]?.like ?? "",
  );
  return groups.map((group) => group.flatMap((each) => all[each]?.relation ?? []));
}

type Said = {
  relation: ComparedRelation;
  ends: Ends;
  /** Drawn by what it says with what it joins, told by contents alone. */
  lot: number;
  /** Equal for two that say the same and join the same groups. */
  like: string;
};

function byStart(numbers: readonly number[], all: readonly Said[]): Map<string, number[]> {
  const starts = new Map<string, number[]>();
  for (const each of numbers) {
    const from = all[each]?.ends.from ?? "";
    const there = starts.get(from);
    if (there) there.push(each);
    else starts.set(from, [each]);
  }
  return starts;
}

function worthOf(a: Said | undefined, b: Said | undefined): number {
  if (!a || !b || a.ends.from !== b.ends.from) return 0;
  const [one, other] = [a.relation, b.relation];
  const [sameKind, sameEnd] = [one.kind === other.kind, a.ends.to === b.ends.to];
  const worth = sameKind && sameEnd ? SAME : sameEnd ? OTHER_LABEL : sameKind ? OTHER_END : 0;
  if (worth === 0) return 0;
  const alike = likeness(one.attributes, other.attributes) + (cueOf(one) === cueOf(other) ? 1 : 0);
  return worth + ALIKE * alike + LOT * lotOf(a.lot, b.lot);
}
