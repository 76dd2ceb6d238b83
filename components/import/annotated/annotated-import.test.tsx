import { cleanup, screen, within } from "@testing-library/react";
import { afterEach, expect, test, vi } from "vitest";
import { show } from "@/components/api/shown.fixture";
import { AnnotatedImport } from "@/components/import/annotated/annotated-import";
import type { ImportCheck } from "@/domain/import/annotated";

const push = vi.fn();
vi.mock("next/navigation", () => ({ useRouter: () => ({ push }) }));
afterEach(() => {
  cleanup();
  push.mockClear();
});

const here = {
  kinds: [{ value: "place", name: "Place" }],
  links: [{ value: "located-at", name: "located at" }],
  members: [{ value: "u1", name: "Ana" }],
};

const check: ImportCheck = {
  format: { id: "brat", name: "brat" },
  formats: [
    { id: "brat", name: "brat" },
    { id: "jsonl", name: "Glossator (JSON Lines)" },
  ],
  asks: [],
  whole: false,
  files: 2,
  counts: { reports: 3, tags: 5, links: 1, comments: 0, entities: 0 },
  labels: [
    { label: "LOC", count: 4, attributes: [], suggested: "place" },
    { label: "Armed group", count: 1, attributes: ["size"] },
  ],
  links: [{ label: "in", count: 1, suggested: null }],
  authors: [{ name: "B. Coder", count: 5, suggested: null }],
  duplicates: { count: 1, examples: [] },
  setAside: { count: 1, examples: [{ file: "a.ann", line: 2, reason: "The quote differs." }] },
  unread: [],
  strangers: { count: 0, examples: [] },
};

const job = { id: "j", projectId: "p", kind: "check-import", cancelling: false, by: "u", byName: "Ed", at: "" };
const progress = { done: 0, counted: "reports" };

async function checked(result: object = check) {
  const shown = show(<AnnotatedImport projectId="p" here={here} />, {
    "POST /projects/p/uploads": () => ({ ok: true, value: { id: "up", projectId: "p", files: [] } }),
    "PUT /uploads/up/files": () => ({ ok: true, value: { id: "up", projectId: "p", files: [] } }),
    "POST /projects/p/jobs": () => ({ ok: true, value: { ...job, progress, state: "done", result } }),
  });
  const input = document.querySelector<HTMLInputElement>("input[type=file]");
  if (!input) throw new Error("There is no place for files.");
  await shown.person.upload(input, [new File(["x"], "a.txt"), new File(["y"], "a.ann")]);
  await shown.person.click(screen.getByRole("button", { name: "Check 2 files" }));
  await screen.findByRole("region", { name: "What would be imported" });
  return shown;
}

test("files are sent one by one, and what they hold is shown before anything is imported", async () => {
  const { asked } = await checked();
  expect(asked.mock.calls.map(([method, path]) => `${method} ${path}`)).toEqual([
    "POST /projects/p/uploads",
    "PUT /uploads/up/files?name=a.txt",
    "PUT /uploads/up/files?name=a.ann",
    "POST /projects/p/jobs",
  ]);
  const found = within(screen.getByRole("region", { name: "What would be imported" }));
  expect(found.getByText("a.ann, line 2")).toBeDefined();
  expect(found.getByText(/The quote differs/)).toBeDefined();
});

test("nothing is imported while a label waits for a choice; then all that was chosen is sent", async () => {
  const { asked, person } = await checked();
  const run = () => screen.getByRole<HTMLButtonElement>("button", { name: "Import 3 reports" });
  expect(run().disabled).toBe(true);
  expect(screen.getByText("1 kind still needs a choice.")).toBeDefined();
  await person.selectOptions(screen.getByRole("combobox", { name: "Armed group becomes" }), "new");
  await person.selectOptions(screen.getByRole("combobox", { name: "B. Coder is" }), "Ana");
  await person.click(screen.getByRole("radio", { name: "Add the tags to the reports that are there" }));
  await person.click(run());
  expect(asked).toHaveBeenLastCalledWith("POST", "/projects/p/jobs", {
    kind: "import-annotated",
    data: {
      upload: "up",
      format: "brat",
      answers: {},
      authors: { "B. Coder": "u1" },
      labels: {
        LOC: "place",
        "Armed group": { new: { slug: "armed-group", name: "Armed group", attributes: ["size"] } },
      },
      links: { in: null },
      duplicates: "add",
      as: "open",
      damaged: false,
    },
  });
  expect(push).toHaveBeenCalledExactlyOnceWith("/projects/p/jobs/j");
});

test("a file that was cut off is imported only when somebody says so", async () => {
  const labels = check.labels.slice(0, 1);
  const damage = { file: "a.jsonl", line: 7, reason: "The file ends early: it was cut off." };
  const { person } = await checked({ ...check, labels, damage });
  const run = () => screen.getByRole<HTMLButtonElement>("button", { name: "Import 3 reports" });
  expect(screen.getByText(/a\.jsonl, line 7: The file ends early/)).toBeDefined();
  expect(run().disabled).toBe(true);
  await person.click(screen.getByRole("checkbox", { name: "Import what is complete anyway" }));
  expect(run().disabled).toBe(false);
});

test("what columns hold is changed, and nothing is imported before the files are checked again so", async () => {
  const asks = [
    { name: "column:Words", answers: ["", "quote", "title", "attribute:certainty"], answer: "", examples: ["the dam"] },
    { name: "unit", answers: ["code point", "byte"], answer: "code point" },
  ];
  const table = { ...check, format: { id: "table", name: "Table" }, labels: check.labels.slice(0, 1), asks };
  const { asked, person } = await checked(table);
  const run = () => screen.getByRole<HTMLButtonElement>("button", { name: "Import 3 reports" });
  expect(run().disabled).toBe(false);
  const columns = within(screen.getByRole("region", { name: "Columns" }));
  expect(columns.getByText("the dam")).toBeDefined();
  await person.selectOptions(columns.getByRole("combobox", { name: "Words holds" }), "The words");
  expect(run().disabled).toBe(true);
  expect(screen.getByText("Check again: what the columns hold was changed.")).toBeDefined();
  await person.click(columns.getByRole("button", { name: "Check again" }));
  expect(asked).toHaveBeenLastCalledWith("POST", "/projects/p/jobs", {
    kind: "check-import",
    data: { upload: "up", format: "table", answers: { "column:Words": "quote", unit: "code point" } },
  });
});
