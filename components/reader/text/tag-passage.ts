import type { Desk, DeskState } from "@/client/desk/desk";
import type { Doing } from "@/components/annotate/keys/keys";
import { quoted } from "@/components/reader/text/drawn";
import type { LiveText } from "@/components/reader/text/text-context";
import type { TagId } from "@/domain/ids";
import { proposeClaimAttributes } from "@/domain/suggestion/propose-attributes";
import { asGuesses } from "@/domain/tag/guessed";
import { isWide } from "@/domain/tag/wide";
import { mentionsOf } from "@/domain/text/mentions";
import { codePoint } from "@/domain/text/offsets";
import { added } from "@/editor/adjust";
import { extentOf } from "@/editor/extent";
import type { Span } from "@/editor/positions";

/** What tagging works with. */
export type Tools = {
  text: LiveText | null;
  desk: Desk;
  /** Whether the next tag is put on every place with the same words. */
  everywhere: boolean;
  setEverywhere(on: boolean): void;
  say: {
    taggedAll(ids: readonly TagId[]): void;
    wide(kind: string, extent: ReturnType<typeof extentOf>): void;
    withdrawn(id: TagId): void;
  };
};

/** What can be done to the chosen words. Each says `false` where there is nothing to do. */
export function passageDeeds(tools: Tools) {
  const { desk, everywhere, setEverywhere, say } = tools;
  return {
    tag(kind: string): ReturnType<Doing> {
      const { passage, me } = desk.getState();
      if (passage.length === 0 || !me.mayTag) return false;
      if (everywhere) tagEverywhere(tools, kind);
      else tagHere(tools, kind);
      letGo(tools);
      return undefined;
    },
    addWords(): ReturnType<Doing> {
      const { passage } = desk.getState();
      const annotation = selectedIn(desk);
      if (!annotation || passage.length === 0) return false;
      desk.changeSpans(annotation.id, added(annotation.segments, passage));
      desk.choose([]);
      letGo(tools);
      return undefined;
    },
    allMentions(): ReturnType<Doing> {
      const state = desk.getState();
      if (!state.me.mayTag) return false;
      if (state.passage.length > 0) {
        setEverywhere(!everywhere);
        return undefined;
      }
      const annotation = selectedIn(desk);
      if (!annotation) return false;
      const untagged = untaggedOf(desk, annotation.kind, mentionsIn(state, annotation.segments));
      say.taggedAll(untagged.length > 0 ? desk.annotateAll(annotation.kind, untagged, annotation.attributes) : []);
      return undefined;
    },
  };
}

export function selectedIn(desk: Desk) {
  const { selected: id, annotations } = desk.getState();
  return id ? annotations.get(id) : undefined;
}

/** Every place with these words, the chosen one among them. */
export function mentionsIn(state: DeskState, spans: readonly Span[]): Span[][] {
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
}

function tagEverywhere({ desk, say }: Tools, kind: string) {
  const state = desk.getState();
  const ids = desk.annotateAll(kind, untaggedOf(desk, kind, mentionsIn(state, state.passage)));
  say.taggedAll(ids);
  desk.select(ids[0] ?? null);
  desk.choose([]);
}

function tagHere({ desk, text, say }: Tools, kind: string) {
  const { passage } = desk.getState();
  desk.select(desk.annotate(kind, passage, proposed(desk.getState(), kind, passage, text)));
  desk.choose([]);
  const extent = text ? extentOf(text.words, text.view.positions, passage) : undefined;
  if (extent && isWide(kind, extent)) say.wide(kind, extent);
}

function letGo({ text, setEverywhere }: Tools) {
  setEverywhere(false);
  document.getSelection()?.removeAllRanges();
  text?.view.element.focus({ preventScroll: true });
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
