import "server-only";
import { createHash } from "node:crypto";
import { type Actor, type Scope, scopes } from "@/domain/access/actor";
import { TokenId, UserId, WorkspaceId } from "@/domain/ids";
import { WorkspaceRole } from "@/domain/project/project";
import { together } from "@/server/data/together";
import { sql } from "@/server/data/transaction";

/** Only this of a secret is ever stored. The secrets have 256 random bits, so a plain hash is enough. */
export const hashOf = (secret: string) => createHash("sha256").update(secret).digest();

/** A sign-in that nobody used for so long is over, and so is any after `longestMs`. */
export const session = { idleMs: 7 * 24 * 3600_000, longestMs: 30 * 24 * 3600_000 };

type ActorRow = {
  secret_hash: Buffer;
  id: string;
  user_id: string;
  workspace_id: string;
  email: string;
  name: string;
  role: string;
  scopes: string[] | null;
  /** Of a token. */
  expires_at?: Date | null;
  stale: boolean;
};

const person = "u.id as user_id, m.workspace_id, u.email, u.name, m.role";

const bySession = `
  select s.secret_hash, s.id, ${person}, null as scopes, s.seen_at < now() - interval '1 minute' as stale
    from session s
    join users u on u.id = s.user_id and u.disabled_at is null
    join workspace_member m on m.workspace_id = s.workspace_id and m.user_id = s.user_id
   where s.secret_hash = any($1) and s.ended_at is null and s.expires_at > now()
     and s.seen_at > now() - make_interval(secs => $2)`;

const byToken = `
  select t.secret_hash, t.id, ${person}, t.scopes, t.expires_at,
         t.used_at is null or t.used_at < now() - interval '1 minute' as stale
    from token t
    join users u on u.id = t.user_id and u.disabled_at is null
    join workspace_member m on m.workspace_id = t.workspace_id and m.user_id = t.user_id
   where t.secret_hash = any($1) and t.revoked_at is null and (t.expires_at is null or t.expires_at > now())`;

/** One question for all requests that arrive together; each is still looked up when it is made. */
const rowsBy = (statement: string, name: string, more: readonly unknown[] = []) =>
  together(
    async (hashes: readonly Buffer[]) => {
      const rows = await sql.rows<ActorRow>(statement, [hashes, ...more], name);
      return hashes.map((hash) => rows.find((row) => row.secret_hash.equals(hash)));
    },
    { gather: 50 },
  );

const sessionRow = rowsBy(bySession, "actors-by-session", [session.idleMs / 1000]);
const tokenRow = rowsBy(byToken, "actors-by-token");

/** Whose sign-in this cookie's secret is; undefined when it ended, expired, or its person was disabled or removed. */
export async function actorBySession(secret: string): Promise<Actor | undefined> {
  const row = await sessionRow(hashOf(secret));
  if (!row) return undefined;
  if (row.stale) await sql.rows("update session set seen_at = now() where id = $1", [row.id]);
  return toActor(row, scopes, { session: row.id });
}

/** Whose token this is; undefined when it is unknown, revoked or expired, or its person was disabled or removed. */
export async function actorByToken(secret: string): Promise<Actor | undefined> {
  const row = await tokenRow(hashOf(secret));
  if (!row) return undefined;
  if (row.stale) {
    await sql.rows("update token set used_at = now() where workspace_id = $1 and id = $2", [row.workspace_id, row.id]);
  }
  const granted = scopes.filter((scope) => row.scopes?.includes(scope));
  return toActor(row, granted, { token: TokenId.parse(row.id), expiresAt: row.expires_at ?? undefined });
}

const toActor = (row: ActorRow, granted: readonly Scope[], via: Actor["via"]): Actor => ({
  userId: UserId.parse(row.user_id),
  workspaceId: WorkspaceId.parse(row.workspace_id),
  email: row.email,
  name: row.name,
  workspaceRole: WorkspaceRole.parse(row.role),
  scopes: granted,
  via,
});
