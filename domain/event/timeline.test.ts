import { expect, test } from "vitest";
import { deriveEvent } from "@/domain/event/derive";
import { aClaim, aSpeaker, claimId, entityId } from "@/domain/event/evidence.fixture";
import { outlineOf } from "@/domain/event/outline";
import type { EventOutline, TimelineEvent, TimelineWish } from "@/domain/event/timeline";
import { inLanes, mostDrawn, stretchOf, timelineOf } from "@/domain/event/timeline-lanes";
import { EventId, UserId } from "@/domain/ids";

let nth = 0;
function anEvent(date: EventOutline["date"], more: Partial<EventOutline> & { type?: string } = {}): TimelineEvent {
  const { type, ...rest } = more;
  const id = EventId.parse(`0190a000-0000-7000-8000-${String(nth++).padStart(12, "0")}`);
  const outline = { date, actors: [], sources: [], disputed: false, claims: [], ...rest };
  return { id, title: `Event ${nth}`, state: "accepted", ...(type && { type }), outline };
}
const on = (day: string) => ({ from: day, to: day, meaning: "day", precision: "day" }) as const;
const within = (from: string, to: string) => ({ from, to, meaning: "uncertainty", precision: "week" }) as const;
const by = (to: string) => ({ to, meaning: "no later than", precision: "unknown" }) as const;
const undated = { meaning: "no later than", precision: "unknown" } as const;
const wish: TimelineWish = { by: "none", weekStart: "monday" };
const line = (events: TimelineEvent[], more: Partial<TimelineWish> = {}) => timelineOf(events, { ...wish, ...more });
const bins = (events: TimelineEvent[], more: Partial<TimelineWish> = {}) =>
  line(events, more).bins.map(({ lane, from, known, vague }) => [lane ?? "–", from, known, vague]);

test("events are drawn by day, undated ones are counted and stand nowhere", () => {
  const [late, early] = [anEvent(on("2026-11-29")), anEvent(within("2026-11-22", "2026-11-28"))];
  const { from, to, total, undated: without, events } = line([late, anEvent(undated), early]);
  expect([from, to, total, without]).toEqual(["2026-11-22", "2026-11-29", 3, 1]);
  expect(events?.map(({ id }) => id)).toEqual([early.id, late.id]);
});

test.each([
  { when: "a day", date: on("2026-11-28"), is: [["–", "2026-11-28", 1, 0]] },
  {
    when: "how long it took",
    date: { ...on("2026-11-28"), to: "2026-11-30", meaning: "duration" as const },
    is: [["–", "2026-11-28", 1, 0]],
  },
  { when: "some day of a week", date: within("2026-11-22", "2026-11-28"), is: [["–", "2026-11-22", 0, 1]] },
  { when: "no later than", date: by("2026-11-28"), is: [["–", "2026-11-28", 0, 1]] },
])("$when is counted as known or not", ({ date, is }) => {
  expect(bins([anEvent(date)])).toEqual(is);
});

test("a week that is known is known where weeks are counted", () => {
  const events = [anEvent(on("2026-08-03")), anEvent(within("2026-11-23", "2026-11-29"))];
  expect(line(events).unit).toBe("week");
  expect(bins(events)).toEqual([
    ["–", "2026-08-03", 1, 0],
    ["–", "2026-11-23", 1, 0],
  ]);
});

test.each([
  { from: "2026-11-01", to: "2026-12-01", unit: "day" },
  { from: "2026-01-01", to: "2026-12-01", unit: "week" },
  { from: "2020-01-01", to: "2026-12-01", unit: "month" },
  { from: "1980-01-01", to: "2026-12-01", unit: "year" },
])("from $from to $to it counts by $unit", ({ from, to, unit }) => {
  expect(line([anEvent(on(from)), anEvent(on(to))]).unit).toBe(unit);
});

test("whoever has the name, the place, the type or the source stands in its lane; in each of several", () => {
  const [ana, ben] = [{ id: entityId("Ana"), name: "Ana" }, { name: "Ben" }];
  const events = [
    anEvent(on("2026-11-28"), { actors: [ana, ben], place: "Hama", type: "attack", sources: [ben] }),
    anEvent(on("2026-11-28"), { actors: [ana] }),
    anEvent(on("2026-11-28")),
  ];
  expect(line(events, { by: "actor" }).lanes).toEqual([
    { name: "Ana", count: 2 },
    { name: "Ben", count: 1 },
    { count: 1 },
  ]);
  expect(bins(events, { by: "actor" }).map(([lane, , known]) => [lane, known])).toEqual([
    ["Ana", 2],
    ["Ben", 1],
    ["–", 1],
  ]);
  for (const [narrowed, count] of [
    [{ actor: entityId("Ana") }, 2],
    [{ actor: "Ben" }, 1],
    [{ actor: "Ana" }, 0],
    [{ place: "Hama" }, 1],
    [{ type: "attack" }, 1],
    [{ source: "Ben" }, 1],
    [{ place: "Hama", source: "Ana" }, 0],
  ] as const)
    expect(line(events, narrowed).total).toBe(count);
});

