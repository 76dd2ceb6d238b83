"use client";

import { useEffect, useState } from "react";
import { useTranslations } from "use-intl";
import { Parts } from "@/components/reader/decisions/parts";
import { ReasonForm } from "@/components/reader/decisions/reason-form";
import { SinceDecision } from "@/components/reader/decisions/since-decision";
import { TwoVerdicts } from "@/components/reader/decisions/two-verdicts";
import { useOtherReports } from "@/components/reader/decisions/use-other-reports";
import { type Card, cardsOf, coveredBy, nextWaiting, waitsFor } from "@/components/reader/decisions/waiting";
import { useDeeds } from "@/components/reader/keys/keys";
import { keyOf } from "@/components/reader/keys/registry";
import { useKeyOf } from "@/components/reader/keys/use-key-of";
import type { Conflict } from "@/components/reader/session/session";
import { useReader, useSession } from "@/components/reader/session/use-session";
import { tagIn } from "@/components/reader/session/world";
import { useShownDeeds } from "@/components/reader/use-shown-deeds";
import { Button } from "@/components/ui/button";
import { Checkbox } from "@/components/ui/checkbox";
import { Icon } from "@/components/ui/icon";
import { IconButton } from "@/components/ui/icon-button";
import { useToast } from "@/components/ui/toast";
import type { TagId } from "@/domain/ids";
import type { Decision } from "@/domain/review/verdict";

type Asking = { decision: "return" | "reject"; about: TagId };
/** One's own decision on a tag that a colleague decided otherwise on, not made yet. */
type Overruling = { about: TagId; decision: Exclude<Decision, "accept-unseen">; reason: string };

/** Where a reviewer decides: one card a claim with its links, one key a decision, then on to the next that waits. */
export function ReviewCard() {
  const t = useTranslations("panels.review");
  const keyHere = useKeyOf();
  const tell = useToast();
  const session = useSession();
  const goToOther = useOtherReports();
  const annotations = useReader((state) => state.annotations);
  const relations = useReader((state) => state.relations);
  const selected = useReader((state) => state.selected);
  const correcting = useReader((state) => state.correcting);
  const loaded = useReader((state) => state.loaded);
  const me = useReader((state) => state.me.id);
  const twoPersons = useReader((state) => state.project.twoPersonRule);
  const reasons = useReader((state) => state.project.reasons);
  const [asking, setAsking] = useState<Asking | null>(null);
  const [overruling, setOverruling] = useState<Overruling | null>(null);
  const conflicts = useReader((state) => state.conflicts);
  const [together, setTogether] = useState(true);

  const all = cardsOf({ annotations, relations });
  const waits = waitsFor({ annotations, relations }, { me, twoPersons });
  const open = all.filter((card) => waits(card).length > 0);
  const elsewhere = all.filter(({ waiting }) => waiting.length > 0).length - open.length;
  const card = all.find(({ members }) => selected !== null && members.includes(selected));
  const tag = selected ? tagIn({ annotations, relations }, selected) : undefined;
  const decidable = tag !== undefined && tag.state !== "withdrawn";
  const others = card && card.lead === selected ? card.waiting.filter((id) => id !== selected) : [];

  /** Where the cards are by now: a decision may just have changed them. */
  const step = (way: 1 | -1, round: boolean): Card | undefined => {
    const now = session.getState();
    const waitsNow = waitsFor(now, { me, twoPersons });
    const next = nextWaiting(cardsOf(now), { from: now.selected, way, waits: waitsNow, round });
    if (next) session.select(next.lead);
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
    const now = session.getState();
    const here = cardsOf(now).find(({ members }) => now.selected !== null && members.includes(now.selected));
    const rest = here && here.lead !== now.selected ? waitsFor(now, { me, twoPersons })(here) : [];
    const part = here?.members.find((id) => rest.includes(id));
    if (part) session.select(part);
    else step(1, true);
    return undefined;
  };
  const stepPart = (way: 1 | -1) => () => {
    if (!card || !selected) return false;
    const at = card.members.indexOf(selected) + way;
    session.select(card.members[(at + card.members.length) % card.members.length] ?? card.lead);
    return undefined;
  };
  const covered = (id: TagId, accepting: boolean): readonly TagId[] =>
    together && card?.lead === id && card.waiting.length > 0 ? coveredBy(card, accepting) : [id];

  /** Whether a colleague decided otherwise on a tag: then both decisions are shown before one is made. */
  const asksFirst = ({ about, decision, reason }: Overruling): boolean => {
    const stands = tagIn(session.getState(), about);
    const { verdict, state } = stands ?? {};
    const isTheirs = verdict !== undefined && verdict.by !== me && state !== "open" && state !== "withdrawn";
    if (!isTheirs || (state === "accepted" && decision === "accept")) return false;
    setOverruling({ about, decision, reason });
    return true;
  };
  const decideOn = ({ about, decision, reason }: Overruling) => {
    setOverruling(null);
    setAsking(null);
    if (correcting === about) session.decide(about, decision, reason);
    else if (decision !== "accept-with-change") {
      const ids = covered(about, decision === "accept");
      session.decideAlike(decision === "accept" ? waits({ waiting: ids }) : ids, decision, reason);
    }
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
    if (decision === "accept" && tag.state === "accepted" && card?.waiting.length === 0) return goOn();
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
    session.correct(correcting === selected ? null : selected);
    return undefined;
  };
  const acceptRest = () => {
    const ids = open.flatMap((each) => waits(each));
    if (ids.length === 0) return false;
    session.decideAlike(ids, "accept");
    tell({ title: t("restSure", { count: ids.length }), undo: () => session.undo() });
    return undefined;
  };

  useShownDeeds("inspector", {
    accept,
    correct,
    return: ask("return"),
    reject: ask("reject"),
    "accept-rest": acceptRest,
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
    const now = session.getState();
    if (!loaded || now.selected) return;
    const waitsNow = waitsFor(now, { me, twoPersons });
    const first = nextWaiting(cardsOf(now), { from: null, way: 1, waits: waitsNow, round: true });
    if (first) session.select(first.lead);
  }, [loaded, session, me, twoPersons]);

  return (
    <section
      aria-label={t("title")}
      className="sticky top-0 z-10 -mx-4.5 -mt-4 mb-4 flex flex-col gap-2.5 border-b border-line bg-surface px-4.5 py-3"
    >
      <div className="flex items-center gap-1">
        <h2 className="eyebrow grow">{t("waiting", { count: open.length })}</h2>
        <Step label={t("previous")} deed="previous-waiting" icon="back" onClick={() => go(-1)} />
        <Step label={t("next")} deed="next-waiting" icon="forward" onClick={() => go(1)} />
        <Step label={t("leave")} deed="review" icon="close" onClick={() => session.review(false)} />
      </div>
      {open.length === 0 ? <Done elsewhere={elsewhere} onNext={() => void goToOther(1)} /> : null}
      <Undecided conflicts={conflicts} />
      {card ? <Parts card={card} /> : null}
      {tag ? <SinceDecision tag={tag} /> : null}
      {overruling && tag && overruling.about === selected ? (
        <TwoVerdicts
          ours={tag}
          theirs={tag}
          mine={overruling}
          focus
          onKeep={() => setOverruling(null)}
          onOverrule={() => decideOn(overruling)}
        />
      ) : asking && asking.about === selected ? (
        <ReasonForm
          decision={asking.decision}
          reasons={reasons}
          wish={asking.decision === "return" && correcting === selected}
          onCancel={() => setAsking(null)}
          onSend={(reason) => send(asking, reason)}
        />
      ) : decidable ? (
        <>
          {correcting === selected ? <p className="text-ink-2">{t("correcting")}</p> : null}
          {twoPersons && tag.state === "open" && tag.updatedBy === me ? (
            <p className="text-ink-2">{t("forSomebodyElse")}</p>
          ) : null}
          <div className="flex flex-wrap gap-1.5">
            <Button size="small" variant="primary" kbd={keyHere("accept")} onClick={accept}>
              {correcting === selected ? t("acceptCorrected") : t("accept")}
            </Button>
            <Button size="small" kbd={keyOf("correct")} onClick={correct}>
              {correcting === selected ? t("giveUp") : t("correct")}
            </Button>
            <Button size="small" kbd={keyOf("return")} onClick={ask("return")}>
              {t("return")}
            </Button>
            <Button size="small" kbd={keyOf("reject")} onClick={ask("reject")}>
              {t("reject")}
            </Button>
          </div>
          {others.length > 0 ? (
            <Checkbox
              label={t("with", { count: others.length })}
              hint={t("withHint")}
              checked={together}
              onChange={setTogether}
            />
          ) : null}
        </>
      ) : null}
      {open.length > 1 ? (
        <Button size="small" variant="quiet" className="self-start" kbd={keyOf("accept-rest")} onClick={acceptRest}>
          {t("rest")}
        </Button>
      ) : null}
    </section>
  );
}

