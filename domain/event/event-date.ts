import { z } from "zod";
import { type Member, supporting } from "@/domain/event/counting";
import { dateBases, dateMeanings } from "@/domain/event/event-values";
import type { Evidence } from "@/domain/event/evidence";
import { timePrecisions } from "@/domain/tag/claim-values";

/** When an event happened, what the days mean and where they come from. "no later than" has a last day at most. */
export const EventDate = z.object({
  from: z.iso.date().optional(),
  to: z.iso.date().optional(),
  meaning: z.enum(dateMeanings),
  precision: z.enum(timePrecisions),
  basis: z.enum(dateBases),
  words: z.array(z.string()),
  /** Set where a person chose it. */
  chosen: z.string().optional(),
});
export type EventDate = z.infer<typeof EventDate>;

/** A date that a person chose in place of the derived one, with the reason. */
export const ChosenDate = z
  .strictObject({
    from: z.iso.date().optional(),
    to: z.iso.date().optional(),
    meaning: z.enum(dateMeanings),
    precision: z.enum(timePrecisions),
    reason: z.string().trim().min(1).max(2000),
  })
  .refine(({ from, to }) => from === undefined || to === undefined || from <= to, {
    path: ["to"],
    error: "The last day is before the first.",
  })
  .refine(({ from, to }) => from !== undefined || to !== undefined, { path: ["to"], error: "Give a day." })
  .refine(({ from, meaning }) => meaning !== "no later than" || from === undefined, {
    path: ["from"],
    error: "“No later than” has a last day only.",
  })
  .refine(({ from, meaning }) => meaning === "no later than" || from !== undefined, {
    path: ["from"],
    error: "Give the first day.",
  });
export type ChosenDate = z.infer<typeof ChosenDate>;

const coarsest = (precisions: readonly EventDate["precision"][]) =>
  timePrecisions.findLast((each) => precisions.includes(each)) ?? "day";
const earliest = (days: readonly string[]) => days.toSorted()[0];

/**
 * The date of an event from the claims that count. Dated claims give it: one that says several days exactly says how
 * long it took, otherwise several days are how little is known. Without one it is no later than it was said, or than the
 * first report of it was published, with nothing as its first day; without either the basis says so.
 */
export function deriveDate(members: readonly Member[], chosen?: ChosenDate): EventDate {
  const claims = supporting(members);
  const words = [...new Set(claims.flatMap(({ time }) => time?.words ?? []))];
  if (chosen) {
    const { reason, from, to, ...rest } = chosen;
    return {
      ...rest,
      ...(from && { from }),
      ...((to ?? from) && { to: to ?? from }),
      basis: "analyst",
      words,
      chosen: reason,
    };
  }
  const times = claims.flatMap(({ time }) => ((time?.from ?? time?.to) ? [time] : []));
  return times.length > 0 ? datedBy(times, words) : { ...undatedBy(claims), words };
}

type Time = NonNullable<Evidence["time"]>;

function datedBy(times: readonly Time[], words: string[]): EventDate {
  const from = earliest(times.flatMap((time) => time.from ?? []));
  const to = times
    .flatMap((time) => time.to ?? time.from ?? [])
    .toSorted()
    .at(-1);
  const precision = coarsest(times.map((time) => time.precision ?? "day"));
  const agreed = times.every((time) => time.from === from && (time.to ?? time.from) === to);
  const several = agreed && precision === "day" ? "duration" : "uncertainty";
  const meaning = from === undefined ? "no later than" : from === to ? "day" : several;
  return { ...(from && { from }), ...(to && { to }), meaning, precision, basis: "claims", words };
}

function undatedBy(claims: readonly Evidence[]): Omit<EventDate, "words"> {
  const open = { meaning: "no later than", precision: "unknown" } as const;
  const said = earliest(claims.flatMap(({ saidAt }) => saidAt ?? []));
  if (said) return { ...open, to: said, basis: "said" };
  const published = earliest(claims.flatMap((claim) => claim.published ?? []));
  return published ? { ...open, to: published, basis: "publication" } : { ...open, basis: "publication, unknown" };
}
