import { expect, test } from "vitest";
import { EntityId } from "@/domain/ids";
import { equalsOf, type Known } from "./equals";

const ids = Array.from({ length: 5 }, (_, at) => EntityId.parse(`00000000-0000-7000-8000-00000000000${at}`));
const entity = (at: number, more: Partial<Known>): Known => ({
  id: ids[at] ?? EntityId.parse(""),
  name: `Somebody ${at}`,
  aliases: [],
  kind: "media outlet",
  ...more,
});

const [first, second] = ids;

test.each<{ when: string; one: Partial<Known>; other: Partial<Known>; pairs: number }>([
  { when: "one name", one: { name: "Al Furat TV" }, other: { name: "Al-Furat TV" }, pairs: 1 },
  { when: "a name is the other's alias", one: { name: "AFP" }, other: { aliases: ["A.F.P.", "afp"] }, pairs: 1 },
  { when: "aliases in common", one: { aliases: ["the agency"] }, other: { aliases: ["Agency"] }, pairs: 1 },
  {
    when: "two names in common",
    one: { name: "A1", aliases: ["B1"] },
    other: { name: "b1", aliases: ["a1"] },
    pairs: 1,
  },
  { when: "other kinds", one: { name: "Hama" }, other: { name: "Hama", kind: "document" }, pairs: 0 },
  {
    when: "unnamed sources of two outlets",
    one: { name: "field sources", kind: "local or field", ...(first && { outletId: first }) },
    other: { name: "field sources", kind: "local or field", ...(second && { outletId: second }) },
    pairs: 0,
  },
  { when: "other names", one: { name: "Hama" }, other: { name: "Homs" }, pairs: 0 },
])("$when: $pairs", ({ one, other, pairs }) => {
  const all = [entity(3, one), entity(2, other)];
  const found = equalsOf(new Set(ids), all);
  expect(found).toHaveLength(pairs);
  for (const [a, b] of found) expect(a < b).toBe(true);
  expect(equalsOf(new Set([all[1]?.id ?? EntityId.parse("")]), all)).toEqual(found);
  expect(equalsOf(new Set(), all)).toEqual([]);
});
