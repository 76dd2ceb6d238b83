import { expect, test } from "vitest";
import { sheetColumns } from "@/domain/event/sheet";
import { columnsFor } from "@/domain/event/sheet-back/columns";

test("the sheet's own columns are themselves, in any order", () => {
  const names = sheetColumns.map(({ name }) => name).toReversed();
  expect(columnsFor(names)).toEqual(names);
});

test("columns of ACLED and GED are taken for ours; what has no place is kept beside the event", () => {
  expect(
    columnsFor(["event_id_cnty", "event_date", "time_precision", "event_type", "sub_event_type", "actor1", "inter1"]),
  ).toEqual([...["former_id", "date_from", "time_precision", "type", null, "initiators", null]]);
  expect(columnsFor(["id", "date_start", "date_end", "side_a", "low", "best", "high"])).toEqual([
    ...["former_id", "date_from", "date_to", "initiators", "killed_low", null, "killed_high"],
  ]);
});

test("what a person says goes first, and nothing is given twice", () => {
  expect(columnsFor(["title", "Headline", "note"], { Headline: "title", note: null })).toEqual([null, "title", null]);
});
