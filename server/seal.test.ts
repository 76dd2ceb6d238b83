import fc from "fast-check";
import { expect, test } from "vitest";
import { seal, unseal } from "@/server/seal";

const purpose = ["stream", "a workspace", "somebody"];
const bytes = fc.uint8Array({ maxLength: 200 });

test("what is sealed is opened again, for its purpose and for no other", () => {
  fc.assert(
    fc.property(bytes, fc.boolean(), (plain, fresh) => {
      const text = seal(purpose, plain, { fresh });
      expect(unseal(purpose, text)).toEqual(Buffer.from(plain));
      expect(unseal(["stream", "a workspace", "somebody else"], text)).toBeUndefined();
      expect(unseal(["stream", "a workspace"], text)).toBeUndefined();
    }),
  );
});

test("a text of which anything was changed is none", () => {
  fc.assert(
    fc.property(bytes, fc.nat(), fc.integer({ min: 1, max: 255 }), (plain, at, by) => {
      const changed = Buffer.from(seal(purpose, plain), "base64url");
      const place = at % changed.length;
      changed[place] = (changed[place] ?? 0) ^ by;
      expect(unseal(purpose, changed.toString("base64url"))).toBeUndefined();
    }),
  );
  for (const text of ["", "123.456", "WyIxMjMiXQ", "!"]) expect(unseal(purpose, text)).toBeUndefined();
});

test("the same bytes give the same text, and a fresh one each time only on request", () => {
  const plain = Buffer.from("a place");
  expect(seal(purpose, plain)).toBe(seal(purpose, plain));
  const texts = Array.from({ length: 20 }, () => seal(purpose, plain, { fresh: true }));
  expect(new Set(texts).size).toBe(20);
});

test("neighbouring numbers look no more alike than any others", () => {
  const number = (value: number) => {
    const eight = Buffer.alloc(8);
    eight.writeBigInt64BE(BigInt(value));
    return seal(purpose, eight);
  };
  const texts = Array.from({ length: 200 }, (_, value) => number(value));
  expect(new Set(texts).size).toBe(200);
  expect(new Set(texts.map((text) => text.length)).size).toBe(1);
  expect(texts.toSorted()).not.toEqual(texts);
  const firsts = new Set(texts.map((text) => text.slice(0, 4)));
  expect(firsts.size).toBeGreaterThan(190);
});
