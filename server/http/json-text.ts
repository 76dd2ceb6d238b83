import "server-only";
import { ok, type Result } from "@/domain/failure";
import type { Report } from "@/domain/report/report";
import { inPieces, jsonString } from "@/server/http/json-pieces";
import { plain } from "@/server/http/problem";

const headers = { "content-type": "application/json; charset=utf-8", ...plain };

/** Answers a text that is JSON already, so that thousands of tags are not read and written again on their way. */
export const jsonText = (text: Result<string | ReadableStream<Uint8Array>>): Result<Response> =>
  text.ok ? ok(new Response(text.value, { headers })) : text;

/** Answers a report with its text, which may be long. */
export function jsonReport({ text, ...report }: Report, status: number): Response {
  const pieces = function* () {
    yield `${JSON.stringify(report).slice(0, -1)},"text":`;
    yield* jsonString(text);
    yield "}";
  };
  return new Response(inPieces(pieces), { status, headers });
}
