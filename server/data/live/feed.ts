import "server-only";
import type { Standing } from "@/domain/access/actor";
import type { Layer } from "@/domain/access/layer";
import type { Entry } from "@/domain/history/entry";
import type { WorkspaceId } from "@/domain/ids";
import type { ToldEntry } from "@/domain/live/audience";
import { justBelow, laterOf, type Position } from "@/domain/live/position";
import { instant } from "@/server/data/tags/tag-json";
import type { Sql } from "@/server/data/transaction";

/** An entry where it stands in the order of reading, with the project's mode. */
export type FedEntry = ToldEntry & { at: Position; mode: Standing["mode"] };

/** What a workspace's history holds after a position, and the position behind all that was looked at. */
export type Fed = { workspaceId: WorkspaceId; entries: FedEntry[]; until: Position; full: boolean };

type Row = {
  workspace_id: WorkspaceId;
  horizon: string;
  txid: string | null;
  id: string | null;
  entry: Entry;
  layer: Layer | null;
  mode: Standing["mode"];
  layers_open: boolean;
  ever_accepted: boolean;
};

const horizon = "pg_snapshot_xmin(pg_current_snapshot())::text::bigint";

/**
 * Numbers are given when a row is written and rows appear when their transaction commits, so a later number can appear
 * first. Below the horizon, the oldest transaction that still runs, everything has been decided: read only there, in
 * the order of (transaction, entry), nothing is ever skipped.
 */
const statement = `
  select w.workspace_id, h.horizon::text, e.txid::text, e.id::text, e.entry, e.layer, e.mode, e.layers_open, e.ever_accepted
    from (select ${horizon} as horizon) h
   cross join unnest($1::uuid[], $2::bigint[], $3::bigint[]) as w(workspace_id, txid, id)
    left join lateral (
      select n.txid, n.id, n.layer, p.mode, r.layers_opened_at is not null as layers_open,
             json_strip_nulls(json_build_object('id', n.uid, 'did', n.did, 'by', n.created_by,
               'at', ${instant("n.created_at")}, 'projectId', n.project_id, 'reportId', n.report_id, 'tagId', n.tag_id,
               'version', n.version, 'refs', n.refs)) as entry,
             n.tag_id is not null and (coalesce(t.state = 'accepted', false) or exists (
               select from verdict v where v.workspace_id = n.workspace_id and v.tag_id = n.tag_id
                  and v.decision in ('accept', 'accept-with-change'))) as ever_accepted
        from (select * from entry k
               where k.workspace_id = w.workspace_id and (k.txid, k.id) > (w.txid, w.id) and k.txid < h.horizon
                 and k.project_id is not null
               order by k.txid, k.id limit $4) n
        join project p on p.workspace_id = n.workspace_id and p.id = n.project_id
        left join report r on r.workspace_id = n.workspace_id and r.id = n.report_id
        left join tag t on t.workspace_id = n.workspace_id and t.id = n.tag_id) e on true
   order by w.workspace_id, e.txid, e.id`;

/** Reads what became readable in each workspace after its position, at most `limit` entries of each. */
export async function feedAfter(
  db: Sql,
  after: ReadonlyMap<WorkspaceId, Position>,
  limit: number,
): Promise<Map<WorkspaceId, Fed>> {
  const asked = [...after];
  const rows = await db.rows<Row>(
    statement,
    [asked.map(([id]) => id), asked.map(([, { txid }]) => txid), asked.map(([, { id }]) => id), limit],
    "feed-after",
  );
  const fed = new Map<WorkspaceId, Fed>();
  for (const [workspaceId, from] of asked) {
    const own = rows.filter((row) => row.workspace_id === workspaceId);
    const entries = own.flatMap(fedEntry);
    const full = entries.length >= limit;
    const [last, { horizon: below } = { horizon: "0" }] = [entries.at(-1), own[0]];
    const behind = full && last ? last.at : justBelow(BigInt(below));
    fed.set(workspaceId, { workspaceId, entries, until: laterOf(from, behind), full });
  }
  return fed;
}

/** The position behind everything that can be read now. */
export async function positionNow(db: Sql): Promise<Position> {
  const [row] = await db.rows<{ horizon: string }>(`select (${horizon})::text as horizon`, [], "position-now");
  if (!row) throw new Error("The database did not say where it is.");
  return justBelow(BigInt(row.horizon));
}

function fedEntry({ txid, id, entry, layer, mode, layers_open, ever_accepted }: Row): FedEntry[] {
  if (txid === null || id === null) return [];
  return [
    {
      at: { txid: BigInt(txid), id: BigInt(id) },
      entry,
      layer: layer ?? undefined,
      mode,
      layersOpen: layers_open,
      everAccepted: ever_accepted,
    },
  ];
}
