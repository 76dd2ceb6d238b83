"use client";

import { useCallback, useEffect, useMemo, useState } from "react";
import { useDesk, useReader } from "@/components/annotate/use-desk";
import { withSpeakers } from "@/components/reader/suggestions/with-speakers";
import { type Card, cardsOf, tagFor, tagsByWords } from "@/domain/suggestion/cards";
import type { RuleAcceptance } from "@/domain/suggestion/rule-acceptance";
import { ruleName } from "@/domain/suggestion/rule-name";
import type { Suggestion, Suggestions } from "@/domain/suggestion/suggestion";

const ruleOf = ({ engine, reason }: Suggestion) => ruleName({ engine, rule: reason.rule });

export type Suggested =
  | { state: "reading" }
  | { state: "failed"; detail: string }
  | { state: "waits"; why: NonNullable<Suggestions["waits"]>; passed: () => void }
  | {
      state: "read";
      cards: readonly Card[];
      take: (cards: readonly Card[]) => number;
      reject: (card: Card) => void;
      reopen: (card: Card) => void;
      /** Hides what a card's rule suggests in this report, or shows it again. */
      hide: (card: Card, hidden: boolean) => void;
      /** What became of the suggestions of a card's rule in this project. */
      acceptanceOf: (card: Card) => RuleAcceptance | undefined;
    };

/** What the engine suggests for this report, as far as nobody rejected it and no tag says it. */
export function useSuggestions(): Suggested {
  const desk = useDesk();
  const report = useReader((state) => state.report);
  const reportId = report.id;
  const annotations = useReader((state) => state.annotations);
  const entities = useReader((state) => state.entities);
  const [all, setAll] = useState<Suggestions | { detail: string }>();
  const [hidden, setHidden] = useState<ReadonlySet<string>>(new Set());
  const [rejected, setRejected] = useState<ReadonlySet<string>>(new Set());

  const read = useCallback(async () => {
    const answer = await desk.ask("POST", `/reports/${reportId}/suggestions`);
    return answer.ok ? answer.value : { detail: answer.problem.detail ?? answer.problem.title };
  }, [desk, reportId]);
  useEffect(() => {
    let current = true;
    void read().then((answer) => {
      if (current) setAll(answer);
    });
    return () => {
      current = false;
    };
  }, [read]);

  const shown = useMemo(() => {
    if (!all || "detail" in all) return undefined;
    const tags = tagsByWords(annotations.values());
    const wanted = all.items.filter((each) => !rejected.has(each.id) && !hidden.has(ruleOf(each)));
    const said = withSpeakers(wanted, { annotations, entities, report });
    return { cards: cardsOf(said, tags), tags, byKey: new Map(all.items.map((each) => [each.key, each])) };
  }, [all, annotations, entities, report, rejected, hidden]);

  if (all && "waits" in all && all.waits) {
    const passed = () =>
      void desk.ask("PATCH", `/reports/${reportId}/suggestions`, { firstPass: true }).then(read).then(setAll);
    return { state: "waits", why: all.waits, passed };
  }
  if (!shown || !all || "detail" in all)
    return all && "detail" in all ? { state: "failed", detail: all.detail } : { state: "reading" };
  const decide = (id: Suggestion["id"], what: "reject" | "reopen") => {
    const left = new Set(rejected);
    if (what === "reject") left.add(id);
    else left.delete(id);
    setRejected(left);
    void desk.ask("PATCH", `/reports/${reportId}/suggestions`, { [what]: [id] });
  };
  return {
    state: "read",
    cards: shown.cards,
    take: (cards) => {
      const wanted = [...new Set(cards.flatMap((card) => [...card.with, card.main]))];
      const tagOf = (key: string) => {
        const other = shown.byKey.get(key);
        return other && tagFor(shown.tags, other);
      };
      return desk.takeSuggestions(wanted, tagOf).length;
    },
    reject: ({ main }) => decide(main.id, "reject"),
    reopen: ({ main }) => decide(main.id, "reopen"),
    hide: ({ main }, hide) => {
      const left = new Set(hidden);
      if (hide) left.add(ruleOf(main));
      else left.delete(ruleOf(main));
      setHidden(left);
      const rule = { engine: main.engine, rule: main.reason.rule };
      void desk.ask("PATCH", `/reports/${reportId}/suggestions`, hide ? { hush: rule } : { unhush: rule });
    },
    acceptanceOf: ({ main }) =>
      all.acceptance.find(({ engine, rule }) => engine === main.engine && rule === main.reason.rule),
  };
}
