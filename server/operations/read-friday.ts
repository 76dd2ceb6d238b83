import "server-only";
import type { Actor } from "@/domain/access/actor";
import { refusalInProject } from "@/domain/access/policy";
import { checksOf } from "@/domain/event/checks";
import { closePairs } from "@/domain/event/close-pairs";
import { dataWeekOf } from "@/domain/event/data-week";
import type { DateKind } from "@/domain/event/date-kinds";
import type { Event } from "@/domain/event/event";
import { type Friday, movedFigures } from "@/domain/event/friday";
import { fail, ok, type Result } from "@/domain/failure";
import { EventId, type ProjectId } from "@/domain/ids";
import { now } from "@/server/clock";
import { findEvents, withDerived } from "@/server/data/events/find";
import { eventsOfWeek, outletsOfWeek, turnsOfWeek } from "@/server/data/events/friday";
import { eventSettingsOf } from "@/server/data/events/settings";
import { standingIn } from "@/server/data/standings";
import { sql } from "@/server/data/transaction";

/** So many events of a week are looked at. */
const most = 2000;

/** The data week of a day as it stands before a release: what is new, what moved, and what to look at. */
export async function readFriday(
  actor: Actor,
  projectId: ProjectId,
  { day, by }: { day: string | undefined; by: DateKind },
): Promise<Result<Friday>> {
  const standing = await standingIn(sql, actor, projectId);
  if (!standing) return fail({ kind: "not-found" });
  const refusal = refusalInProject(actor, standing, "see-events");
  if (refusal) return fail(refusal);
  const viewer = { actor, standing };
  const { weekStart } = await eventSettingsOf(sql, actor.workspaceId, projectId);
  const week = dataWeekOf(day ?? now().toISOString().slice(0, 10), weekStart);
  const ids = await eventsOfWeek(sql, viewer, { projectId, week, by, limit: most });
  const { events } = await withDerived(sql, viewer, await findEvents(sql, viewer, ids));
  const turns = await turnsOfWeek(sql, viewer, { projectId, week, limit: most });
  const living = turns.filter(({ state }) => state !== "withdrawn" && state !== "rejected");
  return ok({
    ...{ ...week, by, events: events.length },
    fresh: living.filter(({ before, within }) => within && !before).map(named),
    changed: living.filter(({ before }) => before).map(named),
    withdrawn: turns.filter((turn) => turn.before && !living.includes(turn)).map(named),
    moved: turns.flatMap((turn) =>
      turn.old && turn.fresh ? movedFigures(turn.old, turn.fresh).map((each) => ({ ...named(turn), ...each })) : [],
    ),
    checks: events.flatMap((event) => {
      const checks = checksOf(event);
      return checks.length > 0 ? [{ eventId: event.id, title: event.content.title, checks }] : [];
    }),
    pairs: closePairs(events.flatMap(placed)).map(({ one, other, kilometres }) => ({
      one: branded(one),
      other: branded(other),
      kilometres,
    })),
    ...(await outletsOfWeek(sql, actor.workspaceId, { projectId, week })),
  });
}

const named = ({ id, title }: { id: EventId; title: string }) => ({ id, title });
const branded = ({ id, title }: { id: string; title: string }) => ({ id: EventId.parse(id), title });

function placed({ id, content, derived }: Event) {
  const { latitude, longitude } = derived.place;
  const { from, to } = derived.date;
  if (content.type === undefined || latitude === undefined || longitude === undefined || to === undefined) return [];
  return [{ id, title: content.title, type: content.type, from: from ?? to, to, latitude, longitude }];
}
