import "server-only";
import { Worker } from "node:worker_threads";
import { env } from "@/server/env";
import { log } from "@/server/log";
import { beside, openThread } from "@/server/threads/open";

/** Megabytes of the thread's heap: the longest report with its words, several times over. */
const heap = 512;
/** Milliseconds until a thread that ended is started again. */
const again = 10_000;

/** Keeps what can be found up to what happens, for as long as this process lives. */
export function keepFindable(): void {
  const worker = openThread({
    built: ({ resourceLimits, workerData }) =>
      new Worker(new URL("./worker.ts", import.meta.url), { resourceLimits, execArgv: [], workerData }),
    source: beside(import.meta.url, "worker.ts"),
    heap,
    workerData: { databaseUrl: env().databaseUrl },
  });
  worker.on("message", (error) => log({ level: "warn", what: "search-not-kept", error: String(error) }));
  worker.on("error", (error) => log({ level: "error", what: "search-thread-ended", error: error.message }));
  worker.once("exit", () => setTimeout(keepFindable, again).unref());
}
