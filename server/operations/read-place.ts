import "server-only";
import type { Actor } from "@/domain/access/actor";
import { refusalInProject } from "@/domain/access/policy";
import { pageLength } from "@/domain/entity/entity-page";
import { fail, ok, type Result } from "@/domain/failure";
import { gazetteerAttribution } from "@/domain/gazetteer/attribution";
import type { PlaceAddress } from "@/domain/gazetteer/place-address";
import type { ProjectId } from "@/domain/ids";
import type { PlacePage } from "@/domain/map/place-page";
import { decidedOfPlace, eventsAt, monthsOf, placeSaid, spellingsAt, usesOfPlace } from "@/server/data/places/uses";
import { standingIn } from "@/server/data/standings";
import { sql } from "@/server/data/transaction";

/**
 * A place that mentions of a project were resolved to: where it is named, what is located at it, and what was decided.
 * One that no mention was resolved to, as far as this person sees, is empty.
 */
export async function readPlace(actor: Actor, projectId: ProjectId, address: PlaceAddress): Promise<Result<PlacePage>> {
  const standing = await standingIn(sql, actor, projectId);
  if (!standing) return fail({ kind: "not-found" });
  const refusal = refusalInProject(actor, standing, "see-project");
  if (refusal) return fail(refusal);
  const asked = { actor, standing, projectId, address };
  const place = await placeSaid(sql, asked);
  const { mentions, claims } = await usesOfPlace(sql, asked);
  const events = refusalInProject(actor, standing, "see-events") ? [] : await eventsAt(sql, asked);
  return ok({
    ...(place && { place }),
    spellings: await spellingsAt(sql, asked),
    mentions: mentions.slice(0, pageLength),
    claims: claims.slice(0, pageLength),
    events: events.slice(0, pageLength),
    decided: await decidedOfPlace(sql, asked),
    months: await monthsOf(sql, asked),
    more: {
      mentions: mentions.length > pageLength,
      claims: claims.length > pageLength,
      events: events.length > pageLength,
    },
    attribution: gazetteerAttribution,
  });
}
