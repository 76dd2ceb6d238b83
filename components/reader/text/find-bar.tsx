"use client";

import { useDeferredValue, useEffect, useMemo, useRef, useState } from "react";
import { useTranslations } from "use-intl";
import { useDesk } from "@/components/annotate/use-desk";
import { bringIntoSight } from "@/components/reader/text/scroll";
import { useText } from "@/components/reader/text/text-context";
import { Icon } from "@/components/ui/icon";
import { IconButton } from "@/components/ui/icon-button";
import { Input } from "@/components/ui/input";
import { FOUND_AT_MOST, findIn } from "@/editor/find";

const PAINTED_AT_MOST = 1000;

/** Finds words in the whole text, drawn or not, and steps from one to the next. */
export function FindBar({ onClose, onChosen }: { onClose: () => void; onChosen: () => void }) {
  const t = useTranslations("reader");
  const { view, words } = useText();
  const desk = useDesk();
  const input = useRef<HTMLInputElement>(null);
  const [query, setQuery] = useState("");
  const [at, setAt] = useState(0);
  const wanted = useDeferredValue(query);
  const found = useMemo(() => findIn(view.document, wanted), [view, wanted]);
  const here = found[at];

  useEffect(() => {
    input.current?.focus();
    return () => {
      view.paint("found", []);
      view.paint("found-here", []);
    };
  }, [view]);

  useEffect(() => {
    const first = Math.max(0, Math.min(at - PAINTED_AT_MOST / 2, found.length - PAINTED_AT_MOST));
    view.paint("found", found.slice(first, first + PAINTED_AT_MOST));
    view.paint("found-here", here ? [here] : []);
    if (here) bringIntoSight(view, [here]);
  }, [view, found, at, here]);

  const step = (way: 1 | -1) => {
    if (found.length > 0) setAt((at + way + found.length) % found.length);
  };
  /** Back in the text, on the words that were found: the keyboard goes on from there. */
  const close = () => {
    onClose();
    view.element.focus({ preventScroll: true });
    const chosen = here ? words.snap([here]) : [];
    if (chosen.length > 0) {
      desk.choose(chosen);
      onChosen();
    }
  };
  const counts = { here: at + 1, all: found.length };

  return (
    <search
      aria-label={t("find.title")}
      className="fixed inset-e-3 font-sans inset-bs-[calc(var(--bar-height)+0.5rem)] z-30 flex max-w-[calc(100vw-1.5rem)] items-center gap-1 rounded-3 border border-line-strong bg-surface p-1.5 shadow-float"
      onKeyDown={(event) => {
        if (event.key === "Escape") close();
        else if (event.key === "Enter") step(event.shiftKey ? -1 : 1);
        else return;
        event.preventDefault();
        event.stopPropagation();
      }}
    >
      <Input
        ref={input}
        type="search"
        dir="auto"
        aria-label={t("find.label")}
        value={query}
        onChange={(event) => {
          setQuery(event.currentTarget.value);
          setAt(0);
        }}
        className="w-56"
      />
      <output className="min-w-24 px-2 text-small text-ink-2" aria-live="polite">
        {wanted.trim() === ""
          ? ""
          : found.length === 0
            ? t("find.none")
            : found.length < FOUND_AT_MOST
              ? t("find.count", counts)
              : t("find.many", counts)}
      </output>
      <IconButton label={t("find.previous")} icon={<Icon name="up" />} onClick={() => step(-1)} />
      <IconButton label={t("find.next")} icon={<Icon name="down" />} onClick={() => step(1)} />
      <IconButton label={t("find.close")} icon={<Icon name="close" />} onClick={close} />
    </search>
  );
}
