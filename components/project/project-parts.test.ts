import { describe, expect, it } from "vitest";
import { groupsFor, partAt } from "./project-parts";

describe("the groups of a project’s pages", () => {
  it.each([
    ["reader", ["reports", "events", "entities", "concordance", "codebook", "members"]],
    ["analyst", ["reports", "progress", "events", "entities", "concordance", "codebook", "export", "members"]],
    [
      "reviewer",
      ["reports", "queue", "progress", "events", "entities", "concordance", "codebook", "export", "members"],
    ],
    ["editor", ["reports", "queue", "progress", "events", "entities", "concordance", "codebook", "export", "settings"]],
  ] as const)("are called, for a %s, after the first page that opens", (role, names) => {
    expect(groupsFor(role).map(([first]) => first?.part)).toEqual(names);
  });

  it.each([
    ["", "reports"],
    ["/import", "reports"],
    ["/import/annotated", "reports"],
    ["/events/01", "events"],
    ["/jobs/01", "jobs"],
    ["/members", "members"],
    ["/protection", "protection"],
  ])("know whose page %s is", (below, part) => {
    expect(partAt(below).part).toBe(part);
  });
});
