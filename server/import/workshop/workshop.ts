import "server-only";
import { Worker } from "node:worker_threads";
import { fail, type Result } from "@/domain/failure";
import type { BlockPart } from "@/server/import/block-parts";
import type { Answer, Question } from "@/server/import/workshop/messages";
import { beside, openThread } from "@/server/threads/open";

/** Megabytes of a thread's heap: a body of 64 MB, its text, and what is made of it. */
const heap = 1024;
/** Whoever sends this much or less does not wait for those who send more. */
export const short = 512 * 1024;
/** So many may wait in line for a thread; their bodies are in memory. */
const waiting = 8;
/** A thread with nothing to do gives its memory back after so many milliseconds. */
const idle = 30_000;

type Lane = { worker: Worker | undefined; last: Promise<unknown>; length: number; timer: NodeJS.Timeout | undefined };

const lane = (): Lane => ({ worker: undefined, last: Promise.resolve(), length: 0, timer: undefined });
const lanes = { short: lane(), long: lane() };

/** Somebody's turn in the workshop: questions to its thread, one after the other. */
export type Turn = { ask: (question: Question) => Promise<Answer> };

/**
 * Does some work with a thread of the workshop, when it is its turn. Answers "busy" when too many wait already; throws
 * what went wrong in the thread.
 */
export async function inWorkshop<T>(size: number, work: (turn: Turn) => Promise<Result<T>>): Promise<Result<T>> {
  const chosen = lanes[size <= short ? "short" : "long"];
  if (chosen.length >= waiting) return fail({ kind: "unavailable", reason: "busy" });
  chosen.length += 1;
  const done = chosen.last.then(() => takeTurn(chosen, work));
  chosen.last = done.catch(() => undefined);
  return done.finally(() => {
    chosen.length -= 1;
  });
}

async function takeTurn<T>(lane: Lane, work: (turn: Turn) => Promise<Result<T>>): Promise<Result<T>> {
  clearTimeout(lane.timer);
  lane.worker ??= opened(lane);
  const { worker } = lane;
  const ask = (question: Question) => answered(worker, question);
  try {
    return await work({ ask });
  } finally {
    if (lane.worker === worker) {
      await ask({ ask: "close" }).catch(() => undefined);
      lane.timer = setTimeout(() => void closed(lane), idle).unref();
    }
  }
}

function opened(lane: Lane): Worker {
  const worker = openThread({
    built: ({ resourceLimits, workerData }) =>
      new Worker(new URL("./worker.ts", import.meta.url), { resourceLimits, execArgv: [], workerData }),
    source: beside(import.meta.url, "worker.ts"),
    heap,
  });
  const gone = () => {
    if (lane.worker === worker) lane.worker = undefined;
  };
  worker.on("error", gone);
  worker.on("exit", gone);
  return worker;
}

async function closed(lane: Lane): Promise<void> {
  const { worker } = lane;
  lane.worker = undefined;
  await worker?.terminate();
}

function answered(worker: Worker, question: Question): Promise<Answer> {
  return new Promise((resolve, reject) => {
    const settle = (settled: () => void) => {
      worker.off("message", heard).off("error", failed).off("exit", ended);
      settled();
    };
    const heard = (answer: Answer) => settle(() => resolve(answer));
    const failed = (error: Error) => settle(() => reject(error));
    const ended = () => settle(() => reject(new Error("The workshop's thread ended.")));
    worker.once("message", heard).once("error", failed).once("exit", ended);
    worker.postMessage(question);
  });
}

/** The blocks of the report that was read last, from the first on. */
export async function* partsIn({ ask }: Turn): AsyncGenerator<BlockPart> {
  for (let first = true; ; first = false) {
    const answer = await ask({ ask: "part", first });
    if (answer.is !== "part") return;
    yield answer.part;
  }
}
