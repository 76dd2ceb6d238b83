import "server-only";
import type { LiveEvents } from "@/domain/live/live-event";

const encoder = new TextEncoder();

/** Milliseconds after which a browser that lost the stream asks for it again. */
export const retryMs = 1_000;

/**
 * One event as it goes over the wire, with the sealed position behind it (WHATWG HTML, 9.2 “Server-sent events”). JSON has no line breaks of its own, so
 * one `data:` line holds it. A beat is a comment too, for proxies that close what is silent.
 */
export function eventText<Name extends keyof LiveEvents>(name: Name, data: LiveEvents[Name], id: string): Uint8Array {
  const before = { ready: `retry: ${retryMs}\n`, beat: ": still here\n" }[name as string] ?? "";
  return encoder.encode(`${before}id: ${id}\nevent: ${name}\ndata: ${JSON.stringify(data)}\n\n`);
}
