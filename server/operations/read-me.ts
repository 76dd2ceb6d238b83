import "server-only";
import type { Actor } from "@/domain/access/actor";
import { refusalInWorkspace } from "@/domain/access/policy";
import { fail, ok, type Result } from "@/domain/failure";
import type { Me } from "@/domain/people/me";
import { aboutMe } from "@/server/data/people";
import { projectsOf } from "@/server/data/projects";

/** Who asks, with their roles, and, for a browser, the key of its outbox. */
export async function readMe(actor: Actor): Promise<Result<Me>> {
  const refusal = refusalInWorkspace(actor, "see-own");
  return refusal ? fail(refusal) : ok(await aboutAsker(actor));
}

/** The same without asking whether it may be read: for whoever just changed it. */
export async function aboutAsker(actor: Actor): Promise<Me> {
  const [{ workspaceName, preferences, outboxKeys }, projects] = await Promise.all([aboutMe(actor), projectsOf(actor)]);
  const [current, ...former] = outboxKeys;
  return {
    id: actor.userId,
    email: actor.email,
    name: actor.name,
    workspace: { id: actor.workspaceId, name: workspaceName, role: actor.workspaceRole },
    projects: projects.map(({ id, slug, name, role }) => ({ id, slug, name, role })),
    roles: { workspace: actor.workspaceRole, projects: Object.fromEntries(projects.map(({ id, role }) => [id, role])) },
    scopes: [...actor.scopes],
    preferences,
    ...(current === undefined ? {} : { outboxKey: current, formerOutboxKeys: former }),
  };
}
