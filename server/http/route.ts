import "server-only";
import { randomUUID } from "node:crypto";
import type { z } from "zod";
import type { Actor, Scope } from "@/domain/access/actor";
import { type Failure, fail, ok, type Result } from "@/domain/failure";
import { fieldWords } from "@/domain/field-words";
import { invalidBy, manyUnknown } from "@/domain/invalid-by";
import { unkeepableIn } from "@/domain/text/keepable";
import { outageMet } from "@/server/health/outages";
import { readJson, usualBodyLimit } from "@/server/http/body";
import { plain, problemAnswer, problemOf, unexpectedProblem } from "@/server/http/problem";
import { log, wordsOf } from "@/server/log";
import { leavingToProgram } from "@/server/operations/protect/leaving-to-programs";
import { actorOf } from "@/server/session/actor";
import { Crowded } from "@/server/session/hashing";
import { isSafe } from "@/server/session/origin";

/** What a route says of itself: it checks requests, and the OpenAPI page is written from it. */
export type Declaration = {
  summary: string;
  /** What a token must be allowed; when left out, `read` for what only reads and `write` for everything else. */
  scope?: Scope | undefined;
  params?: z.ZodType | undefined;
  query?: z.ZodType | undefined;
  /** A JSON body. A route that takes files reads `input.request` itself and names what it takes in `takes`. */
  body?: z.ZodType | undefined;
  takes?: readonly { mediaType: string; schema: z.ZodType }[] | undefined;
  /** What a success answers; for the documentation, it is not checked again. Left out: nothing (204) or a file. */
  answers?: z.ZodType | undefined;
  /** The media type of a file or stream; beside `answers`, what the query may ask for instead. */
  gives?: string | undefined;
  /** What a stream says, by the name of the event. */
  events?: Readonly<Record<string, z.ZodType>> | undefined;
  status?: number | undefined;
  /** A second way to succeed, and when. */
  also?: { status: number; when: string; answers: z.ZodType } | undefined;
  /** Bytes of a JSON body. */
  limit?: number | undefined;
};

export type Input<Params, Query, Body> = {
  params: Params;
  query: Query;
  body: Body;
  /** The version of an `If-Match` header. */
  ifMatch: number | undefined;
  request: Request;
};

/** A success other than the route's usual status, e.g. 201 for what was new. */
export class Answer<T> {
  readonly status: number;
  readonly value: T;
  constructor(status: number, value: T) {
    this.status = status;
    this.value = value;
  }
}

type Context = { params: Promise<Record<string, string | string[] | undefined>> };
type Handler = (request: Request, context: Context) => Promise<Response>;
export type Route<Answers = unknown> = Handler & {
  declaration: Declaration & { answers?: z.ZodType<Answers> | undefined };
};

type Spec<Params, Query, Body, Answers = unknown> = Declaration & {
  params?: z.ZodType<Params>;
  query?: z.ZodType<Query>;
  body?: z.ZodType<Body>;
  answers?: z.ZodType<Answers>;
};

/**
 * Makes an address of the API from what it takes and what it does.
 *
 * Finds out who asks and whether the request may come from where it came, parses what was sent, and turns the
 * answer or the failure into a response; what `work` throws is logged once with the request's id.
 */
export function route<Params = undefined, Query = undefined, Body = undefined, Answers = undefined>(
  spec: Spec<Params, Query, Body, Answers>,
  work: (actor: Actor, input: Input<Params, Query, Body>) => Promise<Result<unknown>>,
): Route<Answers> {
  const handler: Handler = (request, context) =>
    guarded(
      request,
      async () => {
        const actor = await actorOf(request);
        if (!actor.ok) return actor;
        // Before anything is done, so that nothing a token may not do is done and then refused.
        if (!actor.value.scopes.includes(scopeOf(request.method, spec))) {
          return fail({ kind: "forbidden", reason: "token-scope" });
        }
        const input = await read(spec, request, context);
        if (!input.ok) return input;
        const done = await work(actor.value, input.value);
        if (!done.ok || !isSafe(request.method)) return done;
        const named = { ...(await context.params) };
        return leavingToProgram(actor.value, { named, exported: spec.scope === "export" }, done.value);
      },
      spec,
    );
  return Object.assign(handler, { declaration: spec });
}

