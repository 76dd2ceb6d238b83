"use client";

import { useCallback, useMemo, useState } from "react";
import type { Desk, Final } from "@/client/desk/desk";
import { newId } from "@/client/new-id";
import { useReader } from "@/components/annotate/use-desk";
import { inWorkingOrder } from "@/components/compare/fields";
import { type Basis, leavingOut, mostSaid, picking, taking } from "@/components/compare/taking";
import type { TagId } from "@/domain/ids";
import type { ReportComparison } from "@/domain/review/compare/answer";
import type { Comparison } from "@/domain/review/compare/compare";
import { goesWithItsEnd, progressOf, type Settled, settledGroups, tagProgress } from "@/domain/review/compare/finals";
import { type ComparisonClass, comparisonClasses, type Group } from "@/domain/review/compare/group";
import { planMerge } from "@/domain/review/compare/merge";
import type { Tag } from "@/domain/tag/tag";

export type Analyst = { key: string; name: string };

export type Choice = { classes: ReadonlySet<ComparisonClass>; undecided: boolean };

/** What the screen of a comparison shows and does: groups to decide one after another, and what became of each. */
export type Comparing = {
  analysts: readonly Analyst[];
  comparison: Comparison;
  settled: ReadonlyMap<string, Settled>;
  finals: readonly Tag[];
  isSettled: (group: Group) => boolean;
  progress: { settled: number; of: number };
  /** The same in tags of analysts, as the reports table counts them. */
  toSettle: { tags: number; settled: number };
  /** Every group in the order of the work, and those that the choice lets through. */
  all: readonly Group[];
  shown: readonly Group[];
  counts: Record<ComparisonClass, number>;
  choice: Choice;
  choose: (choice: Partial<Choice>) => void;
  current: Group | undefined;
  go: (id: string) => void;
  step: (way: 1 | -1, undecidedOnly?: boolean) => void;
  groupOf: (tagId: string) => Group | undefined;
  take: (by: string) => boolean;
  pick: (field: string, by: string) => boolean;
  leaveOut: () => "done" | "ends first" | "nothing";
  undecide: () => boolean;
  /** Sketches the group's final tag, if it has none, and answers it, to be worked on; nothing is settled by that. */
  own: () => TagId | undefined;
  agreed: () => Final[];
  takeAll: (finals: readonly Final[]) => void;
};

export function useComparison(answer: ReportComparison, desk: Desk): Comparing {
  const [choice, setChoice] = useState<Choice>({ classes: new Set(comparisonClasses), undecided: false });
  const [at, setAt] = useState<string | undefined>();

  const comparison = useMemo<Comparison>(
    () => ({
      analysts: answer.analysts.map(({ key }) => key),
      annotations: answer.annotations,
      relations: answer.relations,
    }),
    [answer],
  );
  const all = useMemo(() => inWorkingOrder(comparison), [comparison]);
  const { finals, settled, groups } = useFinals(comparison, all);

  const isSettled = (group: Group) =>
    settled.has(group.id) || (group.type === "relation" && goesWithItsEnd(group, settled));
  const passes = (group: Group) => choice.classes.has(group.class) && !(choice.undecided && isSettled(group));
  const shown = all.filter((group) => passes(group) || group.id === at);
  const current = all.find(({ id }) => id === at) ?? shown.find((group) => !isSettled(group)) ?? shown[0];
  const basis: Basis = { comparison, settled, newId: newId<TagId> };

  const step = (way: 1 | -1, undecidedOnly = false) => {
    const from = all.findIndex(({ id }) => id === current?.id);
    const rest = way > 0 ? all.slice(from + 1) : all.slice(0, Math.max(0, from)).toReversed();
    const next = rest.find((group) => passes(group) && !(undecidedOnly && isSettled(group)));
    const around = undecidedOnly && !next ? all.find((group) => passes(group) && !isSettled(group)) : undefined;
    const to = next ?? around;
    if (to && to.id !== current?.id) setAt(to.id);
  };
  const make = (finals_: readonly Final[]): boolean => {
    if (finals_.length === 0) return false;
    desk.dropSketch();
    desk.adjudicate(finals_);
    return true;
  };
  const final = current && settled.get(current.id)?.final;

  return {
    analysts: answer.analysts,
    comparison,
    settled,
    finals,
    isSettled,
    progress: progressOf(comparison, settled),
    toSettle: tagProgress(comparison, finals),
    all,
    shown,
    counts: countsOf(all),
    choice,
    choose: useCallback((change: Partial<Choice>) => setChoice((now) => ({ ...now, ...change })), []),
    current,
    go: setAt,
    step,
    groupOf: (tagId) => groups.get(tagId),
    take: (by) => (current ? make(taking(basis, current, by)) : false),
    pick: (field, by) => (current ? make(picking(basis, current, { field, by })) : false),
    leaveOut() {
      if (!current) return "nothing";
      const leaving = leavingOut(basis, current);
      if (!leaving) return "ends first";
      if (settled.get(current.id)?.leftOut) return "nothing";
      return make([leaving]) ? "done" : "nothing";
    },
    undecide() {
      if (!final || final.state === "withdrawn") return false;
      desk.undecide(final.id);
      return true;
    },
    own() {
      if (!current) return undefined;
      if (final && !settled.get(current.id)?.leftOut) return final.id;
      const mine = taking(basis, current, mostSaid(current));
      desk.sketch(mine);
      return mine.find(({ type, derivedFrom }) => type === current.type && derivedFrom.includes(firstOf(current)))?.id;
    },
    agreed: () => agreedIn(comparison, settled),
    takeAll: (wanted) => void make(wanted),
  };
}

/** The final tags so far, the groups that they settle, and the group of every tag. */
function useFinals(comparison: Comparison, all: readonly Group[]) {
  const annotations = useReader((state) => state.annotations);
  const relations = useReader((state) => state.relations);
  const sketch = useReader((state) => state.sketch);
  const finals = useMemo(
    () =>
      [...annotations.values(), ...relations.values()].filter(({ id, layer }) => layer === "final" && !sketch.has(id)),
    [annotations, relations, sketch],
  );
  const settled = useMemo(() => settledGroups(comparison, finals), [comparison, finals]);
  const groups = useMemo(() => {
    const byTag = new Map<string, Group>();
    for (const group of all) for (const { tag } of group.tags) byTag.set(tag.id, group);
    for (const final of finals) {
      const group = final.derivedFrom?.map((id) => byTag.get(id)).find((each) => each?.type === final.type);
      if (group) byTag.set(final.id, group);
    }
    return byTag;
  }, [all, finals]);
  return { finals, settled, groups };
}

const firstOf = ({ tags }: Group): TagId => (tags[0]?.tag.id ?? "") as TagId; // a group has a tag

const agreedIn = (comparison: Comparison, settled: ReadonlyMap<string, Settled>): Final[] =>
  planMerge(comparison, settled, { strategy: "all-agree", minimumVotes: 2, threshold: 1 }, newId<TagId>).make.map(
    ({ group: _group, ...final }) => final,
  );

const countsOf = (groups: readonly Group[]) =>
  Object.fromEntries(
    comparisonClasses.map((name) => [name, groups.filter((group) => group.class === name).length]),
  ) as Comparing["counts"]; // every class is a key
