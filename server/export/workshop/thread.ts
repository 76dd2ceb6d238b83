import "server-only";
import { Worker } from "node:worker_threads";
import type { Loss } from "@/domain/formats/loss";
import type { Counted, FromThread, Job, ToThread, Trial } from "@/server/export/workshop/messages";
import { beside, openThread } from "@/server/threads/open";
import { restingThreads } from "@/server/threads/resting";

/** Megabytes of a thread's heap: a report with all its tags, several times over. */
const heap = 512;
/** Milliseconds after which a reader who takes nothing has gone. */
const patience = 10 * 60_000;
/** A thread with nothing to do waits so many milliseconds for another export: it is fast once it has written one. */
const rest = 60_000;
/** Exports that may be written at a time. */
const most = 4;
let open = 0;
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

/** A thread that writes one export; undefined while too many are written. `end` it however far it came, always. */
export type Writing = {
  /** Answers when the thread has the view of the database for itself. */
  begin(job: Job): Promise<void>;
  counted(counted: Counted): void;
  chunks(): AsyncGenerator<Uint8Array>;
  /** Instead of all this: writes into nowhere and answers what would be lost; undefined where it took too long. */
  tried(trial: Trial): Promise<readonly Loss[] | undefined>;
  end(): Promise<void>;
};

export function openWriting(): Writing | undefined {
  if (open >= most) return undefined;
  open += 1;
  const worker = threads.take();
  const { next, leave } = hearing(worker);
  let whole = false;
  let ended = false;
  const end = async () => {
    if (ended) return;
    ended = true;
    open -= 1;
    leave();
    if (whole) threads.rests(worker);
    else await worker.terminate();
  };
  const say = (message: ToThread) => worker.postMessage(message);
  return {
    async begin(job) {
      say({ is: "job", job });
      await next();
    },
    counted: (counted) => say({ is: "counted", counted }),
    async tried(trial) {
      say({ is: "trial", trial });
      const message = await next();
      whole = true;
      return message.is === "tried" ? (message.losses ?? undefined) : undefined;
    },
    async *chunks() {
      for (let message = await next(); message.is === "chunk"; message = await next()) {
        const gone = setTimeout(() => void worker.terminate(), patience).unref();
        yield message.chunk;
        clearTimeout(gone);
        say({ is: "wanted" });
      }
      whole = true;
    },
    end,
  };
}

/** What a thread says, one after the other; throws what broke in it. */
function hearing(worker: Worker) {
  const heard: FromThread[] = [];
  let broken: Error | undefined;
  let wake: () => void = () => undefined;
  const fails = (error: Error) => {
    broken ??= error;
    wake();
  };
  const hears = (message: FromThread) => {
    heard.push(message);
    wake();
  };
  const exits = () => fails(new Error("The thread of an export ended."));
  worker.on("message", hears).on("error", fails).on("exit", exits);
  return {
    leave: () => void worker.off("message", hears).off("error", fails).off("exit", exits),
    async next(): Promise<FromThread> {
      while (heard.length === 0) {
        if (broken) throw broken;
        await new Promise<void>((resolve) => {
          wake = resolve;
        });
      }
      const message = heard.shift();
      if (message?.is === "broken") throw Object.assign(new Error(message.error.message), message.error);
      return message ?? { is: "end" };
    },
  };
}
