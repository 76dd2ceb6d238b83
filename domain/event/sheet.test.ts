import { expect, test } from "vitest";
import { checksOf } from "@/domain/event/checks";
import { deriveEvent } from "@/domain/event/derive";
import { type Event, EventContent } from "@/domain/event/event";
import type { Evidence } from "@/domain/event/evidence";
import { aClaim, claimId, entityId } from "@/domain/event/evidence.fixture";
import { sheetColumns } from "@/domain/event/sheet";
import { sheetCells } from "@/domain/event/sheet-cells";
import { sheetRows } from "@/domain/event/sheet-rows";
import { EventId, ProjectId, UserId } from "@/domain/ids";

const by = UserId.parse("0190a000-0000-7000-8000-000000000001");
const anEvent = (claims: readonly Evidence[], more: object = {}, state: Event["state"] = "accepted"): Event => {
  const content = EventContent.parse({
    title: "Clash",
    claims: claims.map(({ claimId: id }) => ({ id, part: "supports" })),
    ...more,
  });
  const at = "2026-11-30T10:00:00.000Z";
  return {
    ...{
      id: EventId.parse("0190a000-0000-7000-8000-000000000002"),
      projectId: ProjectId.parse("0190a000-0000-7000-8000-000000000003"),
    },
    ...{ state, version: 2, content, derived: deriveEvent(content, claims, []) },
    ...{ createdBy: by, createdAt: at, updatedBy: by, updatedAt: at },
  };
};
const row = (event: Event) =>
  Object.fromEntries(
    sheetCells({ event, type: undefined, reports: [] }).map((cell, at) => [sheetColumns[at]?.name, cell]),
  );

const hama = {
  id: claimId("p"),
  words: "حماة",
  name: "Hama",
  primary: true,
  role: "at",
  featureType: "settlement",
  latitude: 35.1,
  longitude: 36.7,
} as const;
const clash = aClaim("A", {
  time: { from: "2026-11-28", precision: "day", words: "on Saturday" },
  places: [hama],
  actors: [{ id: entityId("Army"), name: "Army", role: "initiator", side: "government" }],
  figures: [{ what: "killed", low: 3, high: 5, who: "civilian", words: "three to five villagers" }],
});

test("the columns are these, in this order", () => {
  const names = sheetColumns.map(({ name }) => name);
  expect(names.filter((name) => !/^(killed|injured|displaced|other)_/.test(name) || name === "other_places")).toEqual([
    ...["event_id", "version", "status", "merged_into", "split_from", "title", "type", "phase"],
    ...["date_from", "date_to", "date_meaning", "date_precision", "time_precision", "date_basis", "date_words"],
    ...["initiators", "initiator_sides", "targets", "target_sides"],
    ...["place_as_reported", "place", "other_places", "geo_precision", "admin1", "admin2", "country"],
    ...["latitude", "longitude", "coordinate_basis", "figure_words"],
    ...[
      "corroboration",
      "independent_origins",
      "origins",
      "origin_shares_side",
      "certainty",
      "likelihood",
      "confidence",
    ],
    ...[
      "disputed",
      "denied",
      "claim_ids",
      "report_ids",
      "note",
      "day_of_event",
      "legacy_origin",
      "admin1_pcode",
      "admin2_pcode",
    ],
  ]);
  expect(new Set(names).size).toBe(names.length);
  expect(names.filter((name) => /^killed_/.test(name))).toEqual(
    ["", "_civilian", "_combatant", "_child", "_unknown"].flatMap((who) => [`killed${who}_low`, `killed${who}_high`]),
  );
});

test("an event is one row: figures by outcome and whom, days in ISO, the place in both scripts", () => {
  expect(row(anEvent([clash]))).toMatchObject({
    status: "accepted",
    ...{ date_from: "2026-11-28", date_to: "2026-11-28", time_precision: 1, date_words: "on Saturday" },
    ...{ place: "Hama", place_as_reported: "حماة", geo_precision: 1, latitude: 35.1, coordinate_basis: "named place" },
    ...{ initiators: "Army", initiator_sides: "government" },
    ...{ killed_civilian_low: 3, killed_civilian_high: 5, killed_low: undefined },
    figure_words: "killed civilian: three to five villagers",
    disputed: false,
  });
});

test("an undated event has no first day, and is no later than its publication", () => {
  expect(row(anEvent([aClaim("A", { published: "2026-11-30" })]))).toMatchObject({
    date_from: undefined,
    date_to: "2026-11-30",
    date_meaning: "no later than",
    date_basis: "publication",
  });
});

const battle = anEvent([{ ...clash, time: { from: "2026-11-27", to: "2026-11-29", precision: "day" } }]);
const sheetDays = (event: Event, splitByDay: boolean) =>
  sheetRows({ event, type: undefined, reports: [] }, { splitByDay }).map((each) => {
    const cells = Object.fromEntries(sheetCells(each).map((cell, at) => [sheetColumns[at]?.name, cell]));
    return [cells["date_from"], cells["date_to"], cells["killed_civilian_high"], cells["day_of_event"]];
  });

test("an event of several days is one row, or one a day by the project's setting, its dead in the first", () => {
  expect(sheetDays(battle, false)).toEqual([["2026-11-27", "2026-11-29", 5, undefined]]);
  expect(sheetDays(battle, true)).toEqual([
    ["2026-11-27", "2026-11-27", 5, "1 of 3"],
    ["2026-11-28", "2026-11-28", undefined, "2 of 3"],
    ["2026-11-29", "2026-11-29", undefined, "3 of 3"],
  ]);
});

test.each([
  { when: "one day", time: { from: "2026-11-28", precision: "day" } },
  { when: "some day of a week", time: { from: "2026-11-22", to: "2026-11-28", precision: "week" } },
  { when: "years", time: { from: "2011-03-15", to: "2026-11-28", precision: "day" } },
] as const)("$when is never split", ({ time }) => {
  expect(sheetDays(anEvent([{ ...clash, time }]), true)).toHaveLength(1);
});

test("a number that a convention gives is named as one", () => {
  const dozens = { ...clash, figures: [{ what: "killed" as const, words: "dozens" }] };
  const event = anEvent([dozens]);
  const conventions = [{ words: "dozens", low: 24 }];
  const derived = deriveEvent(event.content, [dozens], [], { conventions });
  expect(row({ ...event, derived })).toMatchObject({
    killed_low: 24,
    figure_words: "killed: at least, dozens (number by convention)",
  });
});

test.each([
  { when: "nothing is amiss but the origin", event: anEvent([clash]), is: ["single origin"] },
  {
    when: "two outlets",
    event: anEvent([
      { ...clash, outlet: "North" },
      { ...clash, claimId: claimId("B"), outlet: "South" },
    ]),
    is: [],
  },
  { when: "undated and unplaced", event: anEvent([aClaim("A")]), is: ["undated", "no primary place", "single origin"] },
  {
    when: "a claim that is open again",
    event: anEvent([clash, aClaim("B", { state: "open" })], {}, "open"),
    is: ["not accepted", "single origin", "claims not counted"],
  },
  {
    when: "a mixed note",
    event: anEvent([clash], { note: "Likely, with high confidence." }),
    is: ["single origin", "mixed note"],
  },
])("before a release: $when: $is", ({ event, is }) => {
  expect(checksOf(event)).toEqual(is);
});
