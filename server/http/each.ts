import "server-only";
import { randomUUID } from "node:crypto";
import type { Failure } from "@/domain/failure";
import { problemOf } from "@/server/http/problem";

/** How one of many is refused: by the same problem document as if it had come alone. */
export const refused = (failure: Failure) => ({
  status: "refused" as const,
  problem: problemOf(failure, randomUUID()),
});
