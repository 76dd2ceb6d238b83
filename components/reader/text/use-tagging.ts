"use client";

import { useMemo } from "react";
import { useTranslations } from "use-intl";
import type { Desk, DeskState } from "@/client/desk/desk";
import { alikeIn, ofKindIn, pickToo } from "@/client/desk/picking";
import { useDeeds } from "@/components/annotate/keys/keys";
import type { Deed } from "@/components/annotate/keys/registry";
import { useReader } from "@/components/annotate/use-desk";
import { inOrder, isShown, quoted } from "@/components/reader/text/drawn";
import { bringIntoSight } from "@/components/reader/text/scroll";
import type { LiveText } from "@/components/reader/text/text-context";
import { useToast } from "@/components/ui/toast";
import { keysOf } from "@/domain/codebook/keys";
import type { TagId } from "@/domain/ids";
import { proposeClaimAttributes } from "@/domain/suggestion/propose-attributes";
import { asGuesses } from "@/domain/tag/guessed";
import { isWide } from "@/domain/tag/wide";
import { mentionsOf } from "@/domain/text/mentions";
import { codePoint } from "@/domain/text/offsets";
import { added, nudged, tidied } from "@/editor/adjust";
import { extentOf } from "@/editor/extent";
import type { Span } from "@/editor/positions";

export type Kind = { kind: string; deed: Deed | undefined; name: string };

const labelDeeds = {
  "4": "tag-label-1",
  "5": "tag-label-2",
  "6": "tag-label-3",
  "7": "tag-label-4",
  "8": "tag-label-5",
  "9": "tag-label-6",
} as const;

/** What the chosen words can be tagged as: the three core kinds, then the project's labels. */
export function useKinds(): Kind[] {
  const t = useTranslations("reader");
  const labels = useReader((state) => state.project.codebook.labels);
  return useMemo(() => {
    const keys = keysOf(labels);
    return [
      { kind: "claim", deed: "tag-claim", name: t("kinds.claim") },
      { kind: "place", deed: "tag-place", name: t("kinds.place") },
      { kind: "source", deed: "tag-source", name: t("kinds.source") },
      ...labels
        .filter(({ retired }) => !retired)
        .map(({ slug, name }) => {
          const key = keys.get(slug);
          return { kind: `label:${slug}`, deed: key && labelDeeds[key], name };
        }),
    ];
  }, [labels, t]);
}

export type Tagging = {
  tag(kind: string): void;
  /** Adds the chosen words to the selected tag. */
  addWords(): false | undefined;
  /** Every place with these words, the chosen one among them. */
  mentions(spans: readonly Span[]): Span[][];
  everywhere: boolean;
  setEverywhere(on: boolean): void;
};

