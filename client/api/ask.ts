import { type Answer, type Ask, type Problem, unreachable } from "@/client/api/answer";

/** How the API is asked over a network; `giveUpAfterMs` is for what is simply sent again later. */
export function createAsk(fetch: typeof globalThis.fetch, { giveUpAfterMs }: { giveUpAfterMs?: number } = {}): Ask {
  return async (method, path, body, headers = {}) => {
    try {
      const response = await fetch(`/api/v1${path}`, {
        method,
        headers: { accept: "application/json", ...typeOf(body), ...headers },
        ...(body === undefined ? {} : { body: isSentAsItIs(body) ? body : JSON.stringify(body) }),
        ...(giveUpAfterMs === undefined ? {} : { signal: AbortSignal.timeout(giveUpAfterMs) }),
      });
      const content = await contentOf(response);
      // What each address answers is compared with what its route says, where the routes are listed.
      return response.ok ? { ok: true, value: content as never } : refused(response, content);
    } catch {
      // No connection, cut off half-way, too late, or something between us and the server answered in another tongue.
      return unreachable;
    }
  };
}

const isSentAsItIs = (body: unknown): body is FormData | Blob => body instanceof FormData || body instanceof Blob;

/** A form says its own type; a file may be of any, and is sent as bytes. */
const typeOf = (body: unknown) => {
  if (body === undefined || body instanceof FormData) return {};
  return { "content-type": body instanceof Blob ? "application/octet-stream" : "application/json" };
};

/** What a response says: null when that is nothing. Of a refusal also undefined, when it is not ours. */
async function contentOf(response: Response): Promise<unknown> {
  const text = await response.text();
  if (text === "") return null;
  if (response.ok) return JSON.parse(text);
  try {
    return JSON.parse(text);
  } catch {
    return undefined;
  }
}

function refused(response: Response, content: unknown): Answer<never> {
  const { status } = response;
  if (!isProblem(content)) return { ok: false, problem: { kind: "broken", title: "", status } };
  const retryAfterMs = content.retryAfterMs ?? retryAfter(response);
  return { ok: false, problem: { ...content, status, ...(retryAfterMs !== undefined && { retryAfterMs }) } };
}

const isProblem = (content: unknown): content is Problem =>
  typeof content === "object" && content !== null && "kind" in content && "title" in content;

function retryAfter(response: Response): number | undefined {
  const seconds = Number(response.headers.get("retry-after") ?? Number.NaN);
  return Number.isFinite(seconds) ? seconds * 1000 : undefined;
}
