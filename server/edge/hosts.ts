import { hostnameOf, isLoopback } from "@/server/edge/own-machine.mjs";

/** How this server may be called: where it listens, and the address people use when that is another. */
export interface Names {
  /** The interface it listens on, such as 127.0.0.1 or 0.0.0.0. */
  host: string | undefined;
  /** The address people type, such as https://glossator.example.org. */
  publicUrl: string | undefined;
}

/**
 * Whether a request's Host header names this server. A page elsewhere can point its own name at this machine and then
 * read what it answers (DNS rebinding); it can't make the browser send another name. Bare addresses are safe for the
 * same reason: nobody can point an address elsewhere.
 */
export function isOurHost(header: string | null, { host, publicUrl }: Names): boolean {
  const name = hostnameOf(header);
  if (name === null) return false;
  if (isLoopback(name) || isAddress(name)) return true;
  if (host !== undefined && name === host.toLowerCase()) return true;
  return publicUrl !== undefined && URL.canParse(publicUrl) && name === new URL(publicUrl).hostname;
}

function isAddress(name: string): boolean {
  return name.startsWith("[") || /^\d{1,3}(\.\d{1,3}){3}$/.test(name);
}
