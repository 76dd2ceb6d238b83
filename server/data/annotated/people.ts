import type { Client } from "pg";
import { idOfExternal } from "../../import/annotated/ids";
import type { Task } from "../../import/annotated/task";

export type Members = { byId: ReadonlySet<string>; byName: ReadonlyMap<string, string | null> };

/** Who belongs to the workspace: by id, and by names and addresses that only one of them has. */
export async function membersOf(client: Client, { workspaceId, projectId }: Task["job"]): Promise<Members> {
  const { rows } = await client.query<{ id: string; name: string; email: string }>(
    `select u.id, u.name, u.email from users u join project_member m on m.user_id = u.id
      where m.workspace_id = $1 and m.project_id = $2`,
    [workspaceId, projectId],
  );
  const byName = new Map<string, string | null>();
  for (const { id, name, email } of rows)
    for (const key of new Set([name.toLowerCase(), email.toLowerCase()])) byName.set(key, byName.has(key) ? null : id);
  return { byId: new Set(rows.map(({ id }) => id)), byName };
}

/** Who a name of the file most likely is; nobody where it is not clear. */
export const suggested = ({ byId, byName }: Members, { id, name }: { id?: string; name: string }): string | null =>
  (id !== undefined && byId.has(id) ? id : byName.get(name.toLowerCase())) ?? null;

/** People of the files as they are here: members where somebody said so, else names without an account. */
export function peopleHere({ projectId, by }: Task["job"], authors: Readonly<Record<string, string | null>>) {
  const names = new Map<string, string>();
  const fresh = new Map<string, string>();
  const known = new Map<string, string>();
  const idOf = (name: string): string => {
    const member = authors[name];
    if (member) return member;
    const id = idOfExternal(projectId, name);
    fresh.set(id, name);
    return id;
  };
  return {
    named: (id: string, name: string) => void names.set(id, name),
    person(author: { id?: string; name: string } | undefined): string {
      if (!author) return by;
      const name = (author.id && names.get(author.id)) ?? author.name;
      const id = known.get(name) ?? idOf(name);
      known.set(name, id);
      return id;
    },
    /** Keeps the names of those who came up and have no account. */
    async keep(client: Client, { workspaceId }: Task["job"]): Promise<void> {
      if (fresh.size === 0) return;
      await client.query(
        `insert into external_author (workspace_id, project_id, id, name)
         select $1, $2, a.* from unnest($3::uuid[], $4::text[]) as a on conflict do nothing`,
        [
          workspaceId,
          projectId,
          [...fresh.keys()],
          [...fresh.values()].map((name) => [...name].slice(0, 200).join("")),
        ],
      );
    },
  };
}
export type People = ReturnType<typeof peopleHere>;
