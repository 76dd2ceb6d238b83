import fc from "fast-check";
import { expect, test } from "vitest";
import { draftOf } from "@/client/desk/draft";

const before = new Map([
  ["a", 1],
  ["b", 2],
]);

test("what nobody wrote to is the very same map", () => {
  const draft = draftOf(before);
  expect(draft.get("a")).toBe(1);
  expect(draft.has("c")).toBe(false);
  expect(draft.delete("c")).toBe(false);
  expect(draft.done()).toBe(before);
});

test("what is written stands in a copy: the map it was drafted from stays as it was", () => {
  const draft = draftOf(before);
  draft.set("c", 3);
  expect(draft.delete("a")).toBe(true);
  expect([...draft.done()]).toEqual([
    ["b", 2],
    ["c", 3],
  ]);
  expect([...before.keys()]).toEqual(["a", "b"]);
});

test("a draft says of itself what a map that was written to says", () => {
  const key = fc.constantFrom("a", "b", "c");
  const step = fc.oneof(
    fc.record({ is: fc.constant("set" as const), key, to: fc.nat() }),
    fc.record({ is: fc.constant("delete" as const), key }),
  );
  fc.assert(
    fc.property(fc.array(step, { maxLength: 20 }), (steps) => {
      const draft = draftOf(before);
      const map = new Map(before);
      for (const each of steps) {
        if (each.is === "set") {
          draft.set(each.key, each.to);
          map.set(each.key, each.to);
        } else expect(draft.delete(each.key)).toBe(map.delete(each.key));
      }
      expect([...draft.done()]).toEqual([...map]);
      for (const name of ["a", "b", "c"])
        expect([draft.has(name), draft.get(name)]).toEqual([map.has(name), map.get(name)]);
    }),
  );
});
