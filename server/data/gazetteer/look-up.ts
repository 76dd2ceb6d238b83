import "server-only";
import type { Actor, Standing } from "@/domain/access/actor";
import { writingLayer } from "@/domain/access/policy";
import type { FoundPlace } from "@/domain/gazetteer/found-place";
import type { GazetteerFeature } from "@/domain/gazetteer/geonames";
import { nameKey, sameLetters } from "@/domain/gazetteer/name-key";
import type { ProjectId } from "@/domain/ids";
import type { PlaceAttributes } from "@/domain/tag/place";
import { seenTags } from "@/server/data/tags/read";
import type { Sql } from "@/server/data/transaction";

type Row = {
  asked: string;
  id: string;
  name: string;
  feature: GazetteerFeature;
  country: string;
  admin1: string | null;
  admin2: string | null;
  latitude: number | null;
  longitude: number | null;
  population: number;
  names: string[];
};

/** Candidates of one name that are read; those of the countries of interest and with most people first. */
const most = 40;

const columns = `p.id, p.name, p.feature, p.country, p.latitude, p.longitude, p.population, p.names,
  case when p.feature in ('settlement', 'district') then a1.name end as admin1,
  case when p.feature = 'settlement' then a2.name end as admin2`;
const areas = `
  left join gazetteer_place a1 on a1.id = 'area:' || p.country || '.' || p.admin1
  left join gazetteer_place a2 on a2.id = 'area:' || p.country || '.' || p.admin1 || '.' || p.admin2`;

/**
 * What the gazetteer has for names: by the same letters, or by another spelling of the same name. The answer has an entry
 * for each name that was found.
 */
export async function placesNamed(
  db: Sql,
  names: readonly string[],
  countries: readonly string[],
): Promise<ReadonlyMap<string, FoundPlace[]>> {
  const byKey = new Map<string, string[]>();
  for (const name of new Set(names)) {
    const key = nameKey(name);
    if ([...key].length > 1) byKey.set(key, [...(byKey.get(key) ?? []), name]);
  }
  const rows = await db.rows<Row>(
    `select a.key as asked, ${columns}
       from unnest($1::text[]) as a(key)
       cross join lateral (
         select f.* from gazetteer_name n join gazetteer_place f on f.id = n.place_id where n.key = a.key
          order by (f.country = any($2::text[])) desc, f.population desc, f.id limit ${most}) p ${areas}`,
    [[...byKey.keys()], countries],
    "places-named",
  );
  const found = new Map<string, FoundPlace[]>();
  for (const row of rows) {
    for (const name of byKey.get(row.asked) ?? []) {
      const same = row.names.some((each) => sameLetters(each, name));
      const place = foundOf(row, same ? "letters" : "spelling");
      found.set(name, [...(found.get(name) ?? []), place]);
    }
  }
  return found;
}

/** Places with a name that is only nearly alike, by trigrams of their main names; best first. */
export async function placesLike(db: Sql, name: string, countries: readonly string[]): Promise<FoundPlace[]> {
  const key = nameKey(name);
  if ([...key].length < 4) return [];
  const rows = await db.rows<Row>(
    `select ${columns} from (
       select f.*, similarity(f.key, $1) as alike from gazetteer_place f where f.key % $1
        order by similarity(f.key, $1) + case when f.country = any($2::text[]) then 0.3 else 0 end desc,
                 f.population desc, f.id limit 8) p ${areas}
      order by p.alike + case when p.country = any($2::text[]) then 0.3 else 0 end desc, p.population desc, p.id`,
    [key, countries],
    "places-like",
  );
  return rows.map((row) => foundOf(row, "guess"));
}

function foundOf(row: Row, layer: FoundPlace["layer"]): FoundPlace {
  const { id, name, feature, country, admin1, admin2, latitude, longitude, population } = row;
  const at = latitude === null || longitude === null ? undefined : { latitude, longitude };
  return {
    ...{ id, name, layer, featureType: feature, country, population },
    ...(admin1 !== null && { admin1 }),
    ...(admin2 !== null && { admin2 }),
    ...(at && { ...at, coordinateBasis: feature === "settlement" ? "named place" : "area's middle" }),
  };
}

/** How many of a project's place tags in each state one look-up goes through, those of the latest reports first. */
const looksAt = 2000;

const latest = (state: string) => `
  (select * from tag where workspace_id = $1 and project_id = $2 and state = '${state}' and layer = $3
    order by report_id desc limit ${looksAt})`;

/**
 * What places were resolved to in this project, in the layer this person works in: the words of each mention and the
 * place. What others do in closed layers is not among them.
 */
export async function placesOfProject(
  db: Sql,
  actor: Actor,
  standing: Standing,
  projectId: ProjectId,
): Promise<
  { words: string; featureType?: PlaceAttributes["featureType"]; place: NonNullable<PlaceAttributes["located"]> }[]
> {
  const rows = await db.rows<{
    words: string;
    feature: PlaceAttributes["featureType"] | null;
    place: NonNullable<PlaceAttributes["located"]>;
  }>(
    `select distinct on (1, 3) v.anchor->'segments'->0->>'quote' as words, v.attributes->>'featureType' as feature,
            v.attributes->'located' as place
       from (${["accepted", "open"].map(latest).join(" union all ")}) t
       join report r on r.workspace_id = t.workspace_id and r.id = t.report_id
       join tag_version v on v.workspace_id = t.workspace_id and v.tag_id = t.id and v.number = t.version
      where t.kind = 'place' and v.attributes ? 'located' and ${seenTags(actor, standing)}`,
    [actor.workspaceId, projectId, writingLayer(actor.userId, standing)],
  );
  return rows.map(({ words, feature, place }) => ({ words, place, ...(feature && { featureType: feature }) }));
}
