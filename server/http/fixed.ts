import "server-only";
import { rangeIn } from "@/domain/release/range";
import { attachment, streamed } from "@/server/http/attachment";
import { plain } from "@/server/http/problem";
import type { Fixed } from "@/server/operations/download-release";

/**
 * Answers a file that never changes, or the part of it that a `Range` header asks for, so that a download that was cut
 * off goes on where it was. With an `If-Range` of another file, all of it is sent.
 */
export function fixedFile(request: Request, file: Fixed): Response {
  const tag = `"${file.digest}"`;
  const same = { "accept-ranges": "bytes", etag: tag, "cache-control": "private, no-store" };
  const since = request.headers.get("if-range");
  const header = since === null || since === tag ? request.headers.get("range") : null;
  const range = rangeIn(header, file.length);
  if (range === "beyond") {
    const headers = { ...plain, ...same, "content-range": `bytes */${file.length}` };
    return new Response(null, { status: 416, headers });
  }
  const { start, end } = range ?? { start: 0, end: file.length };
  const whole = attachment(streamed(file.bytes(start, end)), file);
  const headers = new Headers(whole.headers);
  for (const [name, value] of Object.entries(same)) headers.set(name, value);
  headers.set("content-length", String(end - start));
  if (range) headers.set("content-range", `bytes ${start}-${end - 1}/${file.length}`);
  return new Response(whole.body, { status: range ? 206 : 200, headers });
}
