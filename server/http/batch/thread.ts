import "server-only";
import { Worker } from "node:worker_threads";
import type { Result } from "@/domain/failure";
import { answerBatch, type SentBatch } from "@/server/http/batch/answer";
import type { Answer, Question } from "@/server/http/batch/messages";
import { beside, openThread } from "@/server/threads/open";

/** Bytes of a batch that is answered at once: some eighty tags, a few milliseconds of work. */
export const short = 32 * 1024;
/** Megabytes of the thread's heap: several bodies of 16 MB with what is made of them. */
const heap = 1024;
/** Milliseconds that the thread waits for more when it has nothing to do. */
const rest = 60_000;

type Answered = Result<Uint8Array<ArrayBuffer>>;
type Asker = { resolve: (answered: Answered) => void; reject: (reason: unknown) => void };
type Thread = { worker: Worker; askers: Map<number, Asker>; timer: NodeJS.Timeout | undefined };

let open: Thread | undefined;
let asked = 0;

/** Answers a batch: a large one in a thread, so that whoever asks for something else meanwhile is answered at once. */
export function answeredBatch(sent: SentBatch): Promise<Answered> {
  if (sent.bytes.byteLength <= short) return answerBatch(sent);
  open ??= opened();
  const { worker, askers, timer } = open;
  clearTimeout(timer);
  asked += 1;
  const question: Question = { nth: asked, sent };
  return new Promise((resolve, reject) => {
    askers.set(question.nth, { resolve, reject });
    worker.postMessage(question);
  });
}

function opened(): Thread {
  const worker = openThread({
    built: ({ resourceLimits, workerData }) =>
      new Worker(new URL("./worker.ts", import.meta.url), { resourceLimits, execArgv: [], workerData }),
    source: beside(import.meta.url, "worker.ts"),
    heap,
  });
  const thread: Thread = { worker, askers: new Map(), timer: undefined };
  worker.on("message", (answer: Answer) => hear(thread, answer));
  worker.on("error", (error) => gone(thread, error));
  worker.once("exit", () => gone(thread, new Error("The thread of batches ended.")));
  return thread;
}

function hear(thread: Thread, answer: Answer): void {
  const asker = thread.askers.get(answer.nth);
  thread.askers.delete(answer.nth);
  if ("answered" in answer) asker?.resolve(answer.answered);
  else asker?.reject(Object.assign(new Error(answer.broken.message), answer.broken));
  if (thread.askers.size > 0) return;
  thread.timer = setTimeout(() => {
    if (open === thread) open = undefined;
    void thread.worker.terminate();
  }, rest).unref();
}

/** What was under way may be written or not; whoever sends it again with the same opIds gets to know. */
function gone(thread: Thread, error: unknown): void {
  if (open === thread) open = undefined;
  clearTimeout(thread.timer);
  for (const { reject } of thread.askers.values()) reject(error);
  thread.askers.clear();
}
