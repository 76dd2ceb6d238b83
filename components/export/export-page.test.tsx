import { cleanup, screen } from "@testing-library/react";
import { afterEach, expect, test } from "vitest";
import { show } from "@/components/api/shown.fixture";
import { ExportPage } from "@/components/export/export-page";

afterEach(cleanup);

const none = {
  reports: 0,
  annotations: 0,
  claims: 0,
  places: 0,
  sources: 0,
  relations: 0,
  threads: 0,
  comments: 0,
  entities: 0,
  versions: 0,
  verdicts: 0,
  grades: 0,
  discontinuous: 0,
  backgroundClaims: 0,
  relationsLeftBehind: 0,
};
const preview = (counts: Partial<typeof none>, losses: unknown[] = [], inAllStates = 7) => ({
  "GET /projects/p/export/preview": () => ({
    ok: true as const,
    value: {
      counts: { ...none, ...counts },
      losses,
      inAllStates,
      files: [{ layer: "claims", name: "claims.csv", rows: 3 }],
    },
  }),
});
const page = <ExportPage name="June" path="/projects/p/export" />;

test("what leaves and what is left behind is said before the download", async () => {
  show(page, preview({ annotations: 7, claims: 3 }, [{ what: "report-texts", count: 2, how: "dropped" }]));
  expect(await screen.findByText("The texts of the reports")).toBeDefined();
  expect(screen.getByText("left out · 2")).toBeDefined();
  const download = screen.getByRole("link", { name: "Download June" });
  expect(download.getAttribute("href")).toBe("/api/v1/projects/p/export?format=jsonl&state=accepted");
});

test("where nothing is accepted yet, all is offered instead", async () => {
  const { person, asked } = show(page, preview({}));
  await person.click(await screen.findByRole("button", { name: "Export all tags instead" }));
  expect(asked).toHaveBeenLastCalledWith("GET", "/projects/p/export/preview?format=jsonl&state=all", undefined);
});

test("where there is no tag at all, nothing is offered", async () => {
  show(page, preview({}, [], 0));
  expect(await screen.findByText("There are no tags to export yet.")).toBeDefined();
  expect(screen.queryByRole("button", { name: "Export all tags instead" })).toBeNull();
  expect(screen.queryByRole("link", { name: "Download June" })).toBeNull();
});

test("a choice by keyboard changes what is asked for", async () => {
  const { person, asked } = show(page, preview({ annotations: 1 }));
  await person.click(screen.getByRole("radio", { name: /Spreadsheet/ }));
  await person.click(screen.getByRole("checkbox", { name: "Don’t escape formulas" }));
  expect(asked).toHaveBeenLastCalledWith(
    "GET",
    "/projects/p/export/preview?format=csv&state=accepted&raw=1",
    undefined,
  );
});

test("a project's own labels can be chosen beside the three kinds", async () => {
  const labels = [{ slug: "rumour", name: "Rumour" }];
  const { person, asked } = show(
    <ExportPage name="June" path="/projects/p/export" labels={labels} />,
    preview({ annotations: 1 }),
  );
  await person.click(screen.getByRole("checkbox", { name: "All kinds" }));
  for (const kind of ["Claims", "Places", "Sources"]) await person.click(screen.getByRole("checkbox", { name: kind }));
  const query = "format=jsonl&state=accepted&kind=label%3Arumour";
  expect(asked).toHaveBeenLastCalledWith("GET", `/projects/p/export/preview?${query}`, undefined);
});
