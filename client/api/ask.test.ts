import { expect, test } from "vitest";
import { createAsk } from "@/client/api/ask";
import { valueIn } from "@/client/api/value-in";

type Asked = { url: string; init: RequestInit | undefined };

/** Asks a network that answers like this; tells what was asked. */
function asking(answer: () => Response | Promise<Response>, options?: { giveUpAfterMs: number }) {
  const asked: Asked[] = [];
  const ask = createAsk(async (url, init) => {
    asked.push({ url: String(url), init });
    return answer();
  }, options);
  return { ask, asked };
}

const json =
  (status: number, body: unknown, headers: Record<string, string> = {}) =>
  () =>
    new Response(JSON.stringify(body), { status, headers });

test("a success is its value, and nothing where nothing is answered", async () => {
  expect(await asking(json(200, { id: "a" })).ask("GET", "/me")).toEqual({ ok: true, value: { id: "a" } });
  const nothing = () => new Response(null, { status: 204 });
  expect(await asking(nothing).ask("DELETE", "/tokens/1")).toEqual({ ok: true, value: null });
});

test.each<{ when: string; answer: () => Response | Promise<Response>; problem: object }>([
  {
    when: "it is refused",
    answer: json(409, { kind: "conflict", title: "Changed meanwhile", current: { version: 2 } }),
    problem: { kind: "conflict", title: "Changed meanwhile", status: 409, current: { version: 2 } },
  },
  {
    when: "there is too much of it",
    answer: json(429, { kind: "rate-limited", title: "Wait" }, { "retry-after": "3" }),
    problem: { kind: "rate-limited", title: "Wait", status: 429, retryAfterMs: 3000 },
  },
  {
    when: "the answer says itself how long to wait",
    answer: json(503, { kind: "unavailable", title: "Wait", retryAfterMs: 500 }, { "retry-after": "3" }),
    problem: { kind: "unavailable", title: "Wait", status: 503, retryAfterMs: 500 },
  },
  {
    when: "something between answers a page of its own",
    answer: () => new Response("<h1>Bad gateway</h1>", { status: 502 }),
    problem: { kind: "broken", title: "", status: 502 },
  },
  {
    when: "the answer is cut off half-way",
    answer: () => new Response('{"id":', { status: 200 }),
    problem: { kind: "unreachable", title: "" },
  },
  {
    when: "there is no network",
    answer: () => Promise.reject(new TypeError("Failed to fetch")),
    problem: { kind: "unreachable", title: "" },
  },
])("$when: a problem, and nothing is thrown", async ({ answer, problem }) => {
  expect(await asking(answer).ask("PUT", "/entities/1", {})).toEqual({ ok: false, problem });
});

test("a body is sent as JSON, files as they are, and what was seen in a header", async () => {
  const { ask, asked } = asking(json(200, {}));
  await ask("PUT", "/reports/1/triage", { triage: "relevant" });
  const files = new FormData();
  await ask("POST", "/projects/1/reports", files);
  await ask("DELETE", "/reports/1/annotations/2", undefined, { "if-match": '"3"' });
  expect(asked.map(({ url }) => url)).toEqual([
    "/api/v1/reports/1/triage",
    "/api/v1/projects/1/reports",
    "/api/v1/reports/1/annotations/2",
  ]);
  expect(asked[0]?.init).toMatchObject({
    method: "PUT",
    body: '{"triage":"relevant"}',
    headers: { "content-type": "application/json" },
  });
  expect(asked[1]?.init?.body).toBe(files);
  expect(asked[1]?.init?.headers).not.toHaveProperty("content-type");
  expect(asked[2]?.init?.headers).toMatchObject({ "if-match": '"3"' });
});

test("whoever sends it again anyway gives up after a while", async () => {
  const { ask, asked } = asking(json(200, {}), { giveUpAfterMs: 30_000 });
  await ask("GET", "/me");
  expect(asked[0]?.init?.signal).toBeInstanceOf(AbortSignal);
  const patient = asking(json(200, {}));
  await patient.ask("GET", "/me");
  expect(patient.asked[0]?.init).not.toHaveProperty("signal");
});

test("a value that has to be there is thrown for when it is not", async () => {
  const { ask } = asking(json(200, { id: "a" }));
  expect(valueIn(await ask("GET", "/me"))).toEqual({ id: "a" });
  const { ask: refused } = asking(json(404, { kind: "not-found", title: "" }));
  const answer = await refused("GET", "/me");
  expect(() => valueIn(answer)).toThrow("The server answered 404.");
});
