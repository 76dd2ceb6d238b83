import "server-only";
import { runJobs } from "@/server/jobs/deliver";
import { jobKindsHere } from "@/server/jobs/registry";

/** Runs jobs for as long as this process lives; what is under way when it is told to end goes on in the next one. */
export function beginJobs(): void {
  const end = runJobs(jobKindsHere);
  for (const signal of ["SIGTERM", "SIGINT"] as const) process.once(signal, () => void end());
}
