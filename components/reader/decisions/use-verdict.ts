"use client";

import { useState } from "react";
import { useTranslations } from "use-intl";
import { useDesk, useReader } from "@/components/annotate/use-desk";
import type { Along } from "@/components/reader/decisions/use-along";
import type { Cards } from "@/components/reader/decisions/use-cards";
import { coveredBy } from "@/components/reader/decisions/waiting";
import { useToast } from "@/components/ui/toast";
import { tagIn } from "@/domain/change/world";
import type { TagId } from "@/domain/ids";
import type { Decision } from "@/domain/verdict";

export type Asking = { decision: "return" | "reject"; about: TagId };
/** One's own decision on a tag that a colleague decided otherwise on, not made yet. */
export type Overruling = { about: TagId; decision: Exclude<Decision, "accept-unseen">; reason: string };

/** What a decision covers, whether another decision has to be shown before it, and the decision itself. */
export function useVerdict({ all, selected, waits, goOn }: Cards, along: Along, onDecided: () => void) {
  const t = useTranslations("panels.review");
  const tell = useToast();
  const desk = useDesk();
  const me = useReader((state) => state.me.id);
  const correcting = useReader((state) => state.correcting);
  const [overruling, setOverruling] = useState<Overruling | null>(null);
  const [together, setTogether] = useState(true);

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
    const { verdict, state } = tagIn(desk.getState(), about) ?? {};
    const isTheirs = verdict !== undefined && verdict.by !== me && state !== "open" && state !== "withdrawn";
    if (!isTheirs || (state === "accepted" && decision === "accept")) return false;
    setOverruling({ about, decision, reason });
    return true;
  };
  const decideOn = ({ about, decision, reason }: Overruling) => {
    setOverruling(null);
    onDecided();
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
  return { overruling, setOverruling, together, setTogether, covered, asksFirst, decideOn };
}
