import "server-only";
import { Worker } from "node:worker_threads";
import type { ImportCheck, ImportResult } from "@/domain/import/annotated";
import type { FromThread, Task, ToThread } from "@/server/import/annotated/task";
import { JobFailed } from "@/server/jobs/kind";
import { beside, openThread } from "@/server/threads/open";
import { restingThreads } from "@/server/threads/resting";

/** Megabytes of a thread's heap: the longest line with what is made of it, and the records that are written together. */
const heap = 1024;

export type Hearing = {
  signal: AbortSignal;
  progress: (done: number, total?: number) => Promise<void>;
  /** Reports that were there and have new tags. */
  touched: (reports: readonly string[]) => Promise<void>;
};

/** Milliseconds that a thread with nothing to do waits for another task. */
const rest = 30_000;
const threads = restingThreads(
  () =>
    openThread({
      built: ({ resourceLimits, workerData }) =>
        new Worker(new URL("./worker.ts", import.meta.url), { resourceLimits, execArgv: [], workerData }),
      source: beside(import.meta.url, "worker.ts"),
      heap,
    }),
  rest,
);

/** Does a task in a thread that does nothing else meanwhile; throws `JobFailed` with what the thread says of files. */
export async function inThread(task: Task, hearing: Hearing): Promise<ImportCheck | ImportResult> {
  const worker = threads.take();
  const last = await heard(worker, task, hearing).catch(async (error: unknown) => {
    await worker.terminate();
    throw error;
  });
  threads.rests(worker);
  if (last.is === "failed") throw new JobFailed(last.reason);
  if (last.is === "broken") throw Object.assign(new Error(last.error.message), last.error);
  return last.result;
}

type Last = Extract<FromThread, { is: "done" | "failed" | "broken" }>;

/** Passes on what a thread says, one after the other, until it says the last. */
function heard(worker: Worker, task: Task, { signal, progress, touched }: Hearing): Promise<Last> {
  const leaving = new AbortController();
  const said = new Promise<Last>((resolve, reject) => {
    let before: Promise<unknown> = Promise.resolve();
    const next = (work: () => Promise<unknown>) => {
      before = before.then(work);
      before.catch(reject);
    };
    const hear = (message: FromThread) => {
      if (message.is === "progress") next(() => progress(message.done, message.total));
      else if (message.is === "touched") next(() => touched(message.reports));
      else next(async () => resolve(message));
    };
    const fails = (error: Error) => reject(outOfMemory(error) ? new JobFailed(tooLarge) : error);
    const exits = () => reject(new Error("The thread of an import ended."));
    worker.on("message", hear).on("error", fails).on("exit", exits);
    leaving.signal.addEventListener("abort", () => worker.off("message", hear).off("error", fails).off("exit", exits));
  });
  const say = (message: ToThread) => worker.postMessage(message);
  say({ is: "task", task });
  const stop = () => say({ is: "stop" });
  if (signal.aborted) stop();
  else signal.addEventListener("abort", stop, { signal: leaving.signal });
  return said.finally(() => leaving.abort());
}

const outOfMemory = (error: Error) => "code" in error && error.code === "ERR_WORKER_OUT_OF_MEMORY";
const tooLarge =
  "A record of the file is too large to be read. What was imported before it is listed and complete. Split the file and import the rest.";
