import { v7 } from "uuid";
import { originalOf } from "@/domain/copies/copy-values";
import { isLikelyCopy, type Shared, sharedBy, type Text, textOf } from "@/domain/copies/shared";
import { FEWEST, sketchOf } from "@/domain/copies/shingles";
import type { Client, Follower } from "../search/follow";

/** Looks for copies of what is imported, wherever it comes from; runs in a thread, one import after the other. */
export const copies: Follower = {
  lock: 7_305_113,
  position: "copy_position",
  take: async (client, workspaceId, lines) => {
    const ids = lines.flatMap(({ did, report_id }) =>
      did === "imported-report" && report_id !== null ? report_id : [],
    );
    for (let from = 0; from < ids.length; from += atOnce) {
      await lookFor(client, workspaceId, ids.slice(from, from + atOnce));
    }
  },
};

/** Reports read at a time, so that long ones fill no memory. */
const atOnce = 20;
/** Reports that are looked at for each shingle, those that were there first; a shingle that more have says little. */
const mostWithOne = 40;
/** Reports that a new one is compared with word by word, and of which it is proposed as a copy. */
const mostCompared = 8;
const mostProposed = 3;
/** Of the shingles of the shorter text, the share from which on two are compared word by word. */
const worthComparing = 0.2;

type Report = { id: string; project_id: string; created_at: string; published: string | undefined; text: Text };
type Row = Omit<Report, "text" | "published"> & { text: string; published: string | null };

async function lookFor(client: Client, workspaceId: string, ids: readonly string[]): Promise<void> {
  const fresh = await textsOf(client, workspaceId, ids);
  const sketches = fresh.map((report) => ({ report, hashes: sketchOf(report.text.words) }));
  await keepSketches(client, workspaceId, sketches);
  const met = await candidates(client, workspaceId, sketches);
  const known = new Map(fresh.map((report) => [report.id, report]));
  const others = [...new Set(met.map(({ other }) => other))].filter((id) => !known.has(id));
  for (let from = 0; from < others.length; from += atOnce) {
    for (const report of await textsOf(client, workspaceId, others.slice(from, from + atOnce)))
      known.set(report.id, report);
  }
  for (const report of fresh) {
    const compared = met
      .flatMap(({ one, other }) => (one === report.id ? (known.get(other) ?? []) : []))
      .map((other) => pairOf(report, other))
      .filter(({ shared }) => isLikelyCopy(shared, FEWEST))
      .toSorted((a, b) => closeness(b.shared) - closeness(a.shared));
    for (const pair of await unlinked(client, workspaceId, report, compared)) await propose(client, workspaceId, pair);
  }
}

async function textsOf(client: Client, workspaceId: string, ids: readonly string[]): Promise<Report[]> {
  const { rows } = await client.query<Row>(
    `select r.id, r.project_id, to_json(r.created_at)#>>'{}' as created_at, r.published,
            (select string_agg(b.before || b.text, '' order by b.ordinal) from block b
              where b.workspace_id = r.workspace_id and b.revision_id = r.revision_id) as text
       from report r where r.workspace_id = $1 and r.id = any($2::uuid[]) and r.archived_at is null order by r.id`,
    [workspaceId, ids],
  );
  return rows.map(({ text, published, ...row }) => ({
    ...row,
    published: published ?? undefined,
    text: textOf(text ?? ""),
  }));
}

type Sketch = { report: Report; hashes: readonly number[] };

async function keepSketches(client: Client, workspaceId: string, sketches: readonly Sketch[]): Promise<void> {
  const rows = sketches.map(({ report: { id, project_id }, hashes }) => ({ id, project_id, hashes }));
  await client.query(
    `with kept as (
       insert into report_sketch (workspace_id, report_id, hashes)
       select $1, k.id, array(select h::int from jsonb_array_elements_text(k.hashes) h)
         from jsonb_to_recordset($2::jsonb) as k(id uuid, hashes jsonb) on conflict do nothing)
     insert into report_shingle (workspace_id, project_id, hash, report_id)
     select $1, k.project_id, h::int, k.id
       from jsonb_to_recordset($2::jsonb) as k(id uuid, project_id uuid, hashes jsonb)
      cross join jsonb_array_elements_text(k.hashes) h on conflict do nothing`,
    [workspaceId, JSON.stringify(rows)],
  );
}

