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
const report = { id: ReportId.parse("0190a000-0000-7000-8000-000000000001"), original, language: "ar" };

test.each([
  { basis: "guess", guessed: true, says: [/^Detected from the text; check/, /^Detected from the text; you can/] },
  { basis: "said", guessed: false, says: [/^Chosen during the import/, /^Given by a person/] },
  { basis: "certain", guessed: false, says: [/^Certain from the file/, /^Given by a person/] },
] as const)("an encoding and a language say how they were found: $basis", ({ basis, guessed, says }) => {
  show(
    <OriginalFile report={{ ...report, languageGuessed: guessed, original: { ...original, encodingBasis: basis } }} />,
    {},
  );
  expect(screen.getByText(/Arabic \(windows-1256\)/)).toBeDefined();
  for (const words of says) expect(screen.getByText(words)).toBeDefined();
  expect(screen.getByRole("link", { name: "Download" }).getAttribute("href")).toBe(
    "/api/v1/reports/0190a000-0000-7000-8000-000000000001/original",
  );
});
