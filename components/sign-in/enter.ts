/** Ways into a workspace, by their names at the server. */
export type Way = "credentials" | "demo" | "link";

/** `code` is what the server calls the refusal; `waitSeconds` says how long it takes no further attempt. */
export type Entry = { ok: true } | { ok: false; code: string; waitSeconds?: number };

const unreachable: Entry = { ok: false, code: "unreachable" };

/** Signs in over next-auth's own addresses; the cookie is set by the answer. */
export async function enter(way: Way, fields: Record<string, string>): Promise<Entry> {
  const answer = await post(`/api/auth/callback/${way}`, { ...fields, callbackUrl: "/work" });
  if (!answer) return unreachable;
  const code = new URL(answer, location.origin).searchParams.get("error");
  if (code === null) return { ok: true };
  const wait = /^rate-limited:(\d+)$/.exec(code)?.[1];
  return wait ? { ok: false, code: "rate-limited", waitSeconds: Number(wait) } : { ok: false, code };
}

/** Ends this browser's sign-in; false when the server could not be asked. */
export async function leave(): Promise<boolean> {
  return (await post("/api/auth/signout", { callbackUrl: "/sign-in" })) !== null;
}

/** The address that next-auth wants to go on with, or null when it did not answer. */
async function post(path: string, fields: Record<string, string>): Promise<string | null> {
  try {
    const csrf: unknown = await (await fetch("/api/auth/csrf", { cache: "no-store" })).json();
    if (typeof csrf !== "object" || csrf === null || !("csrfToken" in csrf)) return null;
    const body = new URLSearchParams({ ...fields, csrfToken: String(csrf.csrfToken), json: "true" });
    const answer: unknown = await (await fetch(path, { method: "POST", body })).json();
    return typeof answer === "object" && answer !== null && "url" in answer ? String(answer.url) : null;
  } catch {
    return null;
  }
}
