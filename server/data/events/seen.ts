import "server-only";
import type { Actor, Standing } from "@/domain/access/actor";
import { worksBlind } from "@/domain/access/policy";

/** Who looks at events, in the project that these are in. */
export type Viewer = { actor: Pick<Actor, "workspaceId" | "userId">; standing: Standing };

const claimOfIt = `select from event_claim m
  join tag mt on mt.workspace_id = m.workspace_id and mt.id = m.claim_id
  join report mr on mr.workspace_id = mt.workspace_id and mr.id = mt.report_id
 where m.workspace_id = e.workspace_id and m.event_id = e.id`;

/**
 * The condition on `event e` for lists of what goes on: one that only archived reports tell of is put away with them. An
 * event without claims, as one of an earlier sheet, is told of by none.
 */
export const notPutAway = `(not exists (${claimOfIt}) or exists (${claimOfIt} and mr.archived_at is null))`;

/**
 * The condition on `event e` for what this person sees: a reader accepted ones, a blind analyst those whose claims all
 * stand in reports with open layers. Behind every list, page, count, search and file of events.
 */
export function seenEvents({ standing }: Viewer): string {
  if (standing.role === "reader") return "e.state = 'accepted'";
  if (!worksBlind(standing)) return "true";
  return `(exists (${claimOfIt}) and not exists (${claimOfIt} and mr.layers_opened_at is null))`;
}
