import "server-only";
import type { Outage } from "@/domain/failure";

/** The database says: this transaction lost against another one and would succeed if tried again. */
const lostRace = new Set(["40001", "40P01", "23505"]);

/**
 * What an error's code means: PostgreSQL's (its manual, table A.1), the system's and the network's, and Prisma's own
 * where it hides them.
 */
const meanings: Record<Exclude<Outage, "stopping">, readonly string[]> = {
  database: [
    ...["08000", "08001", "08003", "08004", "08006", "08007", "08P01", "28000", "28P01", "3D000"],
    ...["57P01", "57P02", "57P03", "57P04", "57P05"],
    ...["ECONNREFUSED", "ECONNRESET", "EPIPE", "ENOENT", "ETIMEDOUT", "EHOSTUNREACH", "ENETUNREACH", "ENOTFOUND"],
    ...["EAI_AGAIN", "P1001", "P1002", "P1008", "P1017"],
  ],
  "disk-full": ["53100", "ENOSPC", "EDQUOT"],
  "read-only": ["25006", "EROFS"],
  crowded: ["53300", "P2037"],
  busy: ["40001", "40P01", "53000", "53200", "53400", "55P03", "57014", "25P03", "25P04", "P2024", "P2034"],
  damaged: ["58000", "58030", "58P01", "58P02", "XX001", "XX002", "EIO"],
};
const byCode = new Map(
  Object.entries(meanings).flatMap(([outage, codes]) => codes.map((code) => [code, outage as Outage] as const)),
);

const cutOff = /^(Connection terminated|Client has encountered a connection error|Client was closed)/;
const poolWaited = /^(timeout exceeded when trying to connect|Query read timeout)/;
/** PostgreSQL counts a disk that turned read-only among the missing rights. */
const readOnlyDisk = /Read-only file system/;

/** The code of the database or the system, also of an error that Prisma wrapped. */
function codeOf(error: Error): string {
  if ("meta" in error) {
    // The shape in which Prisma 7 hands on what its database adapter met.
    const { driverAdapterError } = (error.meta ?? {}) as { driverAdapterError?: { cause?: { originalCode?: string } } };
    const original = driverAdapterError?.cause?.originalCode;
    if (original !== undefined) return original;
  }
  return "code" in error && typeof error.code === "string" ? error.code : "";
}

export const lostARace = (error: unknown): boolean => error instanceof Error && lostRace.has(codeOf(error));

/** What an error says about the database or the disk below it; undefined when it says something about us. */
export function outageOf(error: unknown): Outage | undefined {
  if (!(error instanceof Error)) return undefined;
  if (readOnlyDisk.test(error.message)) return "read-only";
  const known = byCode.get(codeOf(error));
  if (known) return known;
  if (cutOff.test(error.message)) return "database";
  if (poolWaited.test(error.message)) return "busy";
  return outageOf(error.cause);
}

/** The database can't be reached, or went away in the middle: whatever was under way, nobody knows what became of it. */
export const isUnreachable = (error: unknown): boolean => outageOf(error) === "database";

/** A unique key was already taken; `constraint` is its name in the database. */
export function isTaken(error: unknown, constraint?: string): boolean {
  if (!(error instanceof Error) || codeOf(error) !== "23505") return false;
  return constraint === undefined || ("constraint" in error && error.constraint === constraint);
}
