/** What the server answers when it can't or may not do what was asked (RFC 9457), as far as pages use it. */
export interface Problem {
  kind: string;
  title: string;
  detail?: string;
  errors?: readonly { field: string; reason: string }[];
  retryAfterMs?: number;
  current?: unknown;
  /** With a conflict: who changed it meanwhile. */
  changed?: { name: string; at: string };
  requestId?: string;
}

export type Answer<T> = { ok: true; value: T } | { ok: false; problem: Problem };

export type Method = "GET" | "POST" | "PUT" | "PATCH" | "DELETE";

/** Asks our own API; a failure we know is a value. A body that is FormData is sent as it is, anything else as JSON. */
export type Ask = <T>(method: Method, path: string, body?: unknown) => Promise<Answer<T>>;

/** Asks over the network. `path` is relative to /api/v1. */
export const askServer: Ask = async (method, path, body) => {
  const response = await fetch(`/api/v1${path}`, {
    method,
    headers: body === undefined || body instanceof FormData ? {} : { "content-type": "application/json" },
    ...(body === undefined ? {} : { body: body instanceof FormData ? body : JSON.stringify(body) }),
  }).catch(() => null);
  if (!response) return { ok: false, problem: { kind: "unreachable", title: "" } };

  const content: unknown = response.status === 204 ? null : await response.json().catch(() => null);
  // The answer's shape is the API's own declaration of this path, checked where it is written.
  if (response.ok) return { ok: true, value: content as never };
  return { ok: false, problem: isProblem(content) ? content : { kind: "broken", title: "" } };
};

function isProblem(content: unknown): content is Problem {
  return typeof content === "object" && content !== null && "kind" in content && "title" in content;
}
