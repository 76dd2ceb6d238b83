import "server-only";
import { isOurHost as isOneOf } from "@/server/edge/hosts";
import { env } from "@/server/env";

/** A name that a stranger's page can't make a browser resolve to us (DNS rebinding). */
export const isOurHost = (host: string | null): boolean =>
  isOneOf(host, { host: env().host, publicUrl: env().url.href });

/**
 * Whether a browser sent this change from our own pages.
 *
 * The origin must be said, and be the public address or the very host that was asked.
 */
export function isSameOrigin(headers: Headers): boolean {
  const site = headers.get("sec-fetch-site");
  if (site !== null && site !== "same-origin") return false;
  const origin = headers.get("origin");
  if (origin === null || origin === "null") return false;
  if (origin === env().url.origin) return true;
  const host = headers.get("host");
  return isOurHost(host) && (origin === `http://${host}` || origin === `https://${host}`);
}

export const isSafe = (method: string): boolean => method === "GET" || method === "HEAD" || method === "OPTIONS";
