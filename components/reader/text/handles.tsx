"use client";

import { type PointerEvent as PointerPress, useEffect, useRef, useState } from "react";
import { useTranslations } from "use-intl";
import type { Span } from "@/client/desk/desk";
import { useDesk, useReader } from "@/components/annotate/use-desk";
import { standAside } from "@/components/reader/text/floats";
import { useText } from "@/components/reader/text/text-context";
import { type Box, originOf, useBoxes } from "@/components/reader/text/use-layout";
import { useToast } from "@/components/ui/toast";
import type { Annotation } from "@/domain/tag/tag";
import { dragged, type Edge } from "@/editor/adjust";
import { penOf } from "@/editor/drawn";

const none: readonly Span[] = [];

/** The two ends of the selected tag, to be dragged; at words' borders, with Alt at any character. */
export function Handles() {
  const annotation = useReader((state) => (state.selected ? state.annotations.get(state.selected) : undefined));
  const mayTag = useReader((state) => state.me.mayTag);
  const several = useReader((state) => state.picked.size > 0);
  if (!annotation || !mayTag || several || annotation.state === "withdrawn") return null;
  return <Ends key={annotation.id} annotation={annotation} />;
}

type Grip = { edge: Edge; x: number; y: number; moved: boolean };
/** Pixels that a handle must be pulled before it moves: a slip on it is none. */
const PULL = 4;

/** One end of a tag being pulled: by which handle, and the words that would be its own if it were let go. */
function usePull(annotation: Annotation) {
  const text = useText();
  const [preview, setPreview] = useState<readonly Span[] | null>(null);
  const grip = useRef<Grip | null>(null);
  const pulled = useRef<readonly Span[] | null>(null);

  const show = (spans: readonly Span[] | null) => {
    pulled.current = spans;
    setPreview(spans);
    text.view.paint(`active-${penOf(annotation.kind)}`, spans ?? annotation.segments);
  };
  const letGo = () => {
    grip.current = null;
    standAside(false);
  };
  const cancel = () => {
    if (grip.current?.moved) show(null);
    letGo();
  };
  useEffect(() => {
    const onEscape = (event: KeyboardEvent) => {
      if (event.key !== "Escape" || !grip.current) return;
      event.preventDefault();
      event.stopPropagation();
      cancel();
    };
    window.addEventListener("keydown", onEscape, true);
    return () => window.removeEventListener("keydown", onEscape, true);
  });
  useEffect(() => () => standAside(false), []);

  return { preview, setPreview, grip, pulled, show, letGo, cancel };
}

function Ends({ annotation }: { annotation: Annotation }) {
  const t = useTranslations("reader");
  const text = useText();
  const desk = useDesk();
  const tell = useToast();
  const { preview, grip, pulled, show, letGo, cancel, setPreview } = usePull(annotation);
  const boxes = useBoxes(text, preview ?? annotation.segments ?? none);
  const [first] = boxes;
  const last = boxes.at(-1);

  if (!first || !last) return null;
  const direction = (at: number) => text.view.positions.pieceAt(at)?.direction ?? "ltr";
  const startsRight = direction(annotation.segments[0]?.start ?? 0) === "rtl";
  const endsLeft = direction((annotation.segments.at(-1)?.end ?? 1) - 1) === "rtl";

  const press = (edge: Edge) => (event: PointerPress<HTMLElement>) => {
    if (event.button !== 0 || !event.isPrimary) return;
    event.preventDefault();
    event.currentTarget.setPointerCapture(event.pointerId);
    grip.current = { edge, x: event.clientX, y: event.clientY, moved: false };
  };
  const drag = (event: PointerPress) => {
    const { current } = grip;
    if (!current) return;
    const { x, y, edge } = current;
    if (!current.moved && Math.hypot(event.clientX - x, event.clientY - y) < PULL) return;
    current.moved = true;
    standAside(true);
    const point = text.view.pointNear(event.clientX, lineUnder(event.clientY, y, edge === "start" ? first : last));
    if (point === undefined) return;
    const how = { edge, point, exact: event.altKey };
    const spans = dragged(text.words, annotation.segments, how);
    if (spans) show(spans);
  };
  /** The handle hangs above or below its line: until it is pulled to another one, its own is meant. */
  const lineUnder = (now: number, pressed: number, { top, height }: { top: number; height: number }) => {
    const middle = originOf(text.view.element).top + top + height / 2;
    return Math.abs(now - pressed) < height / 2 ? middle : now;
  };
  const drop = () => {
    const spans = pulled.current;
    const moved = grip.current?.moved && spans !== null && !areSame(spans, annotation.segments);
    letGo();
    pulled.current = null;
    setPreview(null);
    if (!moved) return;
    desk.changeSpans(annotation.id, spans);
    tell({ title: t("borderMoved"), undo: () => desk.undo() });
  };
  const moves = { onPointerMove: drag, onPointerUp: drop, onPointerCancel: cancel };

  return (
    <>
      <Handle
        edge="start"
        side={startsRight ? "right" : "left"}
        box={first}
        onPointerDown={press("start")}
        {...moves}
      />
      <Handle edge="end" side={endsLeft ? "left" : "right"} box={last} onPointerDown={press("end")} {...moves} />
    </>
  );
}

const areSame = (a: readonly Span[], b: readonly Span[]) =>
  a.length === b.length && a.every(({ start, end }, at) => start === b[at]?.start && end === b[at]?.end);

/**
 * A line at the tag's border, which lets the pointer through to the words, and a knob outside of them: above the first
 * line or below the last, away from the tag. Only the knob can be taken.
 */
function Handle({
  edge,
  side,
  box: { left, top, width, height },
  ...events
}: {
  edge: Edge;
  side: "left" | "right";
  box: Box;
  onPointerDown: (event: PointerPress<HTMLElement>) => void;
  onPointerMove: (event: PointerPress) => void;
  onPointerUp: () => void;
  onPointerCancel: () => void;
}) {
  const t = useTranslations("reader");
  return (
    <span
      className="handle"
      data-edge={edge}
      data-side={side}
      title={edge === "start" ? t("handleStart") : t("handleEnd")}
      aria-hidden="true"
      style={{ left: side === "left" ? left : left + width, top, height }}
    >
      <span className="handle-grip" {...events} />
    </span>
  );
}
