import "server-only";
import { setTimeout as sleep } from "node:timers/promises";
import type { Outage } from "@/domain/failure";
import { probeReading, probeWriting } from "@/server/data/probe";
import { isDiskFull } from "@/server/health/disk";
import { lastingOutage, note, noteWell, onOutage, outageMet } from "@/server/health/outages";
import { log, wordsOf } from "@/server/log";

/** Milliseconds. */
const patience = 4_000;
const betweenWrites = 10_000;
const betweenLooks = 5_000;

/** How the log tells what no error said. */
const seen: Partial<Record<Outage, string>> = {
  busy: `The database did not answer within ${patience / 1000} s.`,
  "disk-full": "There is no room left where the database is.",
  "read-only": "The database is a copy for reading, or set to read only.",
};

declare global {
  var glossatorLook: { now?: Promise<Outage | undefined>; wroteAt: number } | undefined;
}

/** Kept across the bundles that Next makes of us. */
function state() {
  globalThis.glossatorLook ??= { wroteAt: 0 };
  return globalThis.glossatorLook;
}

/** Why changes can't be kept just now; undefined when they can. Everybody who asks at the same time gets one answer. */
export function outageNow(): Promise<Outage | undefined> {
  const kept = state();
  kept.now ??= look().finally(() => {
    delete kept.now;
  });
  return kept.now;
}

async function look(): Promise<Outage | undefined> {
  try {
    const outage = await Promise.race([tryIt(), sleep(patience, "busy" as const, { ref: false })]);
    if (outage) note(outage, seen[outage] ?? "");
    else noteWell();
    return outage;
  } catch (error) {
    const outage = outageMet(error);
    if (outage === undefined) throw error;
    return outage;
  }
}

/** Reads every time; writes now and then, and every time after something could not be kept. */
async function tryIt(): Promise<Outage | undefined> {
  if (isDiskFull()) return "disk-full";
  const reading = await probeReading();
  if (reading) return reading;
  const kept = state();
  const large = lastingOutage() !== undefined;
  if (!large && Date.now() - kept.wroteAt < betweenWrites) return undefined;
  await probeWriting({ large });
  kept.wroteAt = Date.now();
  return undefined;
}

/** Looks by itself while something is wrong, so that the log says when it ended though nobody asks. */
export function watchOutages(): void {
  let watching = false;
  onOutage(() => {
    if (!watching) void watch();
  });
  async function watch() {
    watching = true;
    while (lastingOutage() !== undefined) {
      await sleep(betweenLooks, undefined, { ref: false });
      await outageNow().catch((error: unknown) => log({ level: "error", what: "probe", ...wordsOf(error) }));
    }
    watching = false;
  }
}
