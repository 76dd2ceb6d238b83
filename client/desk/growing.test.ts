import { expect, test, vi } from "vitest";
import { claimLinkKinds } from "@/client/desk/claim-link-kinds";
import { linkKindsBetween } from "@/client/desk/link-between";
import { codebookOf } from "@/domain/codebook/presets/presets";

vi.mock("@/domain/tag/relation-values", async (original) => {
  const real = await original<{ relationKinds: string[]; otherEnds: Record<string, string[]> }>();
  real.relationKinds.push("denies", "shown-by");
  real.otherEnds["denies"] = ["claim"];
  real.otherEnds["shown-by"] = ["source", "article"];
  return real;
});

const offered = (to: string) => linkKindsBetween("claim", to, codebookOf("empty"));

test("a new kind of relation is offered where its line says that it may lead", () => {
  expect(claimLinkKinds).toContain("denies");
  expect(offered("claim")).toContain("denies");
  expect(offered("source")).toEqual(["attributed-to", "shown-by"]);
  expect(offered("place")).toEqual(["located-at"]);
  expect(offered("entity")).toEqual(["attributed-to"]);
});