test("an event lies in a stretch that any of its days lies in, and an undated one in none", () => {
  const events = [anEvent(within("2026-11-22", "2026-11-28")), anEvent(by("2026-11-20")), anEvent(undated)];
  expect(line(events, { from: "2026-11-28" }).total).toBe(1);
  expect(line(events, { to: "2026-11-21" }).total).toBe(1);
  expect(line(events, { from: "2026-11-29" }).total).toBe(0);
});

test("what cannot be told apart is counted and not drawn", () => {
  const many = (count: number) => Array.from({ length: count }, () => anEvent(on("2026-11-28")));
  expect(line(many(mostDrawn)).events).toHaveLength(mostDrawn);
  const counted = line(many(mostDrawn + 1));
  expect(counted.events).toBeUndefined();
  expect(counted.bins).toMatchObject([{ known: mostDrawn + 1 }]);
});

test("lanes are the most frequent ones; the rest stands in one without a name", () => {
  const events = Array.from({ length: 30 }, (_, at) => anEvent(on("2026-11-28"), { place: `Town ${at % 15}` }));
  const { lanes } = line(events, { by: "place" });
  expect(lanes).toHaveLength(13);
  expect(lanes.at(-1)).toEqual({ count: 6 });
});

test.each([
  ["day", { from: "2026-02-28", to: "2026-02-28" }],
  ["week", { from: "2026-02-23", to: "2026-03-01" }],
  ["month", { from: "2026-02-01", to: "2026-02-28" }],
  ["year", { from: "2026-01-01", to: "2026-12-31" }],
] as const)("28 February 2026 lies in this %s: %o", (unit, is) => {
  expect(stretchOf("2026-02-28", unit, "monday")).toEqual(is);
});

test("events stand in the lanes whose names they have, and are counted once by stretch", () => {
  const events = [anEvent(on("2026-11-28"), { actors: [{ name: "Ana" }, { name: "Ben" }] }), anEvent(on("2026-11-28"))];
  const drawn = line(events, { by: "actor" });
  expect(inLanes(events, drawn.lanes, "actor").map(({ name, events: own }) => [name, own.length])).toEqual([
    ["Ana", 1],
    ["Ben", 1],
    [undefined, 1],
  ]);
  expect(drawn.stretches).toEqual([{ from: "2026-11-28", to: "2026-11-28", count: 2 }]);
});

test("an outline holds what counts, who says it, and nothing of what does not count", () => {
  const time = { from: "2026-11-28", precision: "day" as const };
  const notice = {
    kind: "retracted",
    on: "2026-11-30",
    words: "Gone.",
    by: UserId.parse("0190a000-0000-7000-8000-000000000001"),
  } as const;
  const claims = [
    aClaim("A", { time, chains: [[aSpeaker("Agency"), aSpeaker("Ministry")]] }),
    aClaim("B", { time, outlet: "South" }),
    aClaim("C", { time: { from: "2026-11-01" }, notice }),
    aClaim("D", { state: "open", outlet: "Hidden" }),
    aClaim("E", { kind: "denial", outlet: "East" }),
  ];
  const part = (name: string) =>
    name === "E" ? { part: "denies" as const, denies: ["who" as const] } : { part: "supports" as const };
  const content = {
    title: "x",
    claims: ["A", "B", "C", "D", "E"].map((name) => ({ id: claimId(name), ...part(name) })),
  };
  const outline = outlineOf({ content, derived: deriveEvent(content, claims, []) }, claims);
  expect(outline.sources.map(({ name }) => name)).toEqual(["Ministry", "South", "East"]);
  expect(outline.claims.map(({ says, denies }) => [says.name, denies])).toEqual([
    ["Ministry", false],
    ["South", false],
    ["East", true],
  ]);
  expect(outline).toMatchObject({ date: { from: "2026-11-28", to: "2026-11-28" }, disputed: true });
});
