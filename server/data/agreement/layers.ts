import "server-only";
import type { Actor, Standing } from "@/domain/access/actor";
import type { AskedAgreement } from "@/domain/agreement/project/asked";
import { comparedAttributes } from "@/domain/agreement/project/attributes";
import type { Described } from "@/domain/agreement/project/described";
import type { TagColumns } from "@/domain/agreement/project/layers";
import type { ProjectId } from "@/domain/ids";
import { followed, followedAttributes } from "@/server/data/entities/followed";
import type { Sql } from "@/server/data/transaction";
import { visibleTags } from "@/server/data/visible";

/** Whose layers of which project are compared. */
export type Compared = { actor: Actor; standing: Standing; projectId: ProjectId };

/** A report whose layers are open. `submittedBy` and `unfinishedBy` are its analysts with and without a submission. */
export type OpenReport = {
  id: string;
  title: string;
  language: string;
  revisionId: string;
  codePoints: number;
  week: string;
  submittedBy: string[];
  unfinishedBy: string[];
};

/** The reports whose layers are open, the latest first, and how many are still worked on blind. */
export async function openReports(
  db: Sql,
  { actor, projectId }: Compared,
  { from, to, most }: { from: string | undefined; to: string | undefined; most: number },
): Promise<{ reports: OpenReport[]; open: number; blind: number }> {
  const [counts] = await db.rows<{ open: number; blind: number }>(
    `select count(*) filter (where layers_opened_at is not null)::int as open,
            count(*) filter (where layers_opened_at is null and state <> 'set aside')::int as blind
       from report where workspace_id = $1 and project_id = $2`,
    [actor.workspaceId, projectId],
  );
  const reports = await db.rows<OpenReport>(
    `select r.id, r.title, r.language, r.revision_id as "revisionId", r.code_points as "codePoints",
            to_char(date_trunc('week', s.at at time zone 'UTC'), 'YYYY-MM-DD') as week,
            coalesce(s.by, '{}') as "submittedBy", coalesce(s.not_by, '{}') as "unfinishedBy"
       from report r
       cross join lateral (
         select coalesce(max(a.submitted_at), r.layers_opened_at) as at,
                array_agg(a.user_id::text) filter (where a.submitted_at is not null) as by,
                array_agg(a.user_id::text) filter (where a.submitted_at is null) as not_by
           from assignment a where a.workspace_id = r.workspace_id and a.report_id = r.id) s
      where r.workspace_id = $1 and r.project_id = $2 and r.layers_opened_at is not null
        and ($3::date is null or (s.at at time zone 'UTC')::date >= $3)
        and ($4::date is null or (s.at at time zone 'UTC')::date <= $4)
      order by r.layers_opened_at desc, r.id limit $5`,
    [actor.workspaceId, projectId, from ?? null, to ?? null, most],
  );
  return { reports, open: counts?.open ?? 0, blind: counts?.blind ?? 0 };
}

/** The kinds that stand in open layers. */
export async function kindsIn(db: Sql, compared: Compared): Promise<string[]> {
  const { actor, projectId } = compared;
  const rows = await db.rows<{ kind: string }>(
    `select distinct t.kind from tag t join report r on r.workspace_id = t.workspace_id and r.id = t.report_id
      where t.workspace_id = $1 and t.project_id = $2 and t.type = 'annotation' and ${openLayer(compared)}`,
    [actor.workspaceId, projectId],
  );
  return rows.map(({ kind }) => kind);
}

/** One person's tags on one report: 28 bytes a tag, in text order. */
export type Layer = { reportId: string; person: string; tags: TagColumns };

const bytesOfTag = 28;

type Wanted = {
  reports: readonly string[];
  when: AskedAgreement["layers"];
  proposals: AskedAgreement["proposals"];
};

/** The condition on `tag t` for what counts: all of them, or only those that did not begin as a suggestion. */
export const counts = (proposals: AskedAgreement["proposals"]): string =>
  proposals === "with"
    ? "true"
    : `not exists (select from tag_version o where o.workspace_id = t.workspace_id and o.tag_id = t.id and o.number = 1
         and o.origin like 'engine:%')`;

