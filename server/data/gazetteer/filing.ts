import "server-only";
import type { FiledName, FiledPlace, GeonamesFileKind, PlaceNameFileKind } from "@/domain/gazetteer/geonames-files";
import { nameKey } from "@/domain/gazetteer/name-key";
import type { WorkspaceId } from "@/domain/ids";
import type { AnyClaimedJob } from "@/server/data/jobs/jobs";
import type { Sql, Tx } from "@/server/data/transaction";

type Reading = Pick<AnyClaimedJob, "id" | "attempt">;

/** How far a file was read, and what of it was kept. */
export type Filed = {
  kind: PlaceNameFileKind;
  lines: number;
  total: number;
  kept: number;
  broken: number;
  passedOver: number;
};

/** Says how far it is; false where the job is no longer this process's to go on with. */
export async function noteFiled(tx: Tx, { id, attempt }: Reading, filed: Filed): Promise<boolean> {
  const mine = await tx.rows(
    `update job set done = $4, total = $5 where workspace_id = $1 and id = $2 and attempt = $3 and state = 'running'
     returning 1`,
    [tx.workspaceId, id, attempt, filed.lines, filed.total],
  );
  if (mine.length === 0) return false;
  await tx.rows(
    `update place_name_file set kind = $3, kept = $4, broken = $5, passed_over = $6 where workspace_id = $1 and id = $2`,
    [tx.workspaceId, id, filed.kind, filed.kept, filed.broken, filed.passedOver],
  );
  return true;
}

/** What PostgreSQL can't hold as text, such as half of a character that was cut, has a sign in its place. */
const asJson = (rows: readonly object[]) =>
  JSON.stringify(rows, (_, value) =>
    typeof value === "string" ? value.replace(/[\p{Surrogate}\0]/gu, "\uFFFD") : value,
  );

/** Keeps places in the stead of those with the same ids. */
export async function keepPlaces(tx: Tx, fileId: string, places: readonly FiledPlace[]): Promise<void> {
  const rows = [...new Map(places.map((place) => [place.id, place])).values()].map((place) => ({
    ...place,
    key: nameKey(place.name),
    keys: [...new Set(place.names.map(nameKey))].filter(isKey),
  }));
  rows.sort((a, b) => (a.id < b.id ? -1 : 1));
  await tx.rows(
    `insert into filed_place (workspace_id, file_id, id, geoname_id, name, key, feature, country, admin1, admin2,
                              latitude, longitude, population, names, keys)
     select $1, $2, p.id, p."geonameId", p.name, p.key, p.feature, p.country, p.admin1, p.admin2,
            p.latitude, p.longitude, p.population, p.names, p.keys
       from jsonb_to_recordset($3::jsonb) as p(id text, "geonameId" int, name text, key text, feature text, country text,
              admin1 text, admin2 text, latitude float8, longitude float8, population int, names text[], keys text[])
     on conflict (workspace_id, id) do update set (file_id, geoname_id, name, key, feature, country, admin1, admin2,
                                                   latitude, longitude, population, names, keys) =
       (excluded.file_id, excluded.geoname_id, excluded.name, excluded.key, excluded.feature, excluded.country,
        excluded.admin1, excluded.admin2, excluded.latitude, excluded.longitude, excluded.population, excluded.names,
        excluded.keys)`,
    [tx.workspaceId, fileId, asJson(rows)],
  );
}

const isKey = (key: string) => [...key].length > 1;

/** Keeps further names of places that are known, in the stead of those with the same numbers. Answers how many they are. */
export async function keepNames(tx: Tx, fileId: string, names: readonly FiledName[]): Promise<number> {
  const known = await placesNumbered(tx, tx.workspaceId, [...new Set(names.map(({ geonameId }) => geonameId))]);
  const found = names.flatMap((name) => {
    const [placeId, key] = [known.get(name.geonameId), nameKey(name.name)];
    return placeId !== undefined && isKey(key) ? [{ ...name, placeId, key }] : [];
  });
  const rows = [...new Map(found.map((name) => [name.id, name])).values()].sort((a, b) => a.id - b.id);
  await tx.rows(
    `insert into filed_name (workspace_id, file_id, id, place_id, name, key, language, preferred, short, colloquial,
                             former, since, until)
     select $1, $2, n.id, n."placeId", n.name, n.key, n.language, n.preferred, n.short, n.colloquial, n.former, n.since, n.until
       from jsonb_to_recordset($3::jsonb) as n(id int, "placeId" text, name text, key text, language text,
              preferred bool, short bool, colloquial bool, former bool, since text, until text)
     on conflict (workspace_id, id) do update set (file_id, place_id, name, key, language, preferred, short, colloquial,
                                                   former, since, until) =
       (excluded.file_id, excluded.place_id, excluded.name, excluded.key, excluded.language, excluded.preferred,
        excluded.short, excluded.colloquial, excluded.former, excluded.since, excluded.until)`,
    [tx.workspaceId, fileId, asJson(rows)],
  );
  return found.length;
}

/** The ids here of what has these numbers at GeoNames. */
async function placesNumbered(db: Sql, workspaceId: WorkspaceId, numbers: readonly number[]) {
  const rows = await db.rows<{ number: number; id: string }>(
    `select n as number, coalesce(o.id, b.id) as id from unnest($2::int[]) as n
       left join filed_place o on o.workspace_id = $1 and o.geoname_id = n
       left join gazetteer_place b on b.id = 'geonames:' || n
      where coalesce(o.id, b.id) is not null`,
    [workspaceId, numbers],
  );
  return new Map(rows.map(({ number, id }) => [number, id]));
}

/** How many places or names the files of a workspace hold. */
export async function filedCount(db: Sql, workspaceId: WorkspaceId, kind: GeonamesFileKind): Promise<number> {
  const table = kind === "places" ? "filed_place" : "filed_name";
  const [row] = await db.rows<{ count: string }>(`select count(*) from ${table} where workspace_id = $1`, [
    workspaceId,
  ]);
  return Number(row?.count ?? 0);
}

export type BrokenLine = { number: number; reason: string; text: string };

/** Lists lines that can't be read, with their words as they stood in the file. */
export async function listBroken(
  tx: Tx,
  { id, name }: { id: string; name: string },
  broken: readonly BrokenLine[],
): Promise<void> {
  await tx.rows(
    `insert into job_line (workspace_id, job_id, nth, file, line, outcome, reason, record)
     select $1, $2, b.number, $3, b.number, 'set-aside', b.reason, b.text
       from jsonb_to_recordset($4::jsonb) as b(number int, reason text, text text)
     on conflict (workspace_id, job_id, nth) do nothing`,
    [tx.workspaceId, id, name, asJson(broken.map((line) => ({ ...line, text: line.text.slice(0, 1000) })))],
  );
}
