import "server-only";
import { fail, ok, type Result } from "@/domain/failure";

const megabyte = 1024 * 1024;
/** Bytes of a JSON body, unless a route says otherwise. */
export const usualBodyLimit = megabyte;

/** Reads a JSON body of at most `limit` bytes; no body is an empty object. */
export async function readJson(request: Request, limit: number): Promise<Result<unknown>> {
  const text = await readText(request, limit);
  if (text === undefined) return fail({ kind: "too-large", limit, unit: "bytes" });
  try {
    return ok(text === "" ? {} : JSON.parse(text));
  } catch {
    return fail({ kind: "invalid", malformed: true, problems: [] });
  }
}

/** Undefined when it is longer than `limit` bytes; then the rest is not read. */
async function readText(request: Request, limit: number): Promise<string | undefined> {
  const announced = request.headers.get("content-length");
  if (announced !== null) return Number(announced) > limit ? undefined : request.text();
  if (request.body === null) return "";
  const chunks: Uint8Array[] = [];
  let length = 0;
  for await (const chunk of request.body) {
    length += chunk.byteLength;
    if (length > limit) return undefined;
    chunks.push(chunk);
  }
  return Buffer.concat(chunks).toString("utf8");
}
