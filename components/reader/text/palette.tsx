"use client";

import {
  type CSSProperties,
  type ReactNode,
  useDeferredValue,
  useEffect,
  useLayoutEffect,
  useMemo,
  useRef,
  useState,
} from "react";
import { useTranslations } from "use-intl";
import { printed } from "@/components/annotate/keys/chord";
import { useDeeds, useDo } from "@/components/annotate/keys/keys";
import { type Deed, keyOf } from "@/components/annotate/keys/registry";
import { useSingleKeys } from "@/components/annotate/keys/single-keys";
import { TagGlyph } from "@/components/annotate/tags/tag-glyph";
import { useDesk, useReader } from "@/components/annotate/use-desk";
import { quoted } from "@/components/reader/text/drawn";
import { type Place, placeOf, SIDE_WIDTH } from "@/components/reader/text/palette-place";
import { ProtectWords } from "@/components/reader/text/protect-words";
import { useText } from "@/components/reader/text/text-context";
import type { Hand } from "@/components/reader/text/use-choosing";
import { type Box, originOf, useBoxes } from "@/components/reader/text/use-layout";
import { type Kind, type Tagging, useKinds } from "@/components/reader/text/use-tagging";
import { classes } from "@/components/ui/classes";
import { floating } from "@/components/ui/floating";
import { Icon } from "@/components/ui/icon";
import { Kbd } from "@/components/ui/kbd";
import { Menu, MenuItem } from "@/components/ui/menu";
import { extentOf } from "@/editor/extent";
import type { Span } from "@/editor/positions";

/** Where the bar over the page ends, in pixels. */
const BAR = 52;
/** As many segments as the API takes for one tag. */
const maxSegments = 50;
/** With more kinds than this, those without a key are in a menu. */
const shownKinds = 12;

