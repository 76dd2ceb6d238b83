"use client";

import { type KeyboardEvent, type PointerEvent, useEffect, useRef, useState } from "react";
import type { Point } from "@/domain/gazetteer/point";
import { fitting, type MapView, moved, type Pixel, type Size, toPoint, zoomed } from "@/domain/map/view";

/** Pixels that a pointer may tremble while it presses. */
const STILL = 4;
const STEP = 80;

/** What a map shows and how it is moved: by dragging, two fingers, the wheel once it has the focus, and by keys. */
export function useMapView(points: readonly Point[], onPress?: (point: Point, pixel: Pixel) => void) {
  // A dialog brings the frame later than whoever opens it is first drawn.
  const [frame, setFrame] = useState<HTMLDivElement | null>(null);
  const [size, setSize] = useState<Size>({ width: 0, height: 0 });
  const [set, setView] = useState<MapView>();
  const view = set ?? fitting(points, size.width > 0 ? size : { width: 640, height: 480 });
  const now = useRef({ view, size });
  useEffect(() => {
    now.current = { view, size };
  });
  const change = (by: (view: MapView, size: Size) => MapView) => {
    const next = by(now.current.view, now.current.size);
    now.current = { ...now.current, view: next };
    setView(next);
  };
  useSize(frame, setSize);
  useWheel(frame, change);
  const pointers = usePointers(frame, change, (pixel) =>
    onPress?.(toPoint(now.current.view, now.current.size, pixel), pixel),
  );
  const keys: Record<string, (view: MapView, size: Size) => MapView> = {
    ArrowLeft: (from, of) => moved(from, of, [STEP, 0]),
    ArrowRight: (from, of) => moved(from, of, [-STEP, 0]),
    ArrowUp: (from, of) => moved(from, of, [0, STEP]),
    ArrowDown: (from, of) => moved(from, of, [0, -STEP]),
    "+": (from, of) => zoomed(from, of, 1.6),
    "=": (from, of) => zoomed(from, of, 1.6),
    "-": (from, of) => zoomed(from, of, 1 / 1.6),
    "0": (_, of) => fitting(points, of),
  };
  const onKeyDown = (event: KeyboardEvent) => {
    const by = keys[event.key];
    if (!by || event.ctrlKey || event.metaKey || event.altKey) return;
    event.preventDefault();
    change(by);
  };
  const fit = () => change((_, of) => fitting(points, of));
  return { setFrame, size, view, change, fit, handlers: { ...pointers, onKeyDown } };
}

function useSize(frame: HTMLDivElement | null, setSize: (size: Size) => void) {
  useEffect(() => {
    if (!frame) return;
    const measure = () => setSize({ width: frame.clientWidth, height: frame.clientHeight });
    measure();
    if (typeof ResizeObserver === "undefined") return;
    const observer = new ResizeObserver(measure);
    observer.observe(frame);
    return () => observer.disconnect();
  }, [frame, setSize]);
}

type Change = (by: (view: MapView, size: Size) => MapView) => void;

/** The page scrolls past a map that nobody is in; Ctrl zooms all the same, as does pinching on a touchpad. */
function useWheel(frame: HTMLDivElement | null, change: Change) {
  const last = useRef(change);
  useEffect(() => {
    last.current = change;
  });
  useEffect(() => {
    if (!frame) return;
    const turn = (event: WheelEvent) => {
      if (!event.ctrlKey && !frame.contains(document.activeElement)) return;
      event.preventDefault();
      const { left, top } = frame.getBoundingClientRect();
      const lines = event.deltaMode === 0 ? event.deltaY : event.deltaY * 30;
      const factor = Math.exp(-Math.max(-300, Math.min(300, lines)) / (event.ctrlKey ? 150 : 400));
      const around: Pixel = [event.clientX - left, event.clientY - top];
      last.current((view, size) => zoomed(view, size, factor, around));
    };
    frame.addEventListener("wheel", turn, { passive: false });
    return () => frame.removeEventListener("wheel", turn);
  }, [frame]);
}

function usePointers(frame: HTMLDivElement | null, change: Change, press: (pixel: Pixel) => void) {
  const down = useRef(new Map<number, Pixel>());
  const isDragged = useRef(false);
  const pixelOf = (event: PointerEvent): Pixel => {
    const { left = 0, top = 0 } = frame?.getBoundingClientRect() ?? {};
    return [event.clientX - left, event.clientY - top];
  };
  const onPointerDown = (event: PointerEvent) => {
    if (event.button !== 0) return;
    if (down.current.size === 0) isDragged.current = false;
    down.current.set(event.pointerId, pixelOf(event));
  };
  const onPointerMove = (event: PointerEvent<HTMLDivElement>) => {
    const was = down.current.get(event.pointerId);
    if (!was) return;
    const is = pixelOf(event);
    if (!isDragged.current && Math.hypot(is[0] - was[0], is[1] - was[1]) < STILL) return;
    // From here on it is no press, and what is under the pointer is not pressed either.
    if (!isDragged.current) event.currentTarget.setPointerCapture?.(event.pointerId);
    isDragged.current = true;
    const [other] = [...down.current].filter(([id]) => id !== event.pointerId).map(([, pixel]) => pixel);
    down.current.set(event.pointerId, is);
    change((view, size) =>
      other ? pinched(view, size, { was, is, other }) : moved(view, size, [is[0] - was[0], is[1] - was[1]]),
    );
  };
  const onPointerUp = (event: PointerEvent) => {
    const was = down.current.get(event.pointerId);
    down.current.delete(event.pointerId);
    if (was && !isDragged.current && event.type === "pointerup") press(pixelOf(event));
  };
  return { onPointerDown, onPointerMove, onPointerUp, onPointerCancel: onPointerUp };
}

function pinched(view: MapView, size: Size, { was, is, other }: Record<"was" | "is" | "other", Pixel>): MapView {
  const apart = (pixel: Pixel) => Math.max(20, Math.hypot(pixel[0] - other[0], pixel[1] - other[1]));
  const middle: Pixel = [(is[0] + other[0]) / 2, (is[1] + other[1]) / 2];
  const pushed = moved(view, size, [(is[0] - was[0]) / 2, (is[1] - was[1]) / 2]);
  return zoomed(pushed, size, apart(is) / apart(was), middle);
}
