import "server-only";
import type { Actor } from "@/domain/access/actor";
import { refusalInProject } from "@/domain/access/policy";
import { wilson } from "@/domain/agreement/project/wilson";
import type { AskedDashboard, Dashboard, Outcomes } from "@/domain/dashboard/dashboard";
import { fail, ok, type Result } from "@/domain/failure";
import { type ProjectId, UserId } from "@/domain/ids";
import { now } from "@/server/clock";
import { namesOf } from "@/server/data/agreement/people";
import { currentCodebook } from "@/server/data/codebooks";
import { doneByWeek, type Waited, waitedByWeek } from "@/server/data/dashboard/flow";
import { type Outcome, outcomesBy, relabelled } from "@/server/data/dashboard/outcomes";
import { type About, mostEntries } from "@/server/data/dashboard/recent";
import { stuckIn } from "@/server/data/dashboard/stuck";
import { standingIn } from "@/server/data/standings";
import { sql } from "@/server/data/transaction";
import { oneAtATime } from "@/server/in-slices";

const DAY = 86_400_000;

/** How work goes in a project: what is done, how long it waits, what becomes of it, and what is stuck. */
export async function readDashboard(
  actor: Actor,
  projectId: ProjectId,
  asked: AskedDashboard,
): Promise<Result<Dashboard>> {
  const standing = await standingIn(sql, actor, projectId);
  if (!standing) return fail({ kind: "not-found" });
  const refusal = refusalInProject(actor, standing, "see-dashboard");
  if (refusal) return fail(refusal);
  const from = mondayOf(new Date(now().getTime() - (asked.weeks - 1) * 7 * DAY));
  const about = { actor, standing, projectId, from };
  const key = `${actor.workspaceId} ${projectId} ${actor.userId} ${JSON.stringify(asked)}`;
  return ok(await oneAtATime("dashboard", key, () => gather(about, asked)));
}

async function gather(about: About, { people, stuckAfter }: AskedDashboard): Promise<Dashboard> {
  const { actor, projectId, from } = about;
  const done = await doneByWeek(sql, about);
  const waited = await waitedByWeek(sql, about);
  const kinds = await outcomesBy(sql, about, "kind");
  const origins = await outcomesBy(sql, about, "origin");
  const persons = people ? await outcomesBy(sql, about, "person") : [];
  const names = await namesOf(
    sql,
    actor.workspaceId,
    persons.map(({ of }) => of),
  );
  const codebook = await currentCodebook(sql, actor.workspaceId, projectId);
  const labels = new Map(codebook?.labels.map(({ slug, name }) => [`label:${slug}`, name]));
  const today = now();
  return {
    projectId,
    from,
    weeks: weeksFrom(from, today).map((week) => ({
      ...(done.find((each) => each.week === week) ?? { week, ...nothing }),
      waited: summary(waited.find((each) => each.week === week)),
    })),
    waited: summary(waited.find((each) => each.week === null)),
    byKind: kinds.map((outcome) => ({
      kind: outcome.of,
      name: labels.get(outcome.of) ?? outcome.of,
      ...outcomesOf(outcome),
    })),
    byOrigin: origins.map((outcome) => ({ origin: outcome.of, ...outcomesOf(outcome) })),
    ...(people && {
      byPerson: names.flatMap(({ id, name }) => {
        const outcome = persons.find(({ of }) => of === id);
        return outcome ? [{ userId: UserId.parse(id), name, ...outcomesOf(outcome) }] : [];
      }),
    }),
    relabelled: await relabelled(sql, about),
    stuck: await stuckIn(sql, about, new Date(today.getTime() - stuckAfter * DAY).toISOString()),
    capped: [
      ...(done.reduce((total, { tagged }) => total + tagged, 0) >= mostEntries * 0.9
        ? [`Only the latest ${mostEntries} lines of the history are counted.`]
        : []),
    ],
  };
}

const nothing = { imported: 0, tagged: 0, decided: 0, handedIn: 0, closed: 0 };

const summary = (waited: Waited | undefined): Dashboard["waited"] =>
  waited && waited.n > 0 ? { median: waited.median, p90: waited.p90, n: waited.n } : null;

function outcomesOf({ unchanged, changed, returned, rejected }: Outcome): Outcomes {
  const decided = unchanged + changed + returned + rejected;
  const { share = 0, low = 0, high = 0 } = wilson(unchanged, decided) ?? {};
  return { decided, unchanged, changed, returned, rejected, share, low, high };
}

/** The Monday of a moment's week, in UTC. */
function mondayOf(at: Date): string {
  const back = (at.getUTCDay() + 6) % 7;
  return new Date(at.getTime() - back * DAY).toISOString().slice(0, 10);
}

function weeksFrom(from: string, to: Date): string[] {
  const weeks: string[] = [];
  for (let at = Date.parse(from); at <= to.getTime(); at += 7 * DAY)
    weeks.push(new Date(at).toISOString().slice(0, 10));
  return weeks;
}
