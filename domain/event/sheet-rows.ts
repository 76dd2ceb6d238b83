import { nextDay } from "@/domain/event/data-week";
import type { EventDate } from "@/domain/event/event-date";
import type { SheetEvent } from "@/domain/event/sheet";
import type { EventSettings } from "@/domain/project/event-settings";

/** Longer ones stay one row. */
const mostDays = 366;

/**
 * The rows of an event: one, or one for each day where the project wants that and the event lasted several. What was
 * counted stands in the first of them only, so that adding rows up counts nobody twice.
 */
export function sheetRows(row: SheetEvent, { splitByDay }: Pick<EventSettings, "splitByDay">): SheetEvent[] {
  const { event } = row;
  const { from, to, meaning } = event.derived.date;
  if (!splitByDay || meaning !== "duration" || from === undefined || to === undefined || from === to) return [row];
  const days: string[] = [];
  for (let day = from; day <= to && days.length <= mostDays; day = nextDay(day)) days.push(day);
  if (days.length > mostDays) return [row];
  return days.map((day, at) => {
    const date: EventDate = { ...event.derived.date, from: day, to: day };
    const figures = at === 0 ? event.derived.figures : [];
    const derived = { ...event.derived, date, figures };
    return { ...row, event: { ...event, derived }, day: { nth: at + 1, of: days.length } };
  });
}
