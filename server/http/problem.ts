import "server-only";
import { z } from "zod";
import type { Failure } from "@/domain/failure";
import { Verdict } from "@/domain/review/verdict";
import problems from "@/messages/en/problems.json";
import refusals from "@/messages/en/refusals.json";

/** A problem document of RFC 9457: what happened, what was kept, what to do. */
export const Problem = z.object({
  type: z.string(),
  title: z.string(),
  status: z.int(),
  detail: z.string(),
  kind: z.string(),
  errors: z.array(z.object({ field: z.string(), reason: z.string() })).optional(),
  /** With a conflict: the thing as it is now. */
  current: z.unknown().optional(),
  /** With a conflict between reviewers: the decision that stands. */
  verdict: Verdict.optional(),
  retryAfterMs: z.number().optional(),
  requestId: z.string(),
});
export type Problem = z.infer<typeof Problem>;

const statusOf = {
  "signed-out": 401,
  "not-found": 404,
  forbidden: 403,
  invalid: 422,
  conflict: 409,
  "too-large": 413,
  "rate-limited": 429,
  unavailable: 503,
} as const satisfies Record<Failure["kind"], number>;

type Words = keyof typeof problems;

function problem(words: Words, status: number, requestId: string, more: Partial<Problem> = {}): Problem {
  return { type: `urn:glossator:problem:${words}`, ...problems[words], status, kind: words, ...more, requestId };
}

const fill = (words: string, values: Record<string, string | number>): string =>
  words.replace(/\{(\w+)\}/g, (whole, name: string) => String(values[name] ?? whole));

/** The words and status of every expected failure: the only place that knows them. */
export function problemOf(failure: Failure, requestId: string): Problem {
  const status = statusOf[failure.kind];
  switch (failure.kind) {
    case "forbidden":
      return problem("forbidden", status, requestId, { detail: refusals[failure.reason] });
    case "invalid":
      if (failure.malformed) return problem("malformed", 400, requestId, { kind: "invalid" });
      return problem("invalid", status, requestId, { errors: [...failure.problems] });
    case "conflict":
      return problem(failure.verdict ? "decided" : "conflict", status, requestId, {
        kind: "conflict",
        current: failure.current,
        ...(failure.verdict && { verdict: failure.verdict }),
        ...(failure.reason === undefined ? {} : { detail: failure.reason }),
      });
    case "too-large": {
      const { limit, unit } = failure;
      return problem("too-large", status, requestId, { detail: fill(problems["too-large"].detail, { limit, unit }) });
    }
    case "rate-limited": {
      const seconds = Math.ceil(failure.retryAfterMs / 1000);
      const detail = fill(problems["rate-limited"].detail, { seconds });
      return problem("rate-limited", status, requestId, { detail, retryAfterMs: failure.retryAfterMs });
    }
    case "signed-out":
    case "not-found":
    case "unavailable":
      return problem(failure.kind, status, requestId);
  }
}

/** For what nobody expected; the log has the rest under the same request id. */
export const unexpectedProblem = (requestId: string): Problem => problem("unexpected", 500, requestId);

export function problemAnswer(document: Problem): Response {
  const headers = new Headers({ "content-type": "application/problem+json; charset=utf-8", ...plain });
  if (document.status === 401) headers.set("www-authenticate", 'Bearer realm="Glossator"');
  if (document.retryAfterMs !== undefined) headers.set("retry-after", String(Math.ceil(document.retryAfterMs / 1000)));
  if (document.status === 503) headers.set("retry-after", "2");
  return new Response(JSON.stringify(document), { status: document.status, headers });
}

/** On every answer of the API: nobody keeps it, nobody guesses what it is. */
export const plain = { "cache-control": "no-store", "x-content-type-options": "nosniff" } as const;
