import { describe, expect, test } from "vitest";
import { z } from "zod";
import { answers, deskFor, expectations, queryIn } from "@/app/api/v1/access.fixture";
import { type Address, ask, declarationOf } from "@/app/api/v1/asking.fixture";

/** What nobody sends who means well: for words, numbers and lists, in each place of a body and of a query. */
const hostileWords = [
  "\u0000",
  "Ha\u0000ma",
  "\ud800",
  "",
  " ",
  "\u202e\u200b",
  "a".repeat(70_000),
  "9".repeat(400),
  "__proto__",
];
const hostileValues = [...hostileWords, 1e308, -1, 0.5, 2 ** 53, null, true, [], {}, [[[[]]]], ["\u0000"]];

/** The same value with another one in one place, for every place in it. */
function* bent(value: unknown, by: readonly unknown[]): Generator<unknown> {
  yield* by;
  if (Array.isArray(value)) {
    for (const [at, each] of value.entries()) for (const other of bent(each, by)) yield value.with(at, other);
  } else if (value !== null && typeof value === "object") {
    for (const [key, each] of Object.entries(value))
      for (const other of bent(each, by)) yield { ...value, [key]: other };
  }
}

const manyKeys = Object.fromEntries(Array.from({ length: 9000 }, (_, nth) => [`key${nth}`, nth]));
const deep = JSON.parse(`${"[".repeat(60)}${"]".repeat(60)}`);

/** The queries of an address with one hostile word in each place. */
function* bentQueries(address: Address, query = ""): Generator<string> {
  const declared = declarationOf(address).query;
  const { properties = {} } = declared ? z.toJSONSchema(declared, { io: "input", unrepresentable: "any" }) : {};
  for (const name of Object.keys(properties)) {
    for (const word of hostileWords.filter((each) => each.length < 500 && each !== "\ud800")) {
      const asked = new URLSearchParams(query);
      asked.set(name, word);
      yield `?${asked}`;
    }
    yield `${query === "" ? "?" : `${query}&`}${name}=a&${name}=b`;
  }
}

describe.each(Object.entries(expectations).filter(([address]) => address !== "GET /stream"))("%s", (address, row) => {
  test("refuses what nobody could mean with few words, and never breaks", async () => {
    const { things, tokens } = await deskFor(address);
    const token = tokens[answers(row).may];
    const own = queryIn(row, things);
    const said = async (sent: { body?: unknown; query?: string | undefined; params?: Record<string, string> }) => {
      const answer = await ask(address, { token, params: things, query: own, ...sent });
      const words = await answer.text();
      const told = JSON.stringify(sent).slice(0, 300);
      expect([500, 502, 503, 507], `${told}: ${words.slice(0, 300)}`).not.toContain(answer.status);
      if (answer.status >= 400) expect(words.length, told).toBeLessThan(12_000);
    };
    const body = row.body?.(things);
    for (const query of bentQueries(address, own)) await said({ query, body });
    if (body === undefined || typeof body !== "object") return;
    for (const other of [{ ...body, ...manyKeys }, { ...body, more: deep }, deep]) await said({ body: other });
    for (const other of bent(body, hostileValues)) await said({ body: other });
  });
});
