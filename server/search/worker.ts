import { setTimeout as sleep } from "node:timers/promises";
import { type MessagePort, parentPort, workerData } from "node:worker_threads";
import { openFollowing } from "../data/search/connection";
import { stepBack } from "../threads/step-back";

/** The thread that keeps what can be found up to the history, on a connection of its own; nobody waits for it. */

/** Milliseconds between two looks at the history, and after a failure. */
const pause = 700;
const afterFailure = 5000;

async function run(port: MessagePort, databaseUrl: string): Promise<never> {
  let told = "";
  for (;;) {
    try {
      const following = await openFollowing(databaseUrl);
      for (;;) {
        const more = await following.once();
        told = "";
        if (!more) await sleep(pause);
      }
    } catch (error) {
      const words = error instanceof Error ? error.message : String(error);
      // Once for each failure, however long it lasts.
      if (words !== told) port.postMessage(words);
      told = words;
      await sleep(afterFailure);
    }
  }
}

if (parentPort) {
  stepBack();
  void run(parentPort, String(workerData?.databaseUrl));
}
