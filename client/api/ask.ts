/** What the server answered, or that nobody answered. Problems are RFC 9457 documents. */
export type Answer =
  | { kind: "ok"; body: unknown }
  | { kind: "problem"; status: number; problem: ProblemDocument; retryAfterMs: number | undefined }
  | { kind: "unreachable" };

export type ProblemDocument = {
  title?: string;
  detail?: string;
  kind?: string;
  errors?: readonly { field: string; reason: string }[];
  current?: unknown;
  retryAfterMs?: number;
};

export type Method = "GET" | "POST" | "PUT" | "PATCH" | "DELETE";

/** Asks the API; `path` stands below /api/v1. Never throws for what a network or a server does. */
export type Ask = (method: Method, path: string, body?: unknown, headers?: Record<string, string>) => Promise<Answer>;

const GIVE_UP_AFTER_MS = 30_000;

export function createAsk(fetch: typeof globalThis.fetch, base = "/api/v1"): Ask {
  return async (method, path, body, headers = {}) => {
    try {
      const response = await fetch(`${base}${path}`, {
        method,
        credentials: "same-origin",
        headers: { accept: "application/json", ...(body === undefined ? {} : json), ...headers },
        ...(body === undefined ? {} : { body: JSON.stringify(body) }),
        signal: AbortSignal.timeout(GIVE_UP_AFTER_MS),
      });
      const text = await response.text();
      const answer: unknown = text === "" ? undefined : JSON.parse(text);
      if (response.ok) return { kind: "ok", body: answer };
      const problem: ProblemDocument = typeof answer === "object" && answer !== null ? answer : {};
      return { kind: "problem", status: response.status, problem, retryAfterMs: retryAfter(response, problem) };
    } catch {
      // No connection, cut off half-way, too late, or something between us and the server answered in another tongue.
      return { kind: "unreachable" };
    }
  };
}

const json = { "content-type": "application/json" };

function retryAfter(response: Response, { retryAfterMs }: ProblemDocument): number | undefined {
  if (retryAfterMs !== undefined) return retryAfterMs;
  const seconds = Number(response.headers.get("retry-after") ?? Number.NaN);
  return Number.isFinite(seconds) ? seconds * 1000 : undefined;
}
