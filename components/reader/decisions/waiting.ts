import type { DeskState } from "@/client/desk/desk";
import { relationsOf } from "@/client/desk/linked";
import { tagIn } from "@/domain/change/world";
import type { TagId, UserId } from "@/domain/ids";
import type { Annotation } from "@/domain/tag/tag";

/** What one decision covers: a claim with its links and the mentions these lead to; or a tag that stands alone. */
export type Card = {
  lead: TagId;
  /** The lead first, then its links, then the mentions. */
  members: readonly TagId[];
  links: readonly TagId[];
  waiting: readonly TagId[];
};

type Seen = Pick<DeskState, "annotations" | "relations">;

type Made = { relations: DeskState["relations"]; layer: string | undefined; made: readonly Card[] };
const cards = new WeakMap<DeskState["annotations"], Made>();

/**
 * Every card of a report in reading order, decided or not; each tag is on one card only. A rejected claim takes no
 * mention along: places and sources stand by themselves then. Of a `layer` only: that of the tags that count.
 */
export function cardsOf({ annotations, relations }: Seen, layer?: string): readonly Card[] {
  const known = cards.get(annotations);
  if (known?.relations === relations && known.layer === layer) return known.made;
  const start = ({ segments }: Annotation) => segments[0]?.start ?? 0;
  const inOrder = [...annotations.values()]
    .filter((tag) => tag.state !== "withdrawn" && (layer === undefined || tag.layer === layer))
    .toSorted((a, b) => start(a) - start(b));
  const taken = new Set<TagId>();
  const card = (lead: Annotation): Card => {
    const links = relationsOf({ relations }, lead.id).filter(({ from }) => from === lead.id);
    const living = links.filter(({ state }) => state !== "rejected" && lead.state !== "rejected");
    const ends = living.flatMap(({ to }) => {
      const end = to ? annotations.get(to) : undefined;
      return end && end.kind !== "claim" && end.state !== "withdrawn" && !taken.has(end.id) ? [end] : [];
    });
    const members = [lead, ...links, ...new Set(ends)];
    for (const { id } of members) taken.add(id);
    return {
      lead: lead.id,
      members: members.map(({ id }) => id),
      links: links.map(({ id }) => id),
      waiting: members.filter(({ state }) => state === "open").map(({ id }) => id),
    };
  };
  const claims = inOrder.filter(({ kind }) => kind === "claim").map(card);
  const alone = inOrder.filter(({ id }) => !taken.has(id)).map(card);
  const made = [...claims, ...alone].toSorted((a, b) => at(annotations, a, start) - at(annotations, b, start));
  cards.set(annotations, { relations, layer, made });
  return made;
}

const at = (annotations: Seen["annotations"], { lead }: Card, start: (tag: Annotation) => number) => {
  const tag = annotations.get(lead);
  return tag ? start(tag) : 0;
};

/** What of a card waits for this person: with the two-person rule their own words wait for somebody else. */
export function waitsFor(
  seen: Seen,
  { me, twoPersons }: { me: UserId; twoPersons: boolean },
): (card: Pick<Card, "waiting">) => readonly TagId[] {
  return ({ waiting }) => (twoPersons ? waiting.filter((id) => tagIn(seen, id)?.updatedBy !== me) : waiting);
}

/** What a decision made on a card's lead covers: an accept all that waits, any other the lead and its waiting links. */
export const coveredBy = ({ lead, links, waiting }: Card, accepting: boolean): readonly TagId[] =>
  accepting ? waiting : [lead, ...links.filter((id) => waiting.includes(id))];

type Step = {
  from: TagId | null;
  way: 1 | -1;
  waits: (card: Card) => readonly TagId[];
  /** Whether to go on at the other end of the report. */
  round: boolean;
};

/** The next card with something to decide, from the one with this tag on it. */
export function nextWaiting(all: readonly Card[], { from, way, waits, round }: Step): Card | undefined {
  const here = all.findIndex(({ members }) => from !== null && members.includes(from));
  const start = here < 0 ? (way > 0 ? -1 : all.length) : here;
  for (let step = 1; step <= all.length; step++) {
    const index = start + way * step;
    if (!round && (index < 0 || index >= all.length)) return undefined;
    const card = all[(index + all.length * 2) % all.length];
    if (card && waits(card).length > 0) return card;
  }
  return undefined;
}
