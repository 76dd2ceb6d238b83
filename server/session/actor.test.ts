import { expect, test } from "vitest";
import { aPerson, aTokenOf } from "@/prisma/builders/person";
import { aWorkspace } from "@/prisma/builders/workspace";
import { sql } from "@/server/data/transaction";
import { actorOf } from "@/server/session/actor";

const asked = (headers: Record<string, string>, method = "GET") =>
  actorOf({ method, headers: new Headers({ host: "localhost:3000", ...headers }) });

const kindOf = async (answer: ReturnType<typeof asked>) => {
  const result = await answer;
  return result.ok ? "ok" : result.failure.kind;
};

test("a token speaks for its person, with its scopes", async () => {
  const person = await aPerson(await aWorkspace(), { name: "Rana" });
  const result = await asked({ authorization: `Bearer ${await aTokenOf(person, ["read"])}` });
  expect(result).toMatchObject({ ok: true, value: { userId: person.userId, name: "Rana", scopes: ["read"] } });
});

test.each([
  { when: "it was revoked", change: "update token set revoked_at = now() where user_id = $1" },
  { when: "it ran out", change: "update token set expires_at = now() - interval '1 second' where user_id = $1" },
  { when: "its person was disabled", change: "update users set disabled_at = now() where id = $1" },
])("a token is refused once $when", async ({ change }) => {
  const person = await aPerson(await aWorkspace());
  const authorization = `Bearer ${await aTokenOf(person)}`;
  expect(await kindOf(asked({ authorization }))).toBe("ok");
  await sql.rows(change, [person.userId]);
  expect(await kindOf(asked({ authorization }))).toBe("signed-out");
});

test.each([
  { what: "nothing", headers: {} },
  { what: "another scheme", headers: { authorization: "Basic abc" } },
  { what: "a made-up token", headers: { authorization: `Bearer glo_${"a".repeat(43)}` } },
  { what: "a made-up cookie", headers: { cookie: `glossator.session=${"a".repeat(43)}` } },
])("$what is nobody", async ({ headers }) => {
  expect(await kindOf(asked(headers))).toBe("signed-out");
});

test("a foreign host name is refused before anything is looked up", async () => {
  expect(await asked({ host: "evil.example" })).toEqual({ ok: false, failure: { kind: "forbidden", reason: "host" } });
});
