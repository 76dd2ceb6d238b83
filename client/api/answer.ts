import type { AnswerTo, Method } from "@/domain/api/answer-to";

/** What the server answers when it can't or may not do what was asked (RFC 9457), as far as pages use it. */
export interface Problem {
  /** "unreachable": nobody answered; "broken": somebody did, but not our API. */
  kind: string;
  title: string;
  /** Of the response, where there was one. */
  status?: number | undefined;
  detail?: string | undefined;
  errors?: readonly { field: string; reason: string }[] | undefined;
  retryAfterMs?: number | undefined;
  current?: unknown;
  /** With a conflict: who changed it meanwhile. */
  changed?: { name: string; at: string } | undefined;
  requestId?: string | undefined;
}

export type Answer<T> = { ok: true; value: T } | { ok: false; problem: Problem };

/**
 * Asks our own API; `path` stands below /api/v1. Never throws for what a network or a server does: a failure is a
 * value. A body that is FormData or a file is sent as it is, anything else as JSON.
 */
export type Ask = <M extends Method, const Path extends string>(
  method: M,
  path: Path,
  body?: unknown,
  headers?: Readonly<Record<string, string>>,
) => Promise<Answer<AnswerTo<M, Path>>>;

export const unreachable: { ok: false; problem: Problem } = {
  ok: false,
  problem: { kind: "unreachable", title: "" },
};
