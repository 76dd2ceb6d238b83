"use client";

import { useEffect } from "react";
import type { Desk, DeskState } from "@/client/desk/desk";
import { pickedIn } from "@/client/desk/several";
import { discussed, drawnOf, redrawn } from "@/components/reader/text/drawn";
import type { TagId } from "@/domain/ids";
import type { Drawn } from "@/editor/drawn";
import { penOf } from "@/editor/drawn";
import type { Span } from "@/editor/positions";
import type { TextView } from "@/editor/view";

/** More than this at once would hold up scrolling and typing. */
const AT_ONCE = 1500;

/** Keeps the marks on the page true to the desk: of many, first those in sight, then the rest bit by bit. */
export function useDrawing(view: TextView | null, desk: Desk) {
  useEffect(() => {
    if (!view) return;
    const later: string[] = [];
    let seen: DeskState | undefined;
    let timer: number | undefined;

    const catchUp = () => {
      const now = desk.getState();
      if (seen && now.annotations === seen.annotations && now.threads === seen.threads) return;
      const { put, remove } = redrawn(now, seen);
      seen = now;
      if (put.length + remove.length === 0) return;
      const { first, rest } = put.length > AT_ONCE ? bySight(view, put) : { first: put, rest: [] };
      view.draw({ put: first, remove });
      later.push(...rest.map(({ id }) => id));
      if (later.length > 0) timer ??= window.setTimeout(drawMore);
    };
    const drawMore = () => {
      timer = undefined;
      const state = desk.getState();
      const talk = discussed(state.threads);
      const put = later.splice(0, AT_ONCE).flatMap((id) => {
        const annotation = state.annotations.get(id as TagId);
        return (annotation && drawnOf(annotation, state.me.id, talk)) ?? [];
      });
      view.draw({ put });
      if (later.length > 0) timer = window.setTimeout(drawMore);
    };

    catchUp();
    const stop = desk.subscribe(catchUp);
    return () => {
      window.clearTimeout(timer);
      stop();
    };
  }, [view, desk]);
}

function bySight(view: TextView, all: readonly Drawn[]): { first: Drawn[]; rest: Drawn[] } {
  const inSight = new Set(view.sections().flatMap((section, at) => (isInSight(section) ? [at] : [])));
  const isFirst = ({ spans }: Drawn) => inSight.has(view.positions.pieceAt(spans[0]?.start ?? 0)?.section ?? 0);
  return { first: all.filter(isFirst), rest: all.filter((drawn) => !isFirst(drawn)) };
}

function isInSight(element: HTMLElement): boolean {
  const { top, bottom } = element.getBoundingClientRect();
  return bottom > 0 && top < window.innerHeight;
}

const pens = ["claim", "place", "source", "custom"] as const;

/** Paints what changes with every move: the chosen words, the selected and hovered tag and what they are linked to. */
export function usePainting(view: TextView | null, desk: Desk) {
  useEffect(() => {
    if (!view) return;
    const paint = (now: DeskState, before?: DeskState) => {
      if (now.passage !== before?.passage) view.paint("chosen", now.passage);
      if (now.picked !== before?.picked || (now.picked.size > 0 && now.annotations !== before.annotations)) {
        view.paint(
          "picked",
          pickedIn(now).flatMap(({ segments }) => segments),
        );
      }
      const same = now.annotations === before?.annotations && now.relations === before.relations;
      if (same && now.selected === before.selected && now.hovered === before.hovered && now.picked === before.picked)
        return;
      const selected = now.selected ? now.annotations.get(now.selected) : undefined;
      for (const pen of pens) {
        view.paint(`active-${pen}`, selected && penOf(selected.kind) === pen ? spansOf(now, now.selected) : []);
      }
      view.paint("hovered", now.hovered === now.selected ? [] : spansOf(now, now.hovered));
      view.paint("linked", linkedTo(now));
    };
    paint(desk.getState());
    return desk.subscribe(paint);
  }, [view, desk]);
}

function spansOf(state: DeskState, id: DeskState["selected"]): readonly Span[] {
  const annotation = id ? state.annotations.get(id) : undefined;
  if (annotation) return annotation.state === "withdrawn" ? [] : annotation.segments;
  const relation = id ? state.relations.get(id) : undefined;
  return relation ? [...spansOf(state, relation.from), ...spansOf(state, relation.to ?? null)] : [];
}

/** The other ends of the links, and the words that make them. */
function linkedTo(state: DeskState): Span[] {
  const here = state.hovered ?? (state.picked.size > 0 ? null : state.selected);
  if (!here) return [];
  return [...state.relations.values()].flatMap((relation) => {
    if (relation.state === "withdrawn" || (relation.from !== here && relation.to !== here)) return [];
    const other = relation.from === here ? relation.to : relation.from;
    return [...spansOf(state, other ?? null), ...(relation.cue?.segments ?? [])];
  });
}
