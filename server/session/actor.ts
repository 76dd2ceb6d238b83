import "server-only";
import { headers } from "next/headers";
import { cache } from "react";
import type { Actor } from "@/domain/access/actor";
import { fail, ok, type Result } from "@/domain/failure";
import { actorBySession, actorByToken } from "@/server/data/actors";
import { cookieIn, sessionCookie } from "@/server/session/cookie";
import { isOurHost, isSafe, isSameOrigin } from "@/server/session/origin";

const secretShape = /^[A-Za-z0-9_-]{43}$/;
export const tokenPrefix = "glo_";

/**
 * Who asks: a program by its bearer token, else a person by their browser's sign-in.
 *
 * The sign-in is read from the database every time, so an ended one is refused at once. A change that a browser sends
 * must come from our own pages.
 */
export async function actorOf(request: { method: string; headers: Headers }): Promise<Result<Actor>> {
  const { method, headers: sent } = request;
  if (!isOurHost(sent.get("host"))) return fail({ kind: "forbidden", reason: "host" });
  const authorization = sent.get("authorization");
  if (authorization !== null) return known(await byBearer(authorization));
  const secret = cookieIn(sent.get("cookie"), sessionCookie().name);
  if (secret === undefined || !secretShape.test(secret)) return fail({ kind: "signed-out" });
  const actor = await actorBySession(secret);
  if (actor && !isSafe(method) && !isSameOrigin(sent)) return fail({ kind: "forbidden", reason: "origin" });
  return known(actor);
}

const known = (actor: Actor | undefined): Result<Actor> => (actor ? ok(actor) : fail({ kind: "signed-out" }));

async function byBearer(authorization: string): Promise<Actor | undefined> {
  const [scheme, token = ""] = authorization.split(" ");
  if (scheme?.toLowerCase() !== "bearer" || !token.startsWith(tokenPrefix)) return undefined;
  const secret = token.slice(tokenPrefix.length);
  return secretShape.test(secret) ? actorByToken(secret) : undefined;
}

/** Who opened this page, asked once a page; undefined when nobody is signed in. */
export const currentActor = cache(async (): Promise<Actor | undefined> => {
  const result = await actorOf({ method: "GET", headers: await headers() });
  return result.ok ? result.value : undefined;
});
