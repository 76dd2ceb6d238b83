import "server-only";
import type { Actor } from "@/domain/access/actor";
import { nameKey } from "@/domain/gazetteer/name-key";
import type { ProjectId } from "@/domain/ids";
import { nameable, type OtherNames, withNames } from "@/domain/search/other-names";
import type { Query } from "@/domain/search/query";
import { gazetteerIds, namedBy, namesOfPlaces } from "@/server/data/search/names";
import { sql } from "@/server/data/transaction";

/** Queries with more words and phrases than this say what they mean. */
const most = 12;

/**
 * A query that finds things under all their names: those of one entity, and those of a place that mentions were
 * resolved to, as far as this person sees them.
 */
export async function withOtherNames(
  actor: Actor,
  projectId: ProjectId | undefined,
  query: Query,
): Promise<{ query: Query; names: OtherNames[] }> {
  const lookedFor = nameable(query);
  if (lookedFor.length === 0 || lookedFor.length > most) return { query, names: [] };
  const within = { actor, projectId };
  const keys = lookedFor.map(({ places }) => nameKey(places.map(([term]) => term ?? "").join(" ")));
  const [{ entities, places }, known] = await Promise.all([
    namedBy(sql, within, lookedFor),
    gazetteerIds(sql, actor, keys.filter(Boolean)),
  ]);
  const ids = [...new Set([...places, ...known])];
  const spellings = ids.length === 0 ? [] : await namesOfPlaces(sql, within, ids);
  return withNames(query, [...entities, ...spellings]);
}
