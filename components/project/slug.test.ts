import { expect, test } from "vitest";
import { slugFrom } from "@/components/project/slug";

test.each([
  { name: "June front", slug: "june-front" },
  { name: "  Élections — 2026! ", slug: "elections-2026" },
  { name: "حماة", slug: "" },
  { name: "a".repeat(80), slug: "a".repeat(63) },
])("$name → $slug", ({ name, slug }) => {
  expect(slugFrom(name)).toBe(slug);
});
