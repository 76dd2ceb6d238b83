import "server-only";
import { statfsSync } from "node:fs";
import { env } from "@/server/env";

/** Bytes. The database takes its log's files whole, 16 MB each, and stops hard when there is no room for the next one. */
const leastRoom = 16 * 1024 * 1024;

/** Bytes that are free below the embedded database; of a database elsewhere nothing is known. */
export function freeBytes(folder = env().databaseFolder): number | undefined {
  if (folder === undefined) return undefined;
  try {
    const { bavail, bsize } = statfsSync(folder);
    return bavail * bsize;
  } catch {
    return undefined;
  }
}

/** Whether the disk below the embedded database is full. */
export function isDiskFull(folder = env().databaseFolder): boolean {
  const free = freeBytes(folder);
  return free !== undefined && free < leastRoom;
}