/** The layers of some reports, also those without a tag of these kinds, packed by the database so that hundreds of thousands of tags are a few rows. */
export async function layersOf(
  db: Sql,
  compared: Compared,
  { reports, kinds, when, proposals }: Wanted & { kinds: readonly string[] },
): Promise<Layer[]> {
  const rows = await db.rows<{ report_id: string; person: string; tags: Buffer }>(
    `select t.report_id, substr(t.layer, 9) as person,
            coalesce(string_agg(int4send(w.first) || int4send(w.last) || int4send(array_position($3::text[], w.kind) - 1)
              || uuid_send(t.id), ''::bytea order by w.first, w.last desc, array_position($3::text[], w.kind), t.id)
              filter (where w.kind = any($3::text[]) and w.first < w.last and ${counts(proposals)}), ''::bytea) as tags
       from tag t join report r on r.workspace_id = t.workspace_id and r.id = t.report_id
       cross join lateral (${versionCompared[when]}) w
      where t.workspace_id = $1 and t.report_id = any($2::uuid[]) and t.type = 'annotation' and ${openLayer(compared)}
      group by t.report_id, t.layer`,
    [compared.actor.workspaceId, reports, kinds],
  );
  return rows.map(({ report_id, person, tags }) => ({ reportId: report_id, person, tags: columnsOf(tags) }));
}

/** What people said of their tags, for the attributes that are compared. */
export async function describedLayersOf(
  db: Sql,
  compared: Compared,
  { reports, when, proposals }: Wanted,
): Promise<{ reportId: string; person: string; tags: Described[] }[]> {
  return db.rows(
    `select s."reportId", s.person, json_agg(json_build_array(s.kind, s.first, s.last, s.said, coalesce(l.links, '[]'), s.joins)
              order by s.first, s.last desc, s.kind, s.id) as tags
       from (
         select t.report_id as "reportId", substr(t.layer, 9) as person, t.id, w.kind, w.first, w.last,
                case when w.kind like 'label:%' then ${ownSaid} else json_strip_nulls(json_build_object(${attributes})) end as said, r.layers_opened_at as opened,
                count(*) over (partition by t.report_id, t.layer, w.kind, w.first, w.last) as stacked, null as joins
           from tag t join report r on r.workspace_id = t.workspace_id and r.id = t.report_id
           cross join lateral (${versionCompared[when]}) w
           join tag_version v on v.workspace_id = t.workspace_id and v.tag_id = t.id and v.number = w.version
           cross join lateral (select ${followedAttributes} as attributes) a
          where t.workspace_id = $1 and t.report_id = any($2::uuid[]) and t.type = 'annotation' and ${openLayer(compared)}
            and (w.kind in ('claim', 'place', 'source') or w.kind like 'label:%') and ${counts(proposals)}
         union all ${ownLinks(compared, { when, proposals })}) s
       left join lateral (${linksOfStacked(when)}) l on true
      group by s."reportId", s.person`,
    [compared.actor.workspaceId, reports],
  );
}

/** The words that tags stand on, in the versions that are compared; at most `length` characters of each. */
export async function quotesOf(
  db: Sql,
  compared: Compared,
  { ids, when, length }: { ids: readonly string[]; when: AskedAgreement["layers"]; length: number },
): Promise<ReadonlyMap<string, string>> {
  const rows = await db.rows<{ id: string; quote: string }>(
    `select t.id, left((select string_agg(s.part->>'quote', ' … ' order by s.at)
              from jsonb_array_elements(v.anchor->'segments') with ordinality as s(part, at)), $3) as quote
       from tag t join report r on r.workspace_id = t.workspace_id and r.id = t.report_id
       cross join lateral (${versionCompared[when]}) w
       join tag_version v on v.workspace_id = t.workspace_id and v.tag_id = t.id and v.number = w.version
      where t.workspace_id = $1 and t.id = any($2::uuid[]) and ${openLayer(compared)}`,
    [compared.actor.workspaceId, ids, length],
  );
  return new Map(rows.map(({ id, quote }) => [id, quote.replace(/\s+/g, " ")]));
}

/** The blocks of these revisions, for counting words. */
export async function blocksOf(
  db: Sql,
  { actor }: Compared,
  revisions: readonly string[],
): Promise<ReadonlyMap<string, { start: number; text: string }[]>> {
  const rows = await db.rows<{ revision_id: string; start: number; text: string }>(
    `select revision_id, start, text from block where workspace_id = $1 and revision_id = any($2::uuid[])
      order by revision_id, ordinal`,
    [actor.workspaceId, revisions],
  );
  const blocks = new Map<string, { start: number; text: string }[]>();
  for (const { revision_id, start, text } of rows) {
    const known = blocks.get(revision_id);
    if (known) known.push({ start, text });
    else blocks.set(revision_id, [{ start, text }]);
  }
  return blocks;
}

/** The analysts' layers of reports where they are open, as this person sees them. */
function openLayer({ actor, standing }: Compared): string {
  const columns = { layer: "t.layer", layersOpenedAt: "r.layers_opened_at", state: "t.state" };
  return `t.layer like 'analyst:%' and r.layers_opened_at is not null and ${visibleTags(actor.userId, standing, columns)}`;
}

/**
 * Which version of a tag is compared: the current one, or the last before the layers opened, from when on its people
 * may have changed it for what they saw in the others'.
 */
