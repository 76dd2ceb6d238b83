import { beforeAll, expect, test } from "vitest";
import { ask } from "@/app/api/v1/asking.fixture";
import type { Actor } from "@/domain/access/actor";
import { type ProjectId, TagId } from "@/domain/ids";
import { aPerson, aTokenOf, joins } from "@/prisma/builders/person";
import { aProject } from "@/prisma/builders/project";
import { aReport } from "@/prisma/builders/report";
import { anAnnotation, anOp } from "@/prisma/builders/tag";
import { aWorkspace } from "@/prisma/builders/workspace";
import { short } from "@/server/http/batch/thread";
import { newId } from "@/server/new-id";

/** A large batch is answered by a thread, and nobody can tell by the answer. */

let editor: Actor;
let projectId: ProjectId;
let token: string;

beforeAll(async () => {
  editor = await aPerson(await aWorkspace());
  projectId = await aProject(editor);
  token = await aTokenOf(await joins(await aPerson(editor.workspaceId), projectId, "analyst"));
});

/** Beside what a batch is about, so much that it is large or not. */
const padded = (operations: readonly unknown[], large: boolean) => {
  const note = "a".repeat(large ? short : 1);
  return [...operations, { deed: "put-annotation", id: newId(TagId), body: { note } }];
};

async function answerOf(operations: readonly unknown[], reportId: string, large: boolean) {
  const params = { reportId };
  const answer = await ask("POST /reports/{reportId}/tags/batch", {
    token,
    params,
    body: { operations: padded(operations, large) },
  });
  return { status: answer.status, type: answer.headers.get("content-type"), said: await answer.json() };
}

/** Without what is new each time. */
const alike = (answer: unknown) =>
  JSON.parse(
    JSON.stringify(answer, (key, value) =>
      ["id", "requestId", "createdAt", "updatedAt", "reportId", "revisionId"].includes(key) ? "" : value,
    ),
  );

test("it says the same as a small one: what was kept, what was refused and why", async () => {
  const said = await Promise.all(
    [true, false].map(async (large) => {
      const on = await aReport(editor, projectId);
      const id = newId(TagId);
      const body = { ...anAnnotation(on, "Hama", { kind: "place" }), opId: anOp() };
      const operations = [
        { deed: "put-annotation", id, body },
        { deed: "put-annotation", id: newId(TagId), body: anAnnotation(on, "Hama", { kind: "no such kind" }) },
        { deed: "put-annotation", id: newId(TagId), body: { ...body, attributes: { note: "\u0000" } } },
        {
          deed: "put-annotation",
          id: newId(TagId),
          body: { ...body, segments: [{ start: 0, end: 4, quote: "Homs" }] },
        },
        { deed: "put-relation", id: newId(TagId), body: { kind: "located-at", from: id, toArticle: true } },
        { deed: "withdraw", id, version: 9 },
        7,
      ];
      const answer = await answerOf(operations, on.reportId, large);
      const again = await answerOf(operations, on.reportId, large);
      expect(again.said.results[0]).toEqual(answer.said.results[0]);
      return alike(answer);
    }),
  );
  expect(said[0]).toEqual(said[1]);
  expect(said[0].said.results.map(({ status }: { status: string }) => status)).toEqual([
    "ok",
    ...Array.from({ length: 7 }, () => "refused"),
  ]);
});

test("one that can't be read, or is about somebody else's report, is refused in the same words", async () => {
  const { reportId } = await aReport(editor, projectId);
  const strangers = await aPerson(await aWorkspace());
  const elsewhere = await aReport(strangers, await aProject(strangers));
  const bodies = [
    { operations: [] },
    { operations: [], more: 1 },
    { operations: Array.from({ length: 1001 }, () => 1) },
    Object.fromEntries(Array.from({ length: 5000 }, (_, nth) => [`key${nth}`, nth])),
  ];
  for (const body of bodies) {
    const [large, small] = await Promise.all(
      [
        { ...body, padding: "a".repeat(short) },
        { ...body, padding: "a" },
      ].map(async (sent) => {
        const answer = await ask("POST /reports/{reportId}/tags/batch", { token, params: { reportId }, body: sent });
        return alike(await answer.json());
      }),
    );
    expect(large).toEqual(small);
    expect(large.status).toBe(422);
  }
  expect(await answerOf([], elsewhere.reportId, true)).toMatchObject({ status: 404, said: { kind: "not-found" } });
});
