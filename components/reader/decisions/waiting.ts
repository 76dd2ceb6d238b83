import { relationsOf } from "@/components/reader/session/linked";
import type { ReaderState } from "@/components/reader/session/session";
import type { TagId } from "@/domain/ids";
import type { Annotation } from "@/domain/tag/tag";

/** What one decision covers: a claim with its links and the mentions these lead to; or a tag that stands alone. */
export type Card = { lead: TagId; members: readonly TagId[]; waiting: readonly TagId[] };

type Seen = Pick<ReaderState, "annotations" | "relations">;

const cards = new WeakMap<ReaderState["annotations"], { relations: ReaderState["relations"]; made: readonly Card[] }>();

/** Every card of a report in reading order, decided or not; each tag is on one card only. */
export function cardsOf({ annotations, relations }: Seen): readonly Card[] {
  const known = cards.get(annotations);
  if (known?.relations === relations) return known.made;
  const start = ({ segments }: Annotation) => segments[0]?.start ?? 0;
  const inOrder = [...annotations.values()]
    .filter(({ state }) => state !== "withdrawn")
    .toSorted((a, b) => start(a) - start(b));
  const taken = new Set<TagId>();
  const card = (lead: Annotation): Card => {
    const links = relationsOf({ relations }, lead.id).filter(({ from }) => from === lead.id);
    const ends = links.flatMap(({ to }) => {
      const end = to ? annotations.get(to) : undefined;
      return end && end.kind !== "claim" && end.state !== "withdrawn" && !taken.has(end.id) ? [end] : [];
    });
    const members = [lead, ...links, ...new Set(ends)];
    for (const { id } of members) taken.add(id);
    return {
      lead: lead.id,
      members: members.map(({ id }) => id),
      waiting: members.filter(({ state }) => state === "open").map(({ id }) => id),
    };
  };
  const claims = inOrder.filter(({ kind }) => kind === "claim").map(card);
  const alone = inOrder.filter(({ id }) => !taken.has(id)).map(card);
  const made = [...claims, ...alone].toSorted((a, b) => at(annotations, a, start) - at(annotations, b, start));
  cards.set(annotations, { relations, made });
  return made;
}

const at = (annotations: Seen["annotations"], { lead }: Card, start: (tag: Annotation) => number) => {
  const tag = annotations.get(lead);
  return tag ? start(tag) : 0;
};

/** The next card with something to decide, from the one with this tag on it, and round again. */
export function nextWaiting(all: readonly Card[], from: TagId | null, way: 1 | -1): Card | undefined {
  const here = all.findIndex(({ members }) => from !== null && members.includes(from));
  const start = here < 0 ? (way > 0 ? -1 : 0) : here;
  for (let step = 1; step <= all.length; step++) {
    const card = all[(start + way * step + all.length * 2) % all.length];
    if (card && card.waiting.length > 0) return card;
  }
  return undefined;
}
