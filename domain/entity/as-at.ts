import type { Affiliation } from "@/domain/entity/affiliation";
import type { EntityId } from "@/domain/ids";

type Stood = {
  side?: string | undefined;
  parentId?: EntityId | undefined;
  affiliations?: readonly Affiliation[] | undefined;
};

const earliest = ({ from, precision = "day" }: Affiliation) =>
  from === undefined || precision === "day"
    ? (from ?? "")
    : precision === "month"
      ? `${from.slice(0, 7)}-01`
      : `${from.slice(0, 4)}-01-01`;

/** No day is later in text order than one that ends in 99. */
const latest = ({ to, precision = "day" }: Affiliation) =>
  to === undefined
    ? "9999"
    : precision === "day"
      ? to
      : precision === "month"
        ? `${to.slice(0, 7)}-99`
        : `${to.slice(0, 4)}-99-99`;

/**
 * On which side somebody was, and what they belonged to, on a day (YYYY-MM-DD): of several that hold then, the one that
 * began last. Where none does, or the day is not known, what is said without dates.
 */
export function asAt(
  { side, parentId, affiliations = [] }: Stood,
  day: string | undefined,
): Pick<Stood, "side" | "parentId"> {
  const then =
    day === undefined
      ? []
      : affiliations
          .filter((each) => earliest(each) <= day && day <= latest(each))
          .toSorted((one, other) => earliest(other).localeCompare(earliest(one)));
  const stood = then.find((each) => each.side !== undefined)?.side ?? side;
  const within = then.find((each) => each.entityId !== undefined)?.entityId ?? parentId;
  return { ...(stood !== undefined && { side: stood }), ...(within !== undefined && { parentId: within }) };
}
