import { beforeAll, expect, test } from "vitest";
import type { Actor } from "@/domain/access/actor";
import type { Result } from "@/domain/failure";
import { type ProjectId, TagId } from "@/domain/ids";
import { aPerson, joins } from "@/prisma/builders/person";
import { aProject } from "@/prisma/builders/project";
import { aReport, type BuiltReport } from "@/prisma/builders/report";
import { anAnnotation, putAnnotation } from "@/prisma/builders/tag";
import { aWorkspace } from "@/prisma/builders/workspace";
import { newId } from "@/server/new-id";
import { makeEvent } from "@/server/operations/change-events";
import { changeTag } from "@/server/operations/change-tags";
import { decideOnTag } from "@/server/operations/decide-tags";
import { readDenials } from "@/server/operations/read-denials";

function value<T>(result: Result<T>): T {
  if (!result.ok) throw new Error(JSON.stringify(result.failure));
  return result.value;
}

let editor: Actor;
let analyst: Actor;
let projectId: ProjectId;
let [claim, first, second, other]: TagId[] = [];

async function aClaim(on: BuiltReport, words: string): Promise<TagId> {
  const id = newId(TagId);
  const attributes = { kind: "event", certainty: "certain", polarity: "affirmed" } as const;
  value(await changeTag(analyst, on.reportId, putAnnotation(anAnnotation(on, words, { attributes }), id)));
  value(await decideOnTag(editor, { id, type: "annotation" }, { decision: "accept", version: 1, reason: "" }));
  return id;
}

beforeAll(async () => {
  editor = await aPerson(await aWorkspace());
  projectId = await aProject(editor);
  analyst = await joins(await aPerson(editor.workspaceId), projectId, "analyst");
  const one = await aReport(editor, projectId, { title: "One", text: "The army shelled Hama. Then it rained." });
  const two = await aReport(editor, projectId, { title: "Two", text: "No shell fell. The army was not there." });
  claim = await aClaim(one, "The army shelled Hama");
  other = await aClaim(one, "Then it rained");
  first = await aClaim(two, "No shell fell");
  second = await aClaim(two, "The army was not there");
  const denial = (id: TagId, denies: ("happened" | "who")[]) => ({ id, part: "denies" as const, denies });
  value(
    await makeEvent(analyst, projectId, {
      title: "Shelling of Hama",
      claims: [{ id: claim, part: "supports" }, denial(first, ["happened"]), denial(second, ["happened", "who"])],
    }),
  );
});

const of = async (id: TagId | undefined, by = editor) => {
  if (!id) throw new Error("There is no claim.");
  return readDenials(by, id);
};

test("a claim names all that deny it, with their words, and each of those names what it denies", async () => {
  const { denies, deniedBy } = value(await of(claim));
  expect(denies).toEqual([]);
  expect(deniedBy.map(({ claimId, quote, reportTitle }) => [claimId, quote, reportTitle])).toEqual([
    [first, "No shell fell", "Two"],
    [second, "The army was not there", "Two"],
  ]);
  expect(deniedBy[0]).toMatchObject({ what: ["happened"], eventTitle: "Shelling of Hama" });
  expect(value(await of(second))).toMatchObject({
    denies: [{ claimId: claim, quote: "The army shelled Hama", reportTitle: "One" }],
    deniedBy: [],
  });
  expect(value(await of(other))).toEqual({ denies: [], deniedBy: [] });
});

test("a reader hears of it once the event is accepted, and a stranger never", async () => {
  const reader = await joins(await aPerson(editor.workspaceId), projectId, "reader");
  expect(value(await of(claim, reader))).toEqual({ denies: [], deniedBy: [] });
  expect(await of(claim, await aPerson(editor.workspaceId))).toMatchObject({ failure: { kind: "not-found" } });
});
