import { beforeAll, expect, test } from "vitest";
import { ask, got } from "@/app/api/v1/asking.fixture";
import { aDesk, type Desk } from "@/app/api/v1/desk.fixture";
import { TagId } from "@/domain/ids";
import { Annotation } from "@/domain/tag/tag";
import { TagStory } from "@/domain/tag/tag-story";
import { newId } from "@/server/new-id";

let desk: Desk;
beforeAll(async () => {
  desk = await aDesk();
});

const body = (more: object = {}) => {
  const { text, revisionId } = desk.things;
  return { kind: "place", revisionId, segments: [{ start: 0, end: 5, quote: text.slice(0, 5) }], ...more };
};
const at = (annotationId: string) => ({ ...desk.things, annotationId });
const put = (id: string, sent: object) =>
  ask("PUT /reports/{reportId}/annotations/{annotationId}", { token: desk.tokens.analyst, params: at(id), body: sent });
const statusAnd = async (response: Response) => ({ status: response.status, ...(await response.json()) });

test("an annotation is put, read and withdrawn by the version seen", async () => {
  const id = newId(TagId);
  const made = Annotation.parse(await statusAnd(await put(id, body())));
  expect(made).toMatchObject({ id, version: 1, state: "open", segments: [{ start: 0, end: 5 }] });

  const token = desk.tokens.analyst;
  const remove = (headers: Record<string, string>) =>
    ask("DELETE /reports/{reportId}/annotations/{annotationId}", { token, params: at(id), headers });
  expect(await statusAnd(await remove({}))).toMatchObject({ status: 422, errors: [{ field: "If-Match" }] });
  expect(await statusAnd(await remove({ "if-match": '"7"' }))).toMatchObject({
    status: 409,
    current: { id, version: 1 },
  });
  expect(await statusAnd(await remove({ "if-match": '"1"' }))).toMatchObject({
    status: 200,
    version: 2,
    state: "withdrawn",
  });

  const story = TagStory.parse(await got("GET /annotations/{annotationId}", { token, params: at(id) }));
  expect(story.versions.map(({ number, state }) => [number, state])).toEqual([
    [1, "open"],
    [2, "withdrawn"],
  ]);
  expect(story.entries.map(({ did }) => did)).toEqual(["withdrew-tag", "tagged"]);

  const seen = async (query: string) =>
    JSON.stringify(await got("GET /reports/{reportId}/tags", { token, params: at(id), query }));
  expect(await seen("")).not.toContain(id);
  expect(await seen("?withdrawn=1")).toContain(id);
});

test("what is wrong is named by field, with what was expected and found", async () => {
  const segments = [{ start: 0, end: 5, quote: "Homs!" }];
  const refused = await statusAnd(await put(newId(TagId), body({ segments })));
  expect(refused).toMatchObject({ status: 422, kind: "invalid", errors: [{ field: "segments.0.quote" }] });
  expect(refused.errors[0].reason).toContain("Homs!");
});

test("a batch answers in order, each for itself, and one that can't be read harms only those that wait for it", async () => {
  const token = desk.tokens.analyst;
  const [unread, fine] = [newId(TagId), newId(TagId)];
  const { results } = await got("POST /reports/{reportId}/tags/batch", {
    token,
    params: desk.things,
    body: {
      operations: [
        { deed: "put-annotation", id: unread, body: body({ colour: "red" }) },
        { deed: "put-relation", id: newId(TagId), body: { kind: "attributed-to", from: unread, toArticle: true } },
        { deed: "put-annotation", id: fine, body: body() },
        { deed: "withdraw", id: fine, version: 1 },
      ],
    },
  });
  expect(results).toMatchObject([
    { status: "refused", problem: { status: 422, errors: [{ field: "body.colour" }] } },
    { status: "refused", problem: { errors: [{ field: "from", reason: expect.stringContaining("operations.0") }] } },
    { status: "ok", tag: { id: fine, version: 1 } },
    { status: "ok", tag: { id: fine, version: 2, state: "withdrawn" } },
  ]);
});

test("the rest is accepted, each answered for itself", async () => {
  const id = newId(TagId);
  await put(id, body());
  const { results } = await got("POST /reports/{reportId}/verdicts", {
    token: desk.tokens.reviewer,
    params: desk.things,
    body: {
      decision: "accept",
      tags: [
        { id, version: 1 },
        { id: newId(TagId), version: 1 },
      ],
    },
  });
  expect(results).toMatchObject([
    { status: "ok", verdict: { decision: "accept" }, tag: { id, state: "accepted" } },
    { status: "refused", problem: { status: 404 } },
  ]);
});

test("a report answers with everything on it; a reader sees what was accepted", async () => {
  const read = (asker: "analyst" | "reader") =>
    got("GET /reports/{reportId}", { token: desk.tokens[asker], params: desk.things });
  const { annotationId, relationId, threadId, text } = desk.things;
  const open = newId(TagId);
  await put(open, body({ kind: "source" }));
  const analysts = await read("analyst");
  expect(analysts).toMatchObject({ text, blocks: expect.any(Array), threads: [{ id: threadId }] });
  expect(JSON.stringify(analysts["annotations"])).toContain(open);
  const readers = await read("reader");
  expect(readers).toMatchObject({ relations: [{ id: relationId }], threads: [] });
  expect(JSON.stringify(readers["annotations"])).toContain(annotationId);
  expect(JSON.stringify(readers["annotations"])).not.toContain(open);
});
