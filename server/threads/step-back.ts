import { readFileSync } from "node:fs";
import { setPriority } from "node:os";

/** As `nice` has it: people's requests go first where there are few processors. */
const behind = 10;

/** Lets others go before this thread. On Linux a thread has a priority of its own; elsewhere nothing happens. */
export function stepBack(by = behind): void {
  if (process.platform !== "linux") return;
  tried(() => setPriority(by));
}

/**
 * Lets others go before a connection's own process in the embedded database, until it ends. Another database, or one
 * on another machine, is left alone: its numbers of processes mean nothing here.
 */
export function stepBackInDatabase(pid: number): void {
  if (process.platform !== "linux") return;
  tried(() => {
    if (readFileSync(`/proc/${pid}/cmdline`, "utf8").startsWith(embedded)) setPriority(pid, behind);
  });
}

/** `cluster_name` (scripts/postgres-server.mjs) stands in the title of each of its processes. */
const embedded = "postgres: glossator: ";

/** Where it isn't allowed everything runs alike. */
function tried(work: () => void): void {
  try {
    work();
  } catch {
    // As it is.
  }
}
