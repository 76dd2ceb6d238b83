import { cleanup, screen, within } from "@testing-library/react";
import { afterEach, expect, test } from "vitest";
import { show } from "@/components/api/shown.fixture";
import { PlaceNamesPage } from "@/components/place-names/place-names-page";
import { PlaceNameFile } from "@/domain/job/place-name-file";

afterEach(cleanup);

const uuid = (nth: number) => `00000000-0000-7000-8000-00000000000${nth}`;
const file = (state: "running" | "done", more: object = {}) =>
  PlaceNameFile.parse({
    ...{ id: uuid(1), name: "SY.txt", kind: "places", bytes: 2_000_000, kept: 11_700, broken: 2, passedOver: 1 },
    job: {
      ...{ id: uuid(1), kind: "read-place-names", state, cancelling: false, by: uuid(2), byName: "Ada" },
      ...{ progress: { done: 11_703, total: 20_000, counted: "lines" }, at: "2026-12-01T12:00:00Z" },
    },
    ...more,
  });

const page = (files: readonly PlaceNameFile[]) => (
  <PlaceNamesPage files={files} attribution="Place names and coordinates: GeoNames (geonames.org), CC BY 4.0." />
);

test("a file that is added is sent as it is, and shown while it is read; the licence stands below", async () => {
  const { asked, person } = show(page([]), {
    "PUT /place-name-files": () => ({ ok: true, value: file("running") }),
    "GET /place-name-files": () => ({ ok: true, value: { items: [file("running")], attribution: "" } }),
  });
  expect(screen.getByText(/GeoNames \(geonames.org\), CC BY 4.0/)).toBeDefined();
  const input = document.querySelector<HTMLInputElement>("input[type=file]");
  if (!input) throw new Error("There is no place for a file.");
  const sent = new File(["x"], "SY 1.txt", { type: "text/plain" });
  await person.upload(input, sent);
  expect(asked).toHaveBeenCalledWith("PUT", "/place-name-files?name=SY%201.txt", sent);
  const row = within(await screen.findByRole("row", { name: /SY\.txt/ }));
  expect(row.getByText("11,703 of 20,000 lines")).toBeDefined();
  expect(row.getByRole("button", { name: "Cancel: Reading of place names" })).toBeDefined();
  expect(row.queryByRole("button", { name: "Remove SY.txt" })).toBeNull();
});

test("what was kept and what could not be read is shown, by number with the reason, by keyboard", async () => {
  const line = { nth: 7, file: "SY.txt", line: 7, outcome: "set-aside", reason: "There is no name.", tags: 0 };
  const { person } = show(page([file("done")]), {
    [`GET /jobs/${uuid(1)}/lines`]: () => ({ ok: true, value: { items: [line] } }),
  });
  const row = within(screen.getByRole("row", { name: /SY\.txt/ }));
  expect(row.getByText("11,700 places")).toBeDefined();
  expect(row.getByText("1 line with nothing for the gazetteer")).toBeDefined();
  row.getByRole("button", { name: "2 lines could not be read" }).focus();
  await person.keyboard("{Enter}");
  const dialog = within(await screen.findByRole("dialog"));
  const cells = within(await dialog.findByRole("row", { name: /There is no name/ })).getAllByRole("cell");
  expect(cells.map(({ textContent }) => textContent)).toEqual(["7", "There is no name."]);
});

test("of a table of P-codes the areas are told, and the lines that were not taken", async () => {
  const { person } = show(
    page([file("done", { name: "syr.csv", kind: "codes", kept: 75, broken: 1, passedOver: 300 })]),
    {
      [`GET /jobs/${uuid(1)}/lines`]: () => ({ ok: true, value: { items: [] } }),
    },
  );
  const row = within(screen.getByRole("row", { name: /syr\.csv/ }));
  expect(row.getByText("75 areas with their P-codes")).toBeDefined();
  expect(row.getByText("300 lines with areas below the second level, which are not used")).toBeDefined();
  await person.click(row.getByRole("button", { name: "1 line not taken" }));
  expect(await screen.findByRole("dialog", { name: "Which lines of syr.csv were not taken" })).toBeDefined();
});

test("a file is removed after a question; a refusal stays in it", async () => {
  let gone = false;
  const { asked, person } = show(page([file("done")]), {
    [`DELETE /place-name-files/${uuid(1)}`]: () => {
      const refusal = { kind: "conflict", title: "", detail: "This file is being read.", status: 409 };
      const answer = gone ? { ok: true as const, value: null } : { ok: false as const, problem: refusal };
      gone = true;
      return answer;
    },
  });
  screen.getByRole("button", { name: "Remove SY.txt" }).focus();
  await person.keyboard("{Enter}");
  const dialog = within(await screen.findByRole("dialog"));
  const remove = dialog.getByRole("button", { name: "Remove" });
  await person.click(remove);
  expect(await dialog.findByText(/This file is being read/)).toBeDefined();
  await person.click(remove);
  expect(await screen.findByText("No files yet")).toBeDefined();
  expect(asked.mock.calls.filter(([method]) => method === "DELETE")).toHaveLength(2);
});
