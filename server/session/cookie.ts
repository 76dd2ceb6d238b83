import "server-only";
import { env } from "@/server/env";

const secure = () => env().url.protocol === "https:";

/** `__Host-` ties the cookie to exactly this host, and needs TLS. */
export const sessionCookie = () => ({
  name: secure() ? "__Host-glossator.session" : "glossator.session",
  options: { httpOnly: true, sameSite: "lax" as const, path: "/", secure: secure() },
});

/** The value of one cookie of a Cookie header. */
export function cookieIn(header: string | null, name: string): string | undefined {
  if (header === null) return undefined;
  for (const each of header.split(";")) {
    const at = each.indexOf("=");
    if (at > 0 && each.slice(0, at).trim() === name) return each.slice(at + 1).trim();
  }
  return undefined;
}
