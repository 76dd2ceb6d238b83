import { describe, expect, test } from "vitest";
import { heldBy } from "@/domain/webhook/holding";
import { meaningOf, mostTries, pauseAfter } from "@/domain/webhook/retries";
import { ChangeWebhook, MakeWebhook } from "@/domain/webhook/webhook";

const hours = (milliseconds: number) => milliseconds / 3600_000;

test("pauses grow, are spread by a fifth, and end after the last try", () => {
  const pauses = Array.from({ length: mostTries - 1 }, (_, at) => pauseAfter(at + 1, 0.5) ?? 0);
  expect(pauses.toSorted((a, b) => a - b)).toEqual(pauses);
  expect(pauses[0]).toBe(30_000);
  expect(Math.round(hours(pauses.reduce((sum, each) => sum + each)))).toBe(47);
  expect([pauseAfter(1, 0), pauseAfter(1, 1)]).toEqual([27_000, 33_000]);
  expect(pauseAfter(mostTries, 0)).toBeUndefined();
});

test.each([
  [200, "taken"],
  [204, "taken"],
  [301, "again"],
  [400, "again"],
  [410, "gone"],
  [500, "again"],
])("an answer of %d is %s", (status, meaning) => {
  expect(meaningOf(status)).toBe(meaning);
});

describe("what is told of a report", () => {
  const now = "2026-12-01T12:00:00Z";
  test.each([
    [{ mode: "shared", layersOpen: false }, undefined],
    [{ mode: "independent", layersOpen: false }, "layers"],
    [{ mode: "independent", layersOpen: true }, undefined],
    [{ mode: "shared", layersOpen: false, embargoUntil: "2026-12-02T00:00:00Z" }, "embargo"],
    [{ mode: "shared", layersOpen: false, embargoUntil: "2026-12-01T13:00:00+01:00" }, undefined],
  ] as const)("%o is held by %s", (about, held) => {
    expect(heldBy(about, now)).toBe(held);
  });
});

test.each([
  [{ url: "https://example.org/hook", kinds: ["released", "submitted", "submitted"] }, true],
  [{ url: "ftp://example.org", kinds: ["released"] }, false],
  [{ url: "https://me:secret@example.org", kinds: ["released"] }, false],
  [{ url: "https://example.org", kinds: [] }, false],
  [{ url: "https://example.org", kinds: ["read"] }, false],
])("%o is taken: %s", (said, taken) => {
  expect(MakeWebhook.safeParse(said).success).toBe(taken);
});

test("kinds are said once, in their order, and a change says something", () => {
  expect(MakeWebhook.parse({ url: "https://example.org", kinds: ["released", "submitted", "released"] }).kinds).toEqual(
    ["submitted", "released"],
  );
  expect(ChangeWebhook.safeParse({}).success).toBe(false);
});
