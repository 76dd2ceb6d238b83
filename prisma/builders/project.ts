import type { Actor } from "@/domain/access/actor";
import { ProjectId } from "@/domain/ids";
import type { Project } from "@/domain/project/project";
import { sql } from "@/server/data/transaction";
import { newId } from "@/server/new-id";

type Wish = Partial<Pick<Project, "slug" | "name" | "mode" | "twoPersonRule" | "languages" | "guidelines">>;

/** A project with its first codebook, made by this person, who becomes its editor. */
export async function aProject(by: Actor, wish: Wish = {}): Promise<ProjectId> {
  const id = newId(ProjectId);
  const { slug = id, name = "North", mode = "shared", twoPersonRule = false, languages = ["en"] } = wish;
  await sql.rows(
    `with made as (
       insert into project (workspace_id, id, slug, name, mode, languages, preset, guidelines, two_person_rule, created_by)
       values ($1, $2, $4, $5, $6, $7, 'conflict-monitor', $8, $9, $3)
     ), book as (
       insert into codebook_version (workspace_id, project_id, number, content, created_by)
       values ($1, $2, 1, '{"eventTypes": [], "labels": []}', $3)
     )
     insert into project_member (workspace_id, project_id, user_id, role) values ($1, $2, $3, 'editor')`,
    [by.workspaceId, id, by.userId, slug, name, mode, languages, wish.guidelines ?? "", twoPersonRule],
  );
  return id;
}
