import "server-only";

/** The database says: this transaction lost against another one and would succeed if tried again (PostgreSQL A, table A.1). */
const lostRace = new Set(["40001", "40P01"]);
const serverGone = new Set(["57P01", "57P02", "57P03", "53300", "08000", "08001", "08003", "08004", "08006"]);
const networkGone = new Set([
  "ECONNREFUSED",
  "ECONNRESET",
  "EPIPE",
  "ENOENT",
  "ETIMEDOUT",
  "EHOSTUNREACH",
  "ENOTFOUND",
]);
const driverWords =
  /^(Connection terminated|timeout exceeded when trying to connect|Client has encountered a connection error)/;

const codeOf = (error: unknown): string =>
  error instanceof Error && "code" in error && typeof error.code === "string" ? error.code : "";

export const lostARace = (error: unknown): boolean => lostRace.has(codeOf(error));

/** The database can't be reached, or went away in the middle. */
export function isUnreachable(error: unknown): boolean {
  if (!(error instanceof Error)) return false;
  const code = codeOf(error);
  if (serverGone.has(code) || networkGone.has(code) || driverWords.test(error.message)) return true;
  return error.cause instanceof Error && isUnreachable(error.cause);
}

/** A unique key was already taken; `constraint` is its name in the database. */
export function isTaken(error: unknown, constraint?: string): boolean {
  if (codeOf(error) !== "23505") return false;
  return (
    constraint === undefined || (error instanceof Error && "constraint" in error && error.constraint === constraint)
  );
}
