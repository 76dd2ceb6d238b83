import "server-only";
import type { AuthOptions } from "next-auth";
import Credentials from "next-auth/providers/credentials";
import type { Failure, Result } from "@/domain/failure";
import { session } from "@/server/data/actors";
import { ownPath } from "@/server/edge/own-path";
import { env } from "@/server/env";
import { outageMet } from "@/server/health/outages";
import { log, wordsOf } from "@/server/log";
import { enterDemo } from "@/server/operations/enter-demo";
import { followLink } from "@/server/operations/follow-link";
import { type SignedIn, signIn } from "@/server/operations/sign-in";
import { sessionCookie } from "@/server/session/cookie";
import { whenceOf } from "@/server/session/whence";

type Sent = Record<string, string> | undefined;
type Request = { headers?: Record<string, string> };

const field = (name: string) => ({ [name]: {} });
const whence = ({ headers = {} }: Request) => whenceOf(new Headers(headers));

/** What the sign-in page reads in `?error=` and has words for. */
function codeOf(failure: Failure): string {
  switch (failure.kind) {
    case "signed-out":
    case "not-found":
    case "unavailable":
      return failure.kind;
    case "rate-limited":
      return `rate-limited:${Math.ceil(failure.retryAfterMs / 1000)}`;
    case "invalid":
      return failure.problems[0]?.reason ?? "invalid";
    case "forbidden":
    case "conflict":
    case "too-large":
    case "unsupported":
      return "unavailable";
  }
}

/** next-auth carries a user from `authorize` to `jwt`; ours is the sign-in's secret under the person's id. */
async function entered(result: Promise<Result<SignedIn>>) {
  const settled = await result.catch((error: unknown) => {
    if (!outageMet(error)) log({ level: "error", what: "sign-in", ...wordsOf(error) });
    return undefined;
  });
  if (!settled) throw new Error("unavailable");
  if (!settled.ok) throw new Error(codeOf(settled.failure));
  return { id: settled.value.userId, secret: settled.value.secret };
}

/**
 * Signing in by password, by a one-time link, or into the demo.
 *
 * The cookie is nothing but the sign-in's random secret: what it stands for is read from its row on every request,
 * so that ending the row ends the sign-in. next-auth's own encryption would add nothing to 256 random bits.
 */
export function authOptions(): AuthOptions {
  const { name, options } = sessionCookie();
  return {
    secret: env().secret,
    session: { strategy: "jwt", maxAge: session.longestMs / 1000 },
    useSecureCookies: options.secure,
    cookies: { sessionToken: { name, options } },
    pages: { signIn: "/sign-in", signOut: "/sign-in", error: "/sign-in" },
    jwt: {
      encode: async ({ token }) => (typeof token?.["secret"] === "string" ? token["secret"] : ""),
      decode: async ({ token }) => ({ secret: token }),
    },
    callbacks: {
      jwt: async ({ token, user }) => ("secret" in user ? { secret: user.secret } : token),
      redirect: async ({ url, baseUrl }) => ownPath(url, baseUrl) ?? "/",
    },
    providers: [
      Credentials({
        credentials: { ...field("email"), ...field("password") },
        authorize: (sent: Sent, request: Request) =>
          entered(signIn({ email: sent?.["email"] ?? "", password: sent?.["password"] ?? "" }, whence(request))),
      }),
      Credentials({
        id: "demo",
        credentials: field("as"),
        authorize: (sent: Sent, request: Request) => entered(enterDemo(sent?.["as"] ?? "", whence(request))),
      }),
      Credentials({
        id: "link",
        credentials: { ...field("secret"), ...field("name"), ...field("email"), ...field("password") },
        authorize: (sent: Sent, request: Request) => {
          const { secret = "", name = "", email, password = "" } = sent ?? {};
          return entered(followLink({ secret, name, email, password }, whence(request)));
        },
      }),
    ],
    logger: {
      error: (code) => log({ level: "error", what: "next-auth", code }),
      warn: () => undefined,
      debug: () => undefined,
    },
  };
}
