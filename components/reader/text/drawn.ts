import type { DeskState } from "@/client/desk/desk";
import type { TagId } from "@/domain/ids";
import type { Annotation } from "@/domain/tag/tag";
import type { Drawn } from "@/editor/drawn";
import type { Span } from "@/editor/positions";

/** The tags that somebody talks about and has not settled. */
export function discussed(threads: DeskState["threads"]): Set<TagId> {
  const ids = new Set<TagId>();
  for (const { state, target } of threads.values()) if (state === "open" && target.on === "tag") ids.add(target.tagId);
  return ids;
}

/** The annotation as the page shows it; nothing when it was withdrawn. */
export function drawnOf(annotation: Annotation, me: string, talk: ReadonlySet<TagId>): Drawn | undefined {
  const { id, kind, state, createdBy, segments } = annotation;
  if (state === "withdrawn") return undefined;
  return { id, kind, state, mine: createdBy === me, discussed: talk.has(id), spans: segments };
}

/** What has to be drawn again between two states, found by identity: an unchanged annotation is the same object. */
export function redrawn(now: DeskState, before: DeskState | undefined): { put: Drawn[]; remove: string[] } {
  const put: Drawn[] = [];
  const remove: string[] = [];
  const talk = discussed(now.threads);
  const talkBefore = before && before.threads !== now.threads ? discussed(before.threads) : talk;
  for (const [id, annotation] of now.annotations) {
    const same = before?.annotations.get(id) === annotation && talk.has(id) === talkBefore.has(id);
    if (same) continue;
    const drawn = drawnOf(annotation, now.me.id, talk);
    if (drawn) put.push(drawn);
    else if (before) remove.push(id);
  }
  for (const id of before?.annotations.keys() ?? []) if (!now.annotations.has(id)) remove.push(id);
  return { put, remove };
}

/** Whether the filters let an annotation be seen. */
export function isShown({ kind, state }: Pick<Annotation, "kind" | "state">, filters: DeskState["filters"]): boolean {
  return state !== "withdrawn" && !filters.hiddenKinds.has(kind) && (filters.states?.has(state) ?? true);
}

/** The annotations in reading order, those the filters let through. */
export function inOrder(state: DeskState): Annotation[] {
  const start = ({ segments }: Annotation) => segments[0]?.start ?? 0;
  const end = ({ segments }: Annotation) => segments.at(-1)?.end ?? 0;
  return [...state.annotations.values()]
    .filter((annotation) => isShown(annotation, state.filters))
    .toSorted((a, b) => start(a) - start(b) || end(b) - end(a));
}

/** The words that spans stand on, as one line. */
export function quoted(state: DeskState, spans: readonly Span[]): string {
  return spans
    .map((span) => {
      const block = blockOf(state.blocks, span.start);
      if (!block) return "";
      const letters = Array.from(block.text);
      return letters.slice(span.start - block.start, span.end - block.start).join("");
    })
    .join(" … ");
}

function blockOf(blocks: DeskState["blocks"], point: number) {
  let low = 0;
  let high = blocks.length;
  while (low < high) {
    const middle = (low + high) >>> 1;
    if ((blocks[middle]?.start ?? 0) <= point) low = middle + 1;
    else high = middle;
  }
  return blocks[low - 1];
}
