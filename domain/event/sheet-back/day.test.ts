import fc from "fast-check";
import { expect, test } from "vitest";
import { dayOrderOf, readDay } from "@/domain/event/sheet-back/day";

test.each([
  ["2026-03-04", { day: "2026-03-04" }],
  ["2026-3-4", { day: "2026-03-04" }],
  ["2026/03/04", { day: "2026-03-04" }],
  ["2026-03-04T00:00:00", { day: "2026-03-04" }],
  ["2026-03-04 00:00", { day: "2026-03-04" }],
  ["13/04/2026", { day: "2026-04-13" }],
  ["04/13/2026", { day: "2026-04-13" }],
  ["05.05.2026", { day: "2026-05-05" }],
  ["03/04/2026", { either: ["2026-04-03", "2026-03-04"] }],
  ["4-Mar-2026", { day: "2026-03-04" }],
  ["4 March 2026", { day: "2026-03-04" }],
  ["March 4, 2026", { day: "2026-03-04" }],
  ["46085", { day: "2026-03-04" }],
  ["2026-02-30", { trouble: "“2026-02-30” is no day of the calendar." }],
  ["31.11.2026", { trouble: "“31.11.2026” is no day of the calendar." }],
  ["03/04/26", { trouble: "“03/04/26” has a year of two digits. Write all four: 2026-03-04." }],
  ["4-Mar-26", { trouble: "“4-Mar-26” has a year of two digits. Write all four: 2026-03-04." }],
  ["last Friday", { trouble: "“last Friday” is no date. Write it as 2026-03-04." }],
  ["2026-03-04T17:30:00", { trouble: "“2026-03-04T17:30:00” is no date. Write it as 2026-03-04." }],
])("%s is read as %o", (text, read) => expect(readDay(text)).toEqual(read));

test("the order that a column gives away tells day and month apart; dates against it are refused", () => {
  expect(dayOrderOf(["03/04/2026", "25/04/2026"])).toBe("day first");
  expect(dayOrderOf(["03/04/2026", "04/25/2026"])).toBe("month first");
  expect(dayOrderOf(["03/04/2026", "2026-04-25"])).toBeUndefined();
  expect(dayOrderOf(["25/04/2026", "04/25/2026"])).toBeUndefined();
  expect(readDay("03/04/2026", "day first")).toEqual({ day: "2026-04-03" });
  expect(readDay("03/04/2026", "month first")).toEqual({ day: "2026-03-04" });
  expect(readDay("25/04/2026", "month first")).toMatchObject({ trouble: expect.stringContaining("month first") });
});

const days = fc
  .date({ min: new Date("1990-01-01"), max: new Date("2060-12-31"), noInvalidDate: true })
  .map((date) => date.toISOString().slice(0, 10));

test("a day is read whichever way it was turned, or both of its readings are named", () => {
  fc.assert(
    fc.property(days, fc.constantFrom("/", ".", "-"), (day, sign) => {
      const [year = "", month = "", date = ""] = day.split("-");
      for (const text of [
        `${date}${sign}${month}${sign}${year}`,
        `${Number(month)}${sign}${Number(date)}${sign}${year}`,
      ]) {
        const read = readDay(text);
        expect("either" in read ? read.either : "day" in read ? [read.day] : []).toContain(day);
      }
    }),
  );
});
