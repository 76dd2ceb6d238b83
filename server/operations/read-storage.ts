import "server-only";
import type { Actor } from "@/domain/access/actor";
import { refusalInWorkspace } from "@/domain/access/policy";
import { fail, ok, type Result } from "@/domain/failure";
import { type Storage, type StorageWarning, storageWarnings } from "@/domain/storage/storage";
import { databaseSize, lastBackup } from "@/server/data/backups";
import { freeBytes } from "@/server/health/disk";

/** How the database is kept and what should be done about it, for admins. */
export async function readStorage(actor: Actor, now: Date): Promise<Result<Storage & { warnings: StorageWarning[] }>> {
  const refusal = refusalInWorkspace(actor, "see-audit");
  if (refusal) return fail(refusal);
  const [backedUpAt, databaseBytes] = await Promise.all([lastBackup(), databaseSize()]);
  const storage = { backedUpAt: backedUpAt?.toISOString(), databaseBytes, freeBytes: freeBytes() };
  return ok({ ...storage, warnings: storageWarnings(storage, now) });
}
