"use client";

import { type ReactNode, useDeferredValue, useEffect, useLayoutEffect, useMemo, useRef, useState } from "react";
import { useTranslations } from "use-intl";
import { printed } from "@/components/reader/keys/chord";
import { useDeeds, useDo } from "@/components/reader/keys/keys";
import { type Deed, keyOf } from "@/components/reader/keys/registry";
import { useSingleKeys } from "@/components/reader/keys/single-keys";
import { useReader, useSession } from "@/components/reader/session/use-session";
import { quoted } from "@/components/reader/text/drawn";
import { useText } from "@/components/reader/text/text-context";
import type { Hand } from "@/components/reader/text/use-choosing";
import { type Box, originOf, useBoxes } from "@/components/reader/text/use-layout";
import { type Tagging, useKinds } from "@/components/reader/text/use-tagging";
import { Glyph } from "@/components/tag/glyph";
import { classes } from "@/components/ui/classes";
import { floating } from "@/components/ui/floating";
import { Icon } from "@/components/ui/icon";
import { Kbd } from "@/components/ui/kbd";

import { penOf } from "@/editor/drawn";
import { extentOf } from "@/editor/extent";
import type { Span } from "@/editor/positions";

const GAP = 8;
/** Nothing floats under the bar over the page. */
const BAR = 60;
/** As many segments as the API takes for one tag. */
const maxSegments = 50;

/** What can be done with the chosen words, beside them. The keys do the same. */
export function Palette({ tagging, hand }: { tagging: Tagging; hand: Hand }) {
  const t = useTranslations("reader");
  const text = useText();
  const passage = useReader((state) => state.passage);
  const me = useReader((state) => state.me);
  const selected = useReader((state) => (state.selected ? state.annotations.get(state.selected) : undefined));
  const boxes = useBoxes(text, passage);
  const kinds = useKinds();
  const run = useDo();
  const bar = useRef<HTMLDivElement>(null);
  const [place, setPlace] = useState({ left: 0, top: 0 });
  const session = useSession();
  /** While the keyboard goes from word to word, the buttons would hide the line below. */
  const severalWords = useReader((state) => /\s/.test(quoted(state, state.passage)));
  const settled = useDeferredValue(passage);
  const mentions = useMemo(() => tagging.mentions(settled).length, [tagging, settled]);

  const [openedFor, setOpenedFor] = useState<readonly unknown[] | null>(null);
  const isOpened = openedFor === passage;
  useDeeds({
    "open-palette": () => {
      setOpenedFor(session.getState().passage);
      return undefined;
    },
  });
  useEffect(() => {
    if (isOpened) bar.current?.querySelector("button")?.focus();
  }, [isOpened]);

  const inTheWay = hand === "keys" && !isOpened && !severalWords;
  useLayoutEffect(() => {
    const element = bar.current;
    if (!element || boxes.length === 0 || inTheWay) return;
    const put = () => setPlace(beside(boxes, element, text.view.element));
    put();
    const observer = new ResizeObserver(put);
    observer.observe(element);
    return () => observer.disconnect();
  }, [boxes, text, inTheWay]);

  if (boxes.length === 0 || inTheWay || !(me.mayTag || me.mayDiscuss)) return null;
  const tooMany = passage.length > maxSegments;
  const { paragraphs } = passage.length > 1 ? extentOf(text.words, text.view.positions, passage) : { paragraphs: 1 };

  return (
    <div
      ref={bar}
      role="toolbar"
      aria-label={t("palette")}
      className={classes(
        floating,
        "palette absolute z-20 flex w-max font-sans max-w-[calc(100vw-1rem)] flex-wrap gap-0.5 p-1",
      )}
      style={{ left: place.left, top: place.top }}
      dir="ltr"
      onPointerDown={(event) => event.preventDefault()}
    >
      {paragraphs > 1 && !tooMany ? (
        <p className="self-center px-2 text-small text-ink-2">{t("extent", { count: paragraphs })}</p>
      ) : null}
      {tooMany ? <p className="px-3 py-2 text-small">{t("tooMany")}</p> : null}
      {me.mayTag && !tooMany
        ? kinds.map(({ kind, deed, name }) => (
            <Deedlet key={kind} deed={deed} onClick={() => tagging.tag(kind)} icon={<Glyph kind={penOf(kind)} />}>
              {name}
            </Deedlet>
          ))
        : null}
      {me.mayTag && selected && !tooMany && goesBeyond(passage, selected.segments) ? (
        <Deedlet deed="add-words" onClick={() => tagging.addWords()} icon={<Icon name="add" className="size-3.5" />}>
          <span className="max-w-40 truncate">
            {t("addTo", { quote: selected.segments.map(({ quote }) => quote).join(" … ") })}
          </span>
        </Deedlet>
      ) : null}
      {me.mayTag && mentions > 1 ? (
        <Deedlet
          deed="all-mentions"
          pressed={tagging.everywhere}
          onClick={() => tagging.setEverywhere(!tagging.everywhere)}
        >
          {t("allMentions", { count: mentions })}
        </Deedlet>
      ) : null}
      {me.mayDiscuss ? (
        <Deedlet deed="comment" onClick={() => run("comment")}>
          {t("comment")}
        </Deedlet>
      ) : null}
    </div>
  );
}

/** Whether some of the chosen words are not the tag's already. */
const goesBeyond = (passage: readonly Span[], spans: readonly Span[]) =>
  passage.some(({ start, end }) => !spans.some((span) => span.start <= start && end <= span.end));

/** Below the last of the words, or above the first where there is no room; within the page's own column. */
function beside(boxes: readonly Box[], bar: HTMLElement, root: HTMLElement) {
  const [first] = boxes;
  const last = boxes.at(-1);
  if (!first || !last) return { left: 0, top: 0 };
  const { width, height } = bar.getBoundingClientRect();
  const origin = originOf(root);
  const page = (root.closest("main") ?? document.body).getBoundingClientRect();
  const below = last.top + last.height + GAP;
  const above = first.top - height - GAP;
  const isLow = origin.top + below + height > window.innerHeight - GAP;
  const right = page.right - origin.left - width - GAP;
  return {
    left: Math.max(page.left - origin.left + GAP, Math.min(last.left, right)),
    top: isLow && origin.top + above > BAR ? above : below,
  };
}

function Deedlet({
  deed,
  pressed,
  icon,
  onClick,
  children,
}: {
  deed: Deed | undefined;
  pressed?: boolean;
  icon?: ReactNode;
  onClick: () => void;
  children: ReactNode;
}) {
  const singles = useSingleKeys();
  const key = deed ? keyOf(deed) : "";
  return (
    <button
      type="button"
      {...(pressed === undefined ? {} : { "aria-pressed": pressed })}
      {...(key ? { "aria-keyshortcuts": key } : {})}
      onClick={onClick}
      className="flex min-h-9 items-center gap-1.5 rounded-2 px-2.5 py-1.5 text-small font-medium text-ink hover:bg-hover aria-pressed:bg-accent-wash aria-pressed:text-accent pointer-coarse:min-h-11"
    >
      {icon}
      {children}
      {key && singles ? (
        <span aria-hidden="true" className="pointer-coarse:hidden">
          <Kbd>{printed(key).join(" ")}</Kbd>
        </span>
      ) : null}
    </button>
  );
}
