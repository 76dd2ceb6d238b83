import { beforeAll, beforeEach, describe, expect, test } from "vitest";
import type { Actor } from "@/domain/access/actor";
import { PutThread } from "@/domain/discussion/thread";
import { MakeEntity } from "@/domain/entity/entity";
import type { Result } from "@/domain/failure";
import { AskedExport } from "@/domain/formats/asked";
import { type EntityId, type ProjectId, TagId } from "@/domain/ids";
import type { ProjectRole } from "@/domain/project/project";
import { aPerson, joins } from "@/prisma/builders/person";
import { aProject } from "@/prisma/builders/project";
import { aReport, type BuiltReport } from "@/prisma/builders/report";
import { anAnnotation, aRelation, putAnnotation, putRelation } from "@/prisma/builders/tag";
import { aWorkspace } from "@/prisma/builders/workspace";
import { newId } from "@/server/new-id";
import { changeTag } from "@/server/operations/change-tags";
import { listThreads, openThread, readThread } from "@/server/operations/discuss";
import { makeEntity } from "@/server/operations/entities";
import { deleteReport } from "@/server/operations/erase";
import { exportDataset } from "@/server/operations/export-dataset";
import { listReports } from "@/server/operations/list-reports";
import { openLayers } from "@/server/operations/open-layers";
import { projectActivity, reportActivity, tagActivity } from "@/server/operations/read-activity";
import { readEntity } from "@/server/operations/read-entities";
import { readWholeReport } from "@/server/operations/read-report";
import { readTag, readTags } from "@/server/operations/read-tags";

const roles: Record<string, ProjectRole> = {
  maker: "analyst",
  other: "analyst",
  reviewer: "reviewer",
  reader: "reader",
};
const people: Record<string, Actor> = {};
const person = (name: string): Actor => {
  const found = people[name];
  if (!found) throw new Error(`Nobody is called ${name}.`);
  return found;
};

let projectId: ProjectId;
let on: BuiltReport;
let entityId: EntityId;

let ids: { claim: TagId; source: TagId; link: TagId };

const value = <T>(result: Result<T>): T => {
  if (!result.ok) throw new Error(JSON.stringify(result.failure));
  return result.value;
};

beforeAll(async () => {
  const editor = await aPerson(await aWorkspace());
  people["editor"] = editor;
  projectId = await aProject(editor, { mode: "independent" });
  for (const [name, role] of Object.entries(roles)) {
    people[name] = await joins(await aPerson(editor.workspaceId), projectId, role);
  }
});

/** One analyst tags a claim and its source, links them, names the speaker and discusses it. */
beforeEach(async () => {
  const maker = person("maker");
  on = await aReport(person("editor"), projectId);
  const make = MakeEntity.parse({ name: "Senior military source", kind: "military unnamed" });
  entityId = value(await makeEntity(person("editor"), projectId, make)).id;
  ids = { claim: newId(TagId), source: newId(TagId), link: newId(TagId) };
  const source = anAnnotation(on, "a senior military source", { kind: "source", attributes: { entityId } });
  value(
    await changeTag(maker, on.reportId, putAnnotation(anAnnotation(on, "Hundreds of people left Hama"), ids.claim)),
  );
  value(await changeTag(maker, on.reportId, putAnnotation(source, ids.source)));
  value(await changeTag(maker, on.reportId, putRelation(aRelation(ids.claim, { to: ids.source }), ids.link)));
  const thread = PutThread.parse({ target: { on: "tag", tagId: ids.claim }, body: "Who counted them?" });
  value(await openThread(maker, on.reportId, thread));
});

const paging = { before: undefined, limit: 200 };

