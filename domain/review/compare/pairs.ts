import { type Comparison, compareLayers } from "@/domain/review/compare/compare";
import { type ComparedTag, type ComparisonClass, comparisonClasses, type Group } from "@/domain/review/compare/group";

export type ClassCounts = Record<ComparisonClass, number>;

export const countsOf = (groups: readonly Pick<Group, "class">[]): ClassCounts =>
  Object.fromEntries(
    comparisonClasses.map((name) => [name, groups.filter((group) => group.class === name).length]),
  ) as ClassCounts; // every class is a key

/** How two analysts compare: of the groups that either has a tag in, how many of each class. */
export type PairCounts = { readonly a: string; readonly b: string; readonly annotations: ClassCounts };

/** Every two of the analysts, compared as if they were alone. */
export function countPairs({ analysts, annotations, relations }: Comparison): PairCounts[] {
  const layerOf = (by: string) => ({
    by,
    annotations: sayingsOf(annotations, by),
    relations: sayingsOf(relations, by),
  });
  const layers = analysts.map(layerOf);
  return layers.flatMap((a, at) =>
    layers.slice(at + 1).map((b) => ({ a: a.by, b: b.by, annotations: countsOf(compareLayers([a, b]).annotations) })),
  );
}

const sayingsOf = <T extends ComparedTag>(
  groups: readonly { tags: readonly { by: string; tag: T }[] }[],
  by: string,
): T[] => groups.flatMap(({ tags }) => tags.filter((each) => each.by === by).map(({ tag }) => tag));
