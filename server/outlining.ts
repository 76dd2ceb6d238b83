import "server-only";
import { keepOutlines } from "@/server/data/events/keep-outlines";
import { outageMet } from "@/server/health/outages";
import { log, wordsOf } from "@/server/log";

/** Milliseconds between two looks at which events have no outline, and between two stretches of work. */
const pause = 2000;
const breath = 20;

/** Keeps the outlines that timelines are drawn from, for as long as this process lives. */
export function keepOutlining(): void {
  const next = (wait: number) => setTimeout(() => void keep(), wait).unref();
  async function keep() {
    try {
      next((await keepOutlines()) > 0 ? breath : pause);
    } catch (error) {
      if (!outageMet(error)) log({ level: "error", what: "outlines-not-kept", error: wordsOf(error).error });
      next(pause);
    }
  }
  next(pause);
}
