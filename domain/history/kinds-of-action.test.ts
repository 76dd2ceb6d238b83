import { expect, test } from "vitest";
import { deeds } from "@/domain/history/entry";
import { actionKinds, kindsOfAction } from "@/domain/history/kinds-of-action";

/** What happens in a workspace and in no project. */
const outsideProjects = [
  "made-workspace",
  "made-token",
  "revoked-token",
  "signed-in",
  "signed-out",
  "failed-sign-in",
  "changed-password",
  "changed-person",
  "made-link",
  "invited-person",
  "withdrew-invitation",
];

test("everything that happens in a project is of one kind", () => {
  const listed: string[] = actionKinds.flatMap((kind) => kindsOfAction[kind]);
  expect(Object.keys(kindsOfAction).toSorted()).toEqual(actionKinds.toSorted());
  expect([...listed, ...outsideProjects].toSorted()).toEqual(deeds.toSorted());
});
