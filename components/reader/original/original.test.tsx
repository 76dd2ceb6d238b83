import { cleanup, screen } from "@testing-library/react";
import { afterEach, expect, test, vi } from "vitest";
import { show } from "@/components/api/shown.fixture";
import { Original } from "@/components/reader/original/original";
import { ReportId } from "@/domain/ids";
import type { Report } from "@/domain/report/report";

afterEach(() => {
  cleanup();
  vi.unstubAllGlobals();
});

const original: Report["original"] = {
  sha256: "ab".repeat(32),
  bytes: 1234,
  encoding: "binary",
  encodingBasis: "certain",
  mediaType: "application/pdf",
  fileName: "raqqa.pdf",
};
const report = { id: ReportId.parse("0190a000-0000-7000-8000-000000000001"), title: "Raqqa", original };
const shown = (about: Partial<Report["original"]>) =>
  show(<Original report={{ ...report, original: { ...original, ...about } }} onClose={() => undefined} />, {});

test("a file that is not shown can be downloaded", () => {
  shown({ mediaType: "application/rtf", fileName: "raqqa.rtf" });
  expect(screen.getByText(/^Files of this kind are not shown here/)).toBeDefined();
  expect(screen.getByRole("link", { name: "Download" }).getAttribute("href")).toBe(
    `/api/v1/reports/${report.id}/original`,
  );
});

test("a PDF that can't be loaded is asked for again, and one that can't be drawn says what was kept", async () => {
  const answers = [new Response(null, { status: 503 }), new Response("no PDF")];
  vi.stubGlobal("fetch", () => Promise.resolve(answers.shift()));
  const { person } = shown({});
  expect((await screen.findByRole("alert")).textContent).toContain("the report is unchanged");
  await person.click(screen.getByRole("button", { name: "Try again" }));
  expect(await screen.findByText(/The file is kept as it was/)).toBeDefined();
});
