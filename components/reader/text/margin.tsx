"use client";

import { useEffect, useMemo, useRef, useState } from "react";
import { createPortal } from "react-dom";
import { useTranslations } from "use-intl";
import type { DeskState } from "@/client/desk/desk";
import { pickToo } from "@/client/desk/picking";
import { useDesk, useReader } from "@/components/annotate/use-desk";
import { usePage } from "@/components/reader/panels";
import { isShown } from "@/components/reader/text/drawn";
import { type LiveText, useText } from "@/components/reader/text/text-context";
import { Icon } from "@/components/ui/icon";
import type { Thread } from "@/domain/discussion/thread";
import type { TagId } from "@/domain/ids";
import type { Annotation } from "@/domain/tag/tag";
import type { Section } from "@/editor/document";
import { lanesOf } from "@/editor/marks";
import type { Span } from "@/editor/positions";

type Bar = { id: TagId; state: Annotation["state"]; from: number; to: number };
type Bubble = { thread: Thread; spans: readonly Span[] };

/** Bars of claims and bubbles of discussions, beside their words, for the sections in sight. */
export function Margins() {
  const { view } = useText();
  const sections = useInSight();
  const annotations = useReader((state) => state.annotations);
  const threads = useReader((state) => state.threads);
  const filters = useReader((state) => state.filters);
  const claims = useMemo(
    () => [...annotations.values()].filter((each) => each.kind === "claim" && isShown(each, filters)),
    [annotations, filters],
  );
  return sections.map((at) => {
    const host = view.margin(at);
    const section = view.document.sections[at];
    if (!host || !section) return null;
    return createPortal(
      <Margin section={section} claims={claims} annotations={annotations} threads={threads} />,
      host,
      at,
    );
  });
}

/** The sections near the window. */
function useInSight(): readonly number[] {
  const { view } = useText();
  const [inSight, setInSight] = useState<readonly number[]>([]);
  useEffect(() => {
    const seen = new Set<number>();
    const observer = new IntersectionObserver(
      (entries) => {
        for (const { target, isIntersecting } of entries) {
          const at = target instanceof HTMLElement ? Number(target.dataset["section"]) : 0;
          if (isIntersecting) seen.add(at);
          else seen.delete(at);
        }
        setInSight([...seen].toSorted((a, b) => a - b));
      },
      { rootMargin: "400px 0px" },
    );
    for (const section of view.sections()) observer.observe(section);
    return () => observer.disconnect();
  }, [view]);
  return inSight;
}

function Margin({
  section,
  claims,
  annotations,
  threads,
}: {
  section: Section;
  claims: readonly Annotation[];
  annotations: DeskState["annotations"];
  threads: DeskState["threads"];
}) {
  const text = useText();
  const start = section.pieces[0]?.start ?? 0;
  const end = section.pieces.at(-1)?.end ?? 0;
  const [drawn, setDrawn] = useState<{ bars: Bar[]; bubbles: (Bubble & { top: number })[] }>({ bars: [], bubbles: [] });

  const seen = useRef<readonly unknown[] | null>(null);
  const measure = useRef<() => void>(() => undefined);

  useEffect(() => {
    const here = ({ start: from, end: to }: Span) => from < end && to > start;
    const barred = claims.filter((each) => each.segments.some(here));
    const talked = [...threads.values()].flatMap((thread) => {
      const spans = spansOf(thread, annotations);
      const first = spans[0];
      return thread.state === "open" && first && first.start >= start && first.start < end ? [{ thread, spans }] : [];
    });
    measure.current = () => {
      const bars = barred.flatMap(({ id, state, segments }) => {
        const box = extent(text, segments.filter(here), section.at);
        return box ? [{ id, state, ...box }] : [];
      });
      const bubbles = talked.flatMap(({ thread, spans }) => {
        const box = extent(text, spans.slice(0, 1), section.at);
        return box ? [{ thread, spans, top: box.from }] : [];
      });
      setDrawn({ bars, bubbles });
    };
    // Most changes are elsewhere, and measuring makes the browser lay the section out.
    const shown = [...barred, ...talked.flatMap(({ thread, spans }) => [thread, spans])];
    if (seen.current && sameThings(seen.current, shown)) return;
    seen.current = shown;
    measure.current();
  }, [text, section, start, end, claims, annotations, threads]);

  useEffect(() => {
    const host = text.view.margin(section.at)?.parentElement;
    if (!host) return;
    const observer = new ResizeObserver(() => measure.current());
    observer.observe(host);
    return () => observer.disconnect();
  }, [text, section]);

  return (
    <>
      <Bars bars={drawn.bars} />
      <Bubbles bubbles={drawn.bubbles} />
    </>
  );
}

