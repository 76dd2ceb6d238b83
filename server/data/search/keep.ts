import type { PoolClient } from "pg";
import { searchParts } from "@/domain/search/parts";

type Client = Pick<PoolClient, "query">;

/** Something that can be found: a report, tag, comment or entity, with its words block by block. */
type Findable = {
  of: "report" | "tag" | "comment" | "entity";
  id: string;
  project_id: string;
  report_id: string | null;
  at: string;
  blocks: string[];
  /** So many of the blocks, from the first on, are what it is called. */
  named: number;
};

/** The things of a workspace whose words may have changed. */
export type Changed = {
  reports: ReadonlySet<string>;
  /** Reports with everything that hangs on them. */
  whole: ReadonlySet<string>;
  tags: ReadonlySet<string>;
  threads: ReadonlySet<string>;
  entities: ReadonlySet<string>;
  /** Projects all of whose entities may have changed. */
  registers: ReadonlySet<string>;
  /** When it happened, where that is long ago: then it is no news that it can be found. */
  longAgo: string | null;
};

const columns = "x.id, x.project_id, x.report_id, to_json(x.at)#>>'{}' as at, x.blocks, x.named";

/** The title with outlet and author is the first block. */
const reports = `select 'report' as of, ${columns} from (
  select r.id, r.project_id, r.id as report_id, r.created_at as at,
         array[concat_ws(e'\\n', r.title, r.outlet, r.author)] || coalesce((
           select array_agg(b.text order by b.ordinal) from block b
            where b.workspace_id = r.workspace_id and b.revision_id = r.revision_id), '{}') as blocks, 1 as named
    from report r where r.workspace_id = $1 and r.id = any($2::uuid[])) x`;

const tagColumns = `t.id, t.project_id, t.report_id, t.created_at as at, array_remove(array[
  (select string_agg(s->>'quote', ' ') from jsonb_array_elements(v.anchor->'segments') s),
  v.attributes->>'restatement', v.attributes->'located'->>'name', v.attributes->>'note'], null) as blocks, 0 as named`;
const tags = `select 'tag' as of, ${columns} from (
  select ${tagColumns} from tag t
    join tag_version v on v.workspace_id = t.workspace_id and v.tag_id = t.id and v.number = t.version
   where t.workspace_id = $1 and t.type = 'annotation' and (t.id = any($2::uuid[]) or t.report_id = any($3::uuid[]))) x`;

const comments = `select 'comment' as of, ${columns} from (
  select c.id, h.project_id, h.report_id, c.created_at as at, array[c.body] as blocks, 0 as named
    from thread h join comment c on c.workspace_id = h.workspace_id and c.thread_id = h.id
   where h.workspace_id = $1 and (h.id = any($2::uuid[]) or h.report_id = any($3::uuid[]))) x`;

const entities = `select 'entity' as of, ${columns} from (
  select e.id, e.project_id, null::uuid as report_id, e.created_at as at,
         array_remove(array[e.name] || e.aliases || array[e.note], null) as blocks,
         1 + cardinality(e.aliases) as named
    from entity e where e.workspace_id = $1 and (e.id = any($2::uuid[]) or e.project_id = any($3::uuid[])) and e.merged_into is null) x`;

/** Reports read at a time, so that long ones fill no memory. */
const reportsAtOnce = 20;

/** Makes what can be found of these things as they are now; what is no more can't be found any more. */
export async function keepWords(client: Client, workspaceId: string, changed: Changed): Promise<void> {
  const { longAgo: long } = changed;
  const texts = [...new Set([...changed.reports, ...changed.whole])];
  for (let from = 0; from < texts.length; from += reportsAtOnce) {
    const some = texts.slice(from, from + reportsAtOnce);
    await replace(client, workspaceId, { gone: some, now: await found(client, reports, [workspaceId, some]), long });
  }
  const whole = [...changed.whole];
  const tagIds = [...changed.tags];
  await replace(client, workspaceId, {
    gone: tagIds,
    now: await found(client, tags, [workspaceId, tagIds, whole]),
    long,
  });
  const said = await found(client, comments, [workspaceId, [...changed.threads], whole]);
  await replace(client, workspaceId, { gone: [], now: said, long });
  const named = [...changed.entities];
  await replace(client, workspaceId, {
    gone: named,
    now: await found(client, entities, [workspaceId, named, [...changed.registers]]),
    long,
  });
}

async function found(client: Client, text: string, values: unknown[]): Promise<Findable[]> {
  const { rows } = await client.query<Findable>(text, values);
  return rows;
}

type Row = {
  of: string;
  id: string;
  project_id: string;
  report_id: string | null;
  at: string;
  nth: number;
  parts: number;
  block_from: number;
  block_to: number;
  words: string;
};

async function replace(
  client: Client,
  workspaceId: string,
  { gone, now, long }: { gone: readonly string[]; now: readonly Findable[]; long: string | null },
): Promise<void> {
  const ids = [...new Set([...gone, ...now.map(({ id }) => id)])];
  if (ids.length === 0) return;
  const { rows: before } = await client.query<{ id: string; kept: string | null }>(
    "delete from search_part where workspace_id = $1 and id = any($2::uuid[]) returning id, kept_at::text as kept",
    [workspaceId, ids],
  );
  // What is kept again is no newer than it was.
  const keptAt = new Map(before.map(({ id, kept }) => [id, kept]));
  const rows = now.flatMap(rowsOf).map((row) => ({ ...row, known: keptAt.has(row.id), kept: keptAt.get(row.id) }));
  if (rows.length === 0) return;
  await client.query(
    `insert into search_part (workspace_id, of, id, project_id, report_id, at, nth, parts, block_from, block_to, words,
       kept_at)
     select $1, r.of, r.id, r.project_id, r.report_id, r.at, r.nth, r.parts, r.block_from, r.block_to, r.words::tsvector,
            case when r.known then r.kept else coalesce($3::timestamptz, clock_timestamp()) end
       from json_to_recordset($2::json) as r(of text, id uuid, project_id uuid, report_id uuid, at timestamptz, nth int,
         parts int, block_from int, block_to int, words text, known boolean, kept timestamptz)
     on conflict do nothing`,
    [workspaceId, JSON.stringify(rows), long],
  );
}

function rowsOf({ blocks, named, ...thing }: Findable): Row[] {
  const parts = searchParts(blocks, named);
  return parts.map(({ vector, from, to }, nth) => ({
    ...thing,
    nth,
    parts: parts.length,
    block_from: from,
    block_to: to,
    words: vector,
  }));
}
