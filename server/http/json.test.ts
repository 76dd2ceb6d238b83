import fc from "fast-check";
import { expect, test } from "vitest";
import { deepest, parseJson } from "@/server/http/json";

const flaw = (text: string, entries = 1000) => {
  const parsed = parseJson(text, entries);
  return parsed.ok ? "none" : "entries" in parsed.flaw ? "entries" : parsed.flaw.malformed.is;
};
const nested = (depth: number, [open, close]: readonly [string, string] = ["[", "]"]) =>
  `${open.repeat(depth)}1${close.repeat(depth)}`;

test.each([
  { what: "nested as deep as may be", text: nested(deepest), is: "none" },
  { what: "nested one level deeper", text: nested(deepest + 1), is: "depth" },
  { what: "nested very deep", text: nested(100_000), is: "depth" },
  { what: "objects nested deep and never closed", text: '{"a":'.repeat(1000), is: "depth" },
  { what: "brackets in a string", text: JSON.stringify("[".repeat(1000)), is: "none" },
  { what: "half of it", text: '{"a":', is: "json" },
  { what: "a string that never ends", text: '"abc', is: "json" },
  { what: "nothing", text: " ", is: "json" },
  { what: "a trailing comma", text: "[1,]", is: "json" },
  { what: "a field twice", text: '{"a":1,"b":{"a":2},"a":3}', is: "twice" },
  { what: "a field twice, once escaped", text: '{"a":1,"\\u0061":3}', is: "twice" },
  { what: "the same field of two objects", text: '[{"a":1},{"a":2}]', is: "none" },
  { what: "a value like a field", text: '{"a":"b","b":"a"}', is: "none" },
  { what: "quotes and backslashes in fields", text: '{"a\\\\":1,"a\\"":2,"a":3}', is: "none" },
  { what: "as many entries as may be", text: `[${"1,".repeat(1000)}1]`, is: "none" },
  { what: "one entry more", text: `[${"1,".repeat(1001)}1]`, is: "entries" },
  { what: "many fields", text: `{${Array.from({ length: 1001 }, (_, n) => `"k${n}":1`).join()}}`, is: "entries" },
])("$what: $is", ({ text, is }) => expect(flaw(text)).toBe(is));

test("whatever is JSON is read as JSON.parse reads it", () => {
  fc.assert(
    fc.property(fc.json({ maxDepth: 10 }), (text) => {
      const parsed = parseJson(text, 10_000);
      expect(parsed.ok && parsed.value).toEqual(JSON.parse(text));
    }),
  );
});

test("whatever is no JSON is refused", () => {
  fc.assert(
    fc.property(fc.string({ unit: fc.constantFrom(...'{}[]",:\\1at ') }), (text) => {
      const known = (() => {
        try {
          return { ok: true as const, value: JSON.parse(text) };
        } catch {
          return { ok: false as const };
        }
      })();
      const parsed = parseJson(text, 1000);
      if (!known.ok) expect(parsed.ok).toBe(false);
    }),
    { numRuns: 1000 },
  );
});
