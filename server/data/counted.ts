import "server-only";
import type { Actor, Standing } from "@/domain/access/actor";

/** Who counts, as SQL: names of columns, or literals. */
export type Counting = { userId: string; role: string; mode: string };

const quoted = (text: string) => `'${text.replaceAll("'", "''")}'`;

/** One person in one project. */
export const countingFor = ({ userId }: Actor, { role, mode }: Standing): Counting => ({
  userId: quoted(userId),
  role: quoted(role),
  mode: quoted(mode),
});

/** The layer of `report r` that this person's counts are about: see `countedLayer`; a blind analyst's is their own. */
const layer = ({ userId, role, mode }: Counting) => `(case when ${mode} = 'shared' then 'shared'
  when ${role} = 'analyst' and r.layers_opened_at is null then 'analyst:' || ${userId}
  else 'final' end)`;

/** A report's tags by state, as `TagCounts` has them without its zeros; a reader sees what is accepted. */
export const tagCounts = (who: Counting): string => `(select jsonb_object_agg(state, n) from (
  select t.state, count(*) as n from tag t
   where t.workspace_id = r.workspace_id and t.report_id = r.id and t.layer = ${layer(who)}
     and t.state <> 'withdrawn' and (${who.role} <> 'reader' or t.state = 'accepted')
   group by t.state) counted)`;

/** The analysts' tags of an open independent report, and how many are settled: says what `settledTags` says. */
export const toSettle = ({ role, mode }: Pick<Counting, "role" | "mode">): string => `(case
  when ${mode} = 'independent' and ${role} <> 'reader' and r.layers_opened_at is not null then (${settling}) end)`;

const finals = "from tag f where f.workspace_id = r.workspace_id and f.report_id = r.id and f.layer = 'final'";
const stands = "f.state not in ('withdrawn', 'rejected')";
const derived = (type: string, more = "true") =>
  `select unnest(f.derived_from) ${finals} and f.type = '${type}' and ${more}`;
const leftOut = `(${derived("annotation")} except ${derived("annotation", stands)})`;

const settling = `select json_build_object('tags', count(*)::int, 'settled', count(*) filter (where
    case a.type when 'annotation' then a.id in (${derived("annotation")})
      else a.id in (${derived("relation")}) or a.from_id in ${leftOut} or a.to_id in ${leftOut} end)::int)
  from tag a
 where a.workspace_id = r.workspace_id and a.report_id = r.id and a.layer like 'analyst:%' and a.state <> 'withdrawn'`;
