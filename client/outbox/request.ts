import type { Answer, Ask } from "@/client/api/ask";
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

export function outcomeOf(answer: Answer): Outcome {
  if (answer.kind === "ok") return { is: "done", body: answer.body };
  if (answer.kind === "unreachable") return { is: "later", why: "unreachable", retryAfterMs: undefined };
  const { status, problem, retryAfterMs } = answer;
  if (status === 401) return { is: "signed-out" };
  if (status === 409) return { is: "conflict", current: problem.current };
  if (status >= 500 || comeBackLater.has(status)) return { is: "later", why: "unavailable", retryAfterMs };
  return { is: "refused", detail: problem.detail ?? problem.title ?? String(status), errors: problem.errors ?? [] };
}

/** The answers of a batch, one for each row, in order. */
export async function askBatch(ask: Ask, reportId: string, operations: readonly TagChange[]): Promise<Outcome[]> {
  return askEach(ask, `/reports/${reportId}/tags/batch`, "operations", operations);
}

/** The answers of decisions that travel together, one for each row, in order. */
export async function askVerdicts(
  ask: Ask,
  reportId: string,
  sent: readonly { row: Row; change: Change }[],
): Promise<Outcome[]> {
  const decisions = sent.map(({ row: { thing, version, verdictId, opId }, change }) => {
    if (change.deed !== "decide") throw new Error("Only decisions are decided.");
    return {
      id: thing,
      version: version ?? 1,
      seen: verdictId ?? null,
      opId,
      decision: change.decision,
      reason: change.reason,
    };
  });
  return decisions.length === 0 ? [] : askEach(ask, `/reports/${reportId}/verdicts`, "decisions", decisions);
}

async function askEach(ask: Ask, path: string, name: string, sent: readonly unknown[]): Promise<Outcome[]> {
  const whole = outcomeOf(await ask("POST", path, { [name]: sent }));
  if (whole.is !== "done") return sent.map(() => whole);
  // The shape in which our own server answers each for itself.
  const { results } = whole.body as { results: readonly EachResult[] };
  return sent.map((_, index) => {
    const result = results[index];
    if (!result) return { is: "later", why: "unavailable", retryAfterMs: undefined };
    if (result.status === "ok") return { is: "done", body: "verdict" in result ? result : result.tag };
    const { status, ...problem } = result.problem;
    return outcomeOf({ kind: "problem", status: Number(status ?? 422), problem, retryAfterMs: undefined });
  });
}

type EachResult =
  | { status: "ok"; tag: unknown; verdict?: unknown }
  | { status: "refused"; problem: { status?: number; detail?: string; current?: unknown } };
