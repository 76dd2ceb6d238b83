import "server-only";
import { outageMet } from "@/server/health/outages";
import { log, wordsOf } from "@/server/log";
import { runDueFeeds } from "@/server/operations/run-due-feeds";

/** Milliseconds between two looks at which feeds are due. */
const pause = 20_000;

/** Reads feeds when they are due, for as long as this process lives. */
export function readFeedsNowAndThen(): void {
  setInterval(() => void read(), pause).unref();
}

async function read(): Promise<void> {
  try {
    await runDueFeeds();
  } catch (error) {
    if (!outageMet(error)) log({ level: "error", what: "feeds-not-read", error: wordsOf(error).error });
  }
}
