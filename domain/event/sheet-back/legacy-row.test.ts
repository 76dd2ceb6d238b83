import { expect, test } from "vitest";
import { legacyContent } from "@/domain/event/sheet-back/legacy-row";

const made = (cells: Record<string, string>, other: Record<string, string> = {}) =>
  legacyContent({
    cells: Object.fromEntries(Object.entries(cells).map(([name, text]) => [name, { text }])),
    other,
    ...{ file: "2014.csv", row: 12, order: undefined },
    usual: { geoPrecision: 3, coordinateBasis: "analyst's point" },
    types: new Map([["battles", "battle"]]),
  });

test("a row from before is an event with its origin, with what it says as somebody chose it", () => {
  const row = {
    ...{ former_id: "SYR1234", date_from: "2014-05-06", time_precision: "2", type: "Battles", place: "Hama" },
    ...{ latitude: "35,13", longitude: "36.75", killed: "4", initiators: "Army", origins: "SANA", note: "Shelling." },
  };
  const reason = "2014.csv, row 12";
  expect(made(row, { inter1: "1", empty: "" })).toEqual({
    content: {
      ...{ title: "Battles, Hama, 2014-05-06", type: "battle", claims: [], note: "Shelling." },
      date: { from: "2014-05-06", to: "2014-05-06", meaning: "day", precision: "week", reason },
      place: {
        name: "Hama",
        geoPrecision: 3,
        latitude: 35.13,
        longitude: 36.75,
        coordinateBasis: "analyst's point",
        reason,
      },
      figures: [{ outcome: "killed", low: 4, high: 4, reason }],
      legacy: {
        ...{ file: "2014.csv", row: 12, formerId: "SYR1234", said: { initiators: "Army", origins: "SANA" } },
        other: { time_precision: "2", inter1: "1" },
      },
    },
  });
});

test("several days without a word of what they mean are uncertain", () => {
  expect(made({ title: "Siege", date_from: "2014-05-06", date_to: "2014-05-09" })).toMatchObject({
    content: { date: { meaning: "uncertainty", precision: "unknown" } },
  });
});

test("everything that is wrong with a row is said at once", () => {
  const read = made({ date_from: "03/04/2014", latitude: "351", killed: "dozens" });
  expect("troubles" in read && read.troubles).toEqual([
    expect.stringMatching(/^date_from: .* whether the day or the month comes first/),
    expect.stringMatching(/^latitude: 351 is more than 90/),
    expect.stringMatching(/^killed_low: “dozens” is no whole number/),
    expect.stringMatching(/^killed_high: /),
    expect.stringMatching(/no title/),
  ]);
});
