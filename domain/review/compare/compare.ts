import type { TagId } from "@/domain/ids";
import { alignAnnotations } from "@/domain/review/compare/align-annotations";
import { alignRelations, endsOf } from "@/domain/review/compare/align-relations";
import { sameWords } from "@/domain/review/compare/coverage";
import type {
  AnnotationGroup,
  ComparedAnnotation,
  ComparedRelation,
  ComparedTag,
  ComparisonClass,
  RelationGroup,
  Saying,
} from "@/domain/review/compare/group";
import { contentsOf } from "@/domain/review/compare/labels";
import { withoutGuesses } from "@/domain/tag/guessed";
import { differingAttributes, ownWords } from "@/domain/tag/same-attributes";

/** One analyst's work on a report; withdrawn tags are nobody's work any more. */
export type AnalystLayer = {
  readonly by: string;
  readonly annotations: readonly ComparedAnnotation[];
  readonly relations: readonly ComparedRelation[];
};

export type Comparison = {
  /** Whose work was compared, in the order of their ids. */
  readonly analysts: readonly string[];
  /** In text order. */
  readonly annotations: readonly AnnotationGroup[];
  /** In the order of what they start at. */
  readonly relations: readonly RelationGroup[];
};

/**
 * Compares what any number of analysts said about one text: which of their tags mean the same, and what is not alike
 * among those. Every tag is in exactly one group; the order of the layers makes no difference.
 */
export function compareLayers(layers: readonly AnalystLayer[]): Comparison {
  const people = layers.toSorted((a, b) => (a.by < b.by ? -1 : 1)).map(living);
  const analysts = people.map(({ by }) => by);
  const author = new Map(
    people.flatMap(({ by, annotations, relations }) =>
      [...annotations, ...relations].map(({ id }): [TagId, string] => [id, by]),
    ),
  );
  const sayings = <T extends ComparedTag>(tags: readonly T[]): Saying<T>[] =>
    tags.map((tag) => ({ by: author.get(tag.id) ?? "", tag }));

  const contents = new Map(people.flatMap((work) => [...contentsOf(work)]));
  const aligned = alignAnnotations(
    people.map(({ annotations }) => annotations),
    contents,
  ).map(sayings);
  const groupOf = new Map(aligned.flatMap((tags) => tags.map(({ tag }): [TagId, string] => [tag.id, smallest(tags)])));
  const relations = alignRelations(
    people.map((each) => each.relations),
    { groupOf, contents },
  ).map((tags) => relationGroup(sayings(tags), analysts, groupOf));

  const starting = new Map<string, RelationGroup[]>();
  for (const each of relations) starting.set(each.from, [...(starting.get(each.from) ?? []), each]);
  const annotations = aligned
    .map((tags) => annotationGroup(tags, analysts, starting.get(smallest(tags)) ?? []))
    .toSorted(inTextOrder);
  const place = new Map(annotations.map(({ id }, at) => [id, at]));
  const placeOf = ({ from }: RelationGroup) => place.get(from) ?? annotations.length;
  return {
    analysts,
    annotations,
    relations: relations.toSorted(
      (a, b) => placeOf(a) - placeOf(b) || compared(kindOf(a), kindOf(b)) || compared(a.id, b.id),
    ),
  };
}

/** A guess that nobody has confirmed yet says the same as a confirmed one. */
const said = (tag: ComparedAnnotation): ComparedAnnotation => ({ ...tag, attributes: withoutGuesses(tag.attributes) });

const living = ({ by, annotations, relations }: AnalystLayer): AnalystLayer => ({
  by,
  annotations: annotations.filter(({ state }) => state !== "withdrawn").map(said),
  relations: relations.filter(({ state }) => state !== "withdrawn"),
});

function annotationGroup(
  tags: readonly Saying<ComparedAnnotation>[],
  analysts: readonly string[],
  links: readonly RelationGroup[],
): AnnotationGroup {
  const by = tags.map((each) => each.by);
  const own = differing(tags);
  const differs = [
    ...(alike(tags, ({ kind }) => kind) ? [] : ["kind"]),
    ...(tags.every(({ tag }) => sameWords(tag.segments, tags[0]?.tag.segments ?? [])) ? [] : ["segments"]),
    ...own.differs,
    ...(links.every((link) => alikeAmong(by, link)) ? [] : ["relations"]),
  ];
  return { type: "annotation", ...sumUp(tags, analysts, differs), wording: own.wording, tags };
}

/** Whether those who have the annotation all have this link of it, and all alike. */
const alikeAmong = (by: readonly string[], link: RelationGroup): boolean =>
  link.differs.length === 0 && by.every((each) => link.by.includes(each));

function relationGroup(
  tags: readonly Saying<ComparedRelation>[],
  analysts: readonly string[],
  groupOf: ReadonlyMap<TagId, string>,
): RelationGroup {
  const ends = tags.map(({ tag }) => endsOf(tag, groupOf));
  const to = [...new Set(ends.map((each) => each.to))].toSorted();
  const own = differing(tags);
  const cue = ({ cue: words }: ComparedRelation) =>
    words?.segments.map(({ start, end }) => `${start}-${end}`).join() ?? "";
  const differs = [
    ...(alike(tags, ({ kind }) => kind) ? [] : ["kind"]),
    ...(to.length > 1 ? ["to"] : []),
    ...(alike(tags, cue) ? [] : ["cue"]),
    ...own.differs,
  ];
  const from = ends[0]?.from ?? "";
  return { type: "relation", ...sumUp(tags, analysts, differs), wording: own.wording, tags, from, to };
}

function differing(tags: readonly Saying[]): { differs: string[]; wording: string[] } {
  const names = differingAttributes(tags.map(({ tag }) => tag.attributes));
  return {
    differs: names.filter((name) => !ownWords.includes(name)).map((name) => `attributes.${name}`),
    wording: names.filter((name) => ownWords.includes(name)),
  };
}

function sumUp(tags: readonly Saying[], analysts: readonly string[], differs: string[]) {
  const by = tags.map((each) => each.by);
  const missing = analysts.filter((analyst) => !by.includes(analyst));
  return { id: smallest(tags), class: classOf(differs, missing.length), by, missing, differs };
}

/** A disagreement among those who have it weighs more than that others have nothing. */
export function classOf(differs: readonly string[], missing: number): ComparisonClass {
  if (differs.includes("kind")) return "other-label";
  if (differs.includes("segments")) return "other-borders";
  if (differs.some((each) => each.startsWith("attributes.") || each === "cue")) return "attributes-differ";
  if (differs.length > 0) return "relations-differ";
  return missing > 0 ? "only" : "agreed";
}

const alike = <T extends ComparedTag>(tags: readonly Saying<T>[], of: (tag: T) => string): boolean =>
  new Set(tags.map(({ tag }) => of(tag))).size === 1;

const smallest = (tags: readonly Saying[]): string => tags.map(({ tag }) => tag.id as string).toSorted()[0] ?? "";
const kindOf = ({ tags }: RelationGroup) => tags[0]?.tag.kind ?? "";
const compared = (a: string, b: string) => (a < b ? -1 : a > b ? 1 : 0);

function inTextOrder(a: AnnotationGroup, b: AnnotationGroup): number {
  const start = ({ tags }: AnnotationGroup) => Math.min(...tags.map(({ tag }) => tag.segments[0]?.start ?? 0));
  const end = ({ tags }: AnnotationGroup) => Math.max(...tags.map(({ tag }) => tag.segments.at(-1)?.end ?? 0));
  return start(a) - start(b) || end(b) - end(a) || compared(a.id, b.id);
}
