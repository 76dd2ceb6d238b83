"use client";

import { useEffect } from "react";
import type { ReaderSession, ReaderState } from "@/components/reader/session/session";
import { discussed, drawnOf, redrawn } from "@/components/reader/text/drawn";
import type { Drawn } from "@/editor/drawn";
import { penOf } from "@/editor/drawn";
import type { Span } from "@/editor/positions";
import type { TextView } from "@/editor/view";

const CHUNK = 2500;

/** Keeps the marks on the page true to the session: first those in sight, then the rest, then every change alone. */
export function useDrawing(view: TextView | null, session: ReaderSession) {
  useEffect(() => {
    if (!view) return;
    const chunks = inChunks(view, session.getState());
    let drawnState = session.getState();
    let timer: number | undefined;
    const catchUp = () => {
      const now = session.getState();
      if (now.annotations === drawnState.annotations && now.threads === drawnState.threads) return;
      const change = redrawn(now, drawnState);
      drawnState = now;
      if (change.put.length + change.remove.length > 0) view.draw(change);
    };
    const next = () => {
      const put = chunks.shift();
      if (put && put.length > 0) view.draw({ put });
      if (chunks.length > 0) timer = window.setTimeout(next);
      else catchUp();
    };
    next();
    const stop = session.subscribe(() => {
      if (chunks.length === 0) catchUp();
    });
    return () => {
      window.clearTimeout(timer);
      stop();
    };
  }, [view, session]);
}

function inChunks(view: TextView, state: ReaderState): Drawn[][] {
  const talk = discussed(state.threads);
  const all = [...state.annotations.values()].flatMap((annotation) => drawnOf(annotation, state.me.id, talk) ?? []);
  const inSight = new Set(view.sections().flatMap((section, at) => (isInSight(section) ? [at] : [])));
  const sectionOf = ({ spans }: Drawn) => view.positions.pieceAt(spans[0]?.start ?? 0)?.section ?? 0;
  const first = all.filter((drawn) => inSight.has(sectionOf(drawn)));
  const rest = all.filter((drawn) => !inSight.has(sectionOf(drawn)));
  const chunks = [first];
  for (let at = 0; at < rest.length; at += CHUNK) chunks.push(rest.slice(at, at + CHUNK));
  return chunks;
}

function isInSight(element: HTMLElement): boolean {
  const { top, bottom } = element.getBoundingClientRect();
  return bottom > 0 && top < window.innerHeight;
}

const pens = ["claim", "place", "source", "custom"] as const;

/** Paints what changes with every move: the chosen words, the selected and hovered tag and what they are linked to. */
export function usePainting(view: TextView | null, session: ReaderSession) {
  useEffect(() => {
    if (!view) return;
    const paint = (now: ReaderState, before?: ReaderState) => {
      if (now.passage !== before?.passage) view.paint("chosen", now.passage);
      const same = now.annotations === before?.annotations && now.relations === before.relations;
      if (same && now.selected === before.selected && now.hovered === before.hovered) return;
      const selected = now.selected ? now.annotations.get(now.selected) : undefined;
      for (const pen of pens) {
        view.paint(`active-${pen}`, selected && penOf(selected.kind) === pen ? spansOf(now, now.selected) : []);
      }
      view.paint("hovered", now.hovered === now.selected ? [] : spansOf(now, now.hovered));
      view.paint("linked", linkedTo(now));
    };
    paint(session.getState());
    return session.subscribe(paint);
  }, [view, session]);
}

function spansOf(state: ReaderState, id: ReaderState["selected"]): readonly Span[] {
  const annotation = id ? state.annotations.get(id) : undefined;
  if (annotation) return annotation.state === "withdrawn" ? [] : annotation.segments;
  const relation = id ? state.relations.get(id) : undefined;
  return relation ? [...spansOf(state, relation.from), ...spansOf(state, relation.to ?? null)] : [];
}

/** The other ends of the links, and the words that make them. */
function linkedTo(state: ReaderState): Span[] {
  const here = state.hovered ?? state.selected;
  if (!here) return [];
  return [...state.relations.values()].flatMap((relation) => {
    if (relation.state === "withdrawn" || (relation.from !== here && relation.to !== here)) return [];
    const other = relation.from === here ? relation.to : relation.from;
    return [...spansOf(state, other ?? null), ...(relation.cue?.segments ?? [])];
  });
}
