import { cleanup, screen } from "@testing-library/react";
import { afterEach, expect, test } from "vitest";
import { show } from "@/components/api/shown.fixture";
import { ExportPage } from "@/components/export/export-page";
import type { Format } from "@/domain/formats/format";
import { lossKinds } from "@/domain/formats/loss";
import { menuOf } from "@/domain/formats/menu";
import { formats } from "@/domain/formats/registry";

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
const menu = menuOf(formats);
const page = <ExportPage name="June" path="/projects/p/export" formats={menu} />;

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
  await person.click(screen.getByRole("radio", { name: /Spreadsheet \(CSV\)/ }));
  await person.click(screen.getByRole("checkbox", { name: "Don’t escape formulas" }));
  expect(asked).toHaveBeenLastCalledWith(
    "GET",
    "/projects/p/export/preview?format=csv&state=accepted&raw=1",
    undefined,
  );
});

test("formats stand under who reads them, and what was exported last is offered first", async () => {
  const usual = {
    format: "doccano",
    states: ["accepted"],
    kinds: null,
    layer: null,
    unit: "grapheme cluster" as const,
  };
  const { asked, person } = show(
    <ExportPage name="June" path="/projects/p/export" formats={menu} usual={usual} />,
    preview({ annotations: 1 }),
  );
  const chosen = screen.getByRole("radio", { name: /doccano/, checked: true });
  expect(document.getElementById(chosen.getAttribute("aria-describedby") ?? "")?.textContent).toBe(
    "For another annotation tool",
  );
  const asks = (more: string) => `/projects/p/export/preview?format=doccano&state=accepted${more}`;
  expect(asked).toHaveBeenLastCalledWith("GET", asks("&unit=grapheme+cluster"), undefined);
  await person.selectOptions(screen.getByRole("combobox", { name: "What offsets count" }), "UTF-16 code unit");
  expect(asked).toHaveBeenLastCalledWith("GET", asks(""), undefined);
});

test("a project's own labels can be chosen beside the three kinds", async () => {
  const labels = [{ slug: "rumour", name: "Rumour" }];
  const { person, asked } = show(
    <ExportPage name="June" path="/projects/p/export" formats={menu} labels={labels} />,
    preview({ annotations: 1 }),
  );
  await person.click(screen.getByRole("checkbox", { name: "All kinds" }));
  for (const kind of ["Claims", "Places", "Sources"]) await person.click(screen.getByRole("checkbox", { name: kind }));
  const query = "format=jsonl&state=accepted&kind=label%3Arumour";
  expect(asked).toHaveBeenLastCalledWith("GET", `/projects/p/export/preview?${query}`, undefined);
});

test("a format that is added to the registry is on the menu, with its files and no more to choose than it has", async () => {
  const file = (layer: string, label: string) => ({
    layer,
    label,
    name: `${layer}.txt`,
    rows: () => 1,
    async *write() {},
  });
  const letters: Format = {
    id: "letters",
    name: "Letters",
    label: "Letters (plain)",
    means: "One letter after the other.",
    lets: ["standing"],
    extension: "txt",
    mediaType: "text/plain",
    offsetUnit: "code point",
    readBy: "tool",
    files: [file("vowels", "Vowels"), file("consonants", "Consonants")],
    usually: { byteOrderMark: false, comments: true },
    losses: () => [],
  };
  const all = menuOf([...formats, letters]);
  const { person, asked } = show(
    <ExportPage name="June" path="/projects/p/export" formats={all} />,
    preview({ annotations: 1 }),
  );
  await person.click(screen.getByRole("radio", { name: /Letters \(plain\)/ }));
  expect(screen.queryByRole("checkbox", { name: "Don’t escape formulas" })).toBeNull();
  await person.selectOptions(screen.getByRole("combobox", { name: "File" }), "Vowels");
  await person.click(screen.getByRole("checkbox", { name: /[Bb]ackground/ }));
  const query = "format=letters&state=accepted&layer=vowels&standing=all";
  expect(asked).toHaveBeenLastCalledWith("GET", `/projects/p/export/preview?${query}`, undefined);
});

test.each(lossKinds)("the loss %s is said in words", async (what) => {
  show(page, preview({ annotations: 7 }, [{ what, count: 2, how: "dropped" }]));
  const line = await screen.findByText("left out · 2");
  expect(line.parentElement?.textContent).not.toContain(what);
  expect(line.parentElement?.textContent?.length).toBeGreaterThan(20);
});