/** For each report those that share most of the shingles by which it is looked for, if they share enough. */
async function candidates(
  client: Client,
  workspaceId: string,
  sketches: readonly Sketch[],
): Promise<{ one: string; other: string }[]> {
  const rows = sketches.map(({ report: { id, project_id }, hashes }) => ({ id, project_id, hashes }));
  const { rows: met } = await client.query<{ one: string; other: string }>(
    `with asked as materialized (
       select k.id, k.project_id, h::int as hash from jsonb_to_recordset($2::jsonb) as k(id uuid, project_id uuid, hashes jsonb)
        cross join jsonb_array_elements_text(k.hashes) h
     ), met as (
       select a.id as one, s.report_id as other, count(*) as together from asked a
        cross join lateral (select s.report_id from report_shingle s
          where s.workspace_id = $1 and s.project_id = a.project_id and s.hash = a.hash and s.report_id <> a.id
          order by s.report_id limit ${mostWithOne}) s
        group by 1, 2
     ), worth as (
       select m.*, row_number() over (partition by m.one order by m.together desc, m.other) as rank from met m
         join report_sketch k on k.workspace_id = $1 and k.report_id = m.one
         join report_sketch o on o.workspace_id = $1 and o.report_id = m.other
        where m.together >= ${worthComparing} * least(cardinality(k.hashes), cardinality(o.hashes))
     )
     select one, other from worth where rank <= ${mostCompared} order by one, rank`,
    [workspaceId, JSON.stringify(rows)],
  );
  return met;
}

type Pair = { one: Report; other: Report; shared: Shared };

/** Ends in the order of their ids, as they are kept. */
function pairOf(report: Report, met: Report): Pair {
  const [one, other] = report.id < met.id ? [report, met] : [met, report];
  return { one, other, shared: sharedBy(one.text, other.text) };
}

const closeness = ({ one, other }: Shared) => one.shared / one.words + other.shared / other.words;

/** The closest of a report's pairs; what hangs together with a closer one already is not asked about too. */
async function unlinked(client: Client, workspaceId: string, report: Report, pairs: readonly Pair[]): Promise<Pair[]> {
  if (pairs.length < 2) return [...pairs];
  const metIn = ({ one, other }: Pair) => (one.id === report.id ? other.id : one.id);
  const { rows } = await client.query<{ one_id: string; other_id: string }>(
    `select one_id, other_id from report_copy
      where workspace_id = $1 and one_id = any($2::uuid[]) and other_id = any($2::uuid[]) and state <> 'refused'`,
    [workspaceId, pairs.map(metIn)],
  );
  const kept: Pair[] = [];
  const together = new Set<string>();
  for (const pair of pairs) {
    const met = metIn(pair);
    if (together.has(met) || kept.length >= mostProposed) continue;
    kept.push(pair);
    const open = [met];
    for (let id = open.pop(); id !== undefined; id = open.pop()) {
      if (together.has(id)) continue;
      together.add(id);
      for (const { one_id, other_id } of rows)
        if (one_id === id || other_id === id) open.push(one_id === id ? other_id : one_id);
    }
  }
  return kept;
}

async function propose(client: Client, workspaceId: string, { one, other, shared }: Pair): Promise<void> {
  const [first, second] = one.created_at <= other.created_at ? [one, other] : [other, one];
  const numbers = [shared.one.words, shared.one.shared, shared.other.words, shared.other.shared];
  await client.query(
    `insert into report_copy (workspace_id, id, project_id, one_id, other_id, original_id, one_words, one_shared,
       other_words, other_shared, passages) values ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10, $11) on conflict do nothing`,
    [
      ...[workspaceId, v7(), one.project_id, one.id, other.id, originalOf(first, second).id],
      ...numbers,
      JSON.stringify(shared.passages),
    ],
  );
}
