"use client";

import { useEffect, useMemo, useState } from "react";
import { useTranslations } from "use-intl";
import { useDeeds } from "@/components/annotate/keys/keys";
import { useDesk, useReader } from "@/components/annotate/use-desk";
import { type Alike, alikeOf } from "@/components/reader/decisions/alike";
import { useOtherReports } from "@/components/reader/decisions/use-other-reports";
import { type Card, cardsOf, coveredBy, nextWaiting, waitsFor } from "@/components/reader/decisions/waiting";
import { useShownDeeds } from "@/components/reader/use-shown-deeds";
import { useToast } from "@/components/ui/toast";
import { tagIn } from "@/domain/change/world";
import type { TagId } from "@/domain/ids";
import { countedLayer } from "@/domain/review/counting";
import type { Decision } from "@/domain/review/verdict";

export type Asking = { decision: "return" | "reject"; about: TagId };
/** One's own decision on a tag that a colleague decided otherwise on, not made yet. */
export type Overruling = { about: TagId; decision: Exclude<Decision, "accept-unseen">; reason: string };

/** Everything a reviewer does on a card, by key and by button alike. */
export function useReview() {
  const t = useTranslations("panels.review");
  const tell = useToast();
  const desk = useDesk();
  const goToOther = useOtherReports();
  const annotations = useReader((state) => state.annotations);
  const relations = useReader((state) => state.relations);
  const selected = useReader((state) => state.selected);
  const correcting = useReader((state) => state.correcting);
  const loaded = useReader((state) => state.loaded);
  const me = useReader((state) => state.me.id);
  const mayDecide = useReader((state) => state.me.mayDecide);
  const project = useReader((state) => state.project);
  const [asking, setAsking] = useState<Asking | null>(null);
  const [overruling, setOverruling] = useState<Overruling | null>(null);
  const [together, setTogether] = useState(true);
  const [rest, setRest] = useState(false);
  const along = useAlong(selected);
  const twoPersons = project.twoPersonRule;
  const layer = countedLayer(project.mode);

  const all = cardsOf({ annotations, relations }, layer);
  const waits = waitsFor({ annotations, relations }, { me, twoPersons });
  const open = all.filter((card) => waits(card).length > 0);
  const waiting = open.flatMap((each) => waits(each));
  const forOthers = all.flatMap((each) => each.waiting).length - waiting.length;
  const card = all.find(({ members }) => selected !== null && members.includes(selected));
  const tag = selected ? tagIn({ annotations, relations }, selected) : undefined;
  const decidable = mayDecide && tag !== undefined && tag.state !== "withdrawn";
  const others = card && card.lead === selected ? card.waiting.filter((id) => id !== selected) : [];

  /** Where the cards are by now: a decision may just have changed them. */
  const step = (way: 1 | -1, round: boolean): Card | undefined => {
    const now = desk.getState();
    const waitsNow = waitsFor(now, { me, twoPersons });
    const next = nextWaiting(cardsOf(now, layer), { from: now.selected, way, waits: waitsNow, round });
    if (next) desk.select(next.lead);
    return next;
  };
  const go = (way: 1 | -1) => {
    if (!step(way, false)) void goToOther(way);
    return undefined;
  };
  const toOther = (way: 1 | -1) => () => {
    void goToOther(way);
    return undefined;
  };
  /** After a part that was decided alone comes the next part of its card, else the next card. */
  const goOn = () => {
    const now = desk.getState();
    const here = cardsOf(now, layer).find(({ members }) => now.selected !== null && members.includes(now.selected));
    const left = here && here.lead !== now.selected ? waitsFor(now, { me, twoPersons })(here) : [];
    const part = here?.members.find((id) => left.includes(id));
    if (part) desk.select(part);
    else step(1, true);
    return undefined;
  };
  const stepPart = (way: 1 | -1) => () => {
    if (!card || !selected) return false;
    const at = card.members.indexOf(selected) + way;
    desk.select(card.members[(at + card.members.length) % card.members.length] ?? card.lead);
    return undefined;
  };
  /** What a decision on a tag takes along: its links and mentions, and the same words that are ticked. */
  const covered = (id: TagId, accepting: boolean): readonly TagId[] => {
    const of = (each: TagId): readonly TagId[] => {
      const its = all.find(({ lead }) => lead === each);
      return together && its && its.waiting.length > 0 ? coveredBy(its, accepting) : [each];
    };
    return [...new Set([id, ...(id === selected ? along.ticked : [])].flatMap(of))];
  };

  /** Whether a colleague decided otherwise on a tag: then both decisions are shown before one is made. */
  const asksFirst = ({ about, decision, reason }: Overruling): boolean => {
    const stands = tagIn(desk.getState(), about);
    const { verdict, state } = stands ?? {};
    const isTheirs = verdict !== undefined && verdict.by !== me && state !== "open" && state !== "withdrawn";
    if (!isTheirs || (state === "accepted" && decision === "accept")) return false;
    setOverruling({ about, decision, reason });
    return true;
  };
  const decideOn = ({ about, decision, reason }: Overruling) => {
    setOverruling(null);
    setAsking(null);
    if (correcting === about) desk.decide(about, decision, reason);
    else if (decision !== "accept-with-change") {
      const ids = covered(about, decision === "accept");
      const taken = decision === "accept" ? waits({ waiting: ids }) : ids;
      desk.decideAlike(taken, decision, reason);
      if (along.ticked.length > 0) tell({ title: t("alike.done", { count: taken.length }), undo: () => desk.undo() });
    }
    along.close();
    return goOn();
  };

  const accept = () => {
    if (overruling && overruling.about === selected) return decideOn(overruling);
    if (!selected || !decidable) {
      step(1, true);
      return undefined;
    }
    const decision = correcting === selected ? "accept-with-change" : "accept";
    const mine: Overruling = { about: selected, decision, reason: "" };
    if (asksFirst(mine)) return undefined;
    const nothingMore = card?.waiting.length === 0 && along.ticked.length === 0;
    if (decision === "accept" && tag.state === "accepted" && nothingMore) return goOn();
    if (decision === "accept" && waits({ waiting: covered(selected, true) }).length === 0) {
      tell({ title: t("own"), tone: "bad" });
      return undefined;
    }
    return decideOn(mine);
  };
  const ask = (decision: "return" | "reject") => () => {
    if (!selected || !decidable) return false;
    setOverruling(null);
    setAsking({ decision, about: selected });
    return undefined;
  };
  const send = ({ decision, about }: Asking, reason: string) => {
    setAsking(null);
    const mine: Overruling = { about, decision, reason };
    if (!asksFirst(mine)) decideOn(mine);
  };
  const correct = () => {
    if (!selected || !decidable) return false;
    setOverruling(null);
    along.close();
    desk.correct(correcting === selected ? null : selected);
    return undefined;
  };
  const askRest = () => {
    if (waiting.length === 0 || !mayDecide) return false;
    setRest(true);
    return undefined;
  };

  useShownDeeds("inspector", {
    accept,
    correct,
    return: ask("return"),
    reject: ask("reject"),
    "accept-rest": askRest,
    "same-words": () => {
      if (!decidable || correcting === selected || along.alike.length === 0) return false;
      along.toggle();
      return undefined;
    },
  });
  useDeeds({
    "next-waiting": () => go(1),
    "previous-waiting": () => go(-1),
    "next-part": stepPart(1),
    "previous-part": stepPart(-1),
    "next-report": toOther(1),
    "previous-report": toOther(-1),
  });

  // Whoever begins to review is taken to the first thing that waits.
  useEffect(() => {
    const now = desk.getState();
    if (!loaded || now.selected) return;
    const waitsNow = waitsFor(now, { me, twoPersons });
    const first = nextWaiting(cardsOf(now, layer), { from: null, way: 1, waits: waitsNow, round: true });
    if (first) desk.select(first.lead);
  }, [loaded, desk, me, twoPersons, layer]);

  return {
    card,
    tag,
    decidable,
    isCorrecting: correcting !== null && correcting === selected,
    forSomebodyElse: twoPersons && tag?.state === "open" && tag.updatedBy === me,
    others,
    waiting,
    cards: open.length,
    forOthers,
    loaded,
    together,
    setTogether,
    along,
    asking: asking?.about === selected ? asking : null,
    stopAsking: () => setAsking(null),
    overruling: overruling?.about === selected ? overruling : null,
    keepTheirs: () => setOverruling(null),
    rest,
    setRest,
    accept,
    correct,
    ask,
    send,
    askRest,
    decideOn,
    go,
    toNextReport: toOther(1),
  };
}