function Bars({ bars }: { bars: readonly Bar[] }) {
  const desk = useDesk();
  const selected = useReader((state) => state.selected);
  const lanes = lanesOf(bars);
  return bars.map((bar) => (
    <button
      key={bar.id}
      type="button"
      // The list of tags is the keyboard's and the screen reader's way to a claim; this one is the mouse's.
      tabIndex={-1}
      className="bar"
      onClick={({ ctrlKey, metaKey }) => {
        if (ctrlKey || metaKey) pickToo(desk, [bar.id]);
        else desk.select(bar.id);
      }}
      data-state={bar.state}
      data-lane={lanes.get(bar) ?? 0}
      {...(bar.id === selected ? { "data-active": "" } : {})}
      style={{ top: bar.from, height: bar.to - bar.from }}
      aria-hidden="true"
    />
  ));
}

const sameThings = (a: readonly unknown[], b: readonly unknown[]) =>
  a.length === b.length && a.every((each, at) => each === b[at]);

const BUBBLE = 28;

function Bubbles({ bubbles }: { bubbles: readonly (Bubble & { top: number })[] }) {
  const t = useTranslations("reader");
  const desk = useDesk();
  const page = usePage();
  let free = Number.NEGATIVE_INFINITY;
  return bubbles
    .toSorted((a, b) => a.top - b.top)
    .map(({ thread, spans, top }) => {
      const place = Math.max(top, free);
      free = place + BUBBLE;
      const count = thread.comments.length;
      const quote =
        thread.target.on === "passage"
          ? (thread.target.anchor.segments[0]?.quote ?? "")
          : quoteOf(spans, desk.getState());
      return (
        <button
          key={thread.id}
          type="button"
          className="bubble"
          style={{ top: place }}
          aria-label={t("bubble", { count, quote })}
          onClick={() => {
            if (thread.target.on === "tag") desk.select(thread.target.tagId);
            desk.showThread(thread.id);
            page.open("inspector", true);
          }}
        >
          <Icon name="thread" className="size-3.5" />
          {count}
        </button>
      );
    });
}

function quoteOf(spans: readonly Span[], state: DeskState): string {
  const annotation = [...state.annotations.values()].find(({ segments }) => segments === spans);
  return annotation?.segments.map(({ quote }) => quote).join(" … ") ?? "";
}

function spansOf({ target }: Thread, annotations: DeskState["annotations"]): readonly Span[] {
  if (target.on === "passage") return target.anchor.segments;
  return target.on === "tag" ? (annotations.get(target.tagId)?.segments ?? []) : [];
}

/** From the first line to the last, in pixels from the section's own top. */
function extent({ view }: LiveText, spans: readonly Span[], section: number) {
  const host = view.margin(section);
  const boxes = view.rectsOf(spans).filter(({ width }) => width > 0);
  if (!host || boxes.length === 0) return undefined;
  const origin = host.getBoundingClientRect().top;
  const from = Math.min(...boxes.map(({ top }) => top)) - origin;
  const to = Math.max(...boxes.map(({ bottom }) => bottom)) - origin;
  return { from: Math.round(from), to: Math.round(to) };
}
