import type { Core } from "@/client/desk/core";
import type { Desk } from "@/client/desk/desk";
import { relationsOf } from "@/client/desk/linked";
import { planSeveral } from "@/client/desk/several";
import { fresh, newLink, withdrawn, write } from "@/client/desk/write";
import { newId } from "@/client/new-id";
import { tidy } from "@/domain/change/content";
import type { TagId } from "@/domain/ids";
import { stillGuessed } from "@/domain/tag/guessed";
import { sameWritten } from "@/domain/tag/same-content";
import type { Annotation, Tag } from "@/domain/tag/tag";

type Tags = Pick<
  Desk,
  | "annotate"
  | "annotateAll"
  | "changeSpans"
  | "changeKind"
  | "changeAttributes"
  | "changeAttributesOfAll"
  | "changePicked"
  | "withdraw"
  | "undecide"
  | "restore"
>;

/** Making, changing and withdrawing tags. */
export function tagsOf(core: Core): Tags {
  const { store, here } = core;
  return {
    annotate(kind, spans, attributes = {}) {
      const [id] = annotateAll(core, kind, { places: [spans], attributes });
      if (!id) throw new RangeError("Nothing was chosen to tag.");
      return id;
    },
    annotateAll: (kind, places, attributes = {}, derivedFrom) =>
      annotateAll(core, kind, { places, attributes, derivedFrom }),
    changeSpans(id, spans) {
      const about = store.state.annotations.get(id);
      if (about && spans.length > 0) write(core, [{ ...about, segments: here.segmentsOf(spans) }]);
    },
    changeKind(id, kind) {
      const about = store.state.annotations.get(id);
      if (!about || about.kind === kind) return;
      // What was said about a claim means nothing about a place; the note is anybody's. Undo brings all back.
      const { note, noteProse } = about.attributes;
      const attributes = tidy({ note, noteProse });
      write(core, [...relationsOf(store.state, id).map(withdrawn), { ...about, kind, attributes }]);
    },
    changeAttributes: (id, change) => changeAttributes(core, [id], change),
    changeAttributesOfAll: (ids, change) => changeAttributes(core, ids, change),
    changePicked(change, others = false) {
      const { wanted, outcome } = planSeveral(store.state, change, { others, newLink: (link) => newLink(core, link) });
      write(core, wanted);
      if ("withdraw" in change && outcome.changed.length > 0) {
        const gone = new Set(outcome.changed);
        const { selected, picked } = store.state;
        store.set({
          picked: new Set([...picked].filter((id) => !gone.has(id))),
          selected: selected && gone.has(selected) ? null : selected,
        });
      }
      return outcome;
    },
    withdraw(id) {
      const leaving = withAllOn(core, id);
      if (leaving.length === 0) return;
      write(core, leaving.map(withdrawn));
      if (store.state.selected === id) store.set({ selected: null });
    },
    undecide(id) {
      write(
        core,
        withAllOn(core, id).map((each): Tag => ({ ...each, state: "withdrawn", derivedFrom: [] })),
      );
    },
    restore(id) {
      const about = store.tag(id);
      if (about?.state === "withdrawn") write(core, [{ ...about, state: "open" }]);
    },
  };
}

type Places = {
  places: Parameters<Desk["annotateAll"]>[1];
  attributes: Record<string, unknown>;
  derivedFrom?: readonly TagId[] | undefined;
};

function annotateAll(core: Core, kind: string, { places, attributes, derivedFrom }: Places): TagId[] {
  const made = places.map(
    (spans): Annotation => ({
      ...fresh(core, newId<TagId>()),
      type: "annotation",
      kind,
      attributes: tidy(attributes),
      ...(derivedFrom && { derivedFrom: [...derivedFrom] }),
      revisionId: core.start.report.revisionId,
      segments: core.here.segmentsOf(spans),
    }),
  );
  write(core, made, { passage: [] });
  return made.map(({ id }) => id);
}

/** The same change to several tags: one step to undo. */
export function changeAttributes(core: Core, ids: readonly TagId[], change: Record<string, unknown>): void {
  const wanted = ids.flatMap((id): Tag[] => {
    const about = core.store.tag(id);
    if (!about) return [];
    const attributes = tidy({ ...about.attributes, ...change, ...stillGuessed(about.attributes, change) });
    const next: Tag = { ...about, attributes };
    return sameWritten(next, about) ? [] : [next];
  });
  write(core, wanted);
}

/** A standing tag and before it the links that hang on it; nothing when it does not stand any more. */
function withAllOn({ store }: Core, id: TagId): readonly Tag[] {
  const about = store.tag(id);
  if (!about || about.state === "withdrawn") return [];
  return about.type === "annotation" ? [...relationsOf(store.state, id), about] : [about];
}
