import type { Answer, Ask, Method } from "@/client/api/ask";
import type { Change, Row } from "@/client/outbox/change";
import type { TagChange } from "@/domain/tag/batch";

export type Request = { method: Method; path: string; body?: unknown; headers?: Record<string, string> };

/** How a change is told to the API when it travels alone. */
export function requestFor(row: Row, change: Change): Request {
  const { opId, version, thing, reportId, projectId, verdictId } = row;
  const seen = version === undefined ? {} : { version };
  const saw = sawOf(row);
  switch (change.deed) {
    case "put-annotation":
      return {
        method: "PUT",
        path: `/reports/${reportId}/annotations/${thing}`,
        body: { ...change.body, ...seen, ...saw, opId },
      };
    case "put-relation":
      return {
        method: "PUT",
        path: `/reports/${reportId}/relations/${thing}`,
        body: { ...change.body, ...seen, ...saw, opId },
      };
    case "withdraw":
      return {
        method: "DELETE",
        path: `/reports/${reportId}/${change.type}s/${thing}?opId=${opId}&seen=${verdictId ?? "none"}${change.undecided ? "&undecided=1" : ""}`,
        headers: { "if-match": `"${version ?? 1}"` },
      };
    case "put-entity":
      return version === undefined
        ? { method: "POST", path: `/projects/${projectId}/entities`, body: { ...change.body, id: thing } }
        : { method: "PUT", path: `/entities/${thing}`, body: { ...change.body, ...seen } };
    case "open-thread":
      return { method: "POST", path: `/reports/${reportId}/threads`, body: { ...change.body, id: thing, opId } };
    case "comment":
      return { method: "POST", path: `/threads/${thing}/comments`, body: { ...change.body, opId } };
    case "edit-comment":
      return { method: "PATCH", path: `/comments/${change.commentId}`, body: { body: change.body } };
    case "set-thread":
      return { method: "PATCH", path: `/threads/${thing}`, body: { state: change.state } };
    case "decide":
      return {
        method: "POST",
        path: `/${change.type}s/${thing}/verdicts`,
        body: {
          decision: change.decision,
          reason: change.reason,
          version: version ?? 1,
          seen: verdictId ?? null,
          opId,
          ...(change.change ? { change: change.change } : {}),
        },
      };
    case "undo-verdict":
      return { method: "DELETE", path: `/verdicts/${verdictId ?? ""}` };
  }
}

/** Of a tag that the server knows: which verdict was seen on it, so that none is undone unseen. */
const sawOf = ({ version, verdictId }: Row) => (version === undefined ? {} : { seen: verdictId ?? null });

/** The same as one operation of a batch; undefined for what does not travel in batches. */
export function operationFor(row: Row, change: Change): TagChange | undefined {
  const { opId, version } = row;
  // A row names its thing for all kinds of things; those of a tag's changes are tags.
  const id = row.thing as TagChange["id"];
  const seen = version === undefined ? {} : { version };
  switch (change.deed) {
    case "put-annotation":
    case "put-relation":
      return { deed: change.deed, id, body: { ...change.body, ...seen, ...sawOf(row), opId } } as TagChange;
    case "withdraw":
      return {
        deed: "withdraw",
        id,
        version: version ?? 1,
        seen: row.verdictId ?? null,
        opId,
        ...(change.undecided && { undecided: true }),
      };
    default:
      return undefined;
  }
}

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
