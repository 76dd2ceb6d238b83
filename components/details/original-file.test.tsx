import { cleanup, screen } from "@testing-library/react";
import { afterEach, expect, test } from "vitest";
import { show } from "@/components/api/shown.fixture";
import { OriginalFile } from "@/components/details/original-file";
import { ReportId } from "@/domain/ids";
import type { Report } from "@/domain/report/report";

afterEach(cleanup);

const original: Report["original"] = {
  sha256: "ab".repeat(32),
  bytes: 1234,
  encoding: "windows-1256",
  encodingBasis: "guess",
  mediaType: "text/plain",
  fileName: "raqqa.txt",
};
const report = {
  id: ReportId.parse("0190a000-0000-7000-8000-000000000001"),
  title: "Raqqa",
  original,
  language: "ar",
  languageGuessed: false,
  extraction: { extractor: "text 1", ranges: [], warnings: [], found: [] },
  foundConfirmed: true,
};

test.each([
  { basis: "guess", guessed: true, says: [/^Detected from the text; check/, /^Detected from the text; you can/] },
  { basis: "said", guessed: false, says: [/^Chosen during the import/, /^Given by a person/] },
  { basis: "certain", guessed: false, says: [/^Certain from the file/, /^Given by a person/] },
] as const)("an encoding and a language say how they were found: $basis", ({ basis, guessed, says }) => {
  show(
    <OriginalFile
      report={{ ...report, languageGuessed: guessed, original: { ...original, encodingBasis: basis } }}
      mayChange
    />,
    {},
  );
  expect(screen.getByText(/Arabic \(windows-1256\)/)).toBeDefined();
  for (const words of says) expect(screen.getByText(words)).toBeDefined();
  expect(screen.getByRole("link", { name: "Download" }).getAttribute("href")).toBe(
    "/api/v1/reports/0190a000-0000-7000-8000-000000000001/original",
  );
});

test("a document says what was left out of it, and what it says of itself until somebody confirms that", async () => {
  const extraction: Report["extraction"] = {
    extractor: "docx 1",
    ranges: [],
    warnings: [{ kind: "deletions-left-out", count: 2, where: "page 3" }],
    found: [{ field: "author", value: "Lina Haddad", from: "docProps/core.xml dc:creator" }],
  };
  const { person, asked } = show(<OriginalFile report={{ ...report, extraction, foundConfirmed: false }} mayChange />, {
    [`PATCH /reports/${report.id}`]: () => ({ ok: true, value: {} }),
  });
  expect(screen.getByText(/^2 tracked deletions are not in the text/).textContent).toContain("(page 3)");
  expect(screen.getByText("from docProps/core.xml dc:creator")).toBeDefined();
  await person.click(screen.getByRole("button", { name: "Confirm: Raqqa" }));
  expect(await screen.findByText("Confirmed")).toBeDefined();
  expect(asked).toHaveBeenCalledWith("PATCH", `/reports/${report.id}`, { foundConfirmed: true });
});
