import type { Desk } from "@/client/desk/desk";
import { alikeIn, ofKindIn, pickToo } from "@/client/desk/picking";
import type { Doing, Doings } from "@/components/annotate/keys/keys";
import { inOrder, isShown } from "@/components/reader/text/drawn";
import { bringIntoSight } from "@/components/reader/text/scroll";
import { selectedIn, type Tools } from "@/components/reader/text/tag-passage";
import type { LiveText } from "@/components/reader/text/text-context";
import type { TagId } from "@/domain/ids";
import { nudged, tidied } from "@/editor/adjust";
import type { Span } from "@/editor/positions";

/** What the keys do to the selected tag, and how they go from tag to tag. */
export function tagDeeds(tools: Tools): Doings {
  const { desk, setEverywhere, say } = tools;
  return {
    "start-earlier": nudge(tools, "start", -1),
    "start-later": nudge(tools, "start", 1),
    "end-later": nudge(tools, "end", 1),
    "end-earlier": nudge(tools, "end", -1),
    "next-tag": step(tools, 1),
    "previous-tag": step(tools, -1),
    "pick-next": step(tools, 1, true),
    "pick-previous": step(tools, -1, true),
    "pick-tag": () => pickOne(desk),
    "pick-alike": () => pickAlike(desk),
    "other-tag-here": () => {
      const next = otherHere(desk);
      if (!next) return false;
      desk.select(next);
      return undefined;
    },
    withdraw: () => {
      const { selected: id, me } = desk.getState();
      if (!id || !me.mayTag) return false;
      desk.withdraw(id);
      say.withdrawn(id);
      return undefined;
    },
    undo: () => {
      desk.undo();
      return undefined;
    },
    redo: () => {
      desk.redo();
      return undefined;
    },
    leave: () => leave(desk, () => setEverywhere(false)),
  };
}

const nudge =
  ({ desk, text }: Tools, edge: "start" | "end", way: 1 | -1): Doing =>
  () => {
    const annotation = selectedIn(desk);
    if (!annotation || !text || !desk.getState().me.mayTag) return false;
    const spans = nudged(text.words, annotation.segments, edge, way);
    if (spans) desk.changeSpans(annotation.id, spans);
    return undefined;
  };

const step =
  ({ desk, text }: Tools, way: 1 | -1, picking = false): Doing =>
  () => {
    const state = desk.getState();
    const all = inOrder(state);
    if (all.length === 0 || !text) return false;
    const at = all.findIndex(({ id }) => id === state.selected);
    const next = at < 0 ? nearest(all, text, way) : all[at + way];
    if (next && picking) {
      const both = [...(all[at] ? [all[at].id] : []), next.id];
      desk.pick(new Set([...state.picked, ...both]));
    }
    if (next) {
      desk.choose([]);
      desk.select(next.id, desk.getState().picked.size > 0);
    }
    return undefined;
  };

function pickOne(desk: Desk): ReturnType<Doing> {
  const annotation = selectedIn(desk);
  if (!annotation) return false;
  if (desk.getState().picked.size === 0) desk.pick([annotation.id]);
  else pickToo(desk, [annotation.id]);
  return undefined;
}

function pickAlike(desk: Desk): ReturnType<Doing> {
  const annotation = selectedIn(desk);
  if (!annotation) return false;
  const state = desk.getState();
  const alike = alikeIn(state, annotation);
  const all = alike.length < 2 || alike.every((id) => state.picked.has(id));
  desk.pick(new Set([...state.picked, ...(all ? ofKindIn(state, annotation.kind) : alike)]));
  return undefined;
}

/** From nowhere, the first tag that starts in sight, or the last before. */
function nearest(all: ReturnType<typeof inOrder>, { view }: LiveText, way: 1 | -1) {
  const { left } = view.element.getBoundingClientRect();
  const point = view.pointAt(left + 40, 100) ?? 0;
  const start = (at: (typeof all)[number]) => at.segments[0]?.start ?? 0;
  return way > 0 ? (all.find((each) => start(each) >= point) ?? all[0]) : all.findLast((each) => start(each) < point);
}

/** The next tag that shares words with the selected one; the shortest first, and round again. */
function otherHere(desk: Desk): TagId | undefined {
  const state = desk.getState();
  const annotation = state.selected ? state.annotations.get(state.selected) : undefined;
  const here = annotation?.segments ?? state.passage;
  if (here.length === 0) return undefined;
  const length = (spans: readonly Span[]) => tidied(spans).reduce((sum, { start, end }) => sum + end - start, 0);
  const stack = [...state.annotations.values()]
    .filter((each) => isShown(each, state.filters))
    .filter(({ segments }) => segments.some((a) => here.some((b) => a.start < b.end && b.start < a.end)))
    .toSorted((a, b) => length(a.segments) - length(b.segments));
  const at = stack.findIndex(({ id }) => id === state.selected);
  return stack[(at + 1) % Math.max(1, stack.length)]?.id;
}

/** One Escape lets go of one thing: the words, the link being made, the picked tags, the tag. */
function leave(desk: Desk, settle: () => void): false | undefined {
  const { passage, linkingFrom, selected, picked } = desk.getState();
  if (passage.length === 0 && !linkingFrom && !selected && picked.size === 0) return false;
  settle();
  if (passage.length > 0) {
    document.getSelection()?.removeAllRanges();
    desk.choose([]);
  } else if (linkingFrom) desk.startLinking(null);
  else if (picked.size > 0) desk.pick([]);
  else desk.select(null);
  return undefined;
}

/** Scrolls to a tag that was selected from outside of the text. */
export function showTag(text: LiveText, desk: Desk, id: TagId | null) {
  const state = desk.getState();
  const relation = id ? state.relations.get(id) : undefined;
  const annotation = state.annotations.get(relation?.from ?? id ?? ("" as TagId));
  if (annotation) bringIntoSight(text.view, annotation.segments);
}
