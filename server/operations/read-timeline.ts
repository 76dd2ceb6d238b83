import "server-only";
import type { Actor, Standing } from "@/domain/access/actor";
import { refusalInProject } from "@/domain/access/policy";
import { dataWeekOf } from "@/domain/event/data-week";
import type { Timeline, TimelineWish } from "@/domain/event/timeline";
import { timelineOf } from "@/domain/event/timeline-lanes";
import { byEvent, type EventWeek } from "@/domain/event/week";
import { fail, ok, type Result } from "@/domain/failure";
import type { ProjectId } from "@/domain/ids";
import { now } from "@/server/clock";
import { eventsById } from "@/server/data/events/find";
import { outlinedEvents } from "@/server/data/events/outlines";
import { eventSettingsOf } from "@/server/data/events/settings";
import { eventLinesIn } from "@/server/data/events/week";
import { standingIn } from "@/server/data/standings";
import { sql } from "@/server/data/transaction";

export type AskedTimeline = Omit<TimelineWish, "weekStart"> & {
  states: Parameters<typeof outlinedEvents>[2]["states"];
};

async function standingThere(actor: Actor, projectId: ProjectId): Promise<Result<Standing>> {
  const standing = await standingIn(sql, actor, projectId);
  if (!standing) return fail({ kind: "not-found" });
  const refusal = refusalInProject(actor, standing, "see-events");
  return refusal ? fail(refusal) : ok(standing);
}

/** A project's events on a line of time, as far as this person sees them. */
export async function readTimeline(
  actor: Actor,
  projectId: ProjectId,
  { states, ...wish }: AskedTimeline,
): Promise<Result<Timeline>> {
  const standing = await standingThere(actor, projectId);
  if (!standing.ok) return standing;
  const { weekStart } = await eventSettingsOf(sql, actor.workspaceId, projectId);
  const viewer = { actor, standing: standing.value };
  const { events, pending } = await outlinedEvents(sql, viewer, { projectId, states });
  const { disputed, ...line } = timelineOf(events, { ...wish, weekStart });
  const contradictions = await eventsById(sql, viewer, disputed.slice(0, mostContradictions));
  return ok({ ...line, pending, disputed: disputed.length, contradictions });
}

/** So many disputed events are shown with what stands against what. */
const mostContradictions = 20;

/** So many lines of a week are gathered. */
const mostLines = 500;

/** What happened to a project's events in the data week of a day, as far as this person sees them. */
export async function readEventWeek(
  actor: Actor,
  projectId: ProjectId,
  day: string | undefined,
): Promise<Result<EventWeek>> {
  const standing = await standingThere(actor, projectId);
  if (!standing.ok) return standing;
  const { weekStart } = await eventSettingsOf(sql, actor.workspaceId, projectId);
  const week = dataWeekOf(day ?? now().toISOString().slice(0, 10), weekStart);
  const lines = await eventLinesIn(sql, { actor, standing: standing.value }, { projectId, week, limit: mostLines + 1 });
  return ok({ ...week, more: lines.length > mostLines, items: byEvent(lines.slice(0, mostLines)) });
}