export type Review = ReturnType<typeof useReview>;

const none: readonly Alike[] = [];

/** The same words elsewhere: whether they are looked at now, and which of them are to be decided along. */
function useAlong(selected: TagId | null) {
  const annotations = useReader((state) => state.annotations);
  const entities = useReader((state) => state.entities);
  const project = useReader((state) => state.project);
  const alike = useMemo(
    () => (selected ? alikeOf({ annotations, entities, project }, selected) : none),
    [annotations, entities, project, selected],
  );
  const [opened, setOpened] = useState<{ about: TagId; taken: ReadonlySet<TagId> } | null>(null);
  const here = opened?.about === selected ? opened : null;
  const open = () => {
    if (!selected) return;
    const same = alike.filter(({ differs }) => differs.length === 0).map(({ id }) => id);
    setOpened({ about: selected, taken: new Set(same) });
  };
  return {
    alike,
    opened: here !== null,
    taken: here?.taken ?? new Set<TagId>(),
    ticked: alike.filter(({ id }) => here?.taken.has(id)).map(({ id }) => id),
    open,
    close: () => setOpened(null),
    toggle: () => (here ? setOpened(null) : open()),
    take: (taken: ReadonlySet<TagId>) => {
      if (selected) setOpened({ about: selected, taken });
    },
  };
}
