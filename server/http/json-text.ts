import "server-only";
import { ok, type Result } from "@/domain/failure";
import { plain } from "@/server/http/problem";

const headers = { "content-type": "application/json; charset=utf-8", ...plain };

/** Answers a text that is JSON already, so that thousands of tags are not read and written again on their way. */
export const jsonText = (text: Result<string>): Result<Response> =>
  text.ok ? ok(new Response(text.value, { headers })) : text;
