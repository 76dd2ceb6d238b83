import "server-only";
import type { Actor } from "@/domain/access/actor";
import { type ProjectId, ReportId, UserId } from "@/domain/ids";
import { givenBack } from "@/server/data/assignments";
import type { Sql, Tx } from "@/server/data/transaction";

type PoolSettings = { poolSize: number; poolHours: number };

export async function poolOf(db: Sql, workspaceId: string, projectId: ProjectId): Promise<PoolSettings> {
  const { project } = await db.prisma();
  const found = await project.findUnique({
    where: { workspaceId_id: { workspaceId, id: projectId } },
    select: { poolSize: true, poolHours: true },
  });
  return found ?? { poolSize: 0, poolHours: 0 };
}

/** Begun from the pool, and neither the work nor a tag of that person touched since `$4` hours. Says what `isAbandoned` says. */
export const abandoned = (hours: string) => `(a.origin = 'pool' and a.state in ('assigned', 'in progress')
  and a.touched_at <= now() - make_interval(hours => ${hours})
  and not exists (select 1 from tag k where k.workspace_id = a.workspace_id and k.report_id = a.report_id
    and k.updated_by = a.user_id and k.updated_at > now() - make_interval(hours => ${hours})))`;

const holders = (hours: string) => `(select count(*) from assignment a
  where a.workspace_id = r.workspace_id and a.report_id = r.id and not ${givenBack} and not ${abandoned(hours)})`;

/** Reports that are to be worked on, as a condition on `report r`. */
export const toWorkOn = "r.state in ('new', 'in work', 'in review') and r.triage in ('untriaged', 'relevant')";

/** The condition on `report r` for what the pool still gives this person: nothing they had or have tags on already. */
const offered = (size: string, hours: string, user: string) => `${toWorkOn}
  and not exists (select 1 from assignment o where o.workspace_id = r.workspace_id and o.report_id = r.id and o.user_id = ${user})
  and not exists (select 1 from tag k where k.workspace_id = r.workspace_id and k.report_id = r.id
    and k.created_by = ${user} and k.state <> 'withdrawn')
  and ${holders(hours)} < ${size}`;

/** How many reports the pool still has for this person, up to a thousand. */
export async function waitingInPool(
  db: Sql,
  { workspaceId, userId }: Pick<Actor, "workspaceId" | "userId">,
  projectId: ProjectId,
  { poolSize, poolHours }: PoolSettings,
): Promise<number> {
  if (poolSize === 0) return 0;
  const rows = await db.rows(
    `select 1 from report r where r.workspace_id = $1 and r.project_id = $2 and ${offered("$3", "$4", "$5")} limit 1000`,
    [workspaceId, projectId, poolSize, poolHours, userId],
  );
  return rows.length;
}

/**
 * Locks the next report that the pool has for this person: the most urgent, then the one due first, then the oldest.
 * One that somebody else is just taking is passed over; if there are only such, it waits for them.
 * What was read before the lock may have changed, so it is asked again under it.
 */
export async function lockNextOfPool(
  tx: Tx,
  projectId: ProjectId,
  userId: UserId,
  { poolSize, poolHours }: PoolSettings,
): Promise<ReportId | undefined> {
  const passed: ReportId[] = [];
  for (const waiting of ["skip locked", ""]) {
    for (;;) {
      const [row] = await tx.rows(
        `select r.id from report r where r.workspace_id = $1 and r.project_id = $2 and ${offered("$3", "$4", "$5")}
            and r.id <> all($6::uuid[])
          order by r.priority desc, r.due asc nulls last, r.created_at, r.id limit 1 for no key update of r ${waiting}`,
        [tx.workspaceId, projectId, poolSize, poolHours, userId, passed],
      );
      if (!row) break;
      const id = ReportId.parse(row["id"]);
      const still = await tx.rows(
        `select 1 from report r where r.workspace_id = $1 and r.id = $2 and ${offered("$3", "$4", "$5")}`,
        [tx.workspaceId, id, poolSize, poolHours, userId],
      );
      if (still.length > 0) return id;
      passed.push(id);
    }
  }
  return undefined;
}

/** Ends what was abandoned on a report, so that somebody else has it now; answers whose it was. */
export async function endAbandoned(tx: Tx, reportId: ReportId, poolHours: number): Promise<UserId[]> {
  const rows = await tx.rows(
    `update assignment a set state = 'closed', state_at = now()
      where a.workspace_id = $1 and a.report_id = $2 and ${abandoned("$3")} returning a.user_id`,
    [tx.workspaceId, reportId, poolHours],
  );
  return rows.map(({ user_id }) => UserId.parse(user_id));
}
