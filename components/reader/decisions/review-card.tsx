"use client";

import { useState } from "react";
import { useTranslations } from "use-intl";
import { type Card, cardsOf, nextWaiting } from "@/components/reader/decisions/waiting";
import { useDeeds } from "@/components/reader/keys/keys";
import { keyOf } from "@/components/reader/keys/registry";
import { useReader, useSession } from "@/components/reader/session/use-session";
import { tagIn } from "@/components/reader/session/world";
import { Button } from "@/components/ui/button";
import { Checkbox } from "@/components/ui/checkbox";
import { Field } from "@/components/ui/field";
import { Icon } from "@/components/ui/icon";
import { IconButton } from "@/components/ui/icon-button";
import { Textarea } from "@/components/ui/input";
import { useToast } from "@/components/ui/toast";
import type { TagId } from "@/domain/ids";

type Asking = { decision: "return" | "reject"; about: TagId };

/** Where a reviewer decides: one card a claim with its links, one key a decision, then on to the next that waits. */
export function ReviewCard() {
  const t = useTranslations("panels.review");
  const tell = useToast();
  const session = useSession();
  const annotations = useReader((state) => state.annotations);
  const relations = useReader((state) => state.relations);
  const selected = useReader((state) => state.selected);
  const correcting = useReader((state) => state.correcting);
  const me = useReader((state) => state.me.id);
  const twoPersons = useReader((state) => state.project.twoPersonRule);
  const [asking, setAsking] = useState<Asking | null>(null);
  const [together, setTogether] = useState(true);

  const all = cardsOf({ annotations, relations });
  const open = all.filter(({ waiting }) => waiting.length > 0);
  const card = all.find(({ members }) => selected !== null && members.includes(selected));
  const tag = selected ? tagIn({ annotations, relations }, selected) : undefined;
  const decidable = tag !== undefined && tag.state !== "withdrawn";
  const mayAccept = (id: TagId) => !twoPersons || tagIn({ annotations, relations }, id)?.updatedBy !== me;

  const step = (way: 1 | -1) => {
    const now = cardsOf(session.getState());
    const next = nextWaiting(now, session.getState().selected, way);
    if (next) session.select(next.lead);
    return undefined;
  };
  const covered = (of: Card | undefined, id: TagId): readonly TagId[] =>
    together && of?.lead === id && of.waiting.length > 0 ? of.waiting : [id];

  const accept = () => {
    if (!selected || !decidable) return step(1);
    if (correcting === selected) session.decide(selected, "accept-with-change", "");
    else {
      if (tag.state === "accepted" && card?.waiting.length === 0) return step(1);
      const ids = covered(card, selected).filter(mayAccept);
      if (ids.length === 0) {
        tell({ title: t("own"), tone: "bad" });
        return undefined;
      }
      session.acceptRest(ids);
    }
    setAsking(null);
    return step(1);
  };
  const ask = (decision: "return" | "reject") => () => {
    if (!selected || !decidable) return false;
    setAsking({ decision, about: selected });
    return undefined;
  };
  const correct = () => {
    if (!selected || !decidable) return false;
    session.correct(correcting === selected ? null : selected);
    return undefined;
  };
  const acceptRest = () => {
    const ids = open.flatMap(({ waiting }) => waiting).filter(mayAccept);
    if (ids.length === 0) return false;
    session.acceptRest(ids);
    tell({ title: t("restSure", { count: ids.length }), undo: () => session.undo() });
    return undefined;
  };

  useDeeds({
    accept,
    correct,
    return: ask("return"),
    reject: ask("reject"),
    "accept-rest": acceptRest,
    "next-waiting": () => step(1),
    "previous-waiting": () => step(-1),
  });

  return (
    <section
      aria-label={t("title")}
      className="sticky top-0 z-10 -mx-4.5 -mt-4 mb-4 flex flex-col gap-2.5 border-b border-line bg-surface px-4.5 py-3"
    >
      <div className="flex items-center gap-1">
        <h2 className="eyebrow grow">{t("waiting", { count: open.length })}</h2>
        <IconButton
          size="small"
          className="size-7 px-0"
          label={t("previous")}
          kbd={keyOf("previous-waiting")}
          icon={<Icon name="back" />}
          onClick={() => step(-1)}
        />
        <IconButton
          size="small"
          className="size-7 px-0"
          label={t("next")}
          kbd={keyOf("next-waiting")}
          icon={<Icon name="forward" />}
          onClick={() => step(1)}
        />
        <IconButton
          size="small"
          className="size-7 px-0"
          label={t("leave")}
          kbd={keyOf("review")}
          icon={<Icon name="close" />}
          onClick={() => session.review(false)}
        />
      </div>
      {open.length === 0 ? (
        <p className="text-ink-2">
          <span className="font-medium text-ink">{t("done")}</span> {t("doneHint")}
        </p>
      ) : null}
      {asking && asking.about === selected ? (
        <Reason
          decision={asking.decision}
          onCancel={() => setAsking(null)}
          onSend={(reason) => {
            session.decide(asking.about, asking.decision, reason);
            setAsking(null);
            step(1);
          }}
        />
      ) : decidable ? (
        <>
          {correcting === selected ? <p className="text-ink-2">{t("correcting")}</p> : null}
          <div className="flex flex-wrap gap-1.5">
            <Button size="small" variant="primary" kbd={keyOf("accept")} onClick={accept}>
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
          {card && card.lead === selected && card.waiting.filter((id) => id !== selected).length > 0 ? (
            <Checkbox
              label={t("with", { count: card.waiting.filter((id) => id !== selected).length })}
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

function Reason({
  decision,
  onSend,
  onCancel,
}: {
  decision: "return" | "reject";
  onSend: (reason: string) => void;
  onCancel: () => void;
}) {
  const t = useTranslations("panels.review");
  const [reason, setReason] = useState("");
  const send = () => {
    if (reason.trim() !== "") onSend(reason.trim());
  };
  return (
    <form
      className="flex flex-col gap-2"
      onSubmit={(event) => {
        event.preventDefault();
        send();
      }}
    >
      <Field label={t("reason")} hint={decision === "return" ? t("reasonReturn") : t("reasonReject")}>
        <Textarea
          autoFocus
          rows={2}
          maxLength={2000}
          value={reason}
          onChange={({ target }) => setReason(target.value)}
          onKeyDown={(event) => {
            if (event.key === "Escape") {
              event.preventDefault();
              event.stopPropagation();
              onCancel();
            }
            if (event.key === "Enter" && !event.shiftKey && !event.nativeEvent.isComposing) {
              event.preventDefault();
              send();
            }
          }}
        />
      </Field>
      <div className="flex justify-end gap-2">
        <Button size="small" variant="quiet" onClick={onCancel}>
          {t("cancel")}
        </Button>
        <Button size="small" variant="primary" type="submit" disabled={reason.trim() === ""}>
          {t("send", { decision })}
        </Button>
      </div>
    </form>
  );
}
