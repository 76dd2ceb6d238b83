import "server-only";
import { type Actor, roleIn, type Standing } from "@/domain/access/actor";
import { ProjectId, type ReportId, RevisionId } from "@/domain/ids";
import type { ProjectRole } from "@/domain/project/project";
import type { Sql } from "@/server/data/transaction";

type ProjectRow = { mode: Standing["mode"]; role: ProjectRole | null; archived: boolean };
type ReportRow = ProjectRow & {
  project_id: string;
  revision_id: string;
  layers_open: boolean;
  closed: boolean;
  two_person_rule: boolean;
  codebook_version: number;
};

/** What an action on a report or its tags must know before it asks the policy. */
export type ReportStanding = {
  standing: Standing;
  projectId: ProjectId;
  reportId: ReportId;
  revisionId: RevisionId;
  layersOpen: boolean;
  closed: boolean;
  twoPersonRule: boolean;
  codebookVersion: number;
};

const membership =
  "left join project_member pm on pm.workspace_id = p.workspace_id and pm.project_id = p.id and pm.user_id = $3";

/** Who was deactivated while they asked is nobody any more. */
const letIn = "exists (select from users u where u.id = $3 and u.disabled_at is null)";

const inProject = `select p.mode, pm.role, p.archived_at is not null as archived from project p ${membership} where p.workspace_id = $1 and p.id = $2 and ${letIn}`;

const onReport = `
  select p.mode, pm.role, p.archived_at is not null as archived, r.project_id, r.revision_id, r.layers_opened_at is not null as layers_open,
         r.closed_at is not null as closed, p.two_person_rule, p.codebook_version
    from report r
    join project p on p.workspace_id = r.workspace_id and p.id = r.project_id
    ${membership}
   where r.workspace_id = $1 and r.id = $2 and ${letIn}`;

const standingFrom = (actor: Actor, { mode, role: member, archived }: ProjectRow): Standing | undefined => {
  const role = roleIn(actor.workspaceRole, member ?? undefined);
  return role && { role, mode, ...(archived && { archived }) };
};

/** The actor's role in a project of their workspace; undefined when for them there is no such project. */
export async function standingIn(db: Sql, actor: Actor, projectId: ProjectId): Promise<Standing | undefined> {
  const [row] = await db.rows<ProjectRow>(inProject, [actor.workspaceId, projectId, actor.userId], "standing-in");
  return row && standingFrom(actor, row);
}

/** The same for the project of a report, with what decides about changes; undefined when there is no such report for them. */
export async function standingOn(db: Sql, actor: Actor, reportId: ReportId): Promise<ReportStanding | undefined> {
  const [row] = await db.rows<ReportRow>(onReport, [actor.workspaceId, reportId, actor.userId], "standing-on");
  const standing = row && standingFrom(actor, row);
  if (!standing) return undefined;
  return {
    standing,
    projectId: ProjectId.parse(row.project_id),
    reportId,
    revisionId: RevisionId.parse(row.revision_id),
    layersOpen: row.layers_open,
    closed: row.closed,
    twoPersonRule: row.two_person_rule,
    codebookVersion: row.codebook_version,
  };
}
