import { type MessagePort, parentPort } from "node:worker_threads";
import { stepBack } from "../../threads/step-back";
import { answerBatch } from "./answer";
import type { Answer, Question } from "./messages";

/** The thread that large batches are answered in, several at a time, with a few connections of its own. */
const connections = 4;
/** Somebody waits for these answers too. */
const aLittle = 5;

function listen(port: MessagePort): void {
  const say = (answer: Answer, transfer: ArrayBuffer[] = []) => port.postMessage(answer, transfer);
  port.on("message", ({ nth, sent }: Question) => {
    void answerBatch(sent).then(
      (answered) => say({ nth, answered }, answered.ok ? [answered.value.buffer] : []),
      (error: unknown) => {
        const { message, stack } = error instanceof Error ? error : { message: String(error), stack: undefined };
        const code = error instanceof Error && "code" in error ? String(error.code) : undefined;
        say({ nth, broken: { message, code, stack } });
      },
    );
  });
}

if (parentPort) {
  // A thread has a copy of the settings, read when the first question comes.
  process.env["GLOSSATOR_POOL"] = String(connections);
  stepBack(aLittle);
  listen(parentPort);
}
