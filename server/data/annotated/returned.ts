import type { Client } from "pg";
import { type Back, returnedAs, type Saying, type TagHere, withReturned } from "@/domain/import/returned";
import type { AnnotatedDocument } from "@/domain/interchange/document";
import { nowOf, type PreparedTag } from "../../import/annotated/prepared";
import type { Task } from "../../import/annotated/task";

type Row = {
  id: string;
  type: string;
  state: string;
  version: number;
  before: boolean;
  from_id: string | null;
  to: string;
  versions: { number: number; kind: string; attributes: Saying["attributes"]; segments: Segment[] | null }[];
};
type Segment = { start: number; end: number; quote: string };
type Known = TagHere & Pick<Row, "id" | "type" | "state" | "before"> & { quote: string; now: Saying };

/** A tag of the file beside the one it was. */
export type Change = { tag: PreparedTag; id: string; version: number; was: Saying; becomes: Saying; quote: string };

/** What a file that left here brings back of one report. */
export type Returned = {
  same: number;
  /** With the ids that tags of the file have here, where they are known. */
  added: PreparedTag[];
  ids: ReadonlyMap<string, string>;
  changed: Change[];
  /** Changed there and here. */
  meanwhile: Change[];
  /** Tags that left, and are not in the file any more. */
  missing: { id: string; kind: string; quote: string }[];
};

type Asked = { job: Pick<Task["job"], "workspaceId">; reportId: string; layer: string };

async function knownIn(client: Client, { job, reportId, layer }: Asked, left: AnnotatedDocument["left"]) {
  const { rows } = await client.query<Row>(
    `select t.id, t.type, t.state, t.version, t.created_at <= $4::timestamptz as before, t.from_id,
            coalesce(t.to_id::text, t.to_entity_id::text, 'article') as to,
            (select jsonb_agg(jsonb_build_object('number', v.number, 'kind', v.kind, 'attributes', v.attributes,
                                                 'segments', v.anchor->'segments') order by v.number)
               from tag_version v where v.workspace_id = t.workspace_id and v.tag_id = t.id) as versions
       from tag t where t.workspace_id = $1 and t.report_id = $2 and t.layer = $3`,
    [job.workspaceId, reportId, layer, left?.at ?? null],
  );
  return rows;
}

const rangesOf = (segments: readonly { start: number; end: number }[] | null | undefined) =>
  (segments ?? []).map(({ start, end }) => [start, end] as const);

function knownOf({ versions, state, ...row }: Row): Known | undefined {
  const said = new Map(
    versions.map(({ number, kind, attributes, segments }) => [
      number,
      { kind, attributes, ranges: rangesOf(segments) } satisfies Saying,
    ]),
  );
  const now = said.get(row.version);
  const quote = (versions.at(-1)?.segments ?? []).map((each) => each.quote).join(" […] ");
  return now && { ...row, state, withdrawn: state === "withdrawn", said, now, quote };
}

const placeOf = ({ kind, ranges }: Pick<Saying, "kind" | "ranges">) => `${kind} ${ranges.join(" ")}`;
const joinOf = (kind: string, from: string | null, to: string | null) => `${kind} ${from} ${to}`;

function backOf(tag: PreparedTag): Back {
  const { kind, anchor, attributes } = nowOf(tag);
  const said = tag.told?.bare ? undefined : (JSON.parse(attributes) as Saying["attributes"]);
  return { kind, ranges: rangesOf(anchor?.segments), attributes: said, base: tag.told?.version };
}

/**
 * Compares tags of a file with those that a report has, by the ids they left with, else by kind and words. Nothing is
 * written. Links are known by their ids or by what they join; what they say is not compared.
 */
export async function returnedTags(
  client: Client,
  asked: Asked & { tags: readonly PreparedTag[]; left: AnnotatedDocument["left"] },
): Promise<Returned> {
  const rows = await knownIn(client, asked, asked.left);
  const known = new Map(rows.flatMap((row) => knownOf(row) ?? []).map((each) => [each.id, each]));
  const inPlace = new Map<string, string>();
  for (const { id, type, now, withdrawn } of known.values())
    if (!withdrawn && type === "annotation") inPlace.set(placeOf(now), id);
  const joined = new Map(
    rows
      .filter(({ state }) => state !== "withdrawn")
      .map((row) => [joinOf(row.versions.at(-1)?.kind ?? "", row.from_id, row.to), row.id]),
  );
  const ids = new Map<string, string>();
  const found: Returned = { same: 0, added: [], ids, changed: [], meanwhile: [], missing: [] };
  const follow = (id: string | null) => (id === null ? null : (ids.get(id) ?? id));
  for (const tag of asked.tags) {
    const own = known.get(tag.told?.id ?? "");
    const now = nowOf(tag);
    if (tag.type === "relation") {
      const to = follow(now.toId) ?? now.toEntityId ?? "article";
      const here = own?.id ?? joined.get(joinOf(now.kind, follow(now.fromId), to));
      if (here === undefined) found.added.push(tag);
      else found.same += 1;
      if (here !== undefined) ids.set(tag.id, here);
      continue;
    }
    const back = backOf(tag);
    const here = own ?? known.get(inPlace.get(placeOf(back)) ?? "");
    if (!here) {
      found.added.push(tag);
      continue;
    }
    ids.set(tag.id, here.id);
    const as = returnedAs(own ? back : { ...back, attributes: undefined }, here);
    if (as === "same") found.same += 1;
    else
      found[as].push({
        ...{ tag, id: here.id, version: here.version, was: here.now, quote: here.quote },
        becomes: { kind: back.kind, ranges: back.ranges, attributes: withReturned(back, here.now) },
      });
  }
  found.missing = missingOf([...known.values()], new Set(ids.values()), asked.left);
  return found;
}

