"use client";

import { type RefObject, useEffect, useLayoutEffect, useRef, useState } from "react";
import { useTranslations } from "use-intl";
import { useDesk } from "@/components/annotate/use-desk";
import { CardSentence } from "@/components/reader/suggestions/card-sentence";
import { type Suggested, useSuggestions } from "@/components/reader/suggestions/use-suggestions";
import { bringIntoSight } from "@/components/reader/text/scroll";
import { useText } from "@/components/reader/text/text-context";
import { Button } from "@/components/ui/button";
import { Icon } from "@/components/ui/icon";
import { IconButton } from "@/components/ui/icon-button";
import { useToast } from "@/components/ui/toast";
import { alikeCards, type Card } from "@/domain/suggestion/cards";

/** Walks through what the engine suggests, one card at a time: accept, reject, or go on. Escape gives the keyboard back. */
export function SuggestionBar({ onClose }: { onClose: () => void }) {
  const t = useTranslations("panels.suggestions");
  const suggested = useSuggestions();
  const { view } = useText();
  const bar = useRef<HTMLElement>(null);
  const close = () => {
    onClose();
    view.element.focus({ preventScroll: true });
  };
  useEffect(() => bar.current?.focus(), []);
  return (
    <section
      ref={bar}
      tabIndex={-1}
      aria-label={t("title")}
      className="fixed inset-x-3 inset-be-3 z-30 mx-auto flex max-h-[45vh] max-w-3xl flex-col gap-2 overflow-auto rounded-3 border border-dashed border-line-strong bg-surface p-3 font-sans text-small shadow-float"
      onKeyDown={(event) => {
        if (event.key !== "Escape") return;
        event.preventDefault();
        event.stopPropagation();
        close();
      }}
    >
      {suggested.state === "reading" ? <p role="status">{t("reading")}</p> : null}
      {suggested.state === "failed" ? <p role="alert">{t("failed", { detail: suggested.detail })}</p> : null}
      {suggested.state === "waits" ? <Waits suggested={suggested} /> : null}
      {suggested.state === "read" ? <Cards suggested={suggested} bar={bar} /> : null}
      <IconButton
        size="small"
        className="absolute inset-e-1.5 inset-bs-1.5"
        label={t("close")}
        icon={<Icon name="close" />}
        onClick={close}
      />
    </section>
  );
}

function Waits({ suggested: { why, passed } }: { suggested: Extract<Suggested, { state: "waits" }> }) {
  const t = useTranslations("panels.suggestions");
  return (
    <div className="flex flex-wrap items-center gap-3 pe-8">
      <p role="status">{t(why === "off" ? "off" : "firstPass")}</p>
      {why === "first-pass" ? (
        <Button size="small" onClick={passed}>
          {t("passed")}
        </Button>
      ) : null}
    </div>
  );
}

type Read = Extract<Suggested, { state: "read" }>;

function Cards({ suggested, bar }: { suggested: Read; bar: RefObject<HTMLElement | null> }) {
  const t = useTranslations("panels.suggestions");
  const desk = useDesk();
  const tell = useToast();
  const { cards } = suggested;
  const [at, setAt] = useState(0);
  const card = cards[Math.min(at, cards.length - 1)];
  const alike = card ? alikeCards(cards, card) : [];
  usePaint(cards, card);

  const step = (way: 1 | -1) =>
    setAt((Math.min(at, cards.length - 1) + way + cards.length) % Math.max(1, cards.length));
  const take = (some: readonly Card[]) => {
    if (some.length > 0) tell({ title: t("taken", { count: suggested.take(some) }), undo: () => desk.undo() });
  };
  const reject = () => {
    if (!card) return;
    suggested.reject(card);
    tell({ title: t("rejected"), undo: () => suggested.reopen(card) });
  };
  const hide = () => {
    if (!card) return;
    suggested.hide(card, true);
    tell({ title: t("hidden"), undo: () => suggested.hide(card, false) });
  };
  useBarKeys(
    bar,
    new Map<string, (event: KeyboardEvent) => void>([
      ["Enter", () => card && take([card])],
      ["A", () => take(alike)],
      ["x", reject],
      ["X", hide],
      ["Tab", ({ shiftKey }) => step(shiftKey ? -1 : 1)],
    ]),
  );

  if (!card) return <p role="status">{t("none")}</p>;
  return (
    <>
      <div aria-live="polite" className="pe-8">
        <CardSentence card={card} acceptance={suggested.acceptanceOf(card)} />
      </div>
      <div className="flex flex-wrap items-center gap-2">
        <Button size="small" variant="primary" kbd="Enter" onClick={() => take([card])}>
          {t("accept")}
        </Button>
        {alike.length > 1 ? (
          <Button size="small" kbd="A" onClick={() => take(alike)}>
            {t("acceptAlike", { count: alike.length })}
          </Button>
        ) : null}
        <Button size="small" kbd="x" onClick={reject}>
          {t("reject")}
        </Button>
        <Button size="small" kbd="X" onClick={hide}>
          {t("hide")}
        </Button>
        <Button size="small" onClick={() => step(-1)}>
          {t("previous")}
        </Button>
        <Button size="small" kbd="Tab" onClick={() => step(1)}>
          {t("next")}
        </Button>
        <span className="ms-auto text-ink-3">
          {t("count", { here: Math.min(at, cards.length - 1) + 1, all: cards.length })}
        </span>
      </div>
    </>
  );
}

type BarKeys = ReadonlyMap<string, (event: KeyboardEvent) => void>;

/** Keys that the bar takes while the keyboard is in it; a button that is in focus keeps Enter and Tab for itself. */
function useBarKeys(bar: RefObject<HTMLElement | null>, keys: BarKeys) {
  const latest = useRef(keys);
  useLayoutEffect(() => {
    latest.current = keys;
  });
  useLayoutEffect(() => {
    const { current } = bar;
    const press = (event: KeyboardEvent) => {
      const onButton = event.target instanceof HTMLButtonElement;
      if (event.ctrlKey || event.metaKey || event.altKey || (onButton && event.key === "Enter")) return;
      const deed = latest.current.get(event.key);
      if (!deed) return;
      event.preventDefault();
      event.stopPropagation();
      deed(event);
    };
    current?.addEventListener("keydown", press);
    return () => current?.removeEventListener("keydown", press);
  }, [bar]);
}

const PAINTED_AT_MOST = 1000;

/** Dashes under everything that is suggested, and the words of the card shown brought into sight. */
function usePaint(cards: readonly Card[], card: Card | undefined) {
  const { view } = useText();
  useEffect(() => {
    view.paint(
      "proposed",
      cards.slice(0, PAINTED_AT_MOST).flatMap(({ main }) => main.spans),
    );
    return () => view.paint("proposed", []);
  }, [view, cards]);
  useEffect(() => {
    const spans = card ? card.main.spans : [];
    view.paint("proposed-here", spans);
    if (spans.length > 0) bringIntoSight(view, spans);
    return () => view.paint("proposed-here", []);
  }, [view, card]);
}
