import { expect, test } from "vitest";
import { EventContent } from "@/domain/event/event";
import { applied } from "@/domain/event/sheet-back/apply";
import { compareRow } from "@/domain/event/sheet-back/compare";

const now = {
  title: "Clash",
  date_from: "2026-03-04",
  date_to: "2026-03-04",
  date_meaning: "day",
  date_precision: "day",
  place: "Hama",
  geo_precision: 1,
  latitude: 35.13,
  longitude: 36.75,
  coordinate_basis: "named place",
  killed_low: 3,
  killed_high: 5,
  initiators: "Army",
  disputed: false,
  claim_ids: "a;b",
};
const row = (cells: Record<string, string>) =>
  Object.fromEntries(Object.entries(cells).map(([name, text]) => [name, { text }]));
const compare = (cells: Record<string, string>, legacy = false) => compareRow(now, row(cells), { legacy });

test.each([
  ["nothing", {}],
  ["blanks", { title: "", date_from: " ", killed_low: "", place: "" }],
  ["the same", { title: "Clash", date_from: "2026-03-04", killed_low: "3", latitude: "35.13", initiators: "Army" }],
  ["a date turned by the spreadsheet", { date_from: "04/03/2026", date_to: "3/4/2026" }],
  ["a decimal comma and a number with decimals", { latitude: "35,130", killed_low: "3.0" }],
  ["a boolean in another language", { disputed: "WAHR" }],
])("%s is no change", (_, cells) => expect(compare(cells)).toEqual({ changes: [], locked: [], troubles: [] }));

test("each field that differs is one change with both values", () => {
  expect(compare({ title: "Clash near Hama", date_from: "05.03.2026x", killed_low: "4", latitude: "35.2" })).toEqual({
    changes: [
      { field: "title", was: { title: "Clash" }, becomes: { title: "Clash near Hama" } },
      { field: "place", was: { latitude: 35.13 }, becomes: { latitude: 35.2 } },
      { field: "killed", was: { killed_low: 3 }, becomes: { killed_low: 4 } },
    ],
    locked: [],
    troubles: ["date_from: “05.03.2026x” is no date. Write it as 2026-03-04."],
  });
});

test("a date whose day and month can't be told apart is refused, unless one of the two is the event's", () => {
  expect(compare({ date_from: "05/03/2026" }).troubles[0]).toMatch(/may be 2026-03-05 or 2026-05-03/);
  expect(
    compareRow(now, row({ date_from: "05/03/2026" }), { legacy: false, order: "day first" }).changes,
  ).toMatchObject([{ becomes: { date_from: "2026-03-05" } }]);
});

test("what follows from claims is named and not taken; a row from before has nothing else that says it", () => {
  expect(compare({ initiators: "Rebels", claim_ids: "a" })).toMatchObject({
    changes: [],
    locked: ["initiators", "claim_ids"],
  });
  expect(compare({ initiators: "Rebels" }, true)).toMatchObject({
    changes: [{ field: "initiators", was: { initiators: "Army" }, becomes: { initiators: "Rebels" } }],
    locked: [],
  });
});

const around = { now, reason: "Sheet of May, row 4", types: new Map([["armed clash", "armed-clash"]]) };
const content = EventContent.parse({ title: "Clash", claims: [] });
const apply = (field: string, becomes: Record<string, string | number>) => applied(content, { field, becomes }, around);

test("a change becomes what a person chooses, with the sheet as the reason", () => {
  expect(apply("title", { title: "Other" })).toMatchObject({ content: { title: "Other" } });
  expect(apply("type", { type: "Armed clash" })).toMatchObject({ content: { type: "armed-clash" } });
  expect(apply("killed", { killed_high: 7 })).toMatchObject({
    content: { figures: [{ outcome: "killed", low: 3, high: 7, reason: "Sheet of May, row 4" }] },
  });
  expect(apply("place", { place: "Homs" })).toMatchObject({
    content: { place: { name: "Homs", geoPrecision: 1, latitude: 35.13, reason: "Sheet of May, row 4" } },
  });
  // One day moves as a whole.
  expect(apply("date", { date_from: "2026-03-05" })).toMatchObject({
    content: { date: { from: "2026-03-05", to: "2026-03-05" } },
  });
  expect(apply("date", { date_to: "2026-03-06", date_meaning: "duration" })).toMatchObject({
    content: { date: { from: "2026-03-04", to: "2026-03-06", meaning: "duration" } },
  });
  expect(apply("date", { date_meaning: "no later than" })).toMatchObject({ content: { date: { to: "2026-03-04" } } });
});

test.each([
  ["type", { type: "Parade" }, /no event type “Parade”/],
  ["killed", { killed_low: 9 }, /above the highest/],
  ["date", { date_from: "2026-03-05", date_to: "2026-03-06" }, /two days/],
  ["date", { date_from: "2026-03-09", date_to: "2026-03-06", date_meaning: "duration" }, /before the first/],
  ["initiators", { initiators: "Rebels" }, /follows from the claims/],
] as const)("%s %o is refused", (field, becomes, reason) => {
  const made = apply(field, becomes);
  expect("trouble" in made && made.trouble).toMatch(reason);
});
