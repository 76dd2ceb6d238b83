import { type Weekday, weekdays } from "@/domain/project/event-settings-values";

const dayMs = 86_400_000;
const iso = (ms: number) => new Date(ms).toISOString().slice(0, 10);

/** A data week by its first and last day. */
export type DataWeek = { from: string; to: string };

/** The data week that a day lies in. */
export function dataWeekOf(day: string, weekStart: Weekday): DataWeek {
  const at = Date.parse(`${day}T00:00:00Z`);
  const after = (new Date(at).getUTCDay() - weekdays.indexOf(weekStart) + 7) % 7;
  return { from: iso(at - after * dayMs), to: iso(at + (6 - after) * dayMs) };
}

/** The data week some weeks before or after another one. */
export const dataWeekBeside = ({ from, to }: DataWeek, weeks: number): DataWeek => ({
  from: iso(Date.parse(`${from}T00:00:00Z`) + weeks * 7 * dayMs),
  to: iso(Date.parse(`${to}T00:00:00Z`) + weeks * 7 * dayMs),
});

/** The day after another one. */
export const nextDay = (day: string): string => iso(Date.parse(`${day}T00:00:00Z`) + dayMs);
