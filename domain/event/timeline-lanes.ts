import { dataWeekOf } from "@/domain/event/data-week";
import type { lanesBy, timeUnits } from "@/domain/event/event-values";
import type { Named, Timeline, TimelineBin, TimelineEvent, TimelineWish } from "@/domain/event/timeline";
import type { EventId } from "@/domain/ids";

/** More events than these are counted instead of drawn one by one. */
export const mostDrawn = 150;
/** More lanes than these stand in one that is called "other". */
const mostLanes = 12;
const mostChoices = 200;
const dayMs = 86_400_000;

const keyOf = ({ id, name }: Named) => id ?? name;
const daysOf = ({ outline: { date } }: TimelineEvent) => {
  const [first, last] = [date.from ?? date.to, date.to ?? date.from];
  return first === undefined || last === undefined ? undefined : { first, last };
};

/** What an event is found by, for each way of narrowing and of making lanes. */
const namesOf: Record<(typeof lanesBy)[number], (event: TimelineEvent) => readonly Named[]> = {
  none: () => [],
  place: ({ outline: { place } }) => (place === undefined ? [] : [{ name: place }]),
  actor: ({ outline }) => outline.actors,
  type: ({ type }) => (type === undefined ? [] : [{ name: type }]),
  source: ({ outline }) => outline.sources,
};
const narrowing = ["place", "actor", "type", "source"] as const;

function matches(event: TimelineEvent, wish: TimelineWish): boolean {
  const days = daysOf(event);
  if (wish.from !== undefined && (days === undefined || days.last < wish.from)) return false;
  if (wish.to !== undefined && (days === undefined || days.first > wish.to)) return false;
  return narrowing.every((by) => wish[by] === undefined || namesOf[by](event).some((each) => keyOf(each) === wish[by]));
}

/** A timeline, with the disputed events by id, the latest first. */
type Drawn = Omit<Timeline, "disputed" | "contradictions" | "pending"> & { disputed: EventId[] };

/** The line of time for some events: what matches, in lanes, counted by stretches of time or drawn one by one. */
export function timelineOf(events: readonly TimelineEvent[], wish: TimelineWish): Drawn {
  const shown = events.filter((event) => matches(event, wish));
  const dated = shown.flatMap((event) => {
    const days = daysOf(event);
    return days ? [{ event, ...days }] : [];
  });
  const from = dated.reduce<string | undefined>(
    (least, { first }) => (least && least < first ? least : first),
    undefined,
  );
  const to = dated.reduce<string | undefined>((most, { last }) => (most && most > last ? most : last), undefined);
  const unit = unitFor(from, to);
  const laneOf = lanesFor(shown, wish.by);
  return {
    ...(from && { from }),
    ...(to && { to }),
    ...{ unit, total: shown.length, undated: shown.length - dated.length },
    lanes: laneOf.lanes,
    bins: binsOf(dated, laneOf.of, (day) => stretchOf(day, unit, wish.weekStart)),
    stretches: binsOf(
      dated,
      () => [undefined],
      (day) => stretchOf(day, unit, wish.weekStart),
    ).map(({ from: first, to: last, known, vague }) => ({ from: first, to: last, count: known + vague })),
    ...(dated.length <= mostDrawn && { events: dated.toSorted(byDay).map(({ event }) => event) }),
    disputed: disputedIn(shown, dated),
    choices: choicesIn(events),
  };
}

type DatedEvent = { event: TimelineEvent; first: string; last: string };

function disputedIn(shown: readonly TimelineEvent[], dated: readonly DatedEvent[]): EventId[] {
  const first = new Map(dated.map(({ event, first: day }) => [event.id, day]));
  const day = ({ id }: TimelineEvent) => first.get(id) ?? "";
  return shown
    .filter(({ outline }) => outline.disputed)
    .toSorted((one, other) => day(other).localeCompare(day(one)) || one.id.localeCompare(other.id))
    .map(({ id }) => id);
}

const byDay = (one: DatedEvent, other: DatedEvent) =>
  one.first.localeCompare(other.first) ||
  one.last.localeCompare(other.last) ||
  one.event.id.localeCompare(other.event.id);

