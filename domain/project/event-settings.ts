import { z } from "zod";
import { mostConventions, weekdays } from "@/domain/project/event-settings-values";

/** What a project's words for a number stand for, such as "dozens": 24 or more. Printed wherever a figure comes from it. */
export const FigureConvention = z
  .strictObject({
    words: z.string().trim().min(2).max(60),
    low: z.int().nonnegative(),
    /** Left out: "low" is a lower bound. */
    high: z.int().nonnegative().optional(),
  })
  .refine(({ low, high }) => high === undefined || low <= high, {
    path: ["high"],
    error: "The upper bound is below the lower one.",
  });
export type FigureConvention = z.infer<typeof FigureConvention>;

/** How a project makes events of claims. Everything has a default, so that a project that never chose is one that chose these. */
export const EventSettings = z.strictObject({
  /** What its source calls probable or possible is proposed as an event too. */
  uncertainToo: z.boolean().default(false),
  /** An event that lasted several days has a row for each of them in the event sheet. */
  splitByDay: z.boolean().default(false),
  /** The first day of the data week. */
  weekStart: z.enum(weekdays).default("monday"),
  /** Words for numbers that this project turns into figures; without a convention they stay words. */
  conventions: z
    .array(FigureConvention)
    .max(mostConventions)
    .refine((all) => new Set(all.map(({ words }) => words.toLowerCase())).size === all.length, {
      error: "Words stand here twice.",
    })
    .default([]),
});
export type EventSettings = z.infer<typeof EventSettings>;

/** What a project has that never chose. */
export const usualEventSettings: EventSettings = EventSettings.parse({});

/** Conventions that only one of two settings has: figures that rest on them are other ones now. */
export function changedConventions(before: EventSettings, after: EventSettings): FigureConvention[] {
  const key = ({ words, low, high }: FigureConvention) => JSON.stringify([words.toLowerCase(), low, high ?? null]);
  const [old, fresh] = [before, after].map(({ conventions }) => new Set(conventions.map(key)));
  return [
    ...before.conventions.filter((each) => !fresh?.has(key(each))),
    ...after.conventions.filter((each) => !old?.has(key(each))),
  ];
}
