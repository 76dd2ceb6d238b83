import "server-only";
import type { Actor, Standing } from "@/domain/access/actor";
import { equalsOf, type Known } from "@/domain/entity/equals";
import type { MergeProposal } from "@/domain/entity/merge-proposal";
import { type EntityId, ProjectId, ProposalId, type UserId } from "@/domain/ids";
import { followed } from "@/server/data/entities/followed";
import { entitiesSeenBy, entityJson } from "@/server/data/entities/seen";
import { seenTags } from "@/server/data/tags/read";
import type { Sql, Tx } from "@/server/data/transaction";
import { newId } from "@/server/new-id";
import { type Page, toPage } from "@/server/page";

/** Proposes to merge some entities with their equals; a pair is proposed once, whatever became of it. */
export async function proposeMerges(tx: Tx, projectId: ProjectId, ids: readonly EntityId[]): Promise<void> {
  if (ids.length === 0) return;
  const all = await tx.rows<Known & { outlet: EntityId | null }>(
    `select e.id, e.name, e.aliases, e.kind, ${followed("e.workspace_id", "e.outlet_id")} as outlet
       from entity e where e.workspace_id = $1 and e.project_id = $2 and e.layer is null and e.merged_into is null`,
    [tx.workspaceId, projectId],
  );
  const known = all.map(({ outlet, ...entity }) => ({ ...entity, ...(outlet && { outletId: outlet }) }));
  const pairs = equalsOf(new Set(ids), known);
  await tx.rows(
    `insert into merge_proposal (workspace_id, project_id, id, one_id, other_id)
     select $1, $2, w.* from unnest($3::uuid[], $4::uuid[], $5::uuid[]) as w on conflict do nothing`,
    [
      tx.workspaceId,
      projectId,
      pairs.map(() => newId(ProposalId)),
      pairs.map(([one]) => one),
      pairs.map(([, other]) => other),
    ],
  );
}

type Viewer = { actor: Actor; standing: Standing };

/** How many tags lead to an entity `e` and what is merged into it, counted to where it matters. */
const uses = ({ actor, standing }: Viewer) => `(select count(*)::int from (
  select from tag t join report r on r.workspace_id = t.workspace_id and r.id = t.report_id
   where t.workspace_id = $1 and t.state <> 'withdrawn' and ${seenTags(actor, standing)}
     and (t.entity_id in (select m.id from entity m where m.workspace_id = $1 and (m.id = e.id or m.merged_into = e.id))
       or t.to_entity_id in (select m.id from entity m where m.workspace_id = $1 and (m.id = e.id or m.merged_into = e.id)))
   limit 1000) as used)`;

const end = (viewer: Viewer, id: string) => `(
  select json_build_object('entity', ${entityJson}, 'uses', ${uses(viewer)})
    from ${entitiesSeenBy(viewer)} e where e.workspace_id = $1 and e.id = ${id})`;

type Row = { id: ProposalId; one: MergeProposal["keep"]; other: MergeProposal["keep"] };

/**
 * A page of what a project proposes to merge, the earliest first. Ends that were merged meanwhile are followed; two
 * that are one by now, or of which the pair was dismissed, are no proposal.
 */
export async function proposalsIn(
  db: Sql,
  viewer: Viewer,
  { projectId, after, limit }: { projectId: ProjectId; after: ProposalId | undefined; limit: number },
): Promise<Page<MergeProposal>> {
  const rows = await db.rows<Row>(
    `with pair as (
       select p.id, p.dismissed_at, least(x.one, x.other) as one, greatest(x.one, x.other) as other
         from merge_proposal p
        cross join lateral (select ${followed("$1", "p.one_id")} as one, ${followed("$1", "p.other_id")} as other) x
        where p.workspace_id = $1 and p.project_id = $2
     ), standing as (
       select min(p.id::text)::uuid as id, p.one, p.other from pair p where p.one <> p.other
        group by p.one, p.other having bool_and(p.dismissed_at is null)
     )
     select s.id, ${end(viewer, "s.one")} as one, ${end(viewer, "s.other")} as other
       from standing s where $3::uuid is null or s.id > $3 order by s.id limit $4`,
    [viewer.actor.workspaceId, projectId, after ?? null, limit + 1],
  );
  const page = toPage(rows, limit, ({ id }) => [id]);
  return { ...page, items: page.items.map(({ id, one, other }) => proposal(id, one, other)) };
}

/** What was judged stays, else what is used more, else what was there first. */
function proposal(id: ProposalId, one: MergeProposal["keep"], other: MergeProposal["keep"]): MergeProposal {
  const rank = ({ entity, uses: used }: MergeProposal["keep"]) => [Number(entity.reliability !== undefined), used];
  const [[graded = 0, used = 0], [otherGraded = 0, otherUsed = 0]] = [rank(one), rank(other)];
  const otherFirst =
    otherGraded - graded || otherUsed - used || (other.entity.createdAt < one.entity.createdAt ? 1 : -1);
  return otherFirst > 0 ? { id, keep: other, merge: one } : { id, keep: one, merge: other };
}

/** Where a proposal belongs, whoever may see it. */
export async function projectOfProposal(db: Sql, workspaceId: string, id: ProposalId): Promise<ProjectId | undefined> {
  const { mergeProposal } = await db.prisma();
  const key = { workspaceId_id: { workspaceId, id } };
  const found = await mergeProposal.findUnique({ where: key, select: { projectId: true } });
  return found ? ProjectId.parse(found.projectId) : undefined;
}

/** Dismisses a proposal, with every other that has come to be about the same two, or proposes them again; false when it was so. */
export async function dismissProposal(tx: Tx, by: UserId, id: ProposalId, dismissed: boolean): Promise<boolean> {
  const changed = await tx.rows(
    `with ends as (
       select p.id, least(x.one, x.other) as one, greatest(x.one, x.other) as other
         from merge_proposal p
        cross join lateral (select ${followed("$1", "p.one_id")} as one, ${followed("$1", "p.other_id")} as other) x
        where p.workspace_id = $1 and p.project_id = (select project_id from merge_proposal where workspace_id = $1 and id = $2)
     )
     update merge_proposal p set dismissed_at = case when $3 then now() end, dismissed_by = case when $3 then $4::uuid end
       from ends e join ends o on o.id = $2 and o.one = e.one and o.other = e.other
      where p.workspace_id = $1 and p.id = e.id and (p.dismissed_at is not null) <> $3 returning p.id`,
    [tx.workspaceId, id, dismissed, by],
  );
  return changed.length > 0;
}
