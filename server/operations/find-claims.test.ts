import { beforeAll, expect, test } from "vitest";
import type { Actor } from "@/domain/access/actor";
import { type ProjectId, TagId } from "@/domain/ids";
import { aPerson, joins } from "@/prisma/builders/person";
import { aProject } from "@/prisma/builders/project";
import { aReport, type BuiltReport } from "@/prisma/builders/report";
import { anAnnotation, aRelation, inShort, putAnnotation, putRelation } from "@/prisma/builders/tag";
import { aWorkspace } from "@/prisma/builders/workspace";
import { newId } from "@/server/new-id";
import { changeTags } from "@/server/operations/change-tags";
import { findClaims } from "@/server/operations/find-claims";

let editor: Actor;
let projectId: ProjectId;
let [here, there]: BuiltReport[] = [];
const [mine, theirs, restated] = [newId(TagId), newId(TagId), newId(TagId)];

const report = (which: BuiltReport | undefined) => {
  if (!which) throw new Error("There are two reports.");
  return which;
};

beforeAll(async () => {
  editor = await aPerson(await aWorkspace());
  projectId = await aProject(editor);
  here = await aReport(editor, projectId);
  there = await aReport(editor, projectId, { title: "Two hills" });
  await changeTags(editor, here.reportId, [putAnnotation(anAnnotation(here, "Hundreds of people left Hama"), mine)]);
  await changeTags(editor, there.reportId, [
    putAnnotation(anAnnotation(there, "Hundreds of people left Hama"), theirs),
    putAnnotation(anAnnotation(there, "left Hama", { attributes: { restatement: "100% of them fled" } }), restated),
    putAnnotation(anAnnotation(there, "Hama", { kind: "place" })),
  ]);
});

const found = async (actor: Actor, q: string, not = report(here).reportId) => {
  const answer = await findClaims(actor, projectId, { q, not, limit: 10 });
  return answer.ok ? answer.value.items.map(({ id }) => id) : answer.failure.kind;
};

test("claims of other reports are found by all of the words, in the quote or in the restatement", async () => {
  expect(await found(editor, "people hama")).toEqual([theirs]);
  expect(new Set(await found(editor, "HAMA"))).toEqual(new Set([theirs, restated]));
  expect(await found(editor, "100%")).toEqual([restated]);
  expect(await found(editor, "10_%")).toEqual([]);
  expect(await found(editor, "people", report(there).reportId)).toEqual([mine]);
  expect(await found(await aPerson(await aWorkspace()), "hama")).toBe("not-found");
});

test("and can be linked to", async () => {
  const link = putRelation(aRelation(mine, { kind: "corroborates", to: theirs }));
  const answers = await changeTags(editor, report(here).reportId, [link]);
  expect(answers.ok && answers.value.map(inShort)).toEqual(["created 1 open"]);
});

test("a blind analyst finds their own claims only", async () => {
  const blind = await aProject(editor, { mode: "independent" });
  const on = await aReport(editor, blind);
  const [ana, ben] = [
    await joins(await aPerson(editor.workspaceId), blind, "analyst"),
    await joins(await aPerson(editor.workspaceId), blind, "analyst"),
  ];
  const own = newId(TagId);
  await changeTags(ana, on.reportId, [putAnnotation(anAnnotation(on, "left Hama"), own)]);
  await changeTags(ben, on.reportId, [putAnnotation(anAnnotation(on, "left Hama"))]);
  const answer = await findClaims(ana, blind, { q: "hama", not: undefined, limit: 10 });
  expect(answer.ok && answer.value.items.map(({ id }) => id)).toEqual([own]);
});
