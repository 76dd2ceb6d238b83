"use client";

import { useState } from "react";
import { useTranslations } from "use-intl";
import { useDeeds } from "@/components/annotate/keys/keys";
import { useDesk, useReader } from "@/components/annotate/use-desk";
import { useAlong } from "@/components/reader/decisions/use-along";
import { useCards } from "@/components/reader/decisions/use-cards";
import { type Asking, type Overruling, useVerdict } from "@/components/reader/decisions/use-verdict";
import { useShownDeeds } from "@/components/reader/use-shown-deeds";
import { useToast } from "@/components/ui/toast";

/** Everything a reviewer does on a card, by key and by button alike. */
export function useReview() {
  const desk = useDesk();
  const cards = useCards();
  const { card, tag, selected, decidable, waiting } = cards;
  const along = useAlong(selected);
  const correcting = useReader((state) => state.correcting);
  const loaded = useReader((state) => state.loaded);
  const mayDecide = useReader((state) => state.me.mayDecide);
  const [asking, setAsking] = useState<Asking | null>(null);
  const { rest, setRest, askRest } = useRest(waiting.length > 0 && mayDecide);
  const verdict = useVerdict(cards, along, () => setAsking(null));
  const { overruling, setOverruling, asksFirst, decideOn } = verdict;
  const accept = useAccept(cards, along, verdict);

  const ask = (decision: Asking["decision"]) => () => {
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
  const sameWords = () => {
    if (!decidable || correcting === selected || along.alike.length === 0) return false;
    along.toggle();
    return undefined;
  };

  useShownDeeds("inspector", {
    accept,
    correct,
    return: ask("return"),
    reject: ask("reject"),
    "accept-rest": askRest,
    "same-words": sameWords,
  });
  useCardDeeds(cards);

  return {
    card,
    tag,
    decidable,
    isCorrecting: correcting !== null && correcting === selected,
    forSomebodyElse: cards.forSomebodyElse,
    others: cards.others,
    waiting,
    cards: cards.open.length,
    forOthers: cards.forOthers,
    loaded,
    together: verdict.together,
    setTogether: verdict.setTogether,
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
    go: cards.go,
    toNextReport: cards.toOther(1),
  };
}

/** Whether everything that still waits is asked about at once. */
function useRest(mayAsk: boolean) {
  const [rest, setRest] = useState(false);
  const askRest = () => {
    if (!mayAsk) return false;
    setRest(true);
    return undefined;
  };
  return { rest, setRest, askRest };
}

export type Review = ReturnType<typeof useReview>;

/** The key that accepts: what is selected, what was corrected, or what a colleague's decision was shown for first. */
function useAccept(
  { card, tag, selected, decidable, waits, toNextWaiting, goOn }: ReturnType<typeof useCards>,
  along: ReturnType<typeof useAlong>,
  { overruling, asksFirst, covered, decideOn }: ReturnType<typeof useVerdict>,
) {
  const t = useTranslations("panels.review");
  const tell = useToast();
  const correcting = useReader((state) => state.correcting);
  return () => {
    if (overruling && overruling.about === selected) return decideOn(overruling);
    if (!selected || !decidable) {
      toNextWaiting();
      return undefined;
    }
    const decision = correcting === selected ? "accept-with-change" : "accept";
    const mine: Overruling = { about: selected, decision, reason: "" };
    if (asksFirst(mine)) return undefined;
    const nothingMore = card?.waiting.length === 0 && along.ticked.length === 0;
    if (decision === "accept" && tag?.state === "accepted" && nothingMore) return goOn();
    if (decision === "accept" && waits({ waiting: covered(selected, true) }).length === 0) {
      tell({ title: t("own"), tone: "bad" });
      return undefined;
    }
    return decideOn(mine);
  };
}

/** The keys that go from card to card, from part to part and from report to report. */
function useCardDeeds({ go, stepPart, toOther }: ReturnType<typeof useCards>) {
  useDeeds({
    "next-waiting": () => go(1),
    "previous-waiting": () => go(-1),
    "next-part": stepPart(1),
    "previous-part": stepPart(-1),
    "next-report": toOther(1),
    "previous-report": toOther(-1),
  });
}
