import type { Answer, Ask, Problem } from "@/client/api/answer";
import type { Row } from "@/client/outbox/row";
import type { Change } from "@/domain/change/change";
import type { TagChange } from "@/domain/tag/batch";

/** What an answer means for the change that was sent. */
export type Outcome =
  | { is: "done"; body: unknown }
  | { is: "conflict"; current: unknown }
  | { is: "refused"; detail: string; errors: readonly { field: string; reason: string }[] }
  | { is: "later"; why: "unreachable" | "unavailable"; retryAfterMs: number | undefined }
  | { is: "signed-out" };

const comeBackLater: ReadonlySet<number> = new Set([408, 425, 429]);

export function outcomeOf(answer: Answer<unknown>): Outcome {
  return answer.ok ? { is: "done", body: answer.value } : outcomeOfProblem(answer.problem);
}

function outcomeOfProblem({ kind, status = 422, ...problem }: Problem): Outcome {
  const { detail, title, errors = [], current, retryAfterMs } = problem;
  // What is not ours says nothing about the change.
  if (kind === "unreachable" || kind === "broken") return { is: "later", why: "unreachable", retryAfterMs: undefined };
  if (status === 401) return { is: "signed-out" };
  if (status === 409) return { is: "conflict", current };
  if (status >= 500 || comeBackLater.has(status)) return { is: "later", why: "unavailable", retryAfterMs };
  return { is: "refused", detail: detail ?? title, errors };
}

/** The answers of a batch, one for each row, in order. */
export async function askBatch(ask: Ask, reportId: string, operations: readonly TagChange[]): Promise<Outcome[]> {
  const answer = await ask("POST", `/reports/${reportId}/tags/batch`, { operations });
  if (!answer.ok) return operations.map(() => outcomeOf(answer));
  return operations.map((_, index) => {
    const result = answer.value.results[index];
    return result?.status === "ok" ? { is: "done", body: result.tag } : notDone(result);
  });
}

/** The answers of decisions that travel together, one for each row, in order. */
export async function askVerdicts(
  ask: Ask,
  reportId: string,
  sent: readonly { row: Row; change: Change }[],
): Promise<Outcome[]> {
  const decisions = sent.map(({ row: { thing, version, verdictId, opId }, change }) => {
    if (change.deed !== "decide") throw new Error("Only decisions are decided.");
    const { decision, reason } = change;
    return { id: thing, version: version ?? 1, seen: verdictId ?? null, opId, decision, reason };
  });
  if (decisions.length === 0) return [];
  const answer = await ask("POST", `/reports/${reportId}/verdicts`, { decisions });
  if (!answer.ok) return decisions.map(() => outcomeOf(answer));
  return decisions.map((_, index) => {
    const result = answer.value.results[index];
    return result?.status === "ok" ? { is: "done", body: result } : notDone(result);
  });
}

/** One of many that was refused, or not answered at all. */
const notDone = (result: { problem: Problem } | undefined): Outcome =>
  result ? outcomeOfProblem(result.problem) : { is: "later", why: "unavailable", retryAfterMs: undefined };
