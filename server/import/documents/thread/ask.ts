import { Worker } from "node:worker_threads";
import { beside, openThread } from "../../../threads/open";
import type { Asked } from "../extracted";
import type { DocumentType } from "../registry";
import type { Answer, Question } from "./messages";

/** Megabytes of the thread's heap, and milliseconds that one document may take. */
export const limits = { heap: 768, time: 90_000 };

let worker: Worker | undefined;

/** Reads a document in a thread of its own, which is ended when it takes too long or needs too much memory. */
export async function readDocument(
  { id }: DocumentType,
  bytes: Uint8Array,
  asked: Asked,
  { time, heap } = limits,
): Promise<Answer> {
  worker ??= opened(heap);
  const own = worker;
  const answer = await new Promise<Answer>((resolve) => {
    const timer = setTimeout(() => give({ ok: false, reason: tooLong(time) }, true), time);
    const give = (said: Answer, end: boolean) => {
      clearTimeout(timer);
      own.off("message", heard).off("error", failed).off("exit", ended);
      if (end) void closeDocuments();
      resolve(said);
    };
    const heard = (said: Answer) => give(said, false);
    const failed = (error: Error) => give(gone(error), true);
    const ended = () => give(gone(new Error("The thread ended.")), true);
    own.once("message", heard).once("error", failed).once("exit", ended);
    const question: Question = { type: id, bytes, asked };
    own.postMessage(question);
  });
  if (!answer.ok && answer.broken)
    console.error(`Reading “${asked.name}”:`, answer.broken.stack ?? answer.broken.message);
  return answer;
}

/** Gives the thread's memory back; the next document opens another one. */
export async function closeDocuments(): Promise<void> {
  const own = worker;
  worker = undefined;
  await own?.terminate();
}

const tooLong = (time: number) =>
  `Reading it took longer than ${Math.round(time / 1000)} seconds, so it was given up. Split it or save it as plain text.`;

function gone(error: Error): Answer {
  const memory = "code" in error && error.code === "ERR_WORKER_OUT_OF_MEMORY";
  if (memory)
    return { ok: false, reason: "It needs more memory than a document may. Split it or save it as plain text." };
  const reason = "The file is damaged or written in a way that isn’t read here. Save it anew or as plain text.";
  return { ok: false, reason, broken: { message: error.message, stack: error.stack } };
}

const opened = (heap: number): Worker =>
  openThread({
    built: ({ resourceLimits, workerData }) =>
      new Worker(new URL("./thread.ts", import.meta.url), { resourceLimits, execArgv: [], workerData }),
    source: beside(import.meta.url, "thread.ts"),
    heap,
  });
