import type { EventDate } from "@/domain/event/event-date";

/** ACLED's time precision: 1 the day, 2 within a week, 3 within a month or less is known. */
export const acledTimePrecision = (precision: EventDate["precision"]): 1 | 2 | 3 =>
  precision === "day" ? 1 : precision === "week" ? 2 : 3;
