import "server-only";
import { Worker } from "node:worker_threads";
import type { Counted, FromThread, Job, ToThread } from "@/server/export/workshop/messages";

/** Megabytes of a thread's heap: a report with all its tags, several times over. */
const heap = 512;
/** Milliseconds after which a reader who takes nothing has gone. */
const patience = 10 * 60_000;
/** Exports that may be written at a time. */
const most = 4;
let open = 0;

/** A thread that writes one export; undefined while too many are written. `end` ends it, however far it came; call it once, always. */
export type Writing = {
  /** Answers when the thread has the view of the database for itself. */
  begin(job: Job): Promise<void>;
  counted(counted: Counted): void;
  chunks(): AsyncGenerator<Uint8Array>;
  end(): Promise<void>;
};

export function openWriting(): Writing | undefined {
  if (open >= most) return undefined;
  open += 1;
  const worker = opened();
  worker.once("exit", () => {
    open -= 1;
  });
  const heard: FromThread[] = [];
  let broken: Error | undefined;
  let wake: () => void = () => undefined;
  const fails = (error: Error) => {
    broken ??= error;
    wake();
  };
  worker.on("message", (message: FromThread) => {
    heard.push(message);
    wake();
  });
  worker.on("error", fails);
  worker.on("exit", () => fails(new Error("The thread of an export ended.")));
  const say = (message: ToThread) => worker.postMessage(message);
  const next = async (): Promise<FromThread> => {
    while (heard.length === 0) {
      if (broken) throw broken;
      await new Promise<void>((resolve) => {
        wake = resolve;
      });
    }
    const message = heard.shift();
    if (message?.is === "broken") throw Object.assign(new Error(message.error.message), message.error);
    return message ?? { is: "end" };
  };
  const end = async () => {
    await worker.terminate();
  };
  return {
    async begin(job) {
      say({ is: "job", job });
      await next();
    },
    counted: (counted) => say({ is: "counted", counted }),
    async *chunks() {
      for (let message = await next(); message.is === "chunk"; message = await next()) {
        const gone = setTimeout(() => void end(), patience).unref();
        yield message.chunk;
        clearTimeout(gone);
        say({ is: "wanted" });
      }
    },
    end,
  };
}

function opened(): Worker {
  const options = { resourceLimits: { maxOldGenerationSizeMb: heap }, execArgv: [] };
  const worker =
    process.env["NEXT_RUNTIME"] === "nodejs"
      ? new Worker(new URL("./worker.ts", import.meta.url), options)
      : new Worker(fromSource(), { ...options, eval: true });
  worker.unref();
  return worker;
}

/** The build's worker is JavaScript; where nothing is built (tests), the thread reads TypeScript itself. */
function fromSource(): string {
  const source = JSON.stringify(import.meta.url.replace(/thread\.ts$/, "worker.ts"));
  return `import("tsx/esm/api").then(({ register }) => register() && import(${source}));`;
}
