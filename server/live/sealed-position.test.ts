import fc from "fast-check";
import { expect, test } from "vitest";
import { UserId, WorkspaceId } from "@/domain/ids";
import { isAfter, justBelow, lastOfAll, type Position } from "@/domain/live/position";
import { sealPosition, unsealPosition } from "@/server/live/sealed-position";
import { newId } from "@/server/new-id";

const position = fc.record({
  txid: fc.bigInt({ min: -1n, max: lastOfAll }),
  id: fc.bigInt({ min: 0n, max: lastOfAll }),
}) satisfies fc.Arbitrary<Position>;

const reader = { workspaceId: newId(WorkspaceId), userId: newId(UserId) };
const colleague = { ...reader, userId: newId(UserId) };

test("what is written is read again by its reader and by nobody else, and never looks the same", () => {
  fc.assert(
    fc.property(position, (each) => {
      const text = sealPosition(reader, each);
      expect(unsealPosition(reader, text)).toEqual(each);
      expect(unsealPosition(colleague, text)).toBeUndefined();
      const again = sealPosition(reader, each);
      expect(again).not.toBe(text);
      expect(again).toHaveLength(text.length);
    }),
  );
});

test.each(["", "1", "1.", "12345.67", "9223372036854775807.0", "a.b", "AAAA"])("%j is none", (text) => {
  expect(unsealPosition(reader, text)).toBeUndefined();
});

test("of two positions one is after the other, or they are the same", () => {
  fc.assert(
    fc.property(position, position, (a, b) => {
      const same = a.txid === b.txid && a.id === b.id;
      expect(Number(isAfter(a, b)) + Number(isAfter(b, a))).toBe(same ? 0 : 1);
    }),
  );
});

test("just below the horizon is before everything at it and after everything below", () => {
  expect(isAfter({ txid: 7n, id: 0n }, justBelow(7n))).toBe(true);
  expect(isAfter({ txid: 6n, id: 123n }, justBelow(7n))).toBe(false);
});
