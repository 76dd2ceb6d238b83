"use client";

import { useTranslations } from "use-intl";
import type { Conflict } from "@/client/desk/desk";
import { keyOf } from "@/components/annotate/keys/registry";
import { useKeyOf } from "@/components/annotate/keys/use-key-of";
import { useDesk, useReader } from "@/components/annotate/use-desk";
import { AcceptRest } from "@/components/reader/decisions/accept-rest";
import { EndOfRoad } from "@/components/reader/decisions/end-of-road";
import { Parts } from "@/components/reader/decisions/parts";
import { ReasonForm } from "@/components/reader/decisions/reason-form";
import { SameWords } from "@/components/reader/decisions/same-words";
import { SinceDecision } from "@/components/reader/decisions/since-decision";
import { TwoVerdicts } from "@/components/reader/decisions/two-verdicts";
import { type Review, useReview } from "@/components/reader/decisions/use-review";
import { Button } from "@/components/ui/button";
import { Checkbox } from "@/components/ui/checkbox";
import { Icon } from "@/components/ui/icon";
import { IconButton } from "@/components/ui/icon-button";
import type { TagId } from "@/domain/ids";

/** Where a reviewer decides: one card a claim with its links, one key a decision, then on to the next that waits. */
export function ReviewCard() {
  const t = useTranslations("panels.review");
  const counts = useTranslations("values.counts");
  const desk = useDesk();
  const conflicts = useReader((state) => state.conflicts);
  const review = useReview();
  const { card, tag, waiting, cards, forOthers, loaded } = review;
  const many = { count: waiting.length, cards };

  return (
    <section
      aria-label={t("title")}
      className="sticky top-0 z-10 -mx-4.5 -mt-4 mb-4 flex max-h-[calc(100dvh-var(--bar-height)-4rem)] flex-col gap-2.5 overflow-y-auto border-b border-line bg-surface px-4.5 py-3"
    >
      <div className="flex items-center gap-1">
        <h2 className="eyebrow grow">
          {cards < waiting.length ? counts("waitingOn", many) : counts("waiting", { count: waiting.length })}
        </h2>
        <Step label={t("previous")} deed="previous-waiting" icon="back" onClick={() => review.go(-1)} />
        <Step label={t("next")} deed="next-waiting" icon="forward" onClick={() => review.go(1)} />
        <Step label={t("leave")} deed="review" icon="close" onClick={() => desk.review(false)} />
      </div>
      {forOthers > 0 ? <p className="text-tiny text-ink-3">{counts("forOthers", { count: forOthers })}</p> : null}
      {loaded && waiting.length === 0 ? (
        <EndOfRoad forOthers={forOthers} onNext={() => void review.toNextReport()} />
      ) : null}
      <Undecided conflicts={conflicts} />
      {card ? <Parts card={card} /> : null}
      {tag ? <SinceDecision tag={tag} /> : null}
      <Deciding review={review} />
      {waiting.length > 1 ? (
        <Button
          size="small"
          variant="quiet"
          className="self-start"
          kbd={keyOf("accept-rest")}
          onClick={() => void review.askRest()}
        >
          {t("rest", { count: waiting.length })}
        </Button>
      ) : null}
      {review.rest ? <AcceptRest ids={waiting} onClose={() => review.setRest(false)} /> : null}
    </section>
  );
}

/** What can be decided on what is selected: the choice, the reason for it, or a colleague's decision first. */
function Deciding({ review }: { review: Review }) {
  const t = useTranslations("panels.review");
  const keyHere = useKeyOf();
  const reasons = useReader((state) => state.project.reasons);
  const { tag, asking, overruling, isCorrecting, others, along } = review;
  if (overruling && tag) {
    return (
      <TwoVerdicts
        ours={tag}
        theirs={tag}
        mine={overruling}
        focus
        onKeep={review.keepTheirs}
        onOverrule={() => void review.decideOn(overruling)}
      />
    );
  }
  if (asking) {
    return (
      <ReasonForm
        decision={asking.decision}
        reasons={reasons}
        wish={asking.decision === "return" && isCorrecting}
        onCancel={review.stopAsking}
        onSend={(reason) => review.send(asking, reason)}
      />
    );
  }
  if (!review.decidable) return null;
  const count = along.ticked.length + 1;
  return (
    <>
      {isCorrecting ? <p className="text-ink-2">{t("correcting")}</p> : null}
      {review.forSomebodyElse ? <p className="text-ink-2">{t("forSomebodyElse")}</p> : null}
      <div className="flex flex-wrap gap-1.5">
        <Button size="small" variant="primary" kbd={keyHere("accept")} onClick={() => void review.accept()}>
          {isCorrecting ? t("acceptCorrected") : t("accept")}
        </Button>
        <Button size="small" kbd={keyOf("correct")} onClick={() => void review.correct()}>
          {isCorrecting ? t("giveUp") : t("correct")}
        </Button>
        <Button size="small" kbd={keyOf("return")} onClick={() => void review.ask("return")()}>
          {t("return")}
        </Button>
        <Button size="small" kbd={keyOf("reject")} onClick={() => void review.ask("reject")()}>
          {t("reject")}
        </Button>
      </div>
      {others.length > 0 ? (
        <Checkbox
          label={t("with", { count: others.length })}
          hint={t("withHint")}
          checked={review.together}
          onChange={review.setTogether}
        />
      ) : null}
      {isCorrecting ? null : (
        <SameWords
          alike={along.alike}
          opened={along.opened}
          taken={along.taken}
          onOpen={along.open}
          onClose={along.close}
          onTaken={along.take}
        />
      )}
      {along.opened ? (
        <p aria-live="polite" className="text-tiny text-ink-3">
          {t("alike.means", { count })}
        </p>
      ) : null}
    </>
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
  const desk = useDesk();
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
        desk.settle(ours.id, "theirs");
        if (theirs.state === "open") desk.select(ours.id);
      }}
      onOverrule={() => desk.settle(ours.id, "ours")}
    />
  );
}
