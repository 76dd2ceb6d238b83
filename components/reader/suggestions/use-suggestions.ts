"use client";

import { useEffect, useMemo, useState } from "react";
import { useDesk, useReader } from "@/components/annotate/use-desk";
import { type Card, cardsOf, tagFor, tagsByWords } from "@/domain/suggestion/cards";
import type { Suggestion } from "@/domain/suggestion/suggestion";

export type Suggested =
  | { state: "reading" }
  | { state: "failed"; detail: string }
  | {
      state: "read";
      cards: readonly Card[];
      take: (cards: readonly Card[]) => number;
      reject: (card: Card) => void;
      reopen: (card: Card) => void;
    };

/** What the engine suggests for this report, as far as nobody rejected it and no tag says it. */
export function useSuggestions(): Suggested {
  const desk = useDesk();
  const reportId = useReader((state) => state.report.id);
  const annotations = useReader((state) => state.annotations);
  const [all, setAll] = useState<readonly Suggestion[] | { detail: string }>();
  const [rejected, setRejected] = useState<ReadonlySet<string>>(new Set());

  useEffect(() => {
    let current = true;
    void desk.ask("POST", `/reports/${reportId}/suggestions`).then((answer) => {
      if (current) setAll(answer.ok ? answer.value.items : { detail: answer.problem.detail ?? answer.problem.title });
    });
    return () => {
      current = false;
    };
  }, [desk, reportId]);

  const read = useMemo(() => {
    if (!all || "detail" in all) return undefined;
    const tags = tagsByWords(annotations.values());
    const wanted = all.filter(({ id }) => !rejected.has(id));
    return { cards: cardsOf(wanted, tags), tags, byKey: new Map(all.map((each) => [each.key, each])) };
  }, [all, annotations, rejected]);

  if (!read) return all && "detail" in all ? { state: "failed", detail: all.detail } : { state: "reading" };
  const decide = (id: Suggestion["id"], what: "reject" | "reopen") => {
    const left = new Set(rejected);
    if (what === "reject") left.add(id);
    else left.delete(id);
    setRejected(left);
    void desk.ask("PATCH", `/reports/${reportId}/suggestions`, { [what]: [id] });
  };
  return {
    state: "read",
    cards: read.cards,
    take: (cards) => {
      const wanted = [...new Set(cards.flatMap((card) => [...card.with, card.main]))];
      const tagOf = (key: string) => {
        const other = read.byKey.get(key);
        return other && tagFor(read.tags, other);
      };
      return desk.takeSuggestions(wanted, tagOf).length;
    },
    reject: ({ main }) => decide(main.id, "reject"),
    reopen: ({ main }) => decide(main.id, "reopen"),
  };
}
