import "server-only";
import { fail, type Malformed, ok, type Result } from "@/domain/failure";
import { type JsonFlaw, parseJson } from "@/server/http/json";
import { firstWrongByte } from "@/server/import/utf8";

const megabyte = 1024 * 1024;
/** Bytes of a JSON body, unless a route says otherwise. */
export const usualBodyLimit = megabyte;
/** Values of a JSON body, fields and entries of lists together. */
export const entryLimit = 60_000;

/** Reads a JSON body of at most `limit` bytes; no body is an empty object. */
export async function readJson(request: Request, limit: number): Promise<Result<unknown>> {
  const bytes = await readJsonBytes(request, limit);
  return bytes.ok ? jsonIn(bytes.value) : bytes;
}

/** The bytes of such a body, for whoever reads them elsewhere. */
export async function readJsonBytes(request: Request, limit: number): Promise<Result<Uint8Array>> {
  const unsupported = refusalOfType(request.headers);
  return unsupported ?? readBytes(request, limit);
}

/** What a body of JSON says. */
export function jsonIn(bytes: Uint8Array): Result<unknown> {
  if (bytes.byteLength === 0) return ok({});
  const wrong = firstWrongByte(bytes);
  if (wrong !== undefined) return malformed({ is: "encoding", at: wrong });
  const parsed = parseJson(new TextDecoder().decode(bytes), entryLimit);
  return parsed.ok ? ok(parsed.value) : refusalOfFlaw(parsed.flaw);
}

const malformed = (how: Malformed) => fail({ kind: "invalid", malformed: how, problems: [] });

const refusalOfFlaw = (flaw: JsonFlaw) =>
  "malformed" in flaw ? malformed(flaw.malformed) : fail({ kind: "too-large", limit: flaw.entries, unit: "entries" });

const jsonType = /^(?:application|text)\/(?:json|[\w.+-]+\+json)$/;
const takes = "application/json";

/** JSON is sent as JSON; as plain text, or with no type at all, it is taken too. */
export function refusalOfType(headers: Headers) {
  const [type = "", ...parameters] = (headers.get("content-type") ?? "")
    .toLowerCase()
    .split(";")
    .map((part) => part.trim());
  const packed = headers.get("content-encoding")?.toLowerCase() ?? "identity";
  if (packed !== "identity")
    return fail({ kind: "unsupported", what: "compression", sent: packed.slice(0, 40), takes });
  if (type !== "" && type !== "text/plain" && !jsonType.test(type)) {
    return fail({ kind: "unsupported", what: "type", sent: type.slice(0, 80), takes });
  }
  const charset = parameters
    .find((part) => part.startsWith("charset="))
    ?.slice(8)
    .replaceAll('"', "");
  if (charset === undefined || /^utf-?8$|^us-ascii$/.test(charset)) return undefined;
  return fail({ kind: "unsupported", what: "charset", sent: charset.slice(0, 40), takes });
}

/** The bytes of a body of at most `limit`, announced or not; when there are more, the rest is not read. */
async function readBytes(request: Request, limit: number): Promise<Result<Uint8Array>> {
  const read = await readChunks(request, limit);
  return read.ok ? ok(Buffer.concat(read.value.chunks)) : read;
}

/** The same, as it came. */
export async function readChunks(
  request: Request,
  limit: number,
): Promise<Result<{ chunks: Uint8Array[]; length: number }>> {
  const tooLarge = fail({ kind: "too-large", limit, unit: "bytes" });
  if (Number(request.headers.get("content-length") ?? 0) > limit) return tooLarge;
  const chunks: Uint8Array[] = [];
  let length = 0;
  // Not `for await`: leaving it would cut the connection, on which the next request may be under way.
  const reader = request.body?.getReader();
  try {
    for (let next = await reader?.read(); next && !next.done; next = await reader?.read()) {
      length += next.value.byteLength;
      if (length > limit) return tooLarge;
      chunks.push(next.value);
    }
  } catch {
    return malformed({ is: "cut" });
  } finally {
    reader?.releaseLock();
  }
  return ok({ chunks, length });
}
