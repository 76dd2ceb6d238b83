import { expect, test } from "vitest";
import { partsOf } from "./name-parts";

test.each([
  { name: "Layla Haddad", parts: ["Layla", "Haddad"] },
  { name: "Dr Layla al-Haddad", parts: ["Layla", "Haddad"] },
  { name: "Abu Omar", parts: ["Omar"] },
  { name: "ليلى حداد", parts: ["ليلى", "حداد"] },
  { name: "عبد الرحمن", parts: ["الرحمن"] },
  { name: "Layla", parts: [] },
  { name: "Li Na", parts: [] },
])("$name: $parts", ({ name, parts }) => {
  expect(partsOf(name)).toEqual(parts);
});
