import { describe, expect, test } from "vitest";
import { linkBetween, linkKindsBetween, startsLinks } from "@/client/desk/link-between";
import { newId } from "@/client/new-id";
import { Codebook } from "@/domain/codebook/codebook";
import type { TagId } from "@/domain/ids";

const codebook = Codebook.parse({
  labels: [
    { slug: "weapon", name: "Weapon" },
    { slug: "unit", name: "Unit" },
  ],
  relationTypes: [
    { slug: "used", name: "used", from: ["claim"], to: ["label:weapon"] },
    { slug: "quoted", name: "quoted", from: ["claim"], to: ["source"] },
    { slug: "belongs", name: "belongs to", from: ["label:unit"], to: ["entity", "label:unit"] },
    { slug: "old", name: "old", from: ["label:weapon"], to: ["claim"], retired: true },
  ],
});

test.each([
  { from: "claim", to: "place", kinds: ["located-at"] },
  { from: "claim", to: "label:weapon", kinds: ["relation:used"] },
  { from: "claim", to: "source", kinds: ["attributed-to", "relation:quoted"] },
  { from: "label:unit", to: "entity", kinds: ["relation:belongs"] },
  { from: "label:unit", to: "claim", kinds: [] },
  { from: "label:weapon", to: "claim", kinds: [] },
  { from: "place", to: "source", kinds: [] },
])("from $from to $to: $kinds", ({ from, to, kinds }) => {
  expect(linkKindsBetween(from, to, codebook)).toEqual(kinds);
});

test.each([
  ["claim", true],
  ["label:unit", true],
  ["label:weapon", false],
  ["place", false],
])("whether links start at %s: %s", (kind, starts) => {
  expect(startsLinks(kind, codebook)).toBe(starts);
});

describe("choosing the other end", () => {
  const [claim, other] = [newId<TagId>(), newId<TagId>()];
  const between = (to: string, as: Parameters<typeof linkBetween>[2]["as"] = null) =>
    linkBetween({ id: claim, kind: "claim" }, { id: other, kind: to }, { as, codebook });
  test("makes the only link there can be", () => {
    expect(between("label:weapon")).toMatchObject({ kind: "relation:used", from: claim, to: other, attributes: {} });
    expect(between("place")).toMatchObject({ kind: "located-at", attributes: { role: "at" } });
  });
  test("asks where there are several, unless it was said", () => {
    expect(between("source")).toBe("unsaid");
    expect(between("source", "relation:quoted")).toMatchObject({ kind: "relation:quoted" });
    expect(between("claim")).toBe("unsaid");
  });
  test("makes none where none fits", () => {
    expect(between("label:unit")).toBeUndefined();
  });
});
