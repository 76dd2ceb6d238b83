import type { Worker } from "node:worker_threads";

/** Threads that wait for more to do: one that has worked is warm. */
export type Threads = {
  /** One that rests, or a new one. */
  take(): Worker;
  /** It has nothing to do, and ends if nobody takes it in time. */
  rests(worker: Worker): void;
};

/** @param rest milliseconds that a thread with nothing to do waits */
export function restingThreads(open: () => Worker, rest: number): Threads {
  const resting = new Map<Worker, NodeJS.Timeout>();
  const forget = (worker: Worker) => {
    clearTimeout(resting.get(worker));
    resting.delete(worker);
  };
  return {
    take() {
      const [worker] = resting.keys();
      if (worker) {
        forget(worker);
        return worker;
      }
      const opened = open();
      opened.once("exit", () => forget(opened));
      return opened;
    },
    rests(worker) {
      resting.set(worker, setTimeout(() => void worker.terminate(), rest).unref());
    },
  };
}
