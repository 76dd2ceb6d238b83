import type { Desk, DeskState } from "@/client/desk/desk";
import { speakerOf } from "@/client/desk/speaker";
import type { TagId } from "@/domain/ids";
import type { Annotation } from "@/domain/tag/tag";
import { sameWords } from "@/domain/text/same-words";
import { quoteOf } from "@/domain/text/segment";

/** Adds tags to the picked ones, the selected one among them; or takes them out again, when all of them were in. */
export function pickToo(desk: Desk, ids: readonly TagId[]): void {
  const { picked, selected, annotations } = desk.getState();
  const begun = picked.size > 0 || !selected || !annotations.has(selected) ? picked : new Set([selected]);
  const next = new Set(begun);
  const isIn = ids.every((id) => begun.has(id)) && picked.size > 0;
  for (const id of ids) {
    if (isIn) next.delete(id);
    else next.add(id);
  }
  desk.pick(next);
}

/** Adds a tag and all between it and the one that was picked or selected last, as a list shows them. */
export function pickUpTo(desk: Desk, ids: readonly TagId[], inList: readonly TagId[]): void {
  const { picked, selected } = desk.getState();
  const anchor = [...picked].at(-1) ?? selected;
  const [from = -1, to = -1] = [anchor, ids[0]].map((id) => (id ? inList.indexOf(id) : -1));
  if (from < 0 || to < 0) {
    pickToo(desk, ids);
    return;
  }
  const between = inList.slice(Math.min(from, to), Math.max(from, to) + 1);
  desk.pick(new Set([...picked, ...between, ...ids]));
}

/** What two tags have in common that stand for the same: a source's entity, else the words. */
function meaningOf({ entities }: Pick<DeskState, "entities">, tag: Annotation): string {
  const speaker = tag.kind === "source" ? speakerOf(entities, tag)?.id : undefined;
  return speaker ?? sameWords(quoteOf(tag.segments)).text.trim();
}

/** The tags of the same kind that stand for the same as this one, itself among them. */
export function alikeIn(state: Pick<DeskState, "annotations" | "entities">, tag: Annotation): TagId[] {
  const meaning = meaningOf(state, tag);
  return [...state.annotations.values()]
    .filter((each) => each.kind === tag.kind && each.state !== "withdrawn" && meaningOf(state, each) === meaning)
    .map(({ id }) => id);
}

/** All tags of a kind. */
export const ofKindIn = ({ annotations }: Pick<DeskState, "annotations">, kind: string): TagId[] =>
  [...annotations.values()].filter((each) => each.kind === kind && each.state !== "withdrawn").map(({ id }) => id);
