import "server-only";
import type { Actor } from "@/domain/access/actor";
import { refusalInProject, refusalInWorkspace } from "@/domain/access/policy";
import { fail, ok, type Result } from "@/domain/failure";
import type { ReportId } from "@/domain/ids";
import { isAfter } from "@/domain/live/position";
import { positionNow } from "@/server/data/live/feed";
import { rightsOf } from "@/server/data/live/rights";
import { standingOn } from "@/server/data/standings";
import { sql } from "@/server/data/transaction";
import { openStream } from "@/server/live/open-stream";
import { sealPosition, unsealPosition } from "@/server/live/sealed-position";

/**
 * Everything that happens from now on, or from a position on, that this person may know of: ids, for them to fetch.
 * A text that is no position of theirs, or one that this database has not reached, as after a restored backup, is
 * answered as if there were none: with `resumed: false`, for whoever asks to fetch everything.
 */
export async function follow(
  actor: Actor,
  { reportId, after }: { reportId: ReportId | undefined; after: string | undefined },
): Promise<Result<ReadableStream<Uint8Array>>> {
  const refusal = refusalInWorkspace(actor, "see-own");
  if (refusal) return fail(refusal);
  if (reportId) {
    const on = await standingOn(sql, actor, reportId);
    if (!on) return fail({ kind: "not-found" });
    const hidden = refusalInProject(actor, on.standing, "see-project");
    if (hidden) return fail(hidden);
  }
  const [now, [rights]] = await Promise.all([positionNow(sql), rightsOf(sql, [actor])]);
  if (!rights) return fail({ kind: "signed-out" });
  const told = after === undefined ? undefined : unsealPosition(actor, after);
  const known = told && !isAfter(told, now) ? told : undefined;
  const stream = openStream({ actor, rights, reportId, position: known ?? now, resumed: known !== undefined });
  return stream ? ok(stream) : fail({ kind: "unavailable", reason: "stopping" });
}

/** Where the history is: who reads anything after asking and follows from here misses nothing. */
export const historyPosition = async (actor: Actor): Promise<string> => sealPosition(actor, await positionNow(sql));
