import "server-only";
import { z } from "zod";
import { type Actor, roleIn } from "@/domain/access/actor";
import type { Codebook } from "@/domain/codebook/codebook";
import { ProjectId } from "@/domain/ids";
import { EventSettings } from "@/domain/project/event-settings";
import { type ChangeProject, ListedProject, type Project, ProjectRole } from "@/domain/project/project";
import { ReviewSettings } from "@/domain/project/review-settings";
import { SuggestionSettings } from "@/domain/project/suggestion-settings";
import { fromMarkdown } from "@/domain/prose/markdown/read";
import type { Prose } from "@/domain/prose/prose";
import { now } from "@/server/clock";
import { addCodebookVersion } from "@/server/data/codebooks";
import { putMember } from "@/server/data/members";
import { type Sql, sql, type Tx } from "@/server/data/transaction";

const Row = z.object({
  id: ProjectId,
  name: z.string(),
  slug: z.string(),
  mode: ListedProject.shape.mode,
  languages: z.array(z.string()),
  preset: ListedProject.shape.preset,
  guidelines: z.string(),
  two_person_rule: z.boolean(),
  release_approval: z.boolean(),
  practice: z.boolean(),
  pool_size: z.int(),
  pool_hours: z.int(),
  countries: z.array(z.string()),
  review: ReviewSettings,
  suggestions: SuggestionSettings,
  events: EventSettings,
  codebook_version: z.int(),
  created_at: z.date(),
  archived_at: z.date().nullable(),
  role: ProjectRole.nullable(),
});

const selectWith = (more: string) => `
  select ${more} p.id, p.name, p.slug, p.mode, p.languages, p.preset, p.guidelines, p.two_person_rule, p.review, p.suggestions,
         p.event_settings as events,
         p.release_approval, p.practice, p.pool_size, p.pool_hours, p.countries,
         p.codebook_version, p.created_at, p.archived_at, pm.role
    from project p
    left join project_member pm on pm.workspace_id = p.workspace_id and pm.project_id = p.id and pm.user_id = $2
   where p.workspace_id = $1`;

const select = selectWith("");
const selectWhole = selectWith("p.guidelines_prose,");

type WholeRow = { guidelines_prose: Prose | null } & Record<string, unknown>;

function toProject(actor: Actor, row: WholeRow): Project | undefined {
  const project = toListed(actor, row);
  return project && { ...project, guidelinesProse: row.guidelines_prose ?? fromMarkdown(project.guidelines).prose };
}

function toListed(actor: Actor, row: unknown): Omit<Project, "guidelinesProse"> | undefined {
  const {
    two_person_rule,
    release_approval,
    pool_size,
    pool_hours,
    codebook_version,
    created_at,
    archived_at,
    role: member,
    ...same
  } = Row.parse(row);
  const role = roleIn(actor.workspaceRole, member ?? undefined);
  if (!role) return undefined;
  return {
    ...same,
    role,
    twoPersonRule: two_person_rule,
    releaseApproval: release_approval,
    poolSize: pool_size,
    poolHours: pool_hours,
    codebookVersion: codebook_version,
    createdAt: created_at.toISOString(),
    ...(archived_at && { archivedAt: archived_at.toISOString(), archived: true }),
  };
}

/** The actor's projects by name, with how many reports stand where; an admin sees all of the workspace. */
export async function projectsOf(actor: Actor): Promise<ListedProject[]> {
  const rows = await sql.rows(`${select} and ($3 or pm.role is not null) order by lower(p.name), p.id limit 1000`, [
    actor.workspaceId,
    actor.userId,
    actor.workspaceRole === "admin",
  ]);
  const projects = rows.flatMap((row) => toListed(actor, row) ?? []);
  const counts = await reportCounts(
    actor,
    projects.map(({ id }) => id),
  );
  return projects.map((project) => ({ ...project, reports: counts.get(project.id) ?? {} }));
}

const Counts = z.object({ project_id: ProjectId, counts: ListedProject.shape.reports });

async function reportCounts(actor: Actor, ids: readonly ProjectId[]) {
  const rows = await sql.rows(
    `select project_id, json_object_agg(state, count order by state) as counts
       from (select project_id, state, count(*)::int as count from report
              where workspace_id = $1 and project_id = any($2) and archived_at is null
              group by project_id, state) counted
      group by project_id`,
    [actor.workspaceId, ids],
  );
  return new Map(
    rows.map((row) => {
      const { project_id, counts } = Counts.parse(row);
      return [project_id, counts];
    }),
  );
}

