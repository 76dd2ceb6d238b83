import "server-only";
import { env } from "@/server/env";

const loopback = /^(localhost|127\.0\.0\.1|\[::1\])(:\d{1,5})?$/;

/** A name that a stranger's page can't make a browser resolve to us (DNS rebinding): ours, or loopback by name. */
export const isOurHost = (host: string | null): boolean =>
  host !== null && (host === env().url.host || loopback.test(host));

/**
 * Whether a browser sent this change from our own pages.
 *
 * The origin must be said and be the public address, or, on loopback, the very address that was asked.
 */
export function isSameOrigin(headers: Headers): boolean {
  const site = headers.get("sec-fetch-site");
  if (site !== null && site !== "same-origin") return false;
  const origin = headers.get("origin");
  if (origin === null || origin === "null") return false;
  if (origin === env().url.origin) return true;
  const host = headers.get("host") ?? "";
  return loopback.test(host) && (origin === `http://${host}` || origin === `https://${host}`);
}

export const isSafe = (method: string): boolean => method === "GET" || method === "HEAD" || method === "OPTIONS";
