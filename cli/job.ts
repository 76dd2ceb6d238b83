import { setTimeout as sleep } from "node:timers/promises";
import { type Api, answered } from "@/cli/api";
import type { Running } from "@/cli/command";
import { Ended, exits, failed } from "@/cli/exits";
import type { Job } from "@/domain/job/job";
import { isOver } from "@/domain/job/job-values";

/** Milliseconds between two looks at a job, at first and at last. */
const [shortest, longest] = [150, 2000];

/** Waits until a job is over and shows how far it is; Ctrl+C leaves it running and says so. */
export async function followed(running: Running, api: Api, { id, what }: { id: string; what: string }): Promise<Job> {
  const { terminal, signal } = running;
  const progress = terminal.progress(what);
  try {
    for (let pause = shortest; ; pause = Math.min(longest, pause * 1.3)) {
      const job = answered(api, await api.ask("GET", `/jobs/${id}`));
      if (isOver(job)) return job;
      const { done, total, counted } = job.progress;
      progress.at(done, total, `${done}${total === undefined ? "" : ` of ${total}`} ${counted}`);
      await sleep(pause, undefined, { signal });
    }
  } catch (error) {
    if (!signal.aborted) throw error;
    throw new Ended(
      exits.interrupted,
      "Interrupted. The job goes on without you; run the same command to see how far it is.",
    );
  } finally {
    progress.end();
  }
}

/** What came of a job that is done; one that failed or was cancelled ends the command in its own words. */
export function resultOf({ state, error, result }: Job): unknown {
  if (state === "done") return result;
  throw failed(
    state === "cancelled"
      ? "Somebody cancelled the job. What it kept until then is still there."
      : (error ?? "The job failed."),
  );
}
