"use client";

import { useFormatter } from "use-intl";
import { dayAndClock } from "@/components/values/clock";

/** A day as a report gives it, or an instant in the reader's own zone; both as their language writes them. */
export function When({ value, time = false }: { value: string; time?: boolean }) {
  const format = useFormatter();
  const day = /^\d{4}-\d{2}-\d{2}$/.test(value);
  const shown = day
    ? format.dateTime(new Date(`${value}T00:00:00Z`), { dateStyle: "medium", timeZone: "UTC" })
    : format.dateTime(new Date(value), time ? dayAndClock : { dateStyle: "medium" });
  return <time dateTime={value}>{shown}</time>;
}
