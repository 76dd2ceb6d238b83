import "server-only";
import { randomUUID } from "node:crypto";
import { type Failure, ok, type Result } from "@/domain/failure";
import type { Decided } from "@/domain/review/decide";
import { problemOf } from "@/server/http/problem";

/** How one of many is refused: by the same problem document as if it had come alone. */
export const refused = (failure: Failure) => ({
  status: "refused" as const,
  problem: problemOf(failure, randomUUID()),
});

/** What became of each of many decisions. */
export const eachDecided = (answers: Result<readonly Result<Decided>[]>): Result<unknown> =>
  answers.ok
    ? ok({ results: answers.value.map((each) => (each.ok ? { status: "ok", ...each.value } : refused(each.failure))) })
    : answers;
