import "server-only";
import PgBoss from "pg-boss";
import { z } from "zod";
import { JobId, WorkspaceId } from "@/domain/ids";
import type { JobPlace } from "@/server/data/jobs/jobs";
import { forsakenJobs } from "@/server/data/jobs/running";
import { pool } from "@/server/data/pool";
import { sql } from "@/server/data/transaction";
import { outageMet } from "@/server/health/outages";
import type { JobKind } from "@/server/jobs/kind";
import { letGo, runJob } from "@/server/jobs/run";
import { log, wordsOf } from "@/server/log";

/** pg-boss's own tables; a backup leaves them out, and what they knew is made again from our rows. */
export const schema = "pgboss";
const everywhere: Where = { queue: "jobs" };
/** Jobs that one process runs at a time: a short one does not wait for a long one. */
const atOnce = 2;
/** Milliseconds between two looks for jobs that nobody runs. */
const between = 3000;

declare global {
  /** Kept across the bundles that Next makes of us. */
  var glossatorJobs: { boss: PgBoss; workers: string[]; queue: string } | undefined;
}

/** Whose jobs a process runs; left out, everybody's. Tests run their own alone. */
type Where = { queue: string; workspaceId?: WorkspaceId };

const Place = z.object({ workspaceId: WorkspaceId, id: JobId });

/**
 * Begins to run jobs in this process, as soon as the database answers. Answers how to end it.
 *
 * pg-boss brings the ids of jobs to processes; whatever it loses (a process was killed, a backup was restored) is found
 * in our rows and handed to it again.
 */
export function runJobs(kinds: readonly JobKind[], where = everywhere): () => Promise<void> {
  let over = false;
  let timer: NodeJS.Timeout | undefined;
  const step = async () => {
    try {
      if (!globalThis.glossatorJobs) await open(kinds, where);
      for (const job of over ? [] : await forsakenJobs(sql, where.workspaceId)) await deliver(job);
    } catch (error) {
      if (!outageMet(error)) log({ level: "error", what: "jobs", ...wordsOf(error) });
    }
    if (!over) timer = setTimeout(() => void step(), between).unref();
  };
  void step();
  return async () => {
    over = true;
    clearTimeout(timer);
    letGo();
    const open = globalThis.glossatorJobs;
    globalThis.glossatorJobs = undefined;
    await open?.boss.stop({ graceful: false, wait: true });
  };
}

async function open(kinds: readonly JobKind[], { queue }: Where): Promise<void> {
  const db = { executeSql: (text: string, values?: unknown[]) => pool().query(text, values) };
  const boss = new PgBoss({ db, schema, schedule: false, archiveCompletedAfterSeconds: 3600, deleteAfterDays: 1 });
  boss.on("error", (error) => {
    if (!outageMet(error)) log({ level: "error", what: "jobs", ...wordsOf(error) });
  });
  await boss.start();
  await boss.createQueue(queue, { name: queue, policy: "short" });
  const workers: string[] = [];
  for (let nth = 0; nth < atOnce; nth += 1) {
    const options = { batchSize: 1, pollingIntervalSeconds: 1 };
    workers.push(
      await boss.work(queue, options, async ([job]) => {
        const place = Place.safeParse(job?.data);
        if (place.success) await runJob(place.data, kinds);
      }),
    );
  }
  globalThis.glossatorJobs = { boss, workers, queue };
}

/** Hands a job to whichever process is free; one that waits already is not handed over twice. */
export async function deliver({ workspaceId, id }: JobPlace): Promise<void> {
  const open = globalThis.glossatorJobs;
  if (!open) return;
  const options = { singletonKey: id, retryLimit: 0, expireInHours: 23 };
  await open.boss.send(open.queue, { workspaceId, id }, options);
  for (const worker of open.workers) open.boss.notifyWorker(worker);
}
