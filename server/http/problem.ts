import "server-only";
import type { Failure, Malformed, Outage } from "@/domain/failure";
import type { Problem } from "@/domain/problem";
import { answerWords, type ProblemWords } from "@/messages/answers";

const statusOf = {
  "signed-out": 401,
  "not-found": 404,
  forbidden: 403,
  invalid: 422,
  conflict: 409,
  "too-large": 413,
  unsupported: 415,
  "rate-limited": 429,
  unavailable: 503,
} as const satisfies Record<Failure["kind"], number>;

const words = answerWords();
/** So many problems of one request are listed, each with a path of at most so many characters. */
const listed = 10;
const longestPath = 120;

/** The words of every outage, its status, and after how many milliseconds it is worth asking again. */
const outages = {
  database: { type: "unavailable", status: 503, retryAfterMs: 2_000 },
  "disk-full": { type: "disk-full", status: 507, retryAfterMs: 10_000 },
  "read-only": { type: "read-only", status: 503, retryAfterMs: 10_000 },
  crowded: { type: "crowded", status: 503, retryAfterMs: 2_000 },
  busy: { type: "busy", status: 503, retryAfterMs: 1_000 },
  damaged: { type: "damaged", status: 503, retryAfterMs: 30_000 },
  stopping: { type: "stopping", status: 503, retryAfterMs: 2_000 },
} as const satisfies Record<Outage, { type: ProblemWords; status: number; retryAfterMs: number }>;

type Said = { title: string; detail: string };

function problem(type: ProblemWords, said: Said, status: number, more: Partial<Problem>): Omit<Problem, "requestId"> {
  return { type: `urn:glossator:problem:${type}`, ...said, status, kind: type, ...more };
}

type Plain = "signed-out" | "not-found" | "unexpected" | (typeof outages)[Outage]["type"];
const plainly = (type: Plain): Said => ({
  title: words(`problems.${type}.title`),
  detail: words(`problems.${type}.detail`),
});

/** The words and status of every expected failure: the only place that knows them. */
export const problemOf = (failure: Failure, requestId: string): Problem => ({ ...documentOf(failure), requestId });

function documentOf(failure: Failure): Omit<Problem, "requestId"> {
  const status = statusOf[failure.kind];
  switch (failure.kind) {
    case "forbidden": {
      const said = { title: words("problems.forbidden.title"), detail: words(`refusals.${failure.reason}`) };
      return problem("forbidden", said, status, {});
    }
    case "invalid":
      return failure.malformed ? unreadable(failure.malformed) : faulty(failure, status);
    case "conflict":
      return conflicting(failure, status);
    case "too-large": {
      const { unit, limit } = failure;
      const detail = words(`problems.too-large.${unit}`, { limit, size: sizeOf(limit) });
      return problem("too-large", { title: words("problems.too-large.title"), detail }, status, {});
    }
    case "unsupported": {
      const { what, sent, takes } = failure;
      const detail = words(`problems.unsupported.${what}`, { sent, takes });
      return problem("unsupported", { title: words("problems.unsupported.title"), detail }, status, {});
    }
    case "rate-limited": {
      const { retryAfterMs } = failure;
      const detail = words("problems.rate-limited.detail", { seconds: Math.ceil(retryAfterMs / 1000) });
      return problem("rate-limited", { title: words("problems.rate-limited.title"), detail }, status, { retryAfterMs });
    }
    case "unavailable": {
      const { type, ...rest } = outages[failure.reason];
      return problem(type, plainly(type), rest.status, { ...rest, kind: "unavailable" });
    }
    case "signed-out":
    case "not-found":
      return problem(failure.kind, plainly(failure.kind), status, {});
  }
}

type Kind<K extends Failure["kind"]> = Extract<Failure, { kind: K }>;

function unreadable(malformed: Malformed) {
  const values = { at: 0, limit: 0, name: "", ...malformed };
  const said = { title: words("problems.malformed.title"), detail: words(`problems.malformed.${values.is}`, values) };
  return problem("malformed", said, 400, { kind: "invalid" });
}

/** However much is wrong, the answer stays short: the first few, and how many more there are. */
function faulty({ problems, more = 0 }: Kind<"invalid">, status: number) {
  const errors = problems.slice(0, listed).map(({ field, reason }) => ({ field: shortened(field), reason }));
  const left = problems.length - errors.length + more;
  const detail =
    left > 0 ? words("problems.invalid.more", { listed: errors.length, more: left }) : words("problems.invalid.detail");
  return problem("invalid", { title: words("problems.invalid.title"), detail }, status, { errors });
}

function conflicting({ current, reason, duplicate, verdict, fields, changed }: Kind<"conflict">, status: number) {
  const kind = "conflict";
  if (fields) {
    const said = { title: words("problems.overruled.title"), detail: words("problems.overruled.detail") };
    const errors = fields.map((field) => ({ field, reason: words("problems.overruled.field") }));
    return problem("overruled", said, status, { kind, current, errors, ...(changed && { changed }) });
  }
  if (verdict) {
    const said = { title: words("problems.decided.title"), detail: reason ?? words("problems.decided.detail") };
    return problem("decided", said, status, { kind, current, verdict });
  }
  if (duplicate) {
    const said = { title: words("problems.duplicate.title"), detail: words("problems.duplicate.detail", duplicate) };
    return problem("duplicate", said, status, { kind, current });
  }
  if (reason !== undefined) {
    return problem("conflict", { title: words("problems.as-things-stand.title"), detail: reason }, status, { current });
  }
  const said = { title: words("problems.conflict.title"), detail: words("problems.conflict.detail") };
  return problem("conflict", said, status, { current });
}

const sizeOf = (bytes: number) =>
  bytes < 2 ** 20 ? `${Math.round(bytes / 2 ** 10)} kB` : `${Math.round(bytes / 2 ** 20)} MB`;

const shortened = (path: string) => (path.length > longestPath ? `${path.slice(0, longestPath)}…` : path);

/** For what nobody expected; the log has the rest under the same request id. */
export const unexpectedProblem = (requestId: string): Problem => ({
  ...problem("unexpected", plainly("unexpected"), 500, {}),
  requestId,
});

export function problemAnswer(document: Problem): Response {
  const headers = new Headers({ "content-type": "application/problem+json; charset=utf-8", ...plain });
  if (document.status === 401) headers.set("www-authenticate", 'Bearer realm="Glossator"');
  if (document.retryAfterMs !== undefined) headers.set("retry-after", String(Math.ceil(document.retryAfterMs / 1000)));
  return new Response(JSON.stringify(document), { status: document.status, headers });
}

/** On every answer of the API: nobody keeps it, nobody guesses what it is. */
export const plain = { "cache-control": "no-store", "x-content-type-options": "nosniff" } as const;
