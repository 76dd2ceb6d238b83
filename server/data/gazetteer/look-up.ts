import "server-only";
import type { Actor, Standing } from "@/domain/access/actor";
import { writingLayer } from "@/domain/access/policy";
import type { FoundPlace } from "@/domain/gazetteer/found-place";
import type { GazetteerFeature } from "@/domain/gazetteer/geonames";
import type { OtherName } from "@/domain/gazetteer/geonames-files";
import { nameKey, sameLetters } from "@/domain/gazetteer/name-key";
import type { ProjectId, WorkspaceId } from "@/domain/ids";
import type { PlaceAttributes } from "@/domain/tag/place";
import { joinedCodes } from "@/server/data/gazetteer/area-codes";
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
  code1: string | null;
  code2: string | null;
  latitude: number | null;
  longitude: number | null;
  population: number;
  names: string[];
  others: OtherName[] | null;
};

/** Whose gazetteer it is, and the project's countries of interest. */
type Where = { workspaceId: WorkspaceId; countries: readonly string[] };

/** Candidates of one name that are read; those of the countries of interest and with most people first. */
const most = 40;

const columns = `p.id, p.name, p.feature, p.country, p.latitude, p.longitude, p.population,
  p.names || coalesce(f.names, '{}') as names, f.others,
  case when p.feature in ('settlement', 'district') then a1.name end as admin1,
  case when p.feature = 'settlement' then a2.name end as admin2, c1.code as code1, c2.code as code2`;
/** What the gazetteer of workspace $3 says of places by id: a file's word goes before what came with Glossator. */
const said = `
  coalesce(o.id, b.id) as id, coalesce(o.name, b.name) as name, coalesce(o.key, b.key) as key,
  coalesce(o.feature, b.feature) as feature, coalesce(o.country, b.country) as country,
  coalesce(o.admin1, b.admin1) as admin1, coalesce(o.admin2, b.admin2) as admin2,
  coalesce(o.latitude, b.latitude) as latitude, coalesce(o.longitude, b.longitude) as longitude,
  greatest(o.population, b.population) as population, coalesce(b.names, '{}') || coalesce(o.names, '{}') as names`;
const sources = `
  left join gazetteer_place b on b.id = n.place_id
  left join filed_place o on o.workspace_id = $3 and o.id = n.place_id`;
/** Names of a file of alternate names, for those few places that are answered. */
const filedNames = `
  left join lateral (
    select array_agg(f.name) as names, jsonb_agg(jsonb_strip_nulls(jsonb_build_object('name', f.name,
             'language', f.language, 'is', case when f.former then 'former' else 'preferred' end, 'since', f.since,
             'until', f.until)) order by f.former, f.language, f.id) filter (where f.former or f.preferred) as others
      from filed_name f where f.workspace_id = $3 and f.place_id = p.id) f on true`;
const areas = `
  left join gazetteer_place a1 on a1.id = 'area:' || p.country || '.' || p.admin1
  left join gazetteer_place a2 on a2.id = 'area:' || p.country || '.' || p.admin1 || '.' || p.admin2${joinedCodes("$3")}`;

/**
 * What the gazetteer has for names: by the same letters, or by another spelling of the same name. The answer has an entry
 * for each name that was found.
 */
export async function placesNamed(
  db: Sql,
  names: readonly string[],
  { workspaceId, countries }: Where,
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
         select s.* from (
           select ${said} from (
             select g.place_id from gazetteer_name g where g.key = a.key
             union select x.id from filed_place x where x.workspace_id = $3 and x.keys @> array[a.key]
             union select y.place_id from filed_name y where y.workspace_id = $3 and y.key = a.key) n ${sources}) s
          where s.id is not null
          order by (s.country = any($2::text[])) desc, s.population desc, s.id limit ${most}) p ${filedNames} ${areas}`,
    [[...byKey.keys()], countries, workspaceId],
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
export async function placesLike(db: Sql, name: string, { workspaceId, countries }: Where): Promise<FoundPlace[]> {
  const key = nameKey(name);
  if ([...key].length < 4) return [];
  const rows = await db.rows<Row>(
    `select ${columns} from (
       select s.*, similarity(s.key, $1) as alike from (
         select ${said} from (
           select g.id as place_id from gazetteer_place g where g.key % $1
           union select x.id from filed_place x where x.workspace_id = $3 and x.key % $1) n ${sources}) s
        order by similarity(s.key, $1) + case when s.country = any($2::text[]) then 0.3 else 0 end desc,
                 s.population desc, s.id limit 8) p ${filedNames} ${areas}
      order by p.alike + case when p.country = any($2::text[]) then 0.3 else 0 end desc, p.population desc, p.id`,
    [key, countries, workspaceId],
    "places-like",
  );
  return rows.map((row) => foundOf(row, "guess"));
}

/** Other names that are shown of one place. */
const mostOthers = 12;

function foundOf(row: Row, layer: FoundPlace["layer"]): FoundPlace {
  const { id, name, feature, country, admin1, admin2, code1, code2, latitude, longitude, population, others } = row;
  const at = latitude === null || longitude === null ? undefined : { latitude, longitude };
  return {
    ...{ id, name, layer, featureType: feature, country, population },
    ...(others && { otherNames: others.slice(0, mostOthers) }),
    ...(admin1 !== null && { admin1 }),
    ...(admin2 !== null && { admin2 }),
    ...(code1 !== null && { admin1Pcode: code1 }),
    ...(code2 !== null && { admin2Pcode: code2 }),
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
