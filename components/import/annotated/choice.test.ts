import { expect, test } from "vitest";
import { firstChoice } from "@/components/import/annotated/choice";
import type { ImportCheck, ReturnedCheck } from "@/domain/import/annotated";

const none = { count: 0, examples: [] };
const unchanged: ReturnedCheck = { same: 4, added: 0, changed: none, meanwhile: none, missing: none };
const one = { count: 1, examples: [] };
const check: ImportCheck = {
  ...{ format: { id: "jsonl", name: "JSON Lines" }, formats: [], asks: [], whole: true, files: 1 },
  counts: { reports: 1, tags: 4, links: 0, comments: 0, entities: 0 },
  ...{ labels: [], links: [], authors: [], duplicates: one, setAside: none, unread: [], strangers: none },
};

test.each<[string, ReturnedCheck | undefined, "skip" | "compare"]>([
  ["never left here", undefined, "skip"],
  ["comes back as it left", unchanged, "skip"],
  ["comes back without a tag", { ...unchanged, missing: one }, "skip"],
  ["brings a new tag back", { ...unchanged, added: 1 }, "compare"],
  ["brings a changed tag back", { ...unchanged, changed: one }, "compare"],
  ["brings back a tag that was changed here too", { ...unchanged, meanwhile: one }, "compare"],
])("a file that %s is first taken so", (_what, returned, duplicates) => {
  expect(firstChoice({ ...check, ...(returned && { returned }) }).duplicates).toBe(duplicates);
});

test("tags of a table are added to reports that are here", () => {
  const table = { ...check, format: { id: "table", name: "Table" } };
  expect(firstChoice(table).duplicates).toBe("add");
  expect(firstChoice({ ...table, returned: unchanged }).duplicates).toBe("skip");
});