/** Those that left with the file, as far as it says what left. */
function missingOf(known: readonly Known[], there: ReadonlySet<string>, left: AnnotatedDocument["left"]) {
  if (!left) return [];
  const { states, kinds } = left;
  return known
    .filter(
      ({ id, type, state, before, now }) =>
        type === "annotation" &&
        before &&
        !there.has(id) &&
        states.includes(state) &&
        (kinds === null || kinds.includes(now.kind)),
    )
    .map(({ id, now, quote }) => ({ id, kind: now.kind, quote }));
}

type Writing = { client: Client; job: Task["job"]; revisionId: string; codebookVersion: number; origin: string };

/**
 * Writes what was changed there as new versions that wait for review; answers how many. A tag that somebody changed
 * since it was compared stays as it is.
 */
export async function writeReturned(
  { client, job, revisionId, codebookVersion, origin }: Writing,
  changes: readonly Change[],
): Promise<Set<string>> {
  if (changes.length === 0) return new Set();
  const rows = changes.map(({ id, version, tag, becomes }) => {
    const anchor = nowOf(tag).anchor;
    const { entityId } = becomes.attributes;
    return {
      ...{ id, seen: version, kind: becomes.kind, attributes: becomes.attributes },
      anchor: anchor && { ...anchor, revisionId },
      span_start: becomes.ranges[0]?.[0],
      span_end: becomes.ranges.at(-1)?.[1],
      entity: becomes.kind === "source" && typeof entityId === "string" ? entityId : null,
    };
  });
  const { rows: written } = await client.query<{ id: string }>(
    `with m as (
       select * from jsonb_to_recordset($2::jsonb) as m(id uuid, seen int, kind text, attributes jsonb, anchor jsonb,
                                                        span_start int, span_end int, entity uuid)
     ), held as materialized (
       select t.* from tag t join m on m.id = t.id
        where t.workspace_id = $1 and t.version = m.seen and t.state <> 'withdrawn' order by t.id for update of t
     ), versions as (
       insert into tag_version (workspace_id, tag_id, number, kind, state, attributes, schema_version, codebook_version,
                                anchor, to_article, origin, created_by)
       select h.workspace_id, h.id, h.version + 1, m.kind, 'open', m.attributes, 1, $3, m.anchor, false, $4, $5
         from held h join m on m.id = h.id
     ), heads as (
       update tag t set kind = m.kind, state = 'open', version = h.version + 1, span_start = m.span_start,
                        span_end = m.span_end, entity_id = m.entity, updated_by = $5, updated_at = now()
         from held h join m on m.id = h.id where t.workspace_id = h.workspace_id and t.id = h.id
     ), said as (
       insert into entry (workspace_id, project_id, report_id, did, created_by, tag_id, version, layer, refs)
       select h.workspace_id, h.project_id, h.report_id, 'changed-tag', $5, h.id, h.version + 1, h.layer,
              jsonb_build_object('jobId', $6::text)
         from held h
     )
     select id from held`,
    [job.workspaceId, JSON.stringify(rows), codebookVersion, origin, job.by, job.id],
  );
  return new Set(written.map(({ id }) => id));
}

/** Threads of a report that a file may bring back: by the words they begin with and what they are about. */
export async function threadsIn(client: Client, { job, reportId, layer }: Asked): Promise<Set<string>> {
  const { rows } = await client.query<{ id: string; tag_id: string | null; body: string }>(
    `select t.id, t.tag_id, (select c.body from comment c where c.workspace_id = t.workspace_id and c.thread_id = t.id
                              order by c.created_at, c.id limit 1) as body
       from thread t where t.workspace_id = $1 and t.report_id = $2 and t.layer = $3`,
    [job.workspaceId, reportId, layer],
  );
  return new Set(rows.flatMap(({ id, tag_id, body }) => [id, threadKey(tag_id, body)]));
}

export const threadKey = (tagId: string | null, body: string | undefined): string => `${tagId ?? ""} ${body ?? ""}`;
