import { expect, test } from "vitest";
import { sql } from "@/server/data/transaction";
import { changeEvent, decideOnEvent } from "@/server/operations/change-events";
import { anEventDesk, value } from "@/server/operations/event-desk.fixture";
import { readFriday } from "@/server/operations/read-friday";
import { readEventWeek } from "@/server/operations/read-timeline";

const place = {
  name: "Hama",
  geoPrecision: 1,
  latitude: 35.13,
  longitude: 36.75,
  coordinateBasis: "named place",
  reason: "r",
} as const;
const date = { from: "2026-11-30", to: "2026-11-30", meaning: "day", precision: "day", reason: "r" } as const;
const today = () => new Date().toISOString().slice(0, 10);

test("a data week says what is new, changed and withdrawn, which figures moved, and what to look at", async () => {
  const desk = await anEventDesk();
  const { analyst, reviewer, projectId } = desk;
  const claim = async (outlet: string, published: string) => {
    const { id, report } = await desk.claim({}, { outlet });
    await sql.rows("update report set published = $2 where id = $1", [report.reportId, published]);
    return id;
  };
  const more = { type: "clash", place, date } as const;
  const fresh = await desk.event("Fresh", [await claim("North", "2026-12-01")], more);
  const known = await desk.event("Known", [await claim("South", "2026-12-01")], {
    ...more,
    figures: [{ outcome: "killed", low: 2, high: 2, reason: "r" }],
  });
  const gone = await desk.event("Gone", [await claim("West", "2026-10-20")], {});
  for (const event of [known, gone]) await desk.accept(event);
  await sql.rows("update event_verdict set created_at = now() - interval '20 days' where event_id = any($1)", [
    [known.id, gone.id],
  ]);
  await desk.accept(fresh);
  const changed = value(
    await changeEvent(analyst, known.id, {
      ...known.content,
      version: 1,
      figures: [{ outcome: "killed", low: 3, high: 4, reason: "r" }],
    }),
  );
  await desk.accept(changed);
  value(await decideOnEvent(reviewer, gone.id, { decision: "reject", version: 1, reason: "It did not happen." }));

  const week = value(await readFriday(analyst, projectId, { day: today(), by: "decision" }));
  expect(week).toMatchObject({
    fresh: [{ title: "Fresh" }],
    changed: [{ title: "Known" }],
    withdrawn: [{ title: "Gone" }],
    moved: [{ title: "Known", figure: "killed", before: { low: 2, high: 2 }, after: { low: 3, high: 4 } }],
    pairs: [{ kilometres: 0 }],
  });
  expect(week.checks.map(({ checks }) => checks)).toEqual([["single origin"], ["single origin"]]);
  // Each filter means its own date.
  expect(value(await readFriday(analyst, projectId, { day: "2026-11-30", by: "event" }))).toMatchObject({
    from: "2026-11-30",
    to: "2026-12-06",
    events: 2,
  });
  expect(value(await readFriday(analyst, projectId, { day: "2026-11-22", by: "event" })).events).toBe(0);
  const published = value(await readFriday(analyst, projectId, { day: "2026-12-01", by: "publication" }));
  expect(published).toMatchObject({
    events: 2,
    silent: [{ outlet: "West", last: "2026-10-20" }],
    coverage: [
      { outlet: "North", reports: 1 },
      { outlet: "South", reports: 1 },
    ],
  });
  // Who reads only what was accepted is told of nothing else, and each part of the page tells of the same events.
  expect(value(await readFriday(desk.reader, projectId, { day: today(), by: "decision" }))).toMatchObject({
    fresh: [{ title: "Fresh" }],
    changed: [{ title: "Known" }],
    withdrawn: [],
  });
  for (const who of [analyst, reviewer, desk.reader]) {
    const turns = value(await readFriday(who, projectId, { day: today(), by: "decision" }));
    const { items } = value(await readEventWeek(who, projectId, today()));
    const told = [...turns.fresh, ...turns.changed, ...turns.withdrawn].map(({ id }) => id);
    const happened = items.filter(({ lines }) => lines.some(({ did }) => did === "accept" || did === "reject"));
    expect(told.toSorted()).toEqual(happened.map(({ eventId }) => eventId).toSorted());
  }
  expect(await readFriday((await anEventDesk()).editor, projectId, { day: today(), by: "event" })).toMatchObject({
    failure: { kind: "not-found" },
  });
});
