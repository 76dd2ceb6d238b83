import fc from "fast-check";
import { describe, expect, test } from "vitest";
import type { UserId } from "@/domain/ids";
import { drawOf, stakesOf, whySampled } from "@/domain/review/sampling";

const ana = "a" as UserId;
const plain = { key: "x", author: ana, casualties: false, checkWorthy: false };
const rates = (rate: number, own?: number, decided = 100) => ({
  settings: { rate, newUntil: 50 },
  authors: new Map([[ana, { rate: own, decided }]]),
});

test.each([
  { when: "everything is looked at", tag: {}, sampling: rates(1), because: "drawn" },
  { when: "nothing is drawn", tag: {}, sampling: rates(0), because: undefined },
  { when: "casualties are claimed", tag: { casualties: true }, sampling: rates(0), because: "casualties" },
  { when: "the claim is worth a check", tag: { checkWorthy: true }, sampling: rates(0), because: "check-worthy" },
  { when: "the analyst is new", tag: {}, sampling: rates(0, undefined, 49), because: "new analyst" },
  { when: "the analyst is new, but trusted", tag: {}, sampling: rates(1, 0, 49), because: "new analyst" },
  { when: "the analyst is new no more", tag: {}, sampling: rates(0, undefined, 50), because: undefined },
  { when: "the analyst has a rate of their own", tag: {}, sampling: rates(0, 1), because: "drawn" },
  { when: "nobody knows who made it", tag: { author: "b" as UserId }, sampling: rates(0), because: "new analyst" },
])("$when: $because", ({ tag, sampling, because }) => {
  expect(whySampled({ ...plain, ...tag }, sampling)).toBe(because);
});

describe("the draw", () => {
  test("is the same for the same tag, and a higher rate only adds to it", () => {
    fc.assert(
      fc.property(
        fc.uuid(),
        fc.double({ min: 0, max: 1, noNaN: true }),
        fc.double({ min: 0, max: 1, noNaN: true }),
        (key, a, b) => {
          const [low, high] = [Math.min(a, b), Math.max(a, b)];
          expect(drawOf(key)).toBe(drawOf(key));
          if (whySampled({ ...plain, key }, rates(low)))
            expect(whySampled({ ...plain, key }, rates(high))).toBe("drawn");
        },
      ),
    );
  });

  test.each([0.1, 0.25, 0.5, 0.9])("takes about the share that was asked for: %d", (rate) => {
    const ids = Array.from(
      { length: 20_000 },
      (_, at) => `0193e0a0-0000-7000-8000-${at.toString(16).padStart(12, "0")}`,
    );
    const share = ids.filter((key) => whySampled({ ...plain, key }, rates(rate))).length / ids.length;
    expect(Math.abs(share - rate)).toBeLessThan(0.015);
  });
});

test.each([
  { kind: "claim", attributes: { quantities: [{ what: "killed", low: 3 }] }, casualties: true },
  { kind: "claim", attributes: { quantities: [{ what: "displaced" }, { what: "injured" }] }, casualties: true },
  { kind: "claim", attributes: { quantities: [{ what: "displaced" }] }, casualties: false },
  { kind: "place", attributes: { quantities: [{ what: "killed" }] }, casualties: false },
])("$kind with $attributes claims casualties: $casualties", ({ kind, attributes, casualties }) => {
  expect(stakesOf(kind, attributes)).toEqual({ casualties, checkWorthy: false });
});
