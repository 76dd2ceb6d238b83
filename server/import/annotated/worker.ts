import { type MessagePort, parentPort } from "node:worker_threads";
import { stepBack } from "../../threads/step-back";
import { checkFiles } from "./check";
import { importFiles } from "./import";
import { CannotImport, type FromThread, type Task, type ToThread } from "./task";

/** The thread of one job: reads files, decides what becomes of each record, and writes rows by COPY. */

function listen(port: MessagePort): void {
  let stopped = false;
  const say = (message: FromThread) => port.postMessage(message);
  const run = async (task: Task) =>
    task.is === "check" ? checkFiles(task, say, () => stopped) : importFiles(task, say, () => stopped);
  port.on("message", (message: ToThread) => {
    stopped = message.is === "stop";
    if (message.is === "task")
      void run(message.task)
        .then((result): FromThread => ({ is: "done", result }))
        .catch(inWords)
        .then(say);
  });
}

function inWords(error: unknown): FromThread {
  if (error instanceof CannotImport) return { is: "failed", reason: error.message };
  const { message, stack } = error instanceof Error ? error : { message: String(error), stack: undefined };
  const code = error instanceof Error && "code" in error ? String(error.code) : undefined;
  return { is: "broken", error: { message, stack, code } };
}

if (parentPort) {
  stepBack();
  listen(parentPort);
}
