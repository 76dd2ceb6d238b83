import "server-only";
import NextAuth from "next-auth";
import { fail, ok, type Result } from "@/domain/failure";
import { env } from "@/server/env";
import { guarded } from "@/server/http/route";
import { signOut } from "@/server/operations/sign-out";
import { cookieIn, sessionCookie } from "@/server/session/cookie";
import { authOptions } from "@/server/session/options";
import { isOurHost, isSameOrigin } from "@/server/session/origin";
import { withTrueStatus } from "@/server/session/sign-in-status";

type Context = { params: Promise<{ nextauth: string[] }> };
type Handler = (request: Request, context: Context) => Promise<Response>;

/** Only these of next-auth's addresses are open; the sign-in itself is told by /api/v1/me. */
const open = { GET: new Set(["csrf", "providers", "signin", "error"]), POST: new Set(["callback", "signout"]) };
const bodyLimit = 16 * 1024;

let handler: Handler | undefined;

function nextAuth(): Handler {
  // next-auth takes its own address from the environment only.
  process.env["NEXTAUTH_URL"] = env().url.origin;
  handler ??= NextAuth(authOptions()) as Handler;
  return handler;
}

export const authGet: Handler = (request, context) => guarded(request, () => answered("GET", request, context));

/** Sign-ins and sign-outs come from our own pages only. */
export const authPost: Handler = (request, context) => guarded(request, () => answered("POST", request, context));

async function answered(method: "GET" | "POST", request: Request, context: Context): Promise<Result<Response>> {
  const { headers } = request;
  if (!isOurHost(headers.get("host"))) return fail({ kind: "forbidden", reason: "host" });
  const [action = ""] = (await context.params).nextauth;
  if (!open[method].has(action)) return fail({ kind: "not-found" });
  if (method === "POST") {
    if (!isSameOrigin(headers)) return fail({ kind: "forbidden", reason: "origin" });
    const length = Number(headers.get("content-length") ?? Number.POSITIVE_INFINITY);
    if (length > bodyLimit) return fail({ kind: "too-large", limit: bodyLimit, unit: "bytes" });
  }
  const { name } = sessionCookie();
  const before = cookieIn(headers.get("cookie"), name) ?? "";
  if (action === "signout") {
    const ended = await signOut(before);
    if (!ended.ok) return ended;
  }
  const answer = await nextAuth()(request, context);
  const signedInAgain =
    action === "callback" && answer.headers.getSetCookie().some((each) => each.startsWith(`${name}=`));
  if (signedInAgain) await signOut(before);
  return ok(action === "callback" ? await withTrueStatus(answer) : answer);
}