/** The project of this slug, for telling somebody that it is taken. */
export async function findProjectBySlug(db: Pick<Tx, "rows">, actor: Actor, slug: string) {
  const [row] = await db.rows<WholeRow>(`${selectWhole} and p.slug = $3`, [actor.workspaceId, actor.userId, slug]);
  return row && toProject(actor, row);
}

/** One project, if it exists for this actor. */
export async function findProject(db: Pick<Tx, "rows">, actor: Actor, id: ProjectId): Promise<Project | undefined> {
  const [row] = await db.rows<WholeRow>(`${selectWhole} and p.id = $3`, [actor.workspaceId, actor.userId, id]);
  return row && toProject(actor, row);
}

/** Keeps a project's settings from being changed by anybody else until the transaction ends. */
export async function lockProject(tx: Tx, id: ProjectId): Promise<void> {
  await tx.rows("select 1 from project where workspace_id = $1 and id = $2 for no key update", [tx.workspaceId, id]);
}

/** Whether a project is for practice, so that nothing of it may leave. */
export async function isPractice(db: Sql, workspaceId: string, id: ProjectId): Promise<boolean> {
  const { project } = await db.prisma();
  return (await project.count({ where: { workspaceId, id, practice: true } })) > 0;
}

export type NewProject = Omit<
  Project,
  "role" | "createdAt" | "codebookVersion" | "review" | "suggestions" | "events" | "archived" | "archivedAt"
>;

/** Adds a project with the first version of its codebook; its maker becomes its editor. False when the slug is taken. */
export async function addProject(tx: Tx, actor: Actor, project: NewProject, codebook: Codebook): Promise<boolean> {
  const { id, slug, name, mode, languages, preset, guidelines, guidelinesProse, twoPersonRule, practice } = project;
  const made = await tx.rows(
    `insert into project (workspace_id, id, slug, name, mode, languages, preset, guidelines, two_person_rule, practice,
       pool_size, pool_hours, created_by, countries, guidelines_prose, suggestions, release_approval)
     values ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10, $11, $12, $13, $14, $15, $16, $17)
     on conflict (workspace_id, slug) do nothing returning id`,
    [
      tx.workspaceId,
      id,
      slug,
      name,
      mode,
      languages,
      preset,
      guidelines,
      twoPersonRule,
      practice,
      project.poolSize,
      project.poolHours,
      actor.userId,
      project.countries,
      JSON.stringify(guidelinesProse),
      // Whoever practises shall find things themselves.
      JSON.stringify(practice ? { on: false } : {}),
      project.releaseApproval,
    ],
  );
  if (made.length === 0) return false;
  await addCodebookVersion(tx, actor, id, { ...codebook, version: 1 });
  await putMember(tx, id, actor.userId, "editor");
  return true;
}

/** Changes what is given; guidelines in both their forms. */
export async function changeProjectRow(tx: Tx, id: ProjectId, change: ChangeProject): Promise<void> {
  const { name, guidelines, languages, twoPersonRule, poolSize, poolHours, review, countries, events, suggestions } =
    change;
  await tx.rows(
    `update project set name = coalesce($3, name), guidelines = coalesce($4, guidelines),
            languages = coalesce($5, languages), two_person_rule = coalesce($6, two_person_rule),
            review = coalesce($7::jsonb, review), pool_size = coalesce($8, pool_size),
            pool_hours = coalesce($9, pool_hours), countries = coalesce($10, countries),
            guidelines_prose = coalesce($11::jsonb, guidelines_prose), suggestions = coalesce($12::jsonb, suggestions),
            event_settings = coalesce($13::jsonb, event_settings), release_approval = coalesce($14, release_approval)
      where workspace_id = $1 and id = $2`,
    [
      tx.workspaceId,
      id,
      name ?? null,
      guidelines ?? null,
      languages ?? null,
      twoPersonRule ?? null,
      review ? JSON.stringify(review) : null,
      poolSize ?? null,
      poolHours ?? null,
      countries ?? null,
      change.guidelinesProse ? JSON.stringify(change.guidelinesProse) : null,
      suggestions ? JSON.stringify(suggestions) : null,
      events ? JSON.stringify(events) : null,
      change.releaseApproval ?? null,
    ],
  );
}

/** Puts a project away or brings it back. */
export async function archiveProjectRow(tx: Tx, id: ProjectId, archived: boolean): Promise<void> {
  const { project } = await tx.prisma();
  await project.updateMany({
    where: { workspaceId: tx.workspaceId, id },
    data: { archivedAt: archived ? now() : null },
  });
}
