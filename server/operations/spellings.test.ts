import { beforeAll, expect, test } from "vitest";
import type { Actor } from "@/domain/access/actor";
import { MakeEntity, PutEntity } from "@/domain/entity/entity";
import type { Result } from "@/domain/failure";
import { type EntityId, type ProjectId, TagId } from "@/domain/ids";
import { aPerson, joins } from "@/prisma/builders/person";
import { aProject } from "@/prisma/builders/project";
import { aReport, type BuiltReport } from "@/prisma/builders/report";
import { anAnnotation, putAnnotation } from "@/prisma/builders/tag";
import { aWorkspace } from "@/prisma/builders/workspace";
import { newId } from "@/server/new-id";
import { changeTag } from "@/server/operations/change-tags";
import { decideOnTag } from "@/server/operations/decide-tags";
import { makeEntity, putEntity } from "@/server/operations/entities";
import { listEntities, readEntity } from "@/server/operations/read-entities";

function value<T>(result: Result<T>): T {
  if (!result.ok) throw new Error(JSON.stringify(result.failure));
  return result.value;
}
let editor: Actor;
let analyst: Actor;
let projectId: ProjectId;
let report: BuiltReport;
let agency: EntityId;

async function mention(words: string, accepted: boolean) {
  const id = newId(TagId);
  const attributes = { entityId: agency };
  value(
    await changeTag(
      analyst,
      report.reportId,
      putAnnotation(anAnnotation(report, words, { kind: "source", attributes }), id),
    ),
  );
  if (accepted)
    value(await decideOnTag(editor, { id, type: "annotation" }, { decision: "accept", version: 1, reason: "" }));
  return id;
}

beforeAll(async () => {
  editor = await aPerson(await aWorkspace());
  projectId = await aProject(editor);
  analyst = await joins(await aPerson(editor.workspaceId), projectId, "analyst");
  report = await aReport(editor, projectId, { text: "SANA said so. The state agency denied it, officials said." });
  const made = MakeEntity.parse({ name: "Syrian Arab News Agency", kind: "media outlet" });
  agency = value(await makeEntity(analyst, projectId, made)).id;
});

test("the words of accepted mentions are shown with where they stand; as a name they are looked up, and can be taken away", async () => {
  const accepted = await mention("SANA", true);
  await mention("officials", false);
  const { entity, spellings } = value(await readEntity(editor, agency));
  expect(spellings).toEqual([
    { quote: "SANA", start: 0, end: 4, reportId: report.reportId, tagId: accepted, count: 1 },
  ]);
  const found = async () =>
    value(await listEntities(editor, { projectId, q: "SANA", after: undefined, limit: 5 })).items.map(({ id }) => id);
  expect(await found()).toEqual([]);
  const named = PutEntity.parse({ name: entity.name, kind: entity.kind, aliases: ["SANA"], version: entity.version });
  const now = value(await putEntity(editor, agency, named));
  expect(await found()).toEqual([agency]);
  expect(now.aliases).toEqual(["SANA"]);
  value(await putEntity(editor, agency, { ...named, aliases: [], version: now.version }));
  expect(await found()).toEqual([]);
});
