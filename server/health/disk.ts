import "server-only";
import { statfsSync } from "node:fs";
import { env } from "@/server/env";

/** Bytes. The database takes its log's files whole, 16 MB each, and stops hard when there is no room for the next one. */
const leastRoom = 16 * 1024 * 1024;

/** Whether the disk below the embedded database is full; of a database elsewhere nothing is known. */
export function isDiskFull(folder = env().databaseFolder): boolean {
  if (folder === undefined) return false;
  try {
    const { bavail, bsize } = statfsSync(folder);
    return bavail * bsize < leastRoom;
  } catch {
    return false;
  }
}
