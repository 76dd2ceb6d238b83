import "server-only";
import type { Assignment } from "@/domain/assignment/assignment";
import { isIn, reopened } from "@/domain/assignment/machine";
import { Codebook } from "@/domain/codebook/codebook";
import { type ProjectId, type ReportId, UserId, type WorkspaceId } from "@/domain/ids";
import { shutGates } from "@/server/data/gates";
import { instant } from "@/server/data/tags/tag-json";
import type { Sql, Tx } from "@/server/data/transaction";

/** An `Assignment` from `assignment a`. */
export const assignmentJson = `json_strip_nulls(json_build_object('reportId', a.report_id, 'projectId', a.project_id,
  'userId', a.user_id, 'state', a.state, 'origin', a.origin, 'note', a.note, 'submitNote', a.submit_note, 'readTo', a.read_to,
  'assignedBy', a.created_by, 'createdAt', ${instant("a.created_at")}, 'stateAt', ${instant("a.state_at")},
  'touchedAt', ${instant("a.touched_at")}, 'submittedAt', ${instant("a.submitted_at")}))`;

/** Work that somebody gave back or lost without handing it in: it stands for nothing but that they had it. */
export const givenBack = "(a.state = 'closed' and a.submitted_at is null)";

export async function findAssignment(db: Sql, workspaceId: WorkspaceId, reportId: ReportId, userId: UserId) {
  const [row] = await db.rows<{ json: Assignment }>(
    `select ${assignmentJson} as json from assignment a
      where a.workspace_id = $1 and a.report_id = $2 and a.user_id = $3`,
    [workspaceId, reportId, userId],
    "find-assignment",
  );
  return row?.json;
}

/** Everybody's work on a report, first come first; one person's only where `only` is given. */
export async function assignmentsOn(
  db: Sql,
  workspaceId: WorkspaceId,
  reportId: ReportId,
  only?: UserId,
): Promise<Assignment[]> {
  const rows = await db.rows<{ json: Assignment }>(
    `select ${assignmentJson} as json from assignment a
      where a.workspace_id = $1 and a.report_id = $2 and ($3::uuid is null or a.user_id = $3)
      order by a.created_at, a.user_id`,
    [workspaceId, reportId, only],
    "assignments-on",
  );
  return rows.map(({ json }) => json);
}

type Wished = Pick<Assignment, "reportId" | "projectId" | "userId" | "state"> &
  Partial<Pick<Assignment, "origin" | "note" | "submitNote" | "readTo">> & {
    by: UserId;
    /** Whether the analyst did it: then they are at work. */
    touched?: boolean;
    submittedAt?: "now" | "never";
  };

/**
 * Makes an assignment or brings it on; what is not given stays. Who assigned it, and how it came about, is kept as it
 * was, unless `origin` is given. Ask under the report's lock.
 */
export async function keepAssignment(tx: Tx, wished: Wished): Promise<Assignment> {
  const {
    reportId,
    projectId,
    userId,
    state,
    origin,
    note,
    submitNote,
    readTo,
    by,
    touched = false,
    submittedAt,
  } = wished;
  const [row] = await tx.rows<{ json: Assignment }>(
    `insert into assignment as a (workspace_id, report_id, user_id, project_id, state, origin, note, read_to, created_by,
       submitted_at, submit_note)
     values ($1, $2, $3, $4, $5, coalesce($6, 'editor'), coalesce($7, ''), coalesce($8, 0), $9,
       case $11::text when 'now' then now() end, coalesce($12, ''))
     on conflict (workspace_id, report_id, user_id) do update set state = $5, origin = coalesce($6, a.origin),
       note = coalesce($7, a.note), read_to = coalesce($8, a.read_to),
       created_by = case when $6::text is null then a.created_by else $9 end,
       state_at = case when a.state = $5 then a.state_at else now() end,
       submit_note = coalesce($12, a.submit_note), touched_at = case when $10 then now() else a.touched_at end,
       submitted_at = case $11::text when 'now' then now() when 'never' then null else a.submitted_at end
     returning ${assignmentJson} as json`,
    [tx.workspaceId, reportId, userId, projectId, state, origin, note, readTo, by, touched, submittedAt, submitNote],
    "keep-assignment",
  );
  if (!row) throw new Error("An assignment was not kept.");
  if (isIn(state)) await shutGates(tx, [userId]);
  return row.json;
}

export async function removeAssignmentRow(tx: Tx, reportId: ReportId, userId: UserId): Promise<void> {
  const { assignment } = await tx.prisma();
  await assignment.deleteMany({ where: { workspaceId: tx.workspaceId, reportId, userId } });
}

