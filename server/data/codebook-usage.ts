import "server-only";
import type { Actor, Standing } from "@/domain/access/actor";
import type { Codebook } from "@/domain/codebook/codebook";
import type { CodebookUsage } from "@/domain/codebook/codebook-answers";
import type { ProjectId } from "@/domain/ids";
import { seenEnds, seenTags } from "@/server/data/tags/read";
import type { Sql } from "@/server/data/transaction";

type Row = { kind: string; slug: string | null; value: string | null; count: number };

/** How many living tags of a project this person sees for each label, relation type, attribute, choice and event type. */
export async function usageOf(
  db: Sql,
  { actor, standing, projectId }: { actor: Actor; standing: Standing; projectId: ProjectId },
  codebook: Codebook,
): Promise<CodebookUsage> {
  const choosing = withChoices(codebook);
  const rows = await db.rows<Row>(
    `with seen as materialized (
       select t.kind, v.attributes from tag t
         join report r on r.workspace_id = t.workspace_id and r.id = t.report_id
         join tag_version v on v.workspace_id = t.workspace_id and v.tag_id = t.id and v.number = t.version
        where t.workspace_id = $1 and t.project_id = $2 and t.state <> 'withdrawn'
          and (t.kind like 'label:%' or t.kind like 'relation:%' or t.kind = 'claim')
          and ${seenTags(actor, standing)} ${seenEnds(standing)}
     ), own as (
       select s.kind, a.slug, a.value from seen s cross join lateral jsonb_each(s.attributes) as a(slug, value)
        where s.kind <> 'claim'
     ), chosen as (
       select o.kind, o.slug, x.value from own o join unnest($3::text[], $4::text[]) as c(kind, slug) using (kind, slug)
         cross join lateral jsonb_array_elements_text(
           case jsonb_typeof(o.value) when 'array' then o.value else jsonb_build_array(o.value) end) as x(value)
     )
     select kind, null as slug, null as value, count(*)::int as count from seen where kind <> 'claim' group by kind
     union all select kind, slug, null, count(*)::int from own group by kind, slug
     union all select kind, slug, value, count(*)::int from chosen group by kind, slug, value
     union all select kind, 'eventType', attributes->>'eventType', count(*)::int from seen
        where kind = 'claim' and attributes ? 'eventType' group by kind, attributes->>'eventType'`,
    [actor.workspaceId, projectId, choosing.map(({ kind }) => kind), choosing.map(({ slug }) => slug)],
  );
  return { ...inOrder(rows), reportFields: await fieldUsage(db, actor, projectId) };
}

/** How many reports say something in a field, and with which value where that is one of few. */
async function fieldUsage(
  db: Sql,
  { workspaceId }: Actor,
  projectId: ProjectId,
): Promise<CodebookUsage["reportFields"]> {
  const rows = await db.rows<{ slug: string; value: string | null; reports: number }>(
    `select x.slug, case when grouping(x.value) = 0 then x.value end as value, count(*)::int as reports
       from report r cross join lateral jsonb_each_text(r.fields) as x(slug, value)
      where r.workspace_id = $1 and r.project_id = $2 and r.fields <> '{}'::jsonb
      group by grouping sets ((x.slug), (x.slug, x.value)) order by reports desc limit 5000`,
    [workspaceId, projectId],
  );
  return rows.flatMap(({ slug, value, reports }) =>
    value === null
      ? [
          {
            slug,
            reports,
            values: rows.flatMap((row) =>
              row.slug === slug && row.value !== null ? [{ value: row.value, reports: row.reports }] : [],
            ),
          },
        ]
      : [],
  );
}

const withChoices = ({ labels, relationTypes }: Codebook) =>
  [
    ...labels.map((each) => ({ ...each, kind: `label:${each.slug}` })),
    ...relationTypes.map((each) => ({ ...each, kind: `relation:${each.slug}` })),
  ].flatMap(({ kind, attributes }) =>
    attributes.filter(({ choices }) => choices.length > 0).map(({ slug }) => ({ kind, slug })),
  );

function inOrder(rows: readonly Row[]): Pick<CodebookUsage, "kinds" | "eventTypes"> {
  const kinds = rows.flatMap(({ kind, slug, count }) => (slug === null ? [{ kind, tags: count }] : []));
  return {
    kinds: kinds.map(({ kind, tags }) => ({
      kind,
      tags,
      attributes: rows.flatMap((row) =>
        row.kind === kind && row.slug !== null && row.value === null
          ? [{ slug: row.slug, tags: row.count, values: valuesOf(rows, kind, row.slug) }]
          : [],
      ),
    })),
    eventTypes: valuesOf(rows, "claim", "eventType").map(({ value, tags }) => ({ slug: value, tags })),
  };
}

const valuesOf = (rows: readonly Row[], kind: string, slug: string) =>
  rows.flatMap((row) =>
    row.kind === kind && row.slug === slug && row.value !== null ? [{ value: row.value, tags: row.count }] : [],
  );
