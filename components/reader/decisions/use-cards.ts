"use client";

import { useEffect } from "react";
import type { Desk } from "@/client/desk/desk";
import type { Doing } from "@/components/annotate/keys/keys";
import { useDesk, useReader } from "@/components/annotate/use-desk";
import { useOtherReports } from "@/components/reader/decisions/use-other-reports";
import { cardsOf, nextWaiting, waitsFor } from "@/components/reader/decisions/waiting";
import { tagIn } from "@/domain/change/world";
import type { UserId } from "@/domain/ids";
import { countedLayer } from "@/domain/review/counting";

/** Whose review it is, and of which layer. */
type Reviewer = { me: UserId; twoPersons: boolean; layer: string };

/** The cards of a report: what waits for this reviewer, which card is open, and how to go from one to the next. */
export function useCards() {
  const desk = useDesk();
  const goToOther = useOtherReports();
  const annotations = useReader((state) => state.annotations);
  const relations = useReader((state) => state.relations);
  const selected = useReader((state) => state.selected);
  const me = useReader((state) => state.me.id);
  const mayDecide = useReader((state) => state.me.mayDecide);
  const project = useReader((state) => state.project);
  const twoPersons = project.twoPersonRule;
  const layer = countedLayer(project.mode);
  const reviewer: Reviewer = { me, twoPersons, layer };
  useFirstWaiting(desk, reviewer);

  const all = cardsOf({ annotations, relations }, layer);
  const waits = waitsFor({ annotations, relations }, { me, twoPersons });
  const open = all.filter((card) => waits(card).length > 0);
  const waiting = open.flatMap((each) => waits(each));
  const card = all.find(({ members }) => selected !== null && members.includes(selected));
  const tag = selected ? tagIn({ annotations, relations }, selected) : undefined;

  const go = (way: 1 | -1) => {
    if (!step(desk, reviewer, { way, round: false })) void goToOther(way);
    return undefined;
  };
  const toOther = (way: 1 | -1) => () => {
    void goToOther(way);
    return undefined;
  };
  const stepPart = (way: 1 | -1) => (): ReturnType<Doing> => {
    if (!card || !selected) return false;
    const at = card.members.indexOf(selected) + way;
    desk.select(card.members[(at + card.members.length) % card.members.length] ?? card.lead);
    return undefined;
  };
  return {
    all,
    waits,
    waiting,
    open,
    forOthers: all.flatMap((each) => each.waiting).length - waiting.length,
    card,
    tag,
    selected,
    decidable: mayDecide && tag !== undefined && tag.state !== "withdrawn",
    others: card && card.lead === selected ? card.waiting.filter((id) => id !== selected) : [],
    forSomebodyElse: twoPersons && tag?.state === "open" && tag.updatedBy === me,
    go,
    toOther,
    stepPart,
    toNextWaiting: () => step(desk, reviewer, { way: 1, round: true }),
    goOn: () => goOn(desk, reviewer),
  };
}

/** Where the cards are by now: a decision may just have changed them. */
function step(desk: Desk, { me, twoPersons, layer }: Reviewer, { way, round }: { way: 1 | -1; round: boolean }) {
  const now = desk.getState();
  const waitsNow = waitsFor(now, { me, twoPersons });
  const next = nextWaiting(cardsOf(now, layer), { from: now.selected, way, waits: waitsNow, round });
  if (next) desk.select(next.lead);
  return next;
}

/** After a part that was decided alone comes the next part of its card, else the next card. */
function goOn(desk: Desk, reviewer: Reviewer): undefined {
  const { me, twoPersons, layer } = reviewer;
  const now = desk.getState();
  const here = cardsOf(now, layer).find(({ members }) => now.selected !== null && members.includes(now.selected));
  const left = here && here.lead !== now.selected ? waitsFor(now, { me, twoPersons })(here) : [];
  const part = here?.members.find((id) => left.includes(id));
  if (part) desk.select(part);
  else step(desk, reviewer, { way: 1, round: true });
  return undefined;
}

/** Whoever begins to review is taken to the first thing that waits. */
function useFirstWaiting(desk: Desk, { me, twoPersons, layer }: Reviewer) {
  const loaded = useReader((state) => state.loaded);
  useEffect(() => {
    const now = desk.getState();
    if (!loaded || now.selected) return;
    const waitsNow = waitsFor(now, { me, twoPersons });
    const first = nextWaiting(cardsOf(now, layer), { from: null, way: 1, waits: waitsNow, round: true });
    if (first) desk.select(first.lead);
  }, [loaded, desk, me, twoPersons, layer]);
}

export type Cards = ReturnType<typeof useCards>;
