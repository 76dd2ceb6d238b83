import { describe, expect, test } from "vitest";
import { isTighter, type PermittedUse, SetPermittedUse, strictest, usualUse } from "./permitted-use";

test.each<{ of: PermittedUse[]; is: PermittedUse }>([
  { of: [], is: "named" },
  { of: ["named"], is: "named" },
  { of: ["named", "described"], is: "described" },
  { of: ["described", "withheld", "named"], is: "withheld" },
])("the strictest of $of is $is", ({ of, is }) => {
  expect(strictest(of)).toBe(is);
});

test.each<{ now: PermittedUse; before: PermittedUse; tighter: boolean }>([
  { now: "withheld", before: "named", tighter: true },
  { now: "described", before: "named", tighter: true },
  { now: "described", before: "withheld", tighter: false },
  { now: "named", before: "named", tighter: false },
])("$before, then $now: tighter is $tighter", ({ now, before, tighter }) => {
  expect(isTighter(now, before)).toBe(tighter);
});

test.each([
  { found: [], is: "named" },
  { found: ["minor"] as const, is: "withheld" },
  { found: ["sexual violence"] as const, is: "withheld" },
])("where nobody said otherwise, $found is $is", ({ found, is }) => {
  expect(usualUse(found)).toBe(is);
});

describe("what is sent", () => {
  const thing = { on: "entity", entityId: "0190a000-0000-7000-8000-000000000020" };
  const sent = (more: object) => SetPermittedUse.safeParse({ thing, use: "named", ...more }).success;
  test.each([
    { when: "a use", more: {}, taken: true },
    { when: "a minor who may be named, without a reason", more: { circumstances: ["minor"] }, taken: false },
    {
      when: "a minor who may be named, with a reason",
      more: { circumstances: ["minor"], reason: "Public." },
      taken: true,
    },
    {
      when: "a minor who may be named on consent",
      more: { circumstances: ["minor"], consent: { basis: "guardian", given: "2026-01-02" } },
      taken: true,
    },
    { when: "a minor who is withheld", more: { use: "withheld", circumstances: ["minor"] }, taken: true },
    {
      when: "named on a consent that was withdrawn",
      more: { consent: { basis: "written", given: "2026-01-02", withdrawn: "2026-02-01" } },
      taken: false,
    },
    {
      when: "described after a consent was withdrawn",
      more: { use: "described", consent: { basis: "written", given: "2026-01-02", withdrawn: "2026-02-01" } },
      taken: true,
    },
    {
      when: "a consent withdrawn before it was given",
      more: { use: "described", consent: { basis: "written", given: "2026-01-02", withdrawn: "2025-02-01" } },
      taken: false,
    },
  ])("$when: $taken", ({ more, taken }) => {
    expect(sent(more)).toBe(taken);
  });
});
