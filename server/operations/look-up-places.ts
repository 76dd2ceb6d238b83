import "server-only";
import type { Actor } from "@/domain/access/actor";
import { refusalInProject } from "@/domain/access/policy";
import { fail, ok, type Result } from "@/domain/failure";
import { gazetteerAttribution } from "@/domain/gazetteer/attribution";
import { namedIn } from "@/domain/gazetteer/cues";
import type { FoundPlace, GazetteerStanding } from "@/domain/gazetteer/found-place";
import type { Point } from "@/domain/gazetteer/point";
import { fromProject, spotOf } from "@/domain/gazetteer/project-places";
import { ranked } from "@/domain/gazetteer/rank";
import type { ProjectId } from "@/domain/ids";
import { codesOfPlaces } from "@/server/data/gazetteer/area-codes";
import { gazetteerState } from "@/server/data/gazetteer/fill";
import { placesLike, placesNamed, placesOfProject } from "@/server/data/gazetteer/look-up";
import { findProject } from "@/server/data/projects";
import { sql } from "@/server/data/transaction";

type Asked = {
  /** The name, or the words of a place: "the town of Khanasser". */
  name: string;
  /** What stands around them in the report. */
  before: string;
  after: string;
  featureType: FoundPlace["featureType"];
  near: readonly Point[];
  limit: number;
};

export type Places = { items: FoundPlace[]; gazetteer: GazetteerStanding; attribution: string };

/**
 * Finds what a name may stand for: places of the project that this person may know of, then the gazetteer's by the same
 * letters and by other spellings; names that are nearly alike only where there is nothing else.
 */
export async function lookUpPlaces(actor: Actor, projectId: ProjectId, asked: Asked): Promise<Result<Places>> {
  const project = await findProject(sql, actor, projectId);
  if (!project) return fail({ kind: "not-found" });
  const refusal = refusalInProject(actor, project, "see-project");
  if (refusal) return fail(refusal);
  const inWords = namedIn(asked.name, asked.before, asked.after);
  const where = { workspaceId: actor.workspaceId, countries: project.countries };
  const [known, named, state] = await Promise.all([
    placesOfProject(sql, actor, project, projectId),
    placesNamed(sql, [asked.name, inWords.name], where),
    gazetteerState(),
  ]);
  const ofProject = fromProject(known);
  const of = (name: string) => [...ofProject(name), ...(named.get(name) ?? [])];
  // "South Korea" is a name of its own; "South Kordofan town" is not.
  const whole = of(asked.name);
  const sure = whole.length > 0 ? whole : of(inWords.name);
  const found = sure.length > 0 ? sure : await placesLike(sql, inWords.name, where);
  const { near } = asked;
  const featureType = asked.featureType ?? (whole.length > 0 && inWords.direction ? undefined : inWords.featureType);
  const items = ranked(found, { countries: project.countries, near, ...(featureType && { featureType }) });
  return ok({
    items: await withCodesOfNow(actor, onePerSpot(items).slice(0, asked.limit)),
    gazetteer: standingOf(state),
    attribution: gazetteerAttribution,
  });
}

/** What the project located before has the P-codes of then, or none; its candidates have those of now. */
async function withCodesOfNow({ workspaceId }: Actor, places: readonly FoundPlace[]): Promise<FoundPlace[]> {
  const ids = places.flatMap(({ layer, id }) => (layer === "project" && id !== undefined ? [id] : []));
  const codes = await codesOfPlaces(sql, workspaceId, ids);
  return places.map((place) => {
    if (place.layer !== "project" || place.id === undefined) return place;
    const { admin1Pcode: _, admin2Pcode: __, ...rest } = place;
    return { ...rest, ...codes.get(place.id) };
  });
}

const onePerSpot = (places: readonly FoundPlace[]) => {
  const seen = new Set<string>();
  return places.filter((place) => !seen.has(spotOf(place)) && seen.add(spotOf(place)));
};

function standingOf(state: Awaited<ReturnType<typeof gazetteerState>>): GazetteerStanding {
  if (!state) return { state: "empty", percent: 0 };
  if (state.state === "loaded") return { state: "loaded", percent: 100 };
  return { state: state.state, percent: state.of > 0 ? Math.min(99, Math.floor((100 * state.done) / state.of)) : 0 };
}
