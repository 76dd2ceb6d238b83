import "server-only";
import { outageMet } from "@/server/health/outages";
import { log, wordsOf } from "@/server/log";
import { tellOfSearches } from "@/server/operations/tell-of-searches";

/** Milliseconds between two looks at whether searches that people keep find something new. */
const pause = 60_000;

/** Tells people what their searches find, for as long as this process lives. */
export function tellOfSearchesNowAndThen(): void {
  setInterval(() => void tell(), pause).unref();
}

async function tell(): Promise<void> {
  try {
    await tellOfSearches();
  } catch (error) {
    if (!outageMet(error)) log({ level: "error", what: "searches-not-told", error: wordsOf(error).error });
  }
}
