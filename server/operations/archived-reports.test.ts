import { beforeAll, expect, test } from "vitest";
import { MakeEntity } from "@/domain/entity/entity";
import type { EntityId, TagId } from "@/domain/ids";
import { TagId as Id } from "@/domain/ids";
import { anAnnotation, aRelation, putAnnotation, putRelation } from "@/prisma/builders/tag";
import { newId } from "@/server/new-id";
import { archiveReport, unarchiveReport } from "@/server/operations/change-report";
import { makeEntity } from "@/server/operations/entities";
import { anEventDesk, value } from "@/server/operations/event-desk.fixture";
import { readEntity } from "@/server/operations/read-entities";
import { readPlace } from "@/server/operations/read-place";
import { readQuotes } from "@/server/operations/read-quotes";
import { readEventWeek, readTimeline } from "@/server/operations/read-timeline";

let desk: Awaited<ReturnType<typeof anEventDesk>>;
let one: Awaited<ReturnType<typeof desk.claim>>;
let agency: EntityId;
let eventId: string;

beforeAll(async () => {
  desk = await anEventDesk();
  const { analyst, projectId, claim, changed, event } = desk;
  one = await claim({ eventTime: { from: "2026-11-28", precision: "day" } });
  agency = value(
    await makeEntity(analyst, projectId, MakeEntity.parse({ name: "An agency", kind: "armed or state actor" })),
  ).id;
  const place: TagId = newId(Id);
  const located = { id: "geonames:170017", name: "Hama", latitude: 35.13, longitude: 36.75 };
  await changed(one.report.reportId, [
    putAnnotation(anAnnotation(one.report, "Hama", { kind: "place", attributes: { located } }), place),
    putRelation(aRelation(one.id, { kind: "located-at", to: place })),
    putRelation(aRelation(one.id, { toEntity: agency })),
  ]);
  eventId = (await event("Clash", [one.id])).id;
});

/** How often a thing of the one report stands in each list. */
async function counted() {
  const { editor, projectId } = desk;
  const entity = value(await readEntity(editor, agency));
  const place = value(await readPlace(editor, projectId, { id: "geonames:170017" }));
  const quotes = value(await readQuotes(editor, { projectId, entity: agency }));
  const timeline = value(await readTimeline(editor, projectId, { by: "none", states: ["open", "accepted"] }));
  const week = value(await readEventWeek(editor, projectId, undefined));
  return {
    claims: entity.claims.length,
    decided: entity.decided.claims.open + entity.decided.claims.accepted,
    mentions: place.mentions.length,
    located: place.claims.length,
    quotes: quotes.items.length,
    timeline: (timeline.events ?? []).filter(({ id }) => id === eventId).length,
    week: week.items.filter((each) => JSON.stringify(each).includes(eventId)).length,
  };
}

test("what stands in an archived report alone counts in no list of entities, places, quotes and events, until it is restored", async () => {
  const all = await counted();
  for (const [list, count] of Object.entries(all)) expect([list, count > 0]).toEqual([list, true]);
  value(await archiveReport(desk.editor, one.report.reportId));
  for (const [list, count] of Object.entries(await counted())) expect([list, count]).toEqual([list, 0]);
  value(await unarchiveReport(desk.editor, one.report.reportId));
  expect(await counted()).toEqual(all);
});
