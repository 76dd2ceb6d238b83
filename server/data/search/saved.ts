import "server-only";
import type { Actor } from "@/domain/access/actor";
import { NotificationId, type ProjectId, type SavedSearchId, UserId, WorkspaceId } from "@/domain/ids";
import type { ChangeSavedSearch, SavedSearch, SaveSearch } from "@/domain/search/saved-search";
import type { Sql, Tx } from "@/server/data/transaction";
import { newId } from "@/server/new-id";

/** A search as it is kept, with when its owner looked last, as exactly as the database has it. */
export type KeptSearch = Omit<SavedSearch, "fresh"> & { since: string };

const kept = `s.id, s.name, s.q, s.project_id as "projectId", p.name as "projectName", s.notify, s.looked_at::text as since`;
/** Those of projects that the person is no longer in stay, and find nothing. */
const from = "saved_search s left join project p on p.workspace_id = s.workspace_id and p.id = s.project_id";

const asKept = (row: Record<string, unknown>) =>
  Object.fromEntries(Object.entries(row).filter(([, value]) => value !== null)) as KeptSearch;

/** The searches that this person keeps, by name; one of them where an id is given. */
export async function savedOf(db: Sql, { workspaceId, userId }: Actor, id?: SavedSearchId): Promise<KeptSearch[]> {
  const rows = await db.rows(
    `select ${kept} from ${from}
      where s.workspace_id = $1 and s.user_id = $2 and ($3::uuid is null or s.id = $3) order by lower(s.name), s.id`,
    [workspaceId, userId, id ?? null],
  );
  return rows.map(asKept);
}

/** Up to where what can be found has been kept: everything later is new. Only ever compared, never told to anybody. */
const latest = "(select max(kept_at) from search_part k where k.workspace_id = $1 and k.kept_at is not null)";
const upToNow = (from: string) => `greatest(${from}, ${latest})`;

/** False where somebody has used the id. */
export async function addSaved(
  tx: Tx,
  { userId }: Actor,
  search: SaveSearch & { id: SavedSearchId },
): Promise<boolean> {
  const { id, name, q, projectId, notify } = search;
  const rows = await tx.rows(
    `insert into saved_search (workspace_id, id, user_id, project_id, name, q, notify, looked_at, told_at)
     select $1, $2, $3, $4, $5, $6, $7, n.at, n.at from (select coalesce(${latest}, '-infinity') as at) n
     on conflict do nothing returning 1`,
    [tx.workspaceId, id, userId, projectId ?? null, name, q, notify],
  );
  return rows.length > 0;
}

export async function changeSaved(
  tx: Tx,
  { userId }: Actor,
  id: SavedSearchId,
  { name, notify, looked }: ChangeSavedSearch,
): Promise<boolean> {
  const rows = await tx.rows(
    `update saved_search set name = coalesce($4, name), notify = coalesce($5, notify),
            looked_at = case when $6 then ${upToNow("looked_at")} else looked_at end,
            told_at = case when $6 or ($5 and not notify) then ${upToNow("told_at")} else told_at end
      where workspace_id = $1 and user_id = $2 and id = $3 returning 1`,
    [tx.workspaceId, userId, id, name ?? null, notify ?? null, looked ?? false],
  );
  return rows.length > 0;
}

export async function dropSaved(tx: Tx, { userId }: Actor, id: SavedSearchId): Promise<boolean> {
  const rows = await tx.rows(
    "delete from saved_search where workspace_id = $1 and user_id = $2 and id = $3 returning 1",
    [tx.workspaceId, userId, id],
  );
  return rows.length > 0;
}

export async function countSaved(tx: Tx, { userId }: Actor): Promise<number> {
  const [row] = await tx.rows<{ n: number }>(
    "select count(*)::int as n from saved_search where workspace_id = $1 and user_id = $2",
    [tx.workspaceId, userId],
  );
  return row?.n ?? 0;
}

export type SearchToTell = {
  workspaceId: WorkspaceId;
  userId: UserId;
  id: SavedSearchId;
  q: string;
  projectId: ProjectId | undefined;
  since: string;
  upTo: string;
};

/** Searches whose owners want to be told, and since whose last telling something can be found that could not before. */
export async function searchesToTell(db: Sql): Promise<SearchToTell[]> {
  const rows = await db.rows<Omit<SearchToTell, "projectId"> & { projectId: ProjectId | null }>(
    `select s.workspace_id as "workspaceId", s.user_id as "userId", s.id, s.q, s.project_id as "projectId",
            greatest(s.told_at, s.looked_at)::text as since, n.latest::text as "upTo"
       from saved_search s
       join users u on u.id = s.user_id and u.disabled_at is null
      cross join lateral (select max(k.kept_at) as latest from search_part k
                           where k.workspace_id = s.workspace_id and k.kept_at is not null) n
      where s.notify and n.latest > greatest(s.told_at, s.looked_at) order by s.told_at limit 500`,
  );
  return rows.map(({ projectId, ...row }) => ({
    ...row,
    workspaceId: WorkspaceId.parse(row.workspaceId),
    userId: UserId.parse(row.userId),
    projectId: projectId ?? undefined,
  }));
}

/**
 * Notes up to where a search was told of, and puts a line into its owner's inbox where there is something new: into the
 * unread one of the same search, if there is one. Nobody else is told; it is their own search.
 */
export async function tellOfSearch(
  tx: Tx,
  { userId, id, upTo }: SearchToTell,
  { fresh, projectId }: { fresh: number; projectId: ProjectId | undefined },
): Promise<void> {
  await tx.rows("update saved_search set told_at = $3::timestamptz where workspace_id = $1 and id = $2", [
    tx.workspaceId,
    id,
    upTo,
  ]);
  if (fresh === 0 || !projectId) return;
  const joined = await tx.rows(
    `update notification set count = count + $4, created_at = now()
      where workspace_id = $1 and user_id = $2 and saved_search_id = $3 and read_at is null returning 1`,
    [tx.workspaceId, userId, id, fresh],
  );
  if (joined.length > 0) return;
  await tx.rows(
    `insert into notification (workspace_id, id, user_id, kind, project_id, saved_search_id, count, created_by)
     values ($1, $2, $3, 'found', $4, $5, $6, $3)`,
    [tx.workspaceId, newId(NotificationId), userId, projectId, id, fresh],
  );
}