/** Everything a person can ask for, as whether the blind work shows in it. */
async function sees(name: string) {
  const who = person(name);
  const shown = (text: string) => Object.values(ids).some((id) => text.includes(id));
  const row = value(await listReports(who, { projectId, filters: {}, limit: 200, after: undefined })).items.find(
    ({ id }) => id === on.reportId,
  );
  const entity = value(await readEntity(who, entityId));
  const entries = [await projectActivity(who, projectId, paging), await reportActivity(who, on.reportId, paging)];
  return {
    tags: shown(value(await readTags(who, on.reportId, { withdrawn: true }))),
    report: shown(await new Response(value(await readWholeReport(who, on.reportId))).text()),
    tag: (await readTag(who, { id: ids.claim, type: "annotation" })).ok,
    link: (await readTag(who, { id: ids.link, type: "relation" })).ok,
    counts: Object.values(row?.tags ?? {}).some((count) => count > 0),
    state: row?.state !== "new",
    threads: value(await listThreads(who, on.reportId)).items.length > 0 || row?.openThreads !== 0,
    mentions: entity.mentions.some(({ annotation }) => annotation.reportId === on.reportId),
    claims: entity.claims.some(({ annotation }) => annotation.reportId === on.reportId),
    activity: entries.some(
      (list) => list.ok && list.value.items.some(({ tagId }) => tagId !== undefined && shown(tagId)),
    ),
    story: (await tagActivity(who, ids.claim, paging)).ok,
  };
}

const everything = {
  tags: true,
  report: true,
  tag: true,
  link: true,
  counts: true,
  threads: true,
  mentions: true,
  claims: true,
  activity: true,
  story: true,
};
const nothing = Object.fromEntries(Object.keys(everything).map((key) => [key, false]));

describe("in an independent project", () => {
  test.each([
    { who: "maker", before: everything, after: everything },
    { who: "other", before: nothing, after: everything },
    { who: "reviewer", before: nothing, after: everything },
    { who: "editor", before: nothing, after: everything },
    { who: "reader", before: nothing, after: nothing },
  ])("$who sees an analyst's work as allowed, before and after the layers open", async ({ who, before, after }) => {
    expect(await sees(who)).toEqual({ ...before, state: false });
    value(await openLayers(person("reviewer"), on.reportId));
    expect(await sees(who)).toEqual({ ...after, state: false });
  });

  test("nobody can guess at blind work by writing to it", async () => {
    const other = person("other");
    const body = anAnnotation(on, "Hundreds of people left Hama");
    expect(await changeTag(other, on.reportId, putAnnotation(body, ids.claim))).toMatchObject({
      failure: { kind: "not-found" },
    });
    const mine = value(await changeTag(other, on.reportId, putAnnotation(body)));
    expect(await changeTag(other, on.reportId, putRelation(aRelation(mine.id, { to: ids.source })))).toMatchObject({
      failure: { kind: "invalid", problems: [{ field: "to", reason: "There is no such annotation in this project." }] },
    });
    const thread = PutThread.parse({ target: { on: "tag", tagId: ids.claim }, body: "?" });
    expect(await openThread(other, on.reportId, thread)).toMatchObject({ failure: { kind: "invalid" } });
    const [theirs] = value(await listThreads(person("maker"), on.reportId)).items;
    if (!theirs) throw new Error("The maker's thread is gone.");
    expect(await readThread(other, theirs.id)).toEqual({ ok: false, failure: { kind: "not-found" } });
  });

  test("nobody is told how much somebody else exported or deleted", async () => {
    const editor = person("editor");
    value(await changeTag(editor, on.reportId, putAnnotation(anAnnotation(on, "Hundreds of people left Hama"))));
    const download = value(await exportDataset(editor, { projectId }, AskedExport.parse({ state: "all" })));
    for await (const _chunk of download.chunks);
    const other = await aReport(editor, projectId);
    value(await changeTag(editor, other.reportId, putAnnotation(anAnnotation(other, "Hundreds of people left Hama"))));
    value(await deleteReport(editor, other.reportId, { reason: "Sent twice.", accepted: 0 }));
    const told = async (name: string) =>
      value(await projectActivity(person(name), projectId, { limit: 50, before: undefined }))
        .items.filter(({ did }) => did === "exported" || did === "deleted-report")
        .map(({ refs }) => Object.keys(refs).sort());
    expect(await told("editor")).toEqual([
      ["accepted", "annotations", "comments", "links", "reports"],
      ["annotations", "format", "states"],
    ]);
    for (const name of ["maker", "other", "reviewer"])
      expect(await told(name)).toEqual([["reports"], ["format", "states"]]);
  });

  test("only reviewers end the wait", async () => {
    expect(await openLayers(person("other"), on.reportId)).toMatchObject({ failure: { reason: "needs-reviewer" } });
  });
});
