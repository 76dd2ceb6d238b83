import "server-only";
import type { Actor } from "@/domain/access/actor";
import { refusalInProject } from "@/domain/access/policy";
import type { Event } from "@/domain/event/event";
import { fail, ok, type Result } from "@/domain/failure";
import { gazetteerAttribution } from "@/domain/gazetteer/attribution";
import type { ProjectId } from "@/domain/ids";
import type { MapEvent, MapEvents, MapPlace, MapPlaces, Neighbour } from "@/domain/map/on-map";
import { keptEvents, type WantedEvents, withDerived } from "@/server/data/events/find";
import { type Box, placesOnMap, townsWithin, type WantedPlaces } from "@/server/data/map";
import { standingIn } from "@/server/data/standings";
import { sql } from "@/server/data/transaction";

const attribution = gazetteerAttribution;

/** The places that a project's reports name, or those of one report or of one entity's claims, for a map. */
export async function readMap(actor: Actor, wanted: WantedPlaces): Promise<Result<MapPlaces>> {
  const standing = await standingIn(sql, actor, wanted.projectId);
  if (!standing) return fail({ kind: "not-found" });
  const refusal = refusalInProject(actor, standing, "see-project");
  if (refusal) return fail(refusal);
  const rows = await placesOnMap(sql, { actor, standing }, wanted);
  const shown = rows.slice(0, wanted.limit);
  const items = shown.map(({ id, reportId, state, words, said }): MapPlace => {
    const { located, featureType = located?.featureType, resolution } = said;
    const { id: placeId, name, latitude, longitude, coordinateBasis, uncertaintyMetres } = located ?? {};
    return {
      ...{ id, reportId, state, words: words ?? "" },
      ...(name !== undefined && { name }),
      ...(placeId !== undefined && { placeId }),
      ...(resolution && { resolution }),
      ...(featureType && { featureType }),
      // Half of a pair of coordinates is none.
      ...(latitude !== undefined && longitude !== undefined && { latitude, longitude }),
      ...(coordinateBasis && { coordinateBasis }),
      ...(uncertaintyMetres !== undefined && { uncertaintyMetres }),
    };
  });
  const reports = Object.fromEntries(shown.map(({ reportId, title }) => [reportId, title]));
  return ok({ items, reports, more: rows.length > wanted.limit, attribution });
}

const eventsAtOnce = 200;

/** A project's events for a map, the latest day first. */
export async function readEventMap(actor: Actor, wanted: Omit<WantedEvents, "after">): Promise<Result<MapEvents>> {
  const standing = await standingIn(sql, actor, wanted.projectId);
  if (!standing) return fail({ kind: "not-found" });
  const refusal = refusalInProject(actor, standing, "see-events");
  if (refusal) return fail(refusal);
  const viewer = { actor, standing };
  const items: MapEvent[] = [];
  let after: WantedEvents["after"];
  do {
    const limit = Math.min(eventsAtOnce, wanted.limit - items.length);
    const kept = await keptEvents(sql, viewer, { ...wanted, after, limit });
    const page = kept.slice(0, limit);
    const { events } = await withDerived(
      sql,
      viewer,
      page.map(({ event }) => event),
    );
    items.push(...events.map(onMap));
    const last = page.at(-1);
    after = last && kept.length > limit ? [last.day, last.event.id] : undefined;
  } while (after && items.length < wanted.limit);
  return ok({ items, more: after !== undefined, attribution });
}

function onMap({ id, state, content, derived }: Event): MapEvent {
  const { from, to } = derived.date;
  const { name, words, geoPrecision, latitude, longitude, coordinateBasis, missing } = derived.place;
  return {
    ...{ id, title: content.title, state, disputed: derived.disputed.length > 0 },
    ...(from !== undefined && { from }),
    ...(to !== undefined && { to }),
    place: {
      ...(name !== undefined && { name }),
      ...(words !== undefined && { words }),
      ...(geoPrecision !== undefined && { geoPrecision }),
      ...(latitude !== undefined && longitude !== undefined && { latitude, longitude }),
      ...(coordinateBasis && { coordinateBasis }),
      ...(missing && { missing }),
    },
  };
}

/** Towns by which people know where a map is: those with most people within its corners. */
export async function readNeighbours(
  actor: Actor,
  projectId: ProjectId,
  { limit, ...box }: Box & { limit: number },
): Promise<Result<{ items: Neighbour[]; attribution: string }>> {
  const standing = await standingIn(sql, actor, projectId);
  if (!standing) return fail({ kind: "not-found" });
  const refusal = refusalInProject(actor, standing, "see-project");
  return refusal ? fail(refusal) : ok({ items: await townsWithin(sql, actor.workspaceId, box, limit), attribution });
}
