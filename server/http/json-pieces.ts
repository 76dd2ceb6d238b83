import "server-only";
import { setImmediate as turn } from "node:timers/promises";
import { streamed } from "@/server/http/attachment";

/** UTF-16 units that are made into JSON at once. */
const units = 64 * 1024;

/** A string of JSON in pieces. */
export function* jsonString(text: string): Generator<string> {
  yield '"';
  for (let from = 0; from < text.length; ) {
    const to = borderAfter(text, from + units);
    yield JSON.stringify(text.slice(from, to)).slice(1, -1);
    from = to;
  }
  yield '"';
}

/** Between two characters: half of one would be written as an escape. */
const borderAfter = (text: string, at: number) => (/[\ud800-\udbff]/.test(text[at - 1] ?? "") ? at + 1 : at);

/** A list of JSON in pieces; none of its entries may be long. */
export function* jsonList(entries: readonly unknown[], atOnce = 200): Generator<string> {
  yield "[";
  for (let from = 0; from < entries.length; from += atOnce) {
    const some = JSON.stringify(entries.slice(from, from + atOnce)).slice(1, -1);
    yield from === 0 ? some : `,${some}`;
  }
  yield "]";
}

/** Milliseconds that making pieces may hold the event loop before others get a turn. */
const slice = 8;

/** Sends pieces as they are made and wanted; everybody else gets their turn between them. */
export function inPieces(make: () => Iterable<string>): ReadableStream<Uint8Array> {
  return streamed(chunks(make));
}

async function* chunks(make: () => Iterable<string>): AsyncGenerator<Uint8Array> {
  const encoder = new TextEncoder();
  let until = performance.now() + slice;
  for (const piece of make()) {
    yield encoder.encode(piece);
    if (performance.now() < until) continue;
    await turn();
    until = performance.now() + slice;
  }
}
