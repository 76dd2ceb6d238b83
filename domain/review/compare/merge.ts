import type { TagId } from "@/domain/ids";
import { endsOf } from "@/domain/review/compare/align-relations";
import type { Comparison } from "@/domain/review/compare/compare";
import {
  type AnnotationDraft,
  annotationDraft,
  type RelationDraft,
  relationDraft,
} from "@/domain/review/compare/draft";
import { goesWithItsEnd, type Settled } from "@/domain/review/compare/finals";
import type {
  AnnotationGroup,
  ComparedAnnotation,
  ComparedRelation,
  Group,
  RelationGroup,
} from "@/domain/review/compare/group";
import type { LeftBecause, MergeStrategy } from "@/domain/review/compare/merge-values";
import { attributesByVote, majority } from "@/domain/review/compare/vote";

export type Strategy = { strategy: MergeStrategy; minimumVotes: number; threshold: number };

export type Made = { readonly id: TagId; readonly group: string } & (AnnotationDraft | RelationDraft);
export type MergePlan = {
  /** In an order in which each can be made: annotations before the relations that join them. */
  readonly make: readonly Made[];
  readonly kept: readonly { readonly group: string; readonly settled: Settled | undefined }[];
  readonly left: readonly { readonly group: string; readonly because: LeftBecause }[];
};

/**
 * What a strategy makes of a comparison. Groups that are settled, also by leaving them out, stay as they are, so that
 * merging again never loses a decision.
 *
 * "all-agree" takes what every analyst says alike; "agree-where-present" what all those say alike who say anything;
 * "vote" what more say than anything else, if they are enough: at least `minimumVotes`, and `threshold` of all
 * analysts. An annotation is taken without the links it is not alike in: those are groups of their own.
 */
export function planMerge(
  comparison: Comparison,
  settled: ReadonlyMap<string, Settled>,
  strategy: Strategy,
  newId: () => TagId,
): MergePlan {
  const [make, kept, left]: [Made[], { group: string; settled: Settled | undefined }[], MergePlan["left"][number][]] = [
    [],
    [],
    [],
  ];
  const finals = new Map<TagId, TagId>();
  const groupOf = new Map(
    comparison.annotations.flatMap(({ id, tags }) => tags.map(({ tag }) => [tag.id, id] as const)),
  );
  const ends = { groupOf, finalOf: (id: TagId) => finals.get(id) };
  const become = ({ tags }: Group, final: TagId) => {
    for (const { tag } of tags) finals.set(tag.id, final);
  };
  const add = (group: Group, found: Draft | LeftBecause) => {
    if (typeof found === "string") return void left.push({ group: group.id, because: found });
    const id = newId();
    make.push({ id, group: group.id, ...found });
    become(group, id);
  };

  for (const group of comparison.annotations) {
    const known = settled.get(group.id);
    if (known) kept.push({ group: group.id, settled: known });
    if (known && !known.leftOut) become(group, known.final.id);
    if (!known) add(group, annotationBy(group, comparison.analysts.length, strategy));
  }
  for (const group of comparison.relations) {
    const known = settled.get(group.id);
    if (known || goesWithItsEnd(group, settled)) kept.push({ group: group.id, settled: known });
    else add(group, relationBy(group, comparison.analysts.length, strategy, ends));
  }
  return { make, kept, left };
}

type Draft = AnnotationDraft | RelationDraft;

/** Why the strategy leaves a group alone before anybody looks at what it says; undefined when it doesn't. */
function refusal({ differs, missing, tags }: Group, analysts: number, by: Strategy): LeftBecause | undefined {
  if (by.strategy === "vote") return enough(tags.length, analysts, by) ? undefined : "too-few";
  if (differs.some((each) => each !== "relations")) return "disagree";
  return by.strategy === "all-agree" && missing.length > 0 ? "too-few" : undefined;
}

const enough = (votes: number, analysts: number, { minimumVotes, threshold }: Strategy) =>
  votes >= minimumVotes && votes >= threshold * analysts;

function annotationBy(group: AnnotationGroup, analysts: number, by: Strategy): AnnotationDraft | LeftBecause {
  const refused = refusal(group, analysts, by);
  if (refused) return refused;
  const kind = majority(group.tags.map(({ tag }) => tag.kind));
  if (!kind) return "tie";
  if (by.strategy === "vote" && !enough(kind.votes, analysts, by)) return "too-few";
  const voters = group.tags.filter(({ tag }) => tag.kind === kind.value);
  const borders = majority(voters.map(({ tag }) => tag.segments.map(({ start, end }) => [start, end])));
  const said = attributesByVote(voters);
  const words = voters.find(({ tag }) => sameBorders(tag, borders?.value));
  if (!borders || !words || said.tied.length > 0) return "tie";
  return annotationDraft(group, { ...words.tag, attributes: said.attributes });
}

const sameBorders = ({ segments }: ComparedAnnotation, borders: readonly (readonly number[])[] | undefined) =>
  segments.length === borders?.length &&
  segments.every(({ start, end }, at) => borders[at]?.[0] === start && borders[at]?.[1] === end);

type EndsOfLinks = { groupOf: ReadonlyMap<TagId, string>; finalOf: (analystsTag: TagId) => TagId | undefined };

function relationBy(
  group: RelationGroup,
  analysts: number,
  by: Strategy,
  { groupOf, finalOf }: EndsOfLinks,
): RelationDraft | LeftBecause {
  const refused = refusal(group, analysts, by);
  if (refused) return refused;
  const linkOf = (tag: ComparedRelation) => `${tag.kind} ${endsOf(tag, groupOf).to}`;
  const most = majority(group.tags.map(({ tag }) => linkOf(tag)));
  if (!most) return "tie";
  if (by.strategy === "vote" && !enough(most.votes, analysts, by)) return "too-few";
  const voters = group.tags.filter(({ tag }) => linkOf(tag) === most.value);
  const [first] = voters;
  const said = attributesByVote(voters);
  if (!first || said.tied.length > 0) return "tie";
  return relationDraft(group, { ...first.tag, attributes: said.attributes }, finalOf) ?? "end-missing";
}
