import "server-only";
import { outageMet } from "@/server/health/outages";

/**
 * Next writes the error of every page with its stack. One that says that the database is away, and not that we are
 * wrong, is counted like those of the API instead.
 */
export function countOutagesOfPages(): void {
  const write = console.error;
  console.error = (...said: unknown[]) => {
    if (!said.some((each) => outageMet(each))) write(...said);
  };
}
