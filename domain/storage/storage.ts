/** How the database is kept. Sizes are bytes; the room on its disk is only known of the embedded one. */
export type Storage = {
  backedUpAt: string | undefined;
  databaseBytes: number;
  freeBytes: number | undefined;
};

export type StorageWarning = "never-backed-up" | "backup-too-old" | "little-room";

const day = 24 * 60 * 60 * 1000;
/** A backup every night may fail for a while before somebody looks. */
const oldestBackup = 7 * day;
const leastRoom = 1e9;

/** What an admin should do something about: there should always be room for the whole database once more. */
export function storageWarnings({ backedUpAt, databaseBytes, freeBytes }: Storage, now: Date): StorageWarning[] {
  const warnings: StorageWarning[] = [];
  if (backedUpAt === undefined) warnings.push("never-backed-up");
  else if (now.getTime() - Date.parse(backedUpAt) > oldestBackup) warnings.push("backup-too-old");
  if (freeBytes !== undefined && freeBytes < Math.max(databaseBytes, leastRoom)) warnings.push("little-room");
  return warnings;
}
