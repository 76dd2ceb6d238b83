import { beforeAll, describe, expect, test } from "vitest";
import type { Actor } from "@/domain/access/actor";
import type { Result } from "@/domain/failure";
import { type PlaceAddress, placeAddressOf, placeHref } from "@/domain/gazetteer/place-address";
import { type ProjectId, TagId } from "@/domain/ids";
import type { PlaceAttributes } from "@/domain/tag/place";
import { aPerson, joins } from "@/prisma/builders/person";
import { aProject } from "@/prisma/builders/project";
import { aReport, type BuiltReport } from "@/prisma/builders/report";
import { anAnnotation, aRelation, putAnnotation, putRelation } from "@/prisma/builders/tag";
import { aWorkspace } from "@/prisma/builders/workspace";
import { newId } from "@/server/new-id";
import { makeEvent } from "@/server/operations/change-events";
import { changeTags } from "@/server/operations/change-tags";
import { decideOnTag } from "@/server/operations/decide-tags";
import { readPlace } from "@/server/operations/read-place";

function value<T>(result: Result<T>): T {
  if (!result.ok) throw new Error(JSON.stringify(result.failure));
  return result.value;
}

const text = "The army shelled Hama on Sunday. People left Hamah, and Hama was quiet.";
const hama = { id: "geonames:170017", name: "Hama", latitude: 35.13, longitude: 36.75 } as const;
const ours = { name: "The old mill", latitude: 35.2, longitude: 36.8 } as const;

let editor: Actor;
let analyst: Actor;
let projectId: ProjectId;
let report: BuiltReport;
let claim: TagId;
let place: TagId;

async function changed(...changes: Parameters<typeof changeTags>[2]) {
  for (const answer of value(await changeTags(analyst, report.reportId, changes)))
    if (!answer.ok) throw new Error(JSON.stringify(answer.failure));
}
async function aPlace(words: string, located: PlaceAttributes["located"]) {
  const id = newId(TagId);
  await changed(putAnnotation(anAnnotation(report, words, { kind: "place", attributes: { located } }), id));
  return id;
}
const pageOf = async (address: PlaceAddress, by = editor) => value(await readPlace(by, projectId, address));

beforeAll(async () => {
  editor = await aPerson(await aWorkspace());
  projectId = await aProject(editor);
  analyst = await joins(await aPerson(editor.workspaceId), projectId, "analyst");
  report = await aReport(editor, projectId, { text });
  claim = newId(TagId);
  const attributes = { kind: "event", certainty: "certain", polarity: "affirmed", credibility: 2 } as const;
  await changed(putAnnotation(anAnnotation(report, "The army shelled Hama on Sunday", { attributes }), claim));
  place = await aPlace("Hama", hama);
  await aPlace("Hamah", hama);
  await aPlace("quiet", ours);
  await aPlace("Sunday", { ...ours, longitude: 36.9 });
  await changed(putRelation(aRelation(claim, { kind: "located-at", to: place })));
});

describe("the page of a place", () => {
  test("has its mentions with their spellings, the claims located at it, and what was decided", async () => {
    const page = await pageOf({ id: hama.id });
    expect(page.place).toMatchObject({ name: "Hama", latitude: 35.13 });
    expect(page.spellings.map(({ quote }) => quote).sort()).toEqual(["Hama", "Hamah"]);
    expect(page.mentions).toHaveLength(2);
    expect(page.claims.map(({ annotation }) => annotation.id)).toEqual([claim]);
    expect(page.decided).toEqual({
      mentions: { accepted: 0, refused: 0, open: 2 },
      claims: { accepted: 0, refused: 0, open: 1 },
    });
    expect(page.months).toMatchObject([{ claims: 1, accepted: 0, credible: 1, unsure: 0, doubtful: 0 }]);
    expect(page.more).toEqual({ mentions: false, claims: false, events: false });
  });

  test("keeps two places of one name apart that a project set itself", async () => {
    expect((await pageOf(placeAddressOf(ours))).mentions).toHaveLength(1);
    expect((await pageOf({ name: ours.name })).place).toBeUndefined();
    expect(placeHref("p", ours)).toBe("/projects/p/map/place?name=The%20old%20mill&latitude=35.2&longitude=36.8");
    expect(placeAddressOf({ name: "Half", latitude: 1 })).toEqual({ name: "Half" });
  });

  test("shows a reader what was accepted alone, and a stranger nothing", async () => {
    const reader = await joins(await aPerson(editor.workspaceId), projectId, "reader");
    expect(await pageOf({ id: hama.id }, reader)).toMatchObject({ mentions: [], claims: [], events: [] });
    value(await decideOnTag(editor, { id: place, type: "annotation" }, { decision: "accept", version: 1, reason: "" }));
    expect((await pageOf({ id: hama.id }, reader)).mentions.map(({ annotation }) => annotation.id)).toEqual([place]);
    const outside = await aPerson(editor.workspaceId);
    expect(await readPlace(outside, projectId, { id: hama.id })).toMatchObject({ failure: { kind: "not-found" } });
  });

  test("has the events with a claim that is located at it", async () => {
    value(await decideOnTag(editor, { id: claim, type: "annotation" }, { decision: "accept", version: 1, reason: "" }));
    const made = value(
      await makeEvent(analyst, projectId, { title: "Shelling", claims: [{ id: claim, part: "supports" }] }),
    );
    expect((await pageOf({ id: hama.id })).events).toMatchObject([{ id: made.id, title: "Shelling", state: "open" }]);
    expect((await pageOf(placeAddressOf(ours))).events).toEqual([]);
    expect((await pageOf({ id: hama.id })).months).toMatchObject([{ claims: 1, accepted: 1 }]);
  });
});