/** What can be done with the chosen words, beside them and over no others. The keys do the same. */
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
  const [place, setPlace] = useState<Place | null>(null);
  const desk = useDesk();
  /** While the keyboard goes from word to word, buttons would come and go with each. */
  const severalWords = useReader((state) => /\s/.test(quoted(state, state.passage)));
  const settled = useDeferredValue(passage);
  const mentions = useMemo(() => tagging.mentions(settled).length, [tagging, settled]);

  const [openedFor, setOpenedFor] = useState<readonly unknown[] | null>(null);
  const isOpened = openedFor === passage;
  useDeeds({
    "open-palette": () => {
      setOpenedFor(desk.getState().passage);
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
    const put = () => {
      const next = beside(boxes, element, text.view.element);
      setPlace((before) => (JSON.stringify(before) === JSON.stringify(next) ? before : next));
    };
    put();
    const observer = new ResizeObserver(put);
    observer.observe(element);
    window.addEventListener("resize", put);
    return () => {
      observer.disconnect();
      window.removeEventListener("resize", put);
    };
  }, [boxes, text, inTheWay]);

  if (boxes.length === 0 || inTheWay) return null;
  const tooMany = passage.length > maxSegments;
  const { paragraphs } = passage.length > 1 ? extentOf(text.words, text.view.positions, passage) : { paragraphs: 1 };

  const atSide = place?.at === "side";
  const hasKeyOrFits = ({ deed }: Kind) => deed !== undefined || kinds.length <= shownKinds;

  return (
    <div
      ref={bar}
      role="toolbar"
      aria-label={t("palette")}
      aria-orientation={atSide ? "vertical" : "horizontal"}
      className={classes(
        floating,
        "palette z-20 flex gap-0.5 p-1 font-sans",
        atSide ? "absolute flex-col" : "fixed mx-auto w-fit flex-wrap justify-center",
        place === null && "invisible",
      )}
      style={styleOf(place)}
      dir="ltr"
      onPointerDown={(event) => event.preventDefault()}
    >
      {paragraphs > 1 && !tooMany ? (
        <p className="self-center px-2 text-small text-ink-2">{t("extent", { count: paragraphs })}</p>
      ) : null}
      {tooMany ? <p className="px-3 py-2 text-small">{t("tooMany")}</p> : null}
      {me.mayTag && !tooMany
        ? kinds.filter(hasKeyOrFits).map(({ kind, deed, name }) => (
            <Deedlet key={kind} deed={deed} onClick={() => tagging.tag(kind)} icon={<TagGlyph kind={kind} />}>
              {name}
            </Deedlet>
          ))
        : null}
      {me.mayTag && !tooMany && kinds.length > shownKinds ? (
        <MoreKinds kinds={kinds.filter((kind) => !hasKeyOrFits(kind))} onTag={tagging.tag} />
      ) : null}
      {me.mayTag && selected && !tooMany && goesBeyond(passage, selected.segments) ? (
        <Deedlet deed="add-words" onClick={() => tagging.addWords()} icon={<Icon name="add" className="size-3.5" />}>
          <span className="line-clamp-2 max-w-40">
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
      {me.mayTag && !tooMany ? <ProtectWords passage={passage} /> : null}
      <Deedlet deed="copy-link" onClick={() => run("copy-link")}>
        {t("copyLink")}
      </Deedlet>
    </div>
  );
}

/** The kinds that have no key, by the first letters of their names. */
function MoreKinds({ kinds, onTag }: { kinds: readonly Kind[]; onTag: (kind: string) => void }) {
  const t = useTranslations("reader");
  if (kinds.length === 0) return null;
  return (
    <Menu
      trigger={
        <button
          type="button"
          className="flex min-h-9 items-center gap-1.5 rounded-2 px-2 py-1.5 text-small font-medium text-ink hover:bg-hover pointer-coarse:min-h-11"
        >
          {t("moreKinds", { count: kinds.length })}
          <Icon name="down" className="size-3.5" />
        </button>
      }
    >
      <div className="max-h-80 overflow-y-auto">
        {kinds.map(({ kind, name }) => (
          <MenuItem key={kind} icon={<TagGlyph kind={kind} />} onSelect={() => onTag(kind)}>
            {name}
          </MenuItem>
        ))}
      </div>
    </Menu>
  );
}

/** Whether some of the chosen words are not the tag's already. */
const goesBeyond = (passage: readonly Span[], spans: readonly Span[]) =>
  passage.some(({ start, end }) => !spans.some((span) => span.start <= start && end <= span.end));

function beside(boxes: readonly Box[], bar: HTMLElement, root: HTMLElement): Place | null {
  const [first] = boxes;
  const last = boxes.at(-1);
  if (!first || !last) return null;
  const origin = originOf(root);
  const line = ({ top, height }: Box) => ({ top: top + origin.top, bottom: top + height + origin.top });
  const { left, right } = (root.closest("main") ?? document.body).getBoundingClientRect();
  const place = placeOf({
    first: line(first),
    last: line(last),
    textRight: (root.querySelector(".section-blocks") ?? root).getBoundingClientRect().right,
    page: { left: Math.max(0, left), right: Math.min(window.innerWidth, right) },
    high: BAR,
    low: sheetTop(root),
    height: bar.offsetHeight,
  });
  // In the margin it stays beside its words, however the page is scrolled.
  return place.at === "side" ? { ...place, left: place.left - origin.left, top: place.top - origin.top } : place;
}

/** The upper edge of a panel that has risen over the lower part of the page; else the window's own lower edge. */
function sheetTop(root: HTMLElement): number {
  const panels = root.closest(".reader")?.querySelectorAll<HTMLElement>(".reader-panel") ?? [];
  const tops = [...panels]
    .filter((panel) => getComputedStyle(panel).position === "fixed" && getComputedStyle(panel).visibility !== "hidden")
    .map((panel) => panel.getBoundingClientRect())
    .filter(({ left, width }) => left === 0 && width >= window.innerWidth)
    .map(({ top }) => top);
  return Math.min(window.innerHeight, ...tops);
}

function styleOf(place: Place | null): CSSProperties {
  if (!place) return {};
  if (place.at === "side") return { left: place.left, top: place.top, width: SIDE_WIDTH };
  const { left, width, inset } = place;
  return { left, right: `calc(100vw - ${left + width}px)`, [place.at]: inset };
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
      className="flex min-h-9 items-center gap-1.5 rounded-2 px-2 py-1.5 text-start text-small font-medium text-ink hover:bg-hover aria-pressed:bg-accent-wash aria-pressed:text-accent pointer-coarse:min-h-11"
    >
      {icon}
      <span className="min-w-0 grow">{children}</span>
      {key && singles ? (
        <span aria-hidden="true" className="pointer-coarse:hidden">
          <Kbd>{printed(key).join(" ")}</Kbd>
        </span>
      ) : null}
    </button>
  );
}
