"use client";

import { useMemo } from "react";
import { useTranslations } from "use-intl";
import { useDeeds } from "@/components/reader/keys/keys";
import type { Deed } from "@/components/reader/keys/registry";
import { alikeIn, ofKindIn, pickToo } from "@/components/reader/session/picking";
import type { ReaderSession, ReaderState } from "@/components/reader/session/session";
import { useReader } from "@/components/reader/session/use-session";
import { inOrder, isShown, quoted } from "@/components/reader/text/drawn";
import { bringIntoSight } from "@/components/reader/text/scroll";
import type { LiveText } from "@/components/reader/text/text-context";
import { useToast } from "@/components/ui/toast";
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

const labelDeeds = ["tag-label-1", "tag-label-2", "tag-label-3", "tag-label-4", "tag-label-5", "tag-label-6"] as const;

/** What the chosen words can be tagged as: the three core kinds, then the project's labels. */
export function useKinds(): Kind[] {
  const t = useTranslations("reader");
  const labels = useReader((state) => state.project.codebook.labels);
  return useMemo(
    () => [
      { kind: "claim", deed: "tag-claim", name: t("kinds.claim") },
      { kind: "place", deed: "tag-place", name: t("kinds.place") },
      { kind: "source", deed: "tag-source", name: t("kinds.source") },
      ...labels
        .filter(({ retired }) => !retired)
        .map(({ slug, name }, at) => ({ kind: `label:${slug}`, deed: labelDeeds[at], name })),
    ],
    [labels, t],
  );
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
  session: ReaderSession,
  { everywhere, setEverywhere }: { everywhere: boolean; setEverywhere: (on: boolean) => void },
): Tagging {
  const t = useTranslations("reader");
  const tell = useToast();
  const kinds = useKinds();

  const selected = () => {
    const { selected: id, annotations } = session.getState();
    return id ? annotations.get(id) : undefined;
  };

  const mentions = (spans: readonly Span[]): Span[][] => {
    const state = session.getState();
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
    const { passage, me } = session.getState();
    if (passage.length === 0 || !me.mayTag) return false;
    if (everywhere) {
      const untagged = untaggedOf(session, kind, mentions(passage));
      const ids = session.annotateAll(kind, untagged);
      tell({ title: t("taggedAll", { count: ids.length }), undo: () => session.undo() });
      session.select(ids[0] ?? null);
      session.choose([]);
    } else {
      session.select(session.annotate(kind, passage, proposed(session.getState(), kind, passage, text)));
      session.choose([]);
      pointOutWide(kind, passage);
    }
    done();
    return undefined;
  };

  const pointOutWide = (kind: string, spans: readonly Span[]) => {
    const extent = text ? extentOf(text.words, text.view.positions, spans) : undefined;
    if (!extent || !isWide(kind, extent)) return;
    tell({ title: t("wide", { kind, ...extent }), tone: "bad", undo: () => session.undo() });
  };

  const addWords = () => {
    const { passage } = session.getState();
    const annotation = selected();
    if (!annotation || passage.length === 0) return false;
    session.changeSpans(annotation.id, added(annotation.segments, passage));
    session.choose([]);
    done();
    return undefined;
  };

  const nudge = (edge: "start" | "end", way: 1 | -1) => () => {
    const annotation = selected();
    if (!annotation || !text || !session.getState().me.mayTag) return false;
    const spans = nudged(text.words, annotation.segments, edge, way);
    if (spans) session.changeSpans(annotation.id, spans);
    return undefined;
  };

  const step =
    (way: 1 | -1, picking = false) =>
    () => {
      const state = session.getState();
      const all = inOrder(state);
      if (all.length === 0 || !text) return false;
      const at = all.findIndex(({ id }) => id === state.selected);
      const next = at < 0 ? nearest(all, text, way) : all[at + way];
      if (next && picking) {
        const both = [...(all[at] ? [all[at].id] : []), next.id];
        session.pick(new Set([...state.picked, ...both]));
      }
      if (next) {
        session.choose([]);
        session.select(next.id, session.getState().picked.size > 0);
      }
      return undefined;
    };

  const allMentions = () => {
    const state = session.getState();
    if (!state.me.mayTag) return false;
    if (state.passage.length > 0) {
      setEverywhere(!everywhere);
      return undefined;
    }
    const annotation = selected();
    if (!annotation) return false;
    const untagged = untaggedOf(session, annotation.kind, mentions(annotation.segments));
    const ids = untagged.length > 0 ? session.annotateAll(annotation.kind, untagged, annotation.attributes) : [];
    tell({
      title: t("taggedAll", { count: ids.length }),
      ...(ids.length > 0 ? { undo: () => session.undo() } : {}),
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
      if (session.getState().picked.size === 0) session.pick([annotation.id]);
      else pickToo(session, [annotation.id]);
      return undefined;
    },
    "pick-alike": () => {
      const annotation = selected();
      if (!annotation) return false;
      const state = session.getState();
      const alike = alikeIn(state, annotation);
      const all = alike.length < 2 || alike.every((id) => state.picked.has(id));
      session.pick(new Set([...state.picked, ...(all ? ofKindIn(state, annotation.kind) : alike)]));
      return undefined;
    },
    "other-tag-here": () => {
      const next = otherHere(session);
      if (!next) return false;
      session.select(next);
      return undefined;
    },
    withdraw: () => {
      const { selected: id, me } = session.getState();
      if (!id || !me.mayTag) return false;
      session.withdraw(id);
      tell({ title: t("withdrawn"), undo: () => session.restore(id) });
      return undefined;
    },
    undo: () => {
      session.undo();
      return undefined;
    },
    redo: () => {
      session.redo();
      return undefined;
    },
    leave: () => leave(session, () => setEverywhere(false)),
  });

  return { tag, addWords, mentions, everywhere, setEverywhere };
}

/** What the words of a claim say of it by themselves; the analyst looks at it in the inspector. */
function proposed(state: ReaderState, kind: string, passage: readonly Span[], text: LiveText | null) {
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
function untaggedOf(session: ReaderSession, kind: string, places: readonly Span[][]): Span[][] {
  const taken = new Set<string>();
  for (const annotation of session.getState().annotations.values()) {
    const [only, ...others] = annotation.segments;
    if (annotation.kind === kind && annotation.state !== "withdrawn" && only && others.length === 0) {
      taken.add(`${only.start} ${only.end}`);
    }
  }
  return places.filter(([span]) => span && !taken.has(`${span.start} ${span.end}`));
}

/** The next tag that shares words with the selected one; the shortest first, and round again. */
function otherHere(session: ReaderSession): TagId | undefined {
  const state = session.getState();
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
function leave(session: ReaderSession, settle: () => void): false | undefined {
  const { passage, linkingFrom, selected, picked } = session.getState();
  if (passage.length === 0 && !linkingFrom && !selected && picked.size === 0) return false;
  settle();
  if (passage.length > 0) {
    document.getSelection()?.removeAllRanges();
    session.choose([]);
  } else if (linkingFrom) session.startLinking(null);
  else if (picked.size > 0) session.pick([]);
  else session.select(null);
  return undefined;
}

/** Scrolls to a tag that was selected from outside of the text. */
export function showTag(text: LiveText, session: ReaderSession, id: TagId | null) {
  const state = session.getState();
  const relation = id ? state.relations.get(id) : undefined;
  const annotation = state.annotations.get(relation?.from ?? id ?? ("" as TagId));
  if (annotation) bringIntoSight(text.view, annotation.segments);
}
