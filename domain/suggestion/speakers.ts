import type { EntityId } from "@/domain/ids";
import { type EarlierSource, proposeEntityForSource } from "./propose-entity";

type Entities = Parameters<typeof proposeEntityForSource>[2];

/** A source of a report with the speaker it has, and where it begins. */
export type StandingSource = EarlierSource & { readonly start: number };

/**
 * Whom suggested sources probably stand for, by their keys, in the order of the text: "The sources" means whoever the
 * sources before it mean, whether a tag says so or a suggestion. Nobody is made up: an unknown speaker has none.
 */
export function speakersOf(
  suggested: readonly { readonly key: string; readonly quote: string; readonly start: number }[],
  tagged: readonly StandingSource[],
  entities: Entities,
  outletId?: EntityId,
): ReadonlyMap<string, EntityId> {
  const known = [...tagged];
  const found = new Map<string, EntityId>();
  for (const { key, quote, start } of suggested.toSorted((a, b) => a.start - b.start)) {
    const earlier = known.filter((each) => each.start < start).sort((a, b) => a.start - b.start);
    const entityId = proposeEntityForSource(quote, earlier, entities, outletId);
    if (entityId === undefined) continue;
    found.set(key, entityId);
    known.push({ quote, entityId, start });
  }
  return found;
}
