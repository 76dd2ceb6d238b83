import { describe, expect, test } from "vitest";
import type { TagId } from "@/domain/ids";
import { countsIn, reviewCount, settledTags, type Weighed } from "@/domain/review/counting";
import type { TagState } from "@/domain/tag/tag";

const tag = (layer: string, state: TagState, derivedFrom: string[] = []) => ({
  id: `${layer} ${state} ${derivedFrom.join()}` as TagId,
  type: "annotation" as const,
  layer,
  state,
  derivedFrom: derivedFrom as TagId[],
});

describe("what counts in a report", () => {
  const shared = [
    tag("shared", "open"),
    tag("shared", "open"),
    tag("shared", "accepted"),
    tag("shared", "rejected"),
    tag("shared", "returned"),
    tag("shared", "withdrawn"),
  ];
  const [hers, his] = [tag("analyst:a", "open"), tag("analyst:b", "open")];
  const blind = [hers, his, tag("final", "accepted", [hers.id]), tag("final", "open")];
  test.each([
    {
      when: "shared",
      tags: shared,
      mode: "shared",
      open: false,
      are: { tags: 5, waiting: 2, returned: 1, decided: 2 },
    },
    {
      when: "blind",
      tags: blind,
      mode: "independent",
      open: false,
      are: { tags: 2, waiting: 1, returned: 0, decided: 1 },
    },
    {
      when: "independent, its layers open, one tag not settled",
      tags: blind,
      mode: "independent",
      open: true,
      are: { tags: 3, waiting: 2, returned: 0, decided: 1 },
    },
    { when: "empty", tags: [], mode: "shared", open: false, are: { tags: 0, waiting: 0, returned: 0, decided: 0 } },
  ] as const)("$when: $are", ({ tags, mode, open, are }) => {
    expect(reviewCount(countsIn(tags, mode, open).tags)).toEqual(are);
  });
});

describe("analysts' tags that are settled", () => {
  const id = (name: string) => name as TagId;
  const claim = (name: string): Weighed => ({ id: id(name), type: "annotation", state: "open" });
  const link = (name: string, from: string, to?: string): Weighed => ({
    id: id(name),
    type: "relation",
    state: "open",
    from: id(from),
    ...(to && { to: id(to) }),
  });
  const final = (
    of: readonly string[],
    state: TagState = "accepted",
    type: Weighed["type"] = "annotation",
  ): Weighed => ({
    id: id(`final of ${of.join(" and ")}`),
    type,
    state,
    derivedFrom: of.map(id),
  });
  const theirs = [claim("a1"), claim("b1"), claim("a2"), link("a-link", "a1", "a2")];
  test.each([
    { when: "nothing was made", finals: [], are: [] },
    { when: "one was made of both analysts' tags", finals: [final(["a1", "b1"])], are: ["a1", "b1"] },
    { when: "it still waits for a second person", finals: [final(["a1"], "open")], are: ["a1"] },
    { when: "it was left out, and its link goes with it", finals: [final(["a1"], "withdrawn")], are: ["a1", "a-link"] },
    { when: "where the link leads was left out", finals: [final(["a2"], "rejected")], are: ["a2", "a-link"] },
    {
      when: "it was left out first and taken later",
      finals: [final(["a1"], "withdrawn"), final(["a1"], "accepted")],
      are: ["a1"],
    },
    { when: "a link was made", finals: [final(["a-link"], "accepted", "relation")], are: ["a-link"] },
    { when: "a final link does not settle a claim", finals: [final(["a1"], "accepted", "relation")], are: [] },
    { when: "the reviewer's own tag comes from nobody", finals: [final([])], are: [] },
  ])("$when: $are", ({ finals, are }) => {
    expect([...settledTags(theirs, finals)].toSorted()).toEqual(are.toSorted());
  });

  test("what was withdrawn asks nobody", () => {
    expect(settledTags([{ ...claim("a1"), state: "withdrawn" }], [final(["a1"])]).size).toBe(0);
  });
});
