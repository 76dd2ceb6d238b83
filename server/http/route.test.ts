import { beforeAll, describe, expect, test, vi } from "vitest";
import { z } from "zod";
import { fail, type Outage, ok } from "@/domain/failure";
import { aPerson, aTokenOf } from "@/prisma/builders/person";
import { aWorkspace } from "@/prisma/builders/workspace";
import { sql } from "@/server/data/transaction";
import { Answer, route } from "@/server/http/route";
import { letIn } from "@/server/operations/sign-in";

let token: string;
let cookie: string;

beforeAll(async () => {
  const person = await aPerson(await aWorkspace());
  token = await aTokenOf(person);
  const entered = await letIn(person, { address: undefined, userAgent: "" });
  cookie = entered.ok ? `theme=dark; glossator.session=${entered.value.secret}` : "";
});

const echo = route(
  {
    summary: "Says what it understood",
    params: z.object({ id: z.uuid() }),
    query: z.object({ limit: z.coerce.number().int().optional() }),
    body: z.strictObject({ name: z.string().min(1), places: z.array(z.object({ at: z.int() })).default([]) }),
    limit: 200,
  },
  async (_, { params, query, body, ifMatch }) => ok({ ...params, ...query, ...body, ifMatch }),
);

const id = "01a20448-4f7e-7556-b144-5ff6007d5944";
type Sent = { headers?: Record<string, string>; body?: string; query?: string; id?: string };

const post = ({
  headers = { authorization: `Bearer ${token}` },
  body = '{"name":"x"}',
  query = "",
  ...more
}: Sent = {}) =>
  echo(
    new Request(`http://localhost:3000/api/v1/echo${query}`, {
      method: "POST",
      headers: { host: "localhost:3000", ...headers },
      body,
    }),
    { params: Promise.resolve({ id: more.id ?? id }) },
  );

const seen = async (answer: Promise<Response>) => {
  const response = await answer;
  return { status: response.status, said: await response.json(), type: response.headers.get("content-type") };
};

test("what was understood is answered, and nobody keeps or guesses at it", async () => {
  const response = await post({ query: "?limit=3", headers: { authorization: `Bearer ${token}`, "if-match": '"7"' } });
  expect(await response.json()).toEqual({ id, limit: 3, name: "x", places: [], ifMatch: 7 });
  expect(response.headers.get("cache-control")).toBe("no-store");
  expect(response.headers.get("x-content-type-options")).toBe("nosniff");
});

test.each([
  { what: "no name", body: "{}", field: "name" },
  { what: "a wrong place", body: '{"name":"x","places":[{"at":1},{"at":"2"}]}', field: "places.1.at" },
  { what: "an unknown field", body: '{"name":"x","naem":"y"}', field: "naem" },
  { what: "no object", body: "[]", field: "" },
])("$what is named by field and reason", async ({ body, field }) => {
  const { status, said, type } = await seen(post({ body }));
  expect({ status, type }).toEqual({ status: 422, type: "application/problem+json; charset=utf-8" });
  expect(said).toMatchObject({ kind: "invalid", status: 422, errors: [{ field, reason: expect.any(String) }] });
});

test.each([
  { what: "half a JSON", sent: { body: '{"name":' }, status: 400, kind: "invalid" },
  {
    what: "too long a body",
    sent: { body: JSON.stringify({ name: "x".repeat(300) }) },
    status: 413,
    kind: "too-large",
  },
  { what: "an address that is none", sent: { id: "42" }, status: 404, kind: "not-found" },
  { what: "a query that is none", sent: { query: "?limit=many" }, status: 422, kind: "invalid" },
  { what: "nobody", sent: { headers: {} }, status: 401, kind: "signed-out" },
  { what: "a foreign host", sent: { headers: { host: "evil.example" } }, status: 403, kind: "forbidden" },
])("$what is answered $status", async ({ sent, status, kind }) => {
  expect(await seen(post(sent))).toMatchObject({ status, said: { kind, status, requestId: expect.any(String) } });
});

