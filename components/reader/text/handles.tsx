"use client";

import { type PointerEvent as PointerPress, useRef, useState } from "react";
import { useTranslations } from "use-intl";
import type { Span } from "@/components/reader/session/session";
import { useReader, useSession } from "@/components/reader/session/use-session";
import { useText } from "@/components/reader/text/text-context";
import { useBoxes } from "@/components/reader/text/use-layout";
import type { Annotation } from "@/domain/tag/tag";
import { dragged, type Edge } from "@/editor/adjust";
import { penOf } from "@/editor/drawn";

const none: readonly Span[] = [];

/** The two ends of the selected tag, to be dragged; at words' borders, with Alt at any character. */
export function Handles() {
  const annotation = useReader((state) => (state.selected ? state.annotations.get(state.selected) : undefined));
  const mayTag = useReader((state) => state.me.mayTag);
  if (!annotation || !mayTag || annotation.state === "withdrawn") return null;
  return <Ends key={annotation.id} annotation={annotation} />;
}

function Ends({ annotation }: { annotation: Annotation }) {
  const text = useText();
  const session = useSession();
  const [preview, setPreview] = useState<readonly Span[] | null>(null);
  const boxes = useBoxes(text, preview ?? annotation.segments ?? none);
  const dragging = useRef<Edge | null>(null);
  const [first] = boxes;
  const last = boxes.at(-1);
  if (!first || !last) return null;

  const direction = (at: number) => text.view.positions.pieceAt(at)?.direction ?? "ltr";
  const startsRight = direction(annotation.segments[0]?.start ?? 0) === "rtl";
  const endsLeft = direction((annotation.segments.at(-1)?.end ?? 1) - 1) === "rtl";

  const press = (edge: Edge) => (event: PointerPress<HTMLElement>) => {
    event.preventDefault();
    event.currentTarget.setPointerCapture(event.pointerId);
    dragging.current = edge;
  };
  const drag = (event: PointerPress) => {
    const edge = dragging.current;
    const point = edge ? text.view.pointAt(event.clientX, event.clientY) : undefined;
    if (!edge || point === undefined) return;
    const how = { edge, point, exact: event.altKey };
    const spans = dragged({ words: text.words, positions: text.view.positions }, annotation.segments, how);
    if (!spans) return;
    setPreview(spans);
    text.view.paint(`active-${penOf(annotation.kind)}`, spans);
  };
  const drop = () => {
    dragging.current = null;
    if (preview) session.changeSpans(annotation.id, preview);
    setPreview(null);
  };
  const moves = { onPointerMove: drag, onPointerUp: drop, onPointerCancel: drop };

  return (
    <>
      <Handle
        edge="start"
        left={startsRight ? first.left + first.width : first.left}
        box={first}
        onPointerDown={press("start")}
        {...moves}
      />
      <Handle
        edge="end"
        left={endsLeft ? last.left : last.left + last.width}
        box={last}
        onPointerDown={press("end")}
        {...moves}
      />
    </>
  );
}

function Handle({
  edge,
  left,
  box,
  ...events
}: {
  edge: Edge;
  left: number;
  box: { top: number; height: number };
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
      title={edge === "start" ? t("handleStart") : t("handleEnd")}
      aria-hidden="true"
      style={{ left, top: box.top, height: box.height }}
      {...events}
    />
  );
}
