import { afterEach, beforeAll, describe, expect, test } from "vitest";
import { z } from "zod";
import type { Actor } from "@/domain/access/actor";
import { ok } from "@/domain/failure";
import { JobId, type ProjectId } from "@/domain/ids";
import type { Job } from "@/domain/job/job";
import { aPerson, joins } from "@/prisma/builders/person";
import { aProject } from "@/prisma/builders/project";
import { aWorkspace } from "@/prisma/builders/workspace";
import { addJob, findJob } from "@/server/data/jobs/jobs";
import { claimJob } from "@/server/data/jobs/running";
import { inTransaction, sql } from "@/server/data/transaction";
import { deliver, runJobs } from "@/server/jobs/deliver";
import { JobFailed, type JobKind, jobKind, type Running } from "@/server/jobs/kind";
import { runJob } from "@/server/jobs/run";
import { newId } from "@/server/new-id";
import { cancelJob, listJobs, readJob } from "@/server/operations/jobs";

let editor: Actor;
let projectId: ProjectId;
let end: (() => Promise<void>) | undefined;

beforeAll(async () => {
  editor = await aPerson(await aWorkspace());
  projectId = await aProject(editor);
});

afterEach(async () => {
  await end?.();
  end = undefined;
});

/** A kind that does what a test wants. */
const kind = (run: (running: Running<unknown>) => Promise<unknown>): JobKind =>
  jobKind({ kind: "check-import", deed: "import", counted: "records", data: z.unknown(), run });

async function aJob(): Promise<JobId> {
  const id = newId(JobId);
  await inTransaction(editor.workspaceId, async (tx) => {
    await addJob(tx, editor, { id, projectId, kind: "check-import", data: {}, counted: "records" });
    return ok(undefined);
  });
  return id;
}

const here = () => ({ queue: `jobs-${editor.workspaceId}`, workspaceId: editor.workspaceId });
const placeOf = (id: JobId) => ({ workspaceId: editor.workspaceId, id });

async function job(id: JobId): Promise<Job> {
  const found = await findJob(sql, editor.workspaceId, id);
  if (!found) throw new Error("There is no such job.");
  return found;
}

/** Waits until a job says what is expected of it. */
const until = (id: JobId, state: Job["state"]) =>
  expect.poll(async () => (await job(id)).state, { timeout: 30_000, interval: 50 }).toBe(state);

/** Never answers, but when it is to end. */
const endless = ({ signal }: Running<unknown>) =>
  new Promise((_, reject) => signal.addEventListener("abort", () => reject(new Error("ended")), { once: true }));

describe("a job that pg-boss brings", () => {
  test("runs, says how far it is, and keeps what came of it", async () => {
    end = runJobs(
      [
        kind(async ({ progress }) => {
          await progress(1, 2);
          await progress(2);
          return { found: 2 };
        }),
      ],
      here(),
    );
    const id = await aJob();
    await deliver(placeOf(id));
    await until(id, "done");
    expect(await job(id)).toMatchObject({ progress: { done: 2, total: 2 }, result: { found: 2 }, by: editor.userId });
  });

  test("runs although nobody brought it, as after a crash or a restored backup", async () => {
    const id = await aJob();
    end = runJobs([kind(async () => "found")], here());
    await until(id, "done");
  });

  test("is begun anew when the process that had it is gone", async () => {
    const id = await aJob();
    await claimJob(sql, placeOf(id));
    await sql.rows("update job set lease_until = now() - interval '1 second' where id = $1", [id]);
    const seen: number[] = [];
    end = runJobs([kind(async ({ attempt }) => seen.push(attempt))], here());
    await until(id, "done");
    expect(seen).toEqual([2]);
  });

  test("can be cancelled while it runs", async () => {
    end = runJobs([kind(endless)], here());
    const id = await aJob();
    await until(id, "running");
    expect(await cancelJob(editor, id)).toMatchObject({ value: { cancelling: true } });
    await until(id, "cancelled");
  });

  test("goes on elsewhere when its server stops", async () => {
    const stop = runJobs([kind(endless)], here());
    const id = await aJob();
    await until(id, "running");
    await stop();
    end = runJobs([kind(async () => "whole")], here());
    await until(id, "done");
  });
});

describe("a job", () => {
  test("that is brought twice runs once", async () => {
    const id = await aJob();
    let runs = 0;
    const once = [kind(async () => (runs += 1))];
    await Promise.all([runJob(placeOf(id), once), runJob(placeOf(id), once), runJob(placeOf(id), once)]);
    await runJob(placeOf(id), once);
    expect(runs).toBe(1);
  });

  test("that another process took over is ended by that one alone", async () => {
    const id = await aJob();
    await runJob(placeOf(id), [
      kind(async () => {
        await sql.rows("update job set attempt = attempt + 1 where id = $1", [id]);
        return "too late";
      }),
    ]);
    expect(await job(id)).toMatchObject({ state: "running" });
    expect((await job(id)).result).toBeUndefined();
  });

  test("that nobody began is cancelled at once, and never runs", async () => {
    const id = await aJob();
    expect(await cancelJob(editor, id)).toMatchObject({ value: { state: "cancelled" } });
    await runJob(placeOf(id), [kind(async () => "ran")]);
    expect((await job(id)).state).toBe("cancelled");
    expect(await cancelJob(editor, id)).toMatchObject({ value: { state: "cancelled" } });
  });

  test("says in plain words why it failed; what nobody expected goes to the log", async () => {
    const [known, unknown] = [await aJob(), await aJob()];
    await runJob(placeOf(known), [
      kind(async () => {
        throw new JobFailed("The file was cut off. Nothing was imported.");
      }),
    ]);
    await runJob(placeOf(unknown), [
      kind(async () => {
        throw new Error("secret words of a report");
      }),
    ]);
    expect(await job(known)).toMatchObject({ state: "failed", error: "The file was cut off. Nothing was imported." });
    expect((await job(unknown)).error).toMatch(/^Something went wrong on our side/);
    expect((await job(unknown)).error).not.toContain("secret");
  });

  test("that ends its process each time is begun five times and no more", async () => {
    const id = await aJob();
    await sql.rows("update job set attempt = 5 where id = $1", [id]);
    await runJob(placeOf(id), [kind(async () => "ran")]);
    expect(await job(id)).toMatchObject({ state: "failed" });
  });
});

test("editors see and cancel a project's jobs, others are told why not, strangers find none", async () => {
  const id = await aJob();
  const reviewer = await joins(await aPerson(editor.workspaceId), projectId, "reviewer");
  const stranger = await aPerson(await aWorkspace(), { role: "admin" });
  const page = await listJobs(editor, { projectId, after: undefined, limit: 1 });
  expect(page).toMatchObject({ ok: true, value: { items: [{ id }] } });
  for (const asked of [readJob, cancelJob]) {
    expect(await asked(reviewer, id)).toMatchObject({ failure: { kind: "forbidden", reason: "needs-editor" } });
    expect(await asked(stranger, id)).toMatchObject({ failure: { kind: "not-found" } });
  }
});
