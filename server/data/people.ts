import "server-only";
import type { Actor } from "@/domain/access/actor";
import { Preferences } from "@/domain/people/me";
import { prisma } from "@/server/data/prisma";
import type { Tx } from "@/server/data/transaction";

export type AboutMe = { workspaceName: string; preferences: Preferences; outboxKey: string | undefined };

/** What the sign-in itself does not say about the asker. */
export async function aboutMe(actor: Actor): Promise<AboutMe> {
  const session = "session" in actor.via ? actor.via.session : undefined;
  const [user, workspace, signIn] = await Promise.all([
    prisma().user.findUniqueOrThrow({ where: { id: actor.userId }, select: { preferences: true } }),
    prisma().workspace.findUniqueOrThrow({ where: { id: actor.workspaceId }, select: { name: true } }),
    session === undefined ? null : prisma().session.findUnique({ where: { id: session }, select: { outboxKey: true } }),
  ]);
  return {
    workspaceName: workspace.name,
    preferences: Preferences.catch({}).parse(user.preferences),
    outboxKey: signIn ? Buffer.from(signIn.outboxKey).toString("base64") : undefined,
  };
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
