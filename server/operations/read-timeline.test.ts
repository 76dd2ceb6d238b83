import { beforeAll, expect, test } from "vitest";
import type { Actor } from "@/domain/access/actor";
import type { TagId } from "@/domain/ids";
import { anAnnotation, putAnnotation } from "@/prisma/builders/tag";
import { keepOutlines } from "@/server/data/events/keep-outlines";
import { outlinedEvents } from "@/server/data/events/outlines";
import { sql } from "@/server/data/transaction";
import { changeEvent, decideOnEvent } from "@/server/operations/change-events";
import { changeProject } from "@/server/operations/change-project";
import { anEventDesk, value } from "@/server/operations/event-desk.fixture";
import { mergeEvents } from "@/server/operations/merge-events";
import { noteReport } from "@/server/operations/note-report";
import { type AskedTimeline, readEventWeek, readTimeline } from "@/server/operations/read-timeline";

let desk: Awaited<ReturnType<typeof anEventDesk>>;
beforeAll(async () => {
  desk = await anEventDesk();
});
const usual: AskedTimeline = { by: "none", states: ["open", "accepted", "returned"] };
const line = async (by: Actor, more: Partial<AskedTimeline> = {}) =>
  value(await readTimeline(by, desk.projectId, { ...usual, ...more }));
const on = (day: string, more: object = {}) => ({ eventTime: { from: day, precision: "day" as const }, ...more });
const dates = async (by: Actor, id: string) =>
  (await line(by)).events?.find((event) => event.id === id)?.outline.date.from;

test("shows an event as it is by now: after a change of it, of a claim, of its report and of a decision", async () => {
  const { analyst, reviewer, editor, claim, event, changed } = desk;
  const one = await claim(on("2026-11-28"));
  const made = await event("Clash", [one.id]);
  expect(await dates(analyst, made.id)).toBe("2026-11-28");
  expect(await dates(analyst, made.id)).toBe("2026-11-28");
  const chosen = { from: "2026-11-27", meaning: "day", precision: "day", reason: "The log." } as const;
  const dated = value(await changeEvent(analyst, made.id, { ...made.content, date: chosen, version: 1 }));
  expect(await dates(analyst, made.id)).toBe("2026-11-27");
  const { date: _date, ...without } = dated.content;
  value(await changeEvent(analyst, made.id, { ...without, version: 2 }));
  value(await decideOnEvent(reviewer, made.id, { decision: "return", version: 3, reason: "Which day?" }));
  const attributes = { kind: "event", polarity: "affirmed", certainty: "certain", ...on("2026-11-26") } as const;
  const body = anAnnotation(one.report, "Three people were killed near Hama", { attributes });
  await changed(one.report.reportId, [putAnnotation({ ...body, version: 1 }, one.id)]);
  // The claim is open again, so that nothing says when.
  expect(await dates(analyst, made.id)).toBeUndefined();
  const notice = { kind: "retracted", on: "2026-11-30", words: "Gone." } as const;
  value(await noteReport(editor, one.report.reportId, notice));
  expect((await line(analyst)).events?.find(({ id }) => id === made.id)?.outline.sources ?? []).toEqual([]);
});

test("what was kept for a version holds for no other one, whoever asked first", async () => {
  const { analyst, reader, claim, event, accept } = desk;
  const made = await accept(await event("Shown", [(await claim(on("2026-10-01"))).id]));
  expect(await dates(reader, made.id)).toBe("2026-10-01");
  const [row] = await sql.rows<{ kept: number }>("select outline_of as kept from event where id = $1", [made.id]);
  expect(row?.kept).toBe(made.version);
  const chosen = { from: "2026-10-02", meaning: "day", precision: "day", reason: "The log." } as const;
  value(await changeEvent(analyst, made.id, { ...made.content, date: chosen, version: made.version }));
  expect(await dates(analyst, made.id)).toBe("2026-10-02");
  // A reader sees accepted events only, and this one is open again.
  expect(await dates(reader, made.id)).toBeUndefined();
});