/** The scope that a token needs for a route. */
export const scopeOf = (method: string, { scope }: Declaration): Scope => scope ?? (isSafe(method) ? "read" : "write");

/** For the few addresses that are open to everybody: health, the description of the API. */
export async function guarded(
  request: Request,
  work: () => Promise<Result<unknown>>,
  { status = 200 }: { status?: number | undefined } = {},
): Promise<Response> {
  try {
    const result = await work();
    return result.ok ? answer(result.value, status) : refuse(request, result.failure);
  } catch (error) {
    const reason = outageMet(error);
    if (reason) return refuse(request, { kind: "unavailable", reason });
    if (error instanceof Crowded) return refuse(request, { kind: "rate-limited", retryAfterMs: 1000 });
    const requestId = randomUUID();
    const { method, url } = request;
    log({ level: "error", what: "request", requestId, method, path: new URL(url).pathname, ...wordsOf(error) });
    return problemAnswer(unexpectedProblem(requestId));
  }
}

function refuse(request: Request, failure: Failure): Response {
  const requestId = randomUUID();
  if (failure.kind === "forbidden") {
    const { method, url } = request;
    log({ level: "warn", what: failure.kind, reason: failure.reason, requestId, method, path: new URL(url).pathname });
  }
  return problemAnswer(problemOf(failure, requestId));
}

const jsonHeaders = { "content-type": "application/json; charset=utf-8", ...plain };

function answer(value: unknown, status: number): Response {
  if (value instanceof Response) return value;
  if (value instanceof Answer) return answer(value.value, value.status);
  if (value === undefined) return new Response(null, { status: 204, headers: plain });
  return jsonAnswer(JSON.stringify(value), status);
}

/** An answer that is written down already. */
export const jsonAnswer = (json: string | Uint8Array<ArrayBuffer>, status = 200) =>
  new Response(json, { status, headers: jsonHeaders });

async function read<Params, Query, Body>(
  { params, query, body, limit = usualBodyLimit }: Spec<Params, Query, Body>,
  request: Request,
  context: Context,
): Promise<Result<Input<Params, Query, Body>>> {
  const known = parse(params, params && (await context.params));
  if (!known.ok) return fail({ kind: "not-found" });
  const named = query && queryOf(request.url);
  const unaskable = unkeepableIn(named);
  if (unaskable.problems.length > 0) return fail({ kind: "invalid", ...unaskable });
  const asked = parse(query, named);
  if (!asked.ok) return asked;
  const json = body ? await readJson(request, limit) : ok(undefined);
  if (!json.ok) return json;
  const unkeepable = unkeepableIn(json.value);
  if (unkeepable.problems.length > 0) return fail({ kind: "invalid", ...unkeepable });
  const unknown = body && manyUnknown(body, json.value);
  if (unknown) return fail(unknown);
  const sent = parse(body, json.value);
  if (!sent.ok) return sent;
  const ifMatch = versionOf(request.headers.get("if-match"));
  if (!ifMatch.ok) return ifMatch;
  return ok({ params: known.value, query: asked.value, body: sent.value, ifMatch: ifMatch.value, request });
}

function parse<T>(schema: z.ZodType<T> | undefined, value: unknown): Result<T> {
  // Without a schema the type is `undefined` by default, which inference can't tell from here.
  if (schema === undefined) return ok(undefined as T);
  const parsed = schema.safeParse(value, { error: fieldWords });
  return parsed.success ? ok(parsed.data) : fail(invalidBy(parsed.error));
}

/** A name given twice is a list. */
function queryOf(url: string): Record<string, string | string[]> {
  const all: Record<string, string | string[]> = {};
  for (const [name, value] of new URL(url).searchParams) {
    const before = all[name];
    all[name] = before === undefined ? value : [before, value].flat();
  }
  return all;
}

function versionOf(header: string | null): Result<number | undefined> {
  if (header === null) return ok(undefined);
  const version = /^(?:W\/)?"?(\d{1,9})"?$/.exec(header.trim())?.[1];
  if (version !== undefined) return ok(Number(version));
  return fail({ kind: "invalid", problems: [{ field: "If-Match", reason: 'A version like "3".' }] });
}
