import "server-only";
import type { Actor, Standing } from "@/domain/access/actor";
import type { ProjectId } from "@/domain/ids";
import { visibleTo } from "@/server/data/visible";

/** Whose dashboard of which project, and from which day on. */
export type About = { actor: Actor; standing: Standing; projectId: ProjectId; from: string };

/** Lines of the history that are looked at, the latest first, so that the cost does not grow with the project. */
export const mostEntries = 300_000;

/** The values of `$1` to `$4` in what follows. */
export const aboutValues = ({ actor, projectId, from }: About): unknown[] => [
  actor.workspaceId,
  projectId,
  from,
  mostEntries,
];

/** The project's latest history entries `e`, of what this person may see; blind work is not counted. */
export function recentEntries({ actor, standing }: About): string {
  const seen = visibleTo(actor.userId, standing, { layer: "l.layer", layersOpenedAt: "r.layers_opened_at" });
  return `(select l.* from (
      select * from entry where workspace_id = $1 and project_id = $2 order by id desc limit $4) l
    left join report r on r.workspace_id = l.workspace_id and r.id = l.report_id
   where l.created_at >= $3::date and (l.layer is null or ${seen})) e`;
}

/** The decisions `e` among them that stand, with the verdict `d`, its tag `t` and the version `v` it was made on. */
export const recentDecisions = (about: About): string => `${recentEntries(about)}
  join verdict d on d.workspace_id = e.workspace_id and d.id = (e.refs->>'verdictId')::uuid and d.undone_at is null
  join tag t on t.workspace_id = d.workspace_id and t.id = d.tag_id
  join tag_version v on v.workspace_id = d.workspace_id and v.tag_id = d.tag_id and v.number = d.version`;

/** Those on other people's words: nobody reviews themselves. */
export const byOthers = `e.did in ('accepted', 'accepted-with-change', 'returned', 'rejected')
  and v.created_by <> d.created_by`;
