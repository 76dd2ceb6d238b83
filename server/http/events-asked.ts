import "server-only";
import { z } from "zod";
import { Event } from "@/domain/event/event";
import { eventStates } from "@/domain/event/event-values";
import { changeStates } from "@/domain/event/sheet-back/back-values";
import { JobId } from "@/domain/ids";
import { cursorOf, limitOf, pageOf } from "@/server/page";

const current = ["open", "accepted", "returned"] as const;

/** The query of a project's events: words of the title, states, days, a type, and from where on. */
export const EventsQuery = z
  .object({
    q: z.string().trim().max(200).default(""),
    state: z.enum([...eventStates, "current", "all"]).default("current"),
    from: z.iso.date().optional(),
    to: z.iso.date().optional(),
    type: z.string().max(100).optional(),
    cursor: cursorOf(z.tuple([z.string().max(10), z.uuid()])).optional(),
    limit: limitOf(200, 50),
  })
  .transform(({ state, cursor, ...rest }) => ({
    ...rest,
    type: rest.type === "" ? undefined : rest.type,
    states: state === "current" ? current : state === "all" ? eventStates : [state],
    after: cursor,
  }));

export const EventsPage = pageOf(Event);

const stillOpen = ["waiting", "aside"] as const;

/** The query of what sheets that came back have otherwise. */
export const SheetChangesQuery = z
  .object({
    job: JobId.optional(),
    state: z.enum([...changeStates, "open", "all"]).default("open"),
    cursor: cursorOf(z.tuple([z.uuid(), z.int(), z.string().max(100)])).optional(),
    limit: limitOf(200, 50),
  })
  .transform(({ state, ...rest }) => ({
    ...rest,
    states: state === "open" ? stillOpen : state === "all" ? changeStates : [state],
  }));
