import { z } from "zod";
import { eventStates, lanesBy } from "@/domain/event/event-values";

const current = ["open", "accepted", "returned"] as const;
const chosen = z.string().trim().max(300).optional();

/** The query of a timeline: what it is narrowed to, and what its lanes are made of. */
export const TimelineQuery = z
  .object({
    from: z.iso.date().optional(),
    to: z.iso.date().optional(),
    place: chosen,
    actor: chosen,
    type: chosen,
    source: chosen,
    by: z.enum(lanesBy).default("none"),
    state: z.enum([...eventStates, "current"]).default("current"),
  })
  .transform(({ state, ...rest }) => ({ ...rest, states: state === "current" ? current : ([state] as const) }));

/** The day that the data week lies in; today's when left out. */
export const WeekQuery = z.object({ day: z.iso.date().optional() });