describe("a change that a browser sends", () => {
  test.each([
    { from: "our own page", headers: { origin: "http://localhost:3000" }, status: 200 },
    {
      from: "the page under the same loopback name",
      headers: { origin: "http://127.0.0.1:3000", host: "127.0.0.1:3000" },
      status: 200,
    },
    { from: "another port", headers: { origin: "http://localhost:8080" }, status: 403 },
    { from: "another site", headers: { origin: "https://evil.example" }, status: 403 },
    { from: "a sandboxed frame", headers: { origin: "null" }, status: 403 },
    { from: "nowhere", headers: {}, status: 403 },
    {
      from: "a sibling site",
      headers: { origin: "http://localhost:3000", "sec-fetch-site": "same-site" },
      status: 403,
    },
  ])("from $from: $status", async ({ headers, status }) => {
    expect((await post({ headers: { cookie, ...headers } })).status).toBe(status);
  });
});

const answering = (work: () => Promise<ReturnType<typeof ok<unknown>> | ReturnType<typeof fail>>) =>
  route({ summary: "" }, work)(
    new Request("http://localhost:3000/api/v1/x", {
      headers: { host: "localhost:3000", authorization: `Bearer ${token}` },
    }),
    { params: Promise.resolve({}) },
  );

test.each([
  { what: "nothing", work: async () => ok(undefined), status: 204 },
  { what: "something new", work: async () => ok(new Answer(201, { id })), status: 201 },
  { what: "a conflict", work: async () => fail({ kind: "conflict", current: { version: 2 } }), status: 409 },
  { what: "a wait", work: async () => fail({ kind: "rate-limited", retryAfterMs: 1500 }), status: 429 },
  { what: "a database gone", work: async () => fail({ kind: "unavailable", reason: "database" }), status: 503 },
])("$what is answered $status", async ({ work, status }) => {
  expect((await answering(work)).status).toBe(status);
});

test.each<{ reason: Outage; status: number; says: RegExp }>([
  { reason: "database", status: 503, says: /reach the database/ },
  { reason: "disk-full", status: 507, says: /disk is full/ },
  { reason: "read-only", status: 503, says: /is read-only/ },
  { reason: "crowded", status: 503, says: /no free connections/ },
  { reason: "busy", status: 503, says: /did not answer in time/ },
  { reason: "damaged", status: 503, says: /can’t use its files/ },
  { reason: "stopping", status: 503, says: /is shutting down/ },
])("$reason is answered $status with words and when to come back", async ({ reason, status, says }) => {
  const response = await answering(async () => fail({ kind: "unavailable", reason }));
  expect(response.status).toBe(status);
  const said = await response.json();
  expect(said).toMatchObject({
    kind: "unavailable",
    status,
    title: expect.stringMatching(says),
    retryAfterMs: expect.any(Number),
  });
  expect(said.detail).toMatch(/again .*with the same id/);
  expect(response.headers.get("retry-after")).toBe(String(said.retryAfterMs / 1000));
});

test("a change that waits too long for another is told so, and may be sent again", async () => {
  const code = "55P03";
  const raise = `do $$ begin raise exception 'canceling statement due to lock timeout' using errcode = '${code}'; end $$`;
  const { status, said } = await seen(answering(async () => ok(await sql.rows(raise))));
  expect({ status, type: said.type }).toEqual({ status: 503, type: "urn:glossator:problem:busy" });
});

test("a body that never arrives whole is nobody's error", async () => {
  const written = vi.spyOn(process.stderr, "write").mockReturnValue(true);
  const body = new ReadableStream({
    start(controller) {
      controller.enqueue(new TextEncoder().encode('{"na'));
      controller.error(Object.assign(new Error("aborted"), { code: "ECONNRESET" }));
    },
  });
  const headers = { host: "localhost:3000", authorization: `Bearer ${token}` };
  // Node wants to be told that the answer may come before the body has gone.
  const init: RequestInit & { duplex: "half" } = { method: "POST", headers, body, duplex: "half" };
  const { status } = await echo(new Request("http://localhost:3000/api/v1/echo", init), {
    params: Promise.resolve({ id }),
  });
  expect(status).toBe(400);
  expect(written).not.toHaveBeenCalled();
  written.mockRestore();
});

test("what nobody expected is logged once, under the id that is answered, and not told", async () => {
  const written = vi.spyOn(process.stderr, "write").mockReturnValue(true);
  const { status, said } = await seen(answering(async () => Promise.reject(new Error("column secret_x is missing"))));
  const lines = written.mock.calls.map(([line]) => String(line));
  written.mockRestore();
  expect({ status, kind: said.kind }).toEqual({ status: 500, kind: "unexpected" });
  expect(JSON.stringify(said)).not.toContain("secret_x");
  expect(lines.filter((line) => line.includes(said.requestId) && line.includes("secret_x"))).toHaveLength(1);
});
