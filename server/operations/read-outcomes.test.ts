import { beforeAll, expect, test } from "vitest";
import type { Actor } from "@/domain/access/actor";
import { type ProjectId, TagId } from "@/domain/ids";
import { classOfOutcome } from "@/domain/review/outcome-class";
import { aPerson, joins } from "@/prisma/builders/person";
import { aProject } from "@/prisma/builders/project";
import { aReport, type BuiltReport } from "@/prisma/builders/report";
import { anAnnotation, putAnnotation } from "@/prisma/builders/tag";
import { aWorkspace } from "@/prisma/builders/workspace";
import { newId } from "@/server/new-id";
import { changeTag, changeTags } from "@/server/operations/change-tags";
import { decideOnTag } from "@/server/operations/decide-tags";
import { readOutcomes } from "@/server/operations/read-outcomes";

let editor: Actor;
let reviewer: Actor;
let analyst: Actor;
let projectId: ProjectId;

beforeAll(async () => {
  editor = await aPerson(await aWorkspace());
  projectId = await aProject(editor);
  reviewer = await joins(await aPerson(editor.workspaceId), projectId, "reviewer");
  analyst = await joins(await aPerson(editor.workspaceId), projectId, "analyst");
});

const read = async (actor: Actor, { reportId }: BuiltReport, more: { after?: TagId; limit?: number } = {}) => {
  const answer = await readOutcomes(actor, reportId, { after: more.after, limit: more.limit ?? 50 });
  if (!answer.ok) throw new Error(answer.failure.kind);
  return answer.value;
};

test("one's own tags with what was said first, what stands, and every decision; nobody else's", async () => {
  const on = await aReport(editor, projectId);
  const [kept, corrected, changed] = [newId(TagId), newId(TagId), newId(TagId)];
  const body = anAnnotation(on, "Hundreds of people left Hama");
  await changeTags(analyst, on.reportId, [
    putAnnotation(body, kept),
    putAnnotation(body, corrected),
    putAnnotation(body, changed),
  ]);
  await changeTags(reviewer, on.reportId, [putAnnotation(anAnnotation(on, "Hama", { kind: "place" }))]);
  const decide = (id: TagId, decision: Parameters<typeof decideOnTag>[2]) =>
    decideOnTag(reviewer, { id, type: "annotation" }, decision);
  await decide(kept, { decision: "accept", version: 1, reason: "" });
  await decide(corrected, {
    decision: "accept-with-change",
    version: 1,
    reason: "",
    change: { attributes: { certainty: "possible" } },
  });
  await decide(changed, { decision: "return", version: 1, reason: "Whose words?" });
  await changeTag(
    analyst,
    on.reportId,
    putAnnotation({ ...body, version: 1, attributes: { note: "Theirs." } }, changed),
  );

  const { items } = await read(analyst, on);
  expect(
    items.map((each) => [each.tag.id, classOfOutcome(each), each.verdicts.map(({ decision }) => decision)]),
  ).toEqual([
    [kept, "kept", ["accept"]],
    [corrected, "corrected", ["accept-with-change"]],
    [changed, "waiting", ["return"]],
  ]);
  expect(items[1]?.first.attributes).toEqual({});
  expect((await read(reviewer, on)).items).toHaveLength(1);

  const page = await read(analyst, on, { limit: 2 });
  expect(page.items).toHaveLength(2);
  expect((await read(analyst, on, { after: corrected })).items.map(({ tag }) => tag.id)).toEqual([changed]);
});

test("is nobody's business outside the project, and no reader's", async () => {
  const on = await aReport(editor, projectId);
  const asked = { after: undefined, limit: 1 };
  expect(await readOutcomes(await aPerson(await aWorkspace()), on.reportId, asked)).toMatchObject({
    failure: { kind: "not-found" },
  });
  const reader = await joins(await aPerson(editor.workspaceId), projectId, "reader");
  expect(await readOutcomes(reader, on.reportId, asked)).toMatchObject({ failure: { kind: "forbidden" } });
});
