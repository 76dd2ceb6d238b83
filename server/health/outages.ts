import "server-only";
import type { Outage } from "@/domain/failure";
import { outageOf } from "@/server/data/trouble";
import { isDiskFull } from "@/server/health/disk";
import { log, wordsOf } from "@/server/log";

/** Milliseconds between two lines of the log on the same outage, however many requests meet it. */
const between = 60_000;
/** These pass by themselves and say nothing of the next request. */
const passing: ReadonlySet<Outage> = new Set(["busy", "stopping"]);

type Noted = { since: number; toldAt: number; requests: number };

declare global {
  var glossatorOutages: { noted: Map<Outage, Noted>; onBegin?: () => void } | undefined;
}

/** Kept across the bundles that Next makes of us. */
function state() {
  globalThis.glossatorOutages ??= { noted: new Map() };
  return globalThis.glossatorOutages;
}

/**
 * What an error says about the database or its disk; undefined when it says something about us. It is counted, and the
 * log hears of it once a minute, in one line.
 */
export function outageMet(error: unknown): Outage | undefined {
  const said = outageOf(error);
  // A database on a full disk may not even start, and then can't say why.
  const outage = said === "database" && isDiskFull() ? "disk-full" : said;
  if (outage) note(outage, wordsOf(error).error);
  return outage;
}

export function note(outage: Outage, words: string, now = Date.now()): void {
  const { noted, onBegin } = state();
  const before = noted.get(outage);
  const each = before ?? { since: now, toldAt: Number.NEGATIVE_INFINITY, requests: 0 };
  each.requests += 1;
  noted.set(outage, each);
  if (now - each.toldAt >= between) {
    const level = passing.has(outage) ? "warn" : "error";
    log({ level, what: "unavailable", reason: outage, error: words, requests: each.requests });
    each.toldAt = now;
    each.requests = 0;
  }
  if (!before && !passing.has(outage)) onBegin?.();
}

/** An outage that requests met and that nobody has seen the end of. */
export const lastingOutage = (): Outage | undefined => [...state().noted.keys()].find((outage) => !passing.has(outage));

/** The database answers and keeps what it is given. */
export function noteWell(now = Date.now()): void {
  const { noted } = state();
  for (const [outage, { since, requests }] of noted) {
    if (passing.has(outage)) continue;
    log({ level: "info", what: "available", reason: outage, seconds: Math.round((now - since) / 1000), requests });
    noted.delete(outage);
  }
}

/** `begun` is called when something is wrong that does not pass by itself. */
export function onOutage(begun: () => void): void {
  state().onBegin = begun;
}