/** Ends everybody's work on a report in the moment it is closed; answers whose it was. */
export async function closeWork(tx: Tx, reportId: ReportId, at: Date): Promise<UserId[]> {
  const { assignment } = await tx.prisma();
  const ended = await assignment.updateManyAndReturn({
    where: { workspaceId: tx.workspaceId, reportId, state: { not: "closed" } },
    data: { state: "closed", stateAt: at },
    select: { userId: true },
  });
  return ended.map(({ userId }) => UserId.parse(userId));
}

/** Opens again the work that ended when the report was closed, and no other; ask before its close is taken back. */
export async function reopenWork(tx: Tx, reportId: ReportId): Promise<UserId[]> {
  const rows = await tx.rows(
    `update assignment a
        set state = case when a.submitted_at is null then $3 else $4 end, state_at = now()
       from report r
      where a.workspace_id = $1 and a.report_id = $2 and a.state = 'closed' and r.workspace_id = $1 and r.id = $2
        and a.state_at = r.closed_at returning a.user_id`,
    [tx.workspaceId, reportId, reopened({}), reopened({ submittedAt: true })],
  );
  return rows.map(({ user_id }) => UserId.parse(user_id));
}

/** Submitted work becomes work in review when somebody begins to decide; answers whose it was. */
export async function beginReview(tx: Tx, reportId: ReportId): Promise<UserId[]> {
  const rows = await tx.rows(
    `update assignment set state = 'in review', state_at = now()
      where workspace_id = $1 and report_id = $2 and state = 'submitted' returning user_id`,
    [tx.workspaceId, reportId],
    "begin-review",
  );
  return rows.map(({ user_id }) => UserId.parse(user_id));
}

export type WorkSettings = {
  practice: boolean;
  poolSize: number;
  poolHours: number;
  /** The report's language and those of its project. */
  language: string;
  languages: string[];
  /** The codebook in force. */
  codebook: Codebook;
  title: string;
};

/** What of a report and its project decides about work on it. */
export async function workSettings(db: Sql, workspaceId: WorkspaceId, reportId: ReportId): Promise<WorkSettings> {
  const [row] = await db.rows<Omit<WorkSettings, "codebook"> & { codebook: unknown }>(
    `select p.practice, p.pool_size as "poolSize", p.pool_hours as "poolHours", r.language, p.languages, r.title,
            b.content as codebook
       from report r join project p on p.workspace_id = r.workspace_id and p.id = r.project_id
       left join codebook_version b on b.workspace_id = p.workspace_id and b.project_id = p.id
         and b.number = p.codebook_version
      where r.workspace_id = $1 and r.id = $2`,
    [workspaceId, reportId],
    "work-settings",
  );
  if (!row) throw new Error("The report is gone.");
  return { ...row, codebook: Codebook.parse(row.codebook ?? {}) };
}

/** Whoever has living tags of their own in a report's blind layers. */
export async function blindTaggers(db: Sql, workspaceId: WorkspaceId, reportId: ReportId): Promise<UserId[]> {
  const rows = await db.rows(
    `select distinct substr(layer, 9)::uuid as user_id from tag
      where workspace_id = $1 and report_id = $2 and layer like 'analyst:%' and state <> 'withdrawn'`,
    [workspaceId, reportId],
  );
  return rows.map(({ user_id }) => UserId.parse(user_id));
}

/** How much open work each of these people has in a project. */
export async function openWorkOf(
  db: Sql,
  workspaceId: WorkspaceId,
  projectId: ProjectId,
  people: readonly UserId[],
): Promise<Map<UserId, { reports: number; words: number }>> {
  const rows = await db.rows<{ user_id: UserId; reports: number; words: number }>(
    `select a.user_id, count(*)::int as reports, sum(r.words)::int as words from assignment a
       join report r on r.workspace_id = a.workspace_id and r.id = a.report_id
      where a.workspace_id = $1 and a.project_id = $2 and a.user_id = any($3::uuid[])
        and a.state in ('assigned', 'in progress', 'returned') group by a.user_id`,
    [workspaceId, projectId, people],
  );
  return new Map(rows.map(({ user_id, reports, words }) => [user_id, { reports, words }]));
}

export type OpenWork = Pick<Assignment, "reportId" | "state"> & { title: string };

/** A person's open work in a project, by title. */
export async function openAssignmentsIn(tx: Tx, projectId: ProjectId, userId: UserId): Promise<OpenWork[]> {
  return tx.rows<OpenWork>(
    `select a.report_id as "reportId", a.state, r.title from assignment a
       join report r on r.workspace_id = a.workspace_id and r.id = a.report_id
      where a.workspace_id = $1 and a.project_id = $2 and a.user_id = $3
        and a.state in ('assigned', 'in progress', 'returned') order by r.title, r.id limit 1000`,
    [tx.workspaceId, projectId, userId],
  );
}
