import { expect, test } from "vitest";
import { withTrueStatus } from "@/server/session/sign-in-status";

const refused = (error: string) => JSON.stringify({ url: `http://localhost:3000/api/auth/error?error=${error}` });

test.each([
  { when: "the database is away", body: refused("unavailable"), status: 503, after: "2" },
  { when: "there were too many attempts", body: refused("rate-limited%3A40"), status: 429, after: "40" },
  { when: "the password is wrong", body: refused("signed-out"), status: 401, after: null },
  { when: "it is no JSON", body: "<p>no</p>", status: 401, after: null },
  { when: "it names no address", body: '{"url": 7}', status: 401, after: null },
])("when $when, a sign-in is answered $status", async ({ body, status, after }) => {
  const headers = new Headers({ "content-type": "application/json" });
  headers.append("set-cookie", "one=1");
  headers.append("set-cookie", "two=2");
  const answer = await withTrueStatus(new Response(body, { status: 401, headers }));
  expect(answer.status).toBe(status);
  expect(answer.headers.get("retry-after")).toBe(after);
  expect(answer.headers.getSetCookie()).toEqual(["one=1", "two=2"]);
  expect(await answer.text()).toBe(body);
});

test("whatever is no refusal stays as it is", async () => {
  const answer = new Response(null, { status: 302, headers: { location: "/work" } });
  expect(await withTrueStatus(answer)).toBe(answer);
});
