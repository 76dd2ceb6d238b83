import { describe, expect, test } from "vitest";
import { type Answer, unreachable } from "@/client/api/answer";
import { askOf } from "@/client/api/ask.fixture";
import { newId } from "@/client/new-id";
import { askBatch, outcomeOf } from "@/client/outbox/request";
import { rowOf } from "@/client/outbox/row.fixture";
import type { Change } from "@/domain/change/change";
import { requestFor } from "@/domain/change/registry";
import type { CommentId, OpId, TagId, VerdictId } from "@/domain/ids";

const refusal = (status: number): Answer<unknown> => ({
  ok: false,
  problem: { kind: "refused", title: "Not like this.", status },
});

test.each<{ answer: Answer<unknown>; is: string }>([
  { answer: { ok: true, value: 1 }, is: "done" },
  { answer: unreachable, is: "later" },
  { answer: { ok: false, problem: { kind: "broken", title: "", status: 403 } }, is: "later" },
  { answer: refusal(401), is: "signed-out" },
  { answer: refusal(403), is: "refused" },
  { answer: refusal(404), is: "refused" },
  { answer: refusal(408), is: "later" },
  { answer: refusal(409), is: "conflict" },
  { answer: refusal(422), is: "refused" },
  { answer: refusal(425), is: "later" },
  { answer: refusal(429), is: "later" },
  { answer: refusal(500), is: "later" },
  { answer: refusal(503), is: "later" },
])("an answer means: $is", ({ answer, is }) => {
  expect(outcomeOf(answer).is).toBe(is);
});

describe("how a change travels alone", () => {
  const [opId, verdictId, commentId] = [newId<OpId>(), newId<VerdictId>(), newId<CommentId>()];
  const row = (deed: Change["deed"], version?: number) => rowOf({ deed, opId, version, verdictId });

  test.each<{ change: Change; version?: number; method: string; path: string; body?: object }>([
    { change: { deed: "withdraw", type: "annotation" }, version: 2, method: "DELETE", path: "annotations" },
    { change: { deed: "undo-verdict" }, method: "DELETE", path: `/verdicts/${verdictId}` },
    { change: { deed: "set-thread", state: "resolved" }, method: "PATCH", path: "/threads/" },
    {
      change: { deed: "edit-comment", commentId, body: "x" },
      method: "PATCH",
      path: `/comments/${commentId}`,
      body: { body: "x" },
    },
    {
      change: { deed: "comment", body: { id: commentId, body: "x" } },
      method: "POST",
      path: "/comments",
      body: { opId },
    },
    {
      change: { deed: "decide", type: "relation", decision: "accept", reason: "" },
      version: 3,
      method: "POST",
      path: "/relations/",
      body: { version: 3, seen: verdictId, opId },
    },
    {
      change: { deed: "put-entity", body: { name: "A", kind: "document", aliases: [] } },
      method: "POST",
      path: "/entities",
    },
    {
      change: { deed: "put-entity", body: { name: "A", kind: "document", aliases: [] } },
      version: 4,
      method: "PUT",
      path: "/entities/",
      body: { version: 4 },
    },
  ])("$change.deed on version $version: $method", ({ change, version, method, path, body = {} }) => {
    const request = requestFor(change, row(change.deed, version));
    expect(request.method).toBe(method);
    expect(request.path).toContain(path);
    expect(request.body ?? {}).toMatchObject(body);
  });
});

test("each change of a batch is answered for itself; one that is not answered is sent again", async () => {
  const answers = [
    { status: "ok", tag: { id: "a" } },
    { status: "refused", problem: { kind: "conflict", title: "", status: 409, current: { id: "b" } } },
  ];
  const outcomes = await askBatch(
    askOf(async () => ({ ok: true, value: { results: answers } })),
    "report",
    ["a", "b", "c"].map(() => ({ deed: "withdraw", id: newId<TagId>(), version: 1, seen: null })),
  );
  expect(outcomes.map(({ is }) => is)).toEqual(["done", "conflict", "later"]);
});