const versionCompared: Record<AskedAgreement["layers"], string> = {
  now: `select t.kind, t.span_start as first, t.span_end as last, t.version where t.state <> 'withdrawn'`,
  blind: `
    select t.kind, t.span_start as first, t.span_end as last, t.version
     where t.updated_at <= r.layers_opened_at and t.state <> 'withdrawn'
    union all
    select b.kind, b.first, b.last, b.version from (
      select v.kind, (v.anchor->'segments'->0->>'start')::int as first, (v.anchor->'segments'->-1->>'end')::int as last,
             v.number as version, v.state
        from tag_version v
       where v.workspace_id = t.workspace_id and v.tag_id = t.id and v.created_at <= r.layers_opened_at
       order by v.number desc limit 1) b
     where t.updated_at > r.layers_opened_at and b.state <> 'withdrawn'`,
};

const named = (tag: string, column: string) =>
  `case when ${tag}.${column} is not null then ${followed(`${tag}.workspace_id`, `${tag}.${column}`)} end`;

/** What a tag that shares its words with others of the same person's is linked to, each link as a text. */
const linksOfStacked = (when: AskedAgreement["layers"]) => `
  select json_agg(concat_ws(' ', case when k.from_id = s.id then 'to' else 'from' end, k.kind,
           coalesce(e.kind || ' ' || e.span_start || '-' || e.span_end, (${named("k", "to_entity_id")})::text, 'article'),
           ${named("e", "entity_id")})) as links
    from tag k left join tag e on e.workspace_id = $1
     and e.id = case when k.from_id = s.id then k.to_id else k.from_id end
   where s.stacked > 1 and k.workspace_id = $1 and (k.from_id = s.id or k.to_id = s.id) and k.state <> 'withdrawn'
     ${when === "blind" ? "and k.created_at <= s.opened" : ""}`;

/** Links of kinds that a project has of its own: where each starts, and what it leads from and to. */
const ownLinks = (compared: Compared, { when, proposals }: Omit<Wanted, "reports">) => `
  select t.report_id, substr(t.layer, 9), t.id, w.kind, f.span_start, f.span_end, ${ownSaid}, r.layers_opened_at, 1,
         concat_ws(' ', f.kind, 'to', coalesce(e.kind || ' ' || e.span_start || '-' || e.span_end,
           (${named("v", "to_entity_id")})::text, 'article'))
    from tag t join report r on r.workspace_id = t.workspace_id and r.id = t.report_id
    cross join lateral (${versionCompared[when]}) w
    join tag_version v on v.workspace_id = t.workspace_id and v.tag_id = t.id and v.number = w.version
    join tag f on f.workspace_id = t.workspace_id and f.id = v.from_id
    left join tag e on e.workspace_id = t.workspace_id and e.id = v.to_id
    cross join lateral (select ${followedAttributes} as attributes) a
   where t.workspace_id = $1 and t.report_id = any($2::uuid[]) and t.type = 'relation' and w.kind like 'relation:%'
     and ${openLayer(compared)} and ${counts(proposals)}`;

const attributes = [...new Set(comparedAttributes.map(({ attribute }) => attribute))]
  .map((name) => `'${name}', a.attributes->>'${name}'`)
  .join(", ");

/** What a tag of a project's own label says, each as one text: choices in order, an entity by its id, a place by its name. */
const ownSaid = `(
  select coalesce(json_object_agg(o.slug, case jsonb_typeof(o.value)
           when 'array' then (select string_agg(c.choice, ', ' order by c.choice) from jsonb_array_elements_text(o.value) as c(choice))
           when 'object' then coalesce(o.value->>'entityId', o.value->>'name')
           else o.value #>> '{}' end), '{}')
    from jsonb_each(a.attributes) as o(slug, value) where jsonb_typeof(o.value) <> 'null')`;

function columnsOf(packed: Buffer): TagColumns {
  const count = packed.length / bytesOfTag;
  const [starts, ends, kinds] = [new Int32Array(count), new Int32Array(count), new Int32Array(count)];
  for (let place = 0; place < count; place++) {
    starts[place] = packed.readInt32BE(place * bytesOfTag);
    ends[place] = packed.readInt32BE(place * bytesOfTag + 4);
    kinds[place] = packed.readInt32BE(place * bytesOfTag + 8);
  }
  return { count, starts, ends, kinds, idAt: (place) => uuidAt(packed, place * bytesOfTag + 12) };
}

function uuidAt(packed: Buffer, at: number): string {
  const hex = packed.toString("hex", at, at + 16);
  return `${hex.slice(0, 8)}-${hex.slice(8, 12)}-${hex.slice(12, 16)}-${hex.slice(16, 20)}-${hex.slice(20)}`;
}