/** What can be done to words and to the selected tag, by key and by button alike. */
export function useTagging(
  text: LiveText | null,
  desk: Desk,
  { everywhere, setEverywhere }: { everywhere: boolean; setEverywhere: (on: boolean) => void },
): Tagging {
  const t = useTranslations("reader");
  const tell = useToast();
  const kinds = useKinds();

  const selected = () => {
    const { selected: id, annotations } = desk.getState();
    return id ? annotations.get(id) : undefined;
  };

  const mentions = (spans: readonly Span[]): Span[][] => {
    const state = desk.getState();
    const [only, ...others] = spans;
    if (!only || others.length > 0) return [[...spans]];
    const quote = quoted(state, spans);
    const options = { locale: state.report.language };
    const found = state.blocks.flatMap((block) =>
      mentionsOf(block.text, quote, options).map(({ start, end }) => [
        { start: codePoint(block.start + start), end: codePoint(block.start + end) },
      ]),
    );
    return found.some(([span]) => span?.start === only.start) ? found : [[only], ...found];
  };

  const done = () => {
    setEverywhere(false);
    document.getSelection()?.removeAllRanges();
    text?.view.element.focus({ preventScroll: true });
  };

  const tag = (kind: string) => {
    const { passage, me } = desk.getState();
    if (passage.length === 0 || !me.mayTag) return false;
    if (everywhere) {
      const untagged = untaggedOf(desk, kind, mentions(passage));
      const ids = desk.annotateAll(kind, untagged);
      tell({ title: t("taggedAll", { count: ids.length }), undo: () => desk.undo() });
      desk.select(ids[0] ?? null);
      desk.choose([]);
    } else {
      desk.select(desk.annotate(kind, passage, proposed(desk.getState(), kind, passage, text)));
      desk.choose([]);
      pointOutWide(kind, passage);
    }
    done();
    return undefined;
  };

  const pointOutWide = (kind: string, spans: readonly Span[]) => {
    const extent = text ? extentOf(text.words, text.view.positions, spans) : undefined;
    if (!extent || !isWide(kind, extent)) return;
    tell({ title: t("wide", { kind, ...extent }), tone: "bad", undo: () => desk.undo() });
  };

  const addWords = () => {
    const { passage } = desk.getState();
    const annotation = selected();
    if (!annotation || passage.length === 0) return false;
    desk.changeSpans(annotation.id, added(annotation.segments, passage));
    desk.choose([]);
    done();
    return undefined;
  };

  const nudge = (edge: "start" | "end", way: 1 | -1) => () => {
    const annotation = selected();
    if (!annotation || !text || !desk.getState().me.mayTag) return false;
    const spans = nudged(text.words, annotation.segments, edge, way);
    if (spans) desk.changeSpans(annotation.id, spans);
    return undefined;
  };

  const step =
    (way: 1 | -1, picking = false) =>
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

  const allMentions = () => {
    const state = desk.getState();
    if (!state.me.mayTag) return false;
    if (state.passage.length > 0) {
      setEverywhere(!everywhere);
      return undefined;
    }
    const annotation = selected();
    if (!annotation) return false;
    const untagged = untaggedOf(desk, annotation.kind, mentions(annotation.segments));
    const ids = untagged.length > 0 ? desk.annotateAll(annotation.kind, untagged, annotation.attributes) : [];
    tell({
      title: t("taggedAll", { count: ids.length }),
      ...(ids.length > 0 ? { undo: () => desk.undo() } : {}),
    });
    return undefined;
  };

  const byKind = Object.fromEntries(
    kinds.flatMap(({ kind, deed }) => (deed ? [[deed, () => tag(kind)]] : [])),
  ) as Partial<Record<Deed, () => false | undefined>>;

  useDeeds({
    ...byKind,
    "add-words": addWords,
    "all-mentions": allMentions,
    "start-earlier": nudge("start", -1),
    "start-later": nudge("start", 1),
    "end-later": nudge("end", 1),
    "end-earlier": nudge("end", -1),
    "next-tag": step(1),
    "previous-tag": step(-1),
    "pick-next": step(1, true),
    "pick-previous": step(-1, true),
    "pick-tag": () => {
      const annotation = selected();
      if (!annotation) return false;
      if (desk.getState().picked.size === 0) desk.pick([annotation.id]);
      else pickToo(desk, [annotation.id]);
      return undefined;
    },
    "pick-alike": () => {
      const annotation = selected();
      if (!annotation) return false;
      const state = desk.getState();
      const alike = alikeIn(state, annotation);
      const all = alike.length < 2 || alike.every((id) => state.picked.has(id));
      desk.pick(new Set([...state.picked, ...(all ? ofKindIn(state, annotation.kind) : alike)]));
      return undefined;
    },
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
      tell({ title: t("withdrawn"), undo: () => desk.restore(id) });
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
  });

  return { tag, addWords, mentions, everywhere, setEverywhere };
}

/** What the words of a claim say of it by themselves; the analyst looks at it in the inspector. */
function proposed(state: DeskState, kind: string, passage: readonly Span[], text: LiveText | null) {
  const [first] = passage;
  const sentence = kind === "claim" && first ? text?.words.sentenceAt(first.start) : undefined;
  if (!sentence || !first) return {};
  const before = quoted(state, [{ start: sentence.start, end: first.start }]);
  const said = [quoted(state, passage), quoted(state, [sentence]), state.report.language] as const;
  return asGuesses(proposeClaimAttributes(...said, before.length));
}

/** From nowhere, the first tag that starts in sight, or the last before. */
function nearest(all: ReturnType<typeof inOrder>, { view }: LiveText, way: 1 | -1) {
  const { left } = view.element.getBoundingClientRect();
  const point = view.pointAt(left + 40, 100) ?? 0;
  const start = (at: (typeof all)[number]) => at.segments[0]?.start ?? 0;
  return way > 0 ? (all.find((each) => start(each) >= point) ?? all[0]) : all.findLast((each) => start(each) < point);
}

/** The places that carry no tag of this kind on just these words yet. */
function untaggedOf(desk: Desk, kind: string, places: readonly Span[][]): Span[][] {
  const taken = new Set<string>();
  for (const annotation of desk.getState().annotations.values()) {
    const [only, ...others] = annotation.segments;
    if (annotation.kind === kind && annotation.state !== "withdrawn" && only && others.length === 0) {
      taken.add(`${only.start} ${only.end}`);
    }
  }
  return places.filter(([span]) => span && !taken.has(`${span.start} ${span.end}`));
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
