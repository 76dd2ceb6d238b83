import { expect, test } from "vitest";
import { dataWeekBeside, dataWeekOf, nextDay } from "@/domain/event/data-week";
import { weekdays } from "@/domain/project/event-settings-values";

test.each([
  { day: "2026-12-01", weekStart: "monday", week: ["2026-11-30", "2026-12-06"] },
  { day: "2026-11-30", weekStart: "monday", week: ["2026-11-30", "2026-12-06"] },
  { day: "2026-12-06", weekStart: "monday", week: ["2026-11-30", "2026-12-06"] },
  { day: "2026-12-01", weekStart: "sunday", week: ["2026-11-29", "2026-12-05"] },
  { day: "2026-12-01", weekStart: "saturday", week: ["2026-11-28", "2026-12-04"] },
  { day: "2027-01-01", weekStart: "friday", week: ["2027-01-01", "2027-01-07"] },
  { day: "2028-02-29", weekStart: "wednesday", week: ["2028-02-23", "2028-02-29"] },
] as const)("$day lies in $week where weeks begin on $weekStart", ({ day, weekStart, week }) => {
  expect(Object.values(dataWeekOf(day, weekStart))).toEqual(week);
});

test.each(weekdays)("every day of a week that begins on %s lies in it, and the next day in the next", (weekStart) => {
  const week = dataWeekOf("2026-12-01", weekStart);
  for (let day = week.from; day <= week.to; day = nextDay(day)) expect(dataWeekOf(day, weekStart)).toEqual(week);
  expect(dataWeekOf(nextDay(week.to), weekStart)).toEqual(dataWeekBeside(week, 1));
});
