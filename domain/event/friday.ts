import { z } from "zod";
import { EventCheck } from "@/domain/event/checks";
import { dateKinds } from "@/domain/event/date-kinds";
import { figureNames } from "@/domain/event/sheet-back/columns";
import { EventId } from "@/domain/ids";

const Named = z.object({ id: EventId, title: z.string() });
const Range = z.object({ low: z.number().nullable(), high: z.number().nullable() });

/** A figure that was accepted before the week and is another one in what was accepted in it. */
const Moved = Named.extend({ figure: z.string(), before: Range, after: Range });

/** A data week before its events are released. */
export const Friday = z.object({
  from: z.iso.date(),
  to: z.iso.date(),
  by: z.enum(dateKinds),
  /** Accepted for the first time, changed after they had been accepted, and not there any more. */
  fresh: z.array(Named),
  changed: z.array(Named),
  withdrawn: z.array(Named),
  moved: z.array(Moved),
  /** Events of the week with what to look at before they leave. */
  events: z.int(),
  checks: z.array(EventCheck),
  pairs: z.array(z.object({ one: Named, other: Named, kilometres: z.number() })),
  /** Outlets that published before and nothing in the week, and those with reports of the week that nobody has read. */
  silent: z.array(z.object({ outlet: z.string().nullable(), last: z.string() })),
  unread: z.array(z.object({ outlet: z.string().nullable(), reports: z.int() })),
  coverage: z.array(z.object({ outlet: z.string().nullable(), reports: z.int(), read: z.int(), setAside: z.int() })),
});
export type Friday = z.infer<typeof Friday>;

type Row = Readonly<Record<string, unknown>>;
const numberOf = (value: unknown) => (typeof value === "number" ? value : null);

/** Figures in which two rows of an event differ. */
export const movedFigures = (
  before: Row,
  after: Row,
): { figure: string; before: z.infer<typeof Range>; after: z.infer<typeof Range> }[] =>
  figureNames.flatMap(({ name }) => {
    const [old, fresh] = [before, after].map((row) => ({
      low: numberOf(row[`${name}_low`]),
      high: numberOf(row[`${name}_high`]),
    }));
    return old && fresh && (old.low !== fresh.low || old.high !== fresh.high)
      ? [{ figure: name, before: old, after: fresh }]
      : [];
  });