function Step({
  label,
  deed,
  icon,
  onClick,
}: {
  label: string;
  deed: Parameters<typeof keyOf>[0];
  icon: "back" | "forward" | "close";
  onClick: () => void;
}) {
  return (
    <IconButton
      size="small"
      className="size-7 px-0"
      label={label}
      kbd={keyOf(deed)}
      icon={<Icon name={icon} />}
      onClick={onClick}
    />
  );
}

/** Decisions that were not written, because a colleague was faster: one choice after another. */
function Undecided({ conflicts }: { conflicts: ReadonlyMap<TagId, Conflict> }) {
  const session = useSession();
  const open = [...conflicts.values()].filter(({ deciding }) => deciding !== undefined);
  const [first] = open;
  if (!first?.deciding) return null;
  const { ours, theirs, deciding } = first;
  return (
    <TwoVerdicts
      key={ours.id}
      ours={ours}
      theirs={theirs}
      mine={deciding}
      more={open.length - 1}
      onKeep={() => {
        session.settle(ours.id, "theirs");
        if (theirs.state === "open") session.select(ours.id);
      }}
      onOverrule={() => session.settle(ours.id, "ours")}
    />
  );
}

/** All of this report is decided: on to the next. */
function Done({ elsewhere, onNext }: { elsewhere: number; onNext: () => void }) {
  const t = useTranslations("panels.review");
  return (
    <div className="flex flex-col items-start gap-2">
      <p className="text-ink-2">
        <span className="font-medium text-ink">{t("done")}</span> {t("doneHint")}
      </p>
      {elsewhere > 0 ? <p className="text-ink-2">{t("elsewhere", { count: elsewhere })}</p> : null}
      <Button size="small" kbd={keyOf("next-report")} onClick={onNext}>
        {t("nextReport")}
      </Button>
    </div>
  );
}
