import "server-only";
import type { Actor } from "@/domain/access/actor";
import { Preferences } from "@/domain/people/me";
import { prisma } from "@/server/data/prisma";
import type { Sql, Tx } from "@/server/data/transaction";

export type AboutMe = { workspaceName: string; preferences: Preferences; outboxKeys: readonly string[] };

/** What the sign-in itself does not say about this person. */
export async function aboutMe(actor: Actor): Promise<AboutMe> {
  const session = "session" in actor.via ? actor.via.session : undefined;
  const [user, workspace, keys] = await Promise.all([
    prisma().user.findUniqueOrThrow({ where: { id: actor.userId }, select: { preferences: true } }),
    prisma().workspace.findUniqueOrThrow({ where: { id: actor.workspaceId }, select: { name: true } }),
    session === undefined ? [] : outboxKeys(actor, session),
  ]);
  return {
    workspaceName: workspace.name,
    preferences: Preferences.catch({}).parse(user.preferences),
    outboxKeys: keys,
  };
}

/** What somebody likes; what is kept and no longer understood is left out. */
export async function preferencesOf(db: Sql, { userId }: Actor): Promise<Preferences> {
  const [row] = await db.rows("select preferences from users where id = $1", [userId]);
  return Preferences.catch({}).parse(row?.["preferences"]);
}

/**
 * The key of this sign-in first, then those of the person's recent ones: what was written offline under a sign-in that
 * ended meanwhile can still be read and sent after signing in again.
 */
async function outboxKeys(actor: Actor, session: string): Promise<string[]> {
  const signIns = await prisma().session.findMany({
    where: { userId: actor.userId, workspaceId: actor.workspaceId },
    orderBy: { createdAt: "desc" },
    take: 20,
    select: { id: true, outboxKey: true },
  });
  return signIns
    .toSorted((a, b) => Number(b.id === session) - Number(a.id === session))
    .map(({ outboxKey }) => Buffer.from(outboxKey).toString("base64"));
}

/** Changes what is given of a person's own name and preferences. */
export async function changePerson(
  tx: Tx,
  actor: Actor,
  { name, preferences }: { name?: string | undefined; preferences?: Preferences | undefined },
): Promise<void> {
  await tx.rows(
    "update users set name = coalesce($2, name), preferences = preferences || coalesce($3::jsonb, '{}') where id = $1",
    [actor.userId, name ?? null, preferences === undefined ? null : JSON.stringify(preferences)],
  );
}