function unitFor(from: string | undefined, to: string | undefined): (typeof timeUnits)[number] {
  if (from === undefined || to === undefined) return "day";
  const days = (Date.parse(to) - Date.parse(from)) / dayMs;
  return days <= 62 ? "day" : days <= 430 ? "week" : days <= 3660 ? "month" : "year";
}

/** The stretch of time that a day lies in. */
export function stretchOf(day: string, unit: (typeof timeUnits)[number], weekStart: TimelineWish["weekStart"]) {
  if (unit === "day") return { from: day, to: day };
  if (unit === "week") return dataWeekOf(day, weekStart);
  const year = day.slice(0, 4);
  if (unit === "year") return { from: `${year}-01-01`, to: `${year}-12-31` };
  const month = day.slice(0, 7);
  const last = new Date(Date.UTC(Number(year), Number(day.slice(5, 7)), 0)).getUTCDate();
  return { from: `${month}-01`, to: `${month}-${last}` };
}

/** Which lanes there are, and in which of them an event stands: in each whose name it has. */
function lanesFor(events: readonly TimelineEvent[], by: (typeof lanesBy)[number]) {
  const named = tally(events, namesOf[by]);
  const kept = new Set(named.slice(0, mostLanes).map(({ value }) => value));
  const of = (event: TimelineEvent): (string | undefined)[] => {
    const own = namesOf[by](event).filter((each) => kept.has(keyOf(each)));
    return own.length > 0 ? [...new Set(own.map(({ name }) => name))] : [undefined];
  };
  const rest = events.filter((event) => of(event)[0] === undefined).length;
  const lanes = named.slice(0, mostLanes).map(({ name, count }) => ({ name, count }));
  return { of, lanes: rest > 0 ? [...lanes, { count: rest }] : lanes };
}

function binsOf(
  dated: readonly DatedEvent[],
  laneOf: (event: TimelineEvent) => readonly (string | undefined)[],
  stretch: (day: string) => { from: string; to: string },
): TimelineBin[] {
  const bins = new Map<string, TimelineBin>();
  for (const { event, first, last } of dated) {
    const { from, to } = stretch(first);
    const { meaning } = event.outline.date;
    const isKnown = meaning === "day" || meaning === "duration" || (meaning === "uncertainty" && last <= to);
    for (const lane of laneOf(event)) {
      const key = `${from}/${lane ?? ""}`;
      const bin = bins.get(key) ?? { ...(lane !== undefined && { lane }), from, to, known: 0, vague: 0 };
      bin[isKnown ? "known" : "vague"] += 1;
      bins.set(key, bin);
    }
  }
  return [...bins.values()].toSorted((one, other) => one.from.localeCompare(other.from));
}

/** Names by how many events have them, the most frequent first. */
function tally(events: readonly TimelineEvent[], of: (event: TimelineEvent) => readonly Named[]) {
  const counts = new Map<string, { value: string; name: string; count: number }>();
  for (const event of events) {
    for (const named of new Map(of(event).map((each) => [keyOf(each), each])).values()) {
      const value = keyOf(named);
      const known = counts.get(value);
      if (known) known.count += 1;
      else counts.set(value, { value, name: named.name, count: 1 });
    }
  }
  return [...counts.values()].toSorted((one, other) => other.count - one.count || one.name.localeCompare(other.name));
}

const choicesIn = (events: readonly TimelineEvent[]): Timeline["choices"] => {
  const most = (by: (typeof narrowing)[number]) => tally(events, namesOf[by]).slice(0, mostChoices);
  return { place: most("place"), actor: most("actor"), type: most("type"), source: most("source") };
};

/** Events in the lanes of a timeline: in each whose name they have, else in the one without a name. */
export function inLanes(
  events: readonly TimelineEvent[],
  lanes: Timeline["lanes"],
  by: (typeof lanesBy)[number],
): { name: string | undefined; events: TimelineEvent[] }[] {
  const kept = new Set(lanes.map(({ name }) => name));
  const namesIn = (event: TimelineEvent) => namesOf[by](event).filter(({ name }) => kept.has(name));
  return lanes.flatMap(({ name }) => {
    const own = events.filter((event) => {
      const names = namesIn(event);
      return name === undefined ? names.length === 0 : names.some((each) => each.name === name);
    });
    return own.length > 0 ? [{ name, events: own }] : [];
  });
}
