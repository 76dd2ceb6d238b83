import "server-only";
import { hub } from "@/server/live/hub";

/** A server that has to end waits for its open answers; streams never finish by themselves, so they are told to. */
export function endStreamsOnExit(): void {
  for (const signal of ["SIGTERM", "SIGINT"] as const) process.once(signal, () => hub().endAll("shutdown"));
}
