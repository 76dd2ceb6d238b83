import fc from "fast-check";
import { expect, test } from "vitest";
import { isAfter, justBelow, lastOfAll, type Position, readPosition, writePosition } from "./position";

const position = fc.record({
  txid: fc.bigInt({ min: 0n, max: lastOfAll }),
  id: fc.bigInt({ min: 0n, max: lastOfAll }),
}) satisfies fc.Arbitrary<Position>;

test("what is written is read again", () => {
  fc.assert(
    fc.property(position, (each) => {
      expect(readPosition(writePosition(each))).toEqual(each);
    }),
  );
});

test("of two positions one is after the other, or they are the same", () => {
  fc.assert(
    fc.property(position, position, (a, b) => {
      const same = a.txid === b.txid && a.id === b.id;
      expect(Number(isAfter(a, b)) + Number(isAfter(b, a))).toBe(same ? 0 : 1);
    }),
  );
});

test.each(["", "1", "1.", ".1", "1.2.3", "a.b", "-1.2", "1.9999999999999999999", "1.2 "])("%j is none", (text) => {
  expect(readPosition(text)).toBeUndefined();
});

test("just below the horizon is before everything at it and after everything below", () => {
  expect(isAfter({ txid: 7n, id: 0n }, justBelow(7n))).toBe(true);
  expect(isAfter({ txid: 6n, id: 123n }, justBelow(7n))).toBe(false);
});
