import { expect, test } from "vitest";
import type { EventSettings } from "@/domain/project/event-settings";
import { changeProject } from "@/server/operations/change-project";
import { anEventDesk, value } from "@/server/operations/event-desk.fixture";
import { exportSheet } from "@/server/operations/export-sheet";
import { proposedEvents, readEvent } from "@/server/operations/read-events";
import { readProject } from "@/server/operations/read-project";

async function aDesk() {
  const desk = await anEventDesk();
  const { editor, projectId } = desk;
  const set = async (change: Partial<EventSettings>) => {
    const { events } = value(await readProject(editor, projectId));
    return value(await changeProject(editor, projectId, { events: { ...events, ...change }, seen: { events } }));
  };
  return { ...desk, set };
}
const dozens = { quantities: [{ what: "killed" as const, words: "dozens of people" }] };

test("a project that never chose takes certain claims, whole events, weeks from Monday and no words as numbers", async () => {
  const { editor, projectId } = await anEventDesk();
  expect(value(await readProject(editor, projectId)).events).toEqual({
    uncertainToo: false,
    splitByDay: false,
    weekStart: "monday",
    conventions: [],
  });
});

test("probable claims are proposed where the project says so", async () => {
  const { analyst, projectId, claim, set } = await aDesk();
  const { id } = await claim({ certainty: "probable" });
  const leads = async () => value(await proposedEvents(analyst, projectId)).items.map(({ lead }) => lead.claimId);
  expect(await leads()).toEqual([]);
  await set({ uncertainToo: true });
  expect(await leads()).toEqual([id]);
});

test("another convention opens the events again whose figures it may change, says why, and no others", async () => {
  const { analyst, claim, event, accept, set } = await aDesk();
  const [words, number] = [await claim(dozens), await claim({ quantities: [{ what: "killed", low: 3, high: 3 }] })];
  const [vague, exact] = [
    await accept(await event("Vague", [words.id])),
    await accept(await event("Exact", [number.id])),
  ];
  expect(vague.derived.figures).toMatchObject([{ outcome: "killed", said: [{ aside: "only words" }] }]);
  await set({ weekStart: "friday" });
  expect(value(await readEvent(analyst, vague.id)).event.state).toBe("accepted");
  await set({ conventions: [{ words: "Dozens", low: 24 }] });
  const opened = value(await readEvent(analyst, vague.id));
  expect(opened.event).toMatchObject({ state: "open", version: 2 });
  expect(opened.event.derived.figures).toMatchObject([{ low: 24, atLeast: true, said: [{ convention: "Dozens" }] }]);
  expect(opened.history.map(({ did }) => did)).toEqual(["conventions", "accept", "made"]);
  expect(value(await readEvent(analyst, exact.id)).event.state).toBe("accepted");
});

test("two who change the settings at once: the second is told what stands", async () => {
  const { editor, projectId } = await anEventDesk();
  const { events } = value(await readProject(editor, projectId));
  const sent = (change: Partial<EventSettings>) =>
    changeProject(editor, projectId, { events: { ...events, ...change }, seen: { events } });
  value(await sent({ weekStart: "saturday" }));
  expect(await sent({ splitByDay: true })).toMatchObject({ failure: { kind: "conflict", fields: ["events"] } });
});

test("an event of three days has three rows where the project gives each day one", async () => {
  const { editor, projectId, claim, event, accept, set } = await aDesk();
  const eventTime = { from: "2026-11-27", to: "2026-11-29", precision: "day" as const };
  const { id } = await claim({ eventTime, quantities: [{ what: "killed", low: 3, high: 3 }] });
  await accept(await event("Battle", [id]));
  const rows = async () => {
    const asked = { format: "csv", table: "events", states: ["accepted"], from: undefined, to: undefined } as const;
    const chunks: Uint8Array[] = [];
    for await (const chunk of value(await exportSheet(editor, projectId, asked)).chunks) chunks.push(chunk);
    const [head = [], ...lines] = Buffer.concat(chunks)
      .toString("utf8")
      .trim()
      .split("\r\n")
      .map((line) => line.split(","));
    return lines.map((line) => ["date_from", "killed_low", "day_of_event"].map((name) => line[head.indexOf(name)]));
  };
  expect(await rows()).toEqual([["2026-11-27", "3", ""]]);
  await set({ splitByDay: true });
  expect(await rows()).toEqual([
    ["2026-11-27", "3", "1 of 3"],
    ["2026-11-28", "", "2 of 3"],
    ["2026-11-29", "", "3 of 3"],
  ]);
});