test("nobody waits for many events at once: what is left out is counted, and kept meanwhile", async () => {
  const { editor, claim, event, projectId } = desk;
  for (const day of ["2030-01-01", "2030-01-02", "2030-01-03"]) await event(`At ${day}`, [(await claim(on(day))).id]);
  const viewer = { actor: editor, standing: { role: "editor", mode: "shared" } as const };
  const asked = { projectId, states: ["open"] as const };
  const first = await outlinedEvents(sql, viewer, { ...asked, waitedFor: 1 });
  expect(first.pending).toBeGreaterThanOrEqual(2);
  for (let rest = 1; rest > 0; ) rest = await keepOutlines();
  const then = await outlinedEvents(sql, viewer, { ...asked, waitedFor: 0 });
  expect(then.pending).toBe(0);
  expect(then.events.map(({ title }) => title)).toEqual(expect.arrayContaining(["At 2030-01-01", "At 2030-01-03"]));
});

test("narrows to a type, a source and days, and shows what contradicts what with who says it", async () => {
  const { analyst, claim, event } = desk;
  const says = await claim(on("2031-05-05"), { outlet: "Hama Radio" });
  const denial = await claim({ kind: "denial" }, { outlet: "Ministry Daily" });
  const claims = (id: TagId) => ({ id, part: "denies" as const, denies: ["happened" as const] });
  const made = await event("Disputed", [says.id], { type: "attack" });
  value(
    await changeEvent(analyst, made.id, {
      ...made.content,
      claims: [...made.content.claims, claims(denial.id)],
      version: 1,
    }),
  );
  const ids = async (more: Partial<AskedTimeline>) => (await line(analyst, more)).events?.map(({ id }) => id);
  expect(await ids({ type: "attack" })).toEqual([made.id]);
  expect(await ids({ source: "Hama Radio" })).toEqual([made.id]);
  expect(await ids({ from: "2031-05-01", to: "2031-05-05" })).toEqual([made.id]);
  expect(await ids({ from: "2031-05-06" })).toEqual([]);
  const { disputed, contradictions } = await line(analyst, { from: "2031-01-01" });
  expect([disputed, contradictions.map((each) => each.members.map(({ outlet }) => outlet).toSorted())]).toEqual([
    1,
    [["Hama Radio", "Ministry Daily"]],
  ]);
});

test("the week lists what happened to each event since its first day, and nothing of other weeks", async () => {
  const { analyst, reviewer, editor, reader, projectId, claim, event, accept } = desk;
  const [stays, goes] = [await event("Stays", [(await claim()).id]), await event("Goes", [(await claim()).id])];
  const merged = value(await mergeEvents(analyst, goes.id, { into: stays.id, version: 1, intoVersion: 1 }));
  await accept(merged);
  const week = async (by: Actor, day?: string) => value(await readEventWeek(by, projectId, day));
  const of = async (by: Actor, id: string) =>
    (await week(by)).items.find(({ eventId }) => eventId === id)?.lines.map(({ did }) => did);
  expect(await of(analyst, stays.id)).toEqual(["accept", "merged", "made"]);
  expect(await of(analyst, goes.id)).toEqual(["merged-away", "made"]);
  expect(await of(reader, stays.id)).toEqual(["accept", "merged", "made"]);
  expect(await of(reader, goes.id)).toBeUndefined();
  expect((await week(reviewer, "2020-01-01")).items).toEqual([]);
  const { events } = value(
    await changeProject(editor, projectId, {
      events: { uncertainToo: false, splitByDay: false, weekStart: "friday", conventions: [] },
    }),
  );
  expect(events.weekStart).toBe("friday");
  expect(new Date(`${(await week(analyst)).from}T00:00:00Z`).getUTCDay()).toBe(5);
});
