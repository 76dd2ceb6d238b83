import "server-only";
import type { KnownArea, MatchedArea } from "@/domain/gazetteer/area-codes";
import type { WorkspaceId } from "@/domain/ids";
import type { Sql, Tx } from "@/server/data/transaction";

/** The areas of these countries with all their names: those that came with Glossator, and those of the workspace's files. */
export function areasOfCountries(
  db: Sql,
  workspaceId: WorkspaceId,
  countries: readonly string[],
): Promise<KnownArea[]> {
  return db.rows<KnownArea>(
    `select i.id, coalesce(o.country, b.country) as country, coalesce(o.name, b.name) as name,
            case coalesce(o.feature, b.feature) when 'province' then 1 else 2 end as level,
            case coalesce(o.feature, b.feature) when 'district'
              then 'area:' || coalesce(o.country, b.country) || '.' || coalesce(o.admin1, b.admin1) end as "parentId",
            coalesce(b.names, '{}') || coalesce(o.names, '{}') || coalesce((select array_agg(f.name) from filed_name f
              where f.workspace_id = $1 and f.place_id = i.id), '{}') as names
       from (select id from gazetteer_place where country = any($2::text[]) and feature in ('province', 'district')
             union select id from filed_place
              where workspace_id = $1 and country = any($2::text[]) and feature in ('province', 'district')) i
       left join gazetteer_place b on b.id = i.id
       left join filed_place o on o.workspace_id = $1 and o.id = i.id`,
    [workspaceId, countries],
  );
}

/** Keeps P-codes of areas in the stead of those that they had. */
export async function keepCodes(tx: Tx, fileId: string, codes: readonly MatchedArea[]): Promise<void> {
  await tx.rows(
    `insert into area_code (workspace_id, file_id, place_id, code)
     select $1, $2, c.id, c.code from jsonb_to_recordset($3::jsonb) as c(id text, code text) order by c.id
     on conflict (workspace_id, place_id) do update set (file_id, code) = (excluded.file_id, excluded.code)`,
    [tx.workspaceId, fileId, JSON.stringify(codes)],
  );
}

export type AreaCodes = { admin1Pcode?: string; admin2Pcode?: string };

/** SQL for joins that find the P-codes of the areas that a place `p` lies in or is: `c1.code`, `c2.code`. */
export const joinedCodes = (workspace: "$1" | "$3") => `
  left join area_code c1 on c1.workspace_id = ${workspace} and c1.place_id = 'area:' || p.country || '.' || p.admin1
  left join area_code c2 on c2.workspace_id = ${workspace}
    and c2.place_id = 'area:' || p.country || '.' || p.admin1 || '.' || p.admin2`;

/** The P-codes for places of the gazetteer by their ids; those without have no entry. */
export async function codesOfPlaces(
  db: Sql,
  workspaceId: WorkspaceId,
  ids: readonly string[],
): Promise<ReadonlyMap<string, AreaCodes>> {
  if (ids.length === 0) return new Map();
  const rows = await db.rows<{ id: string; codes: AreaCodes }>(
    `select p.id, jsonb_strip_nulls(jsonb_build_object('admin1Pcode', c1.code, 'admin2Pcode', c2.code)) as codes
       from (select i.id, coalesce(o.country, b.country) as country, coalesce(o.admin1, b.admin1) as admin1,
                    coalesce(o.admin2, b.admin2) as admin2
               from unnest($2::text[]) as i(id) left join gazetteer_place b on b.id = i.id
               left join filed_place o on o.workspace_id = $1 and o.id = i.id) p ${joinedCodes("$1")}
      where c1.code is not null or c2.code is not null`,
    [workspaceId, ids],
  );
  return new Map(rows.map(({ id, codes }) => [id, codes]));
}
