import "server-only";
import type { Actor } from "@/domain/access/actor";
import { refusalInWorkspace } from "@/domain/access/policy";
import { fail, ok, type Result } from "@/domain/failure";
import type { NotificationId } from "@/domain/ids";
import type { Notification, Unread } from "@/domain/notification/notification";
import { inboxOf, markAll, markLine, unreadOf } from "@/server/data/inbox";
import { inTransaction, type Sql, sql } from "@/server/data/transaction";
import type { Page } from "@/server/page";

export type InboxPaging = { unread: boolean; before: readonly [string, string] | undefined; limit: number };

const unreadNow = async (db: Sql, actor: Actor): Promise<Unread> => ({ unread: (await unreadOf(db, [actor]))[0] ?? 0 });

/** What this person was told, newest first, as far as it still leads somewhere. */
export async function readInbox(actor: Actor, paging: InboxPaging): Promise<Result<Page<Notification> & Unread>> {
  const refusal = refusalInWorkspace(actor, "see-own");
  if (refusal) return fail(refusal);
  const [page, unread] = await Promise.all([inboxOf(sql, actor, paging), unreadNow(sql, actor)]);
  return ok({ ...page, ...unread });
}

/** How many lines of it are unread, for the badge. */
export const countUnread = (actor: Actor): Promise<Unread> => unreadNow(sql, actor);

/** Marks a line of one's own inbox read, or unread again. */
export const markNotification = (actor: Actor, id: NotificationId, read: boolean): Promise<Result<Unread>> =>
  inTransaction(actor.workspaceId, async (tx) => {
    const refusal = refusalInWorkspace(actor, "mark-own");
    if (refusal) return fail(refusal);
    if (!(await markLine(tx, actor.userId, id, read))) return fail({ kind: "not-found" });
    return ok(await unreadNow(tx, actor));
  });

/** Marks all lines read that were there at this moment; what came since stays unread. */
export const markAllRead = (actor: Actor, until: string): Promise<Result<Unread>> =>
  inTransaction(actor.workspaceId, async (tx) => {
    const refusal = refusalInWorkspace(actor, "mark-own");
    if (refusal) return fail(refusal);
    await markAll(tx, actor.userId, until);
    return ok(await unreadNow(tx, actor));
  });
