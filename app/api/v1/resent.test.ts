import { beforeAll, expect, test } from "vitest";
import { type Address, ask } from "@/app/api/v1/asking.fixture";
import type { Actor } from "@/domain/access/actor";
import { EntityId, ProjectId, TagId, TokenId } from "@/domain/ids";
import { aPerson, aTokenOf, joins } from "@/prisma/builders/person";
import { aProject } from "@/prisma/builders/project";
import { aReport } from "@/prisma/builders/report";
import { anAnnotation, anOp, aRelation } from "@/prisma/builders/tag";
import { aWorkspace } from "@/prisma/builders/workspace";
import { sql } from "@/server/data/transaction";
import { newId } from "@/server/new-id";

/**
 * A client that heard nothing sends again, while the first request may still be under way. Both get the same answer, and
 * what they ask for happens once.
 */

let editor: Actor;
let analyst: Actor;
let projectId: ProjectId;
const token = { admin: "", editor: "", reviewer: "", analyst: "" };

beforeAll(async () => {
  editor = await aPerson(await aWorkspace());
  projectId = await aProject(editor);
  const reviewer = await joins(await aPerson(editor.workspaceId), projectId, "reviewer");
  analyst = await joins(await aPerson(editor.workspaceId), projectId, "analyst");
  token.admin = await aTokenOf(await aPerson(editor.workspaceId, { role: "admin" }));
  token.editor = await aTokenOf(editor);
  token.reviewer = await aTokenOf(reviewer);
  token.analyst = await aTokenOf(analyst);
});

type Request = Parameters<typeof ask>[1] & { to: Address };
type Once = [text: string, values: readonly unknown[]];
type Made = { request: Request; once?: Once };

/** A report that is at work, with a claim on it. */
async function aClaim() {
  const on = await aReport(editor, projectId);
  const id = newId(TagId);
  await ask("PUT /reports/{reportId}/annotations/{annotationId}", {
    token: token.analyst,
    params: { reportId: on.reportId, annotationId: id },
    body: anAnnotation(on, "Hundreds of people left Hama"),
  });
  return { on, id, params: { projectId, reportId: on.reportId, annotationId: id } };
}

/** An accepted claim that makes an event. */
async function anEventClaim(on: Awaited<ReturnType<typeof aReport>>) {
  const annotationId = newId(TagId);
  const params = { reportId: on.reportId, annotationId };
  const attributes = { kind: "event", polarity: "affirmed" };
  const body = anAnnotation(on, "people left Hama", { attributes });
  await ask("PUT /reports/{reportId}/annotations/{annotationId}", { token: token.analyst, params, body });
  const verdict = { decision: "accept", version: 1 };
  await ask("POST /annotations/{annotationId}/verdicts", { token: token.reviewer, params, body: verdict });
  return annotationId;
}

async function anEvent(): Promise<string> {
  const claim = await anEventClaim(await aReport(editor, projectId));
  const body = { title: "People left", claims: [{ id: claim, part: "supports" }] };
  const made = await ask("POST /projects/{projectId}/events", { token: token.analyst, params: { projectId }, body });
  return String((await made.json()).id);
}

async function aThread() {
  const { params } = await aClaim();
  const made = await ask("POST /reports/{reportId}/threads", {
    token: token.analyst,
    params,
    body: { target: { on: "report" }, body: "Who?" },
  });
  const thread = await made.json();
  return { params: { ...params, threadId: String(thread.id), commentId: String(thread.comments[0].id) } };
}

const versions = (id: TagId): Once => ["select 1 from tag_version where tag_id = $1 and number > $2", [id, 0]];

const kinds: Record<string, () => Promise<Made>> = {
  async "an annotation"() {
    const on = await aReport(editor, projectId);
    const annotationId = newId(TagId);
    const body = { ...anAnnotation(on, "Hama", { kind: "place" }), opId: anOp() };
    const params = { reportId: on.reportId, annotationId };
    const to = "PUT /reports/{reportId}/annotations/{annotationId}";
    return { request: { to, token: token.analyst, params, body }, once: versions(annotationId) };
  },
  async "an annotation without an opId"() {
    const { on, params } = await aClaim();
    const annotationId = newId(TagId);
    const to = "PUT /reports/{reportId}/annotations/{annotationId}";
    const body = anAnnotation(on, "Hama", { kind: "place" });
    return {
      request: { to, token: token.analyst, params: { ...params, annotationId }, body },
      once: versions(annotationId),
    };
  },
  async "a change of an annotation"() {
    const { on, id, params } = await aClaim();
    const body = { ...anAnnotation(on, "left Hama"), version: 1, opId: anOp() };
    const to = "PUT /reports/{reportId}/annotations/{annotationId}";
    const once = ["select 1 from tag_version where tag_id = $1 and number > 1", [id]] satisfies Once;
    return { request: { to, token: token.analyst, params, body }, once };
  },
  async "a withdrawal"() {
    const { id, params } = await aClaim();
    const to = "DELETE /reports/{reportId}/annotations/{annotationId}";
    const query = `?version=1&opId=${anOp()}`;
    const once = ["select 1 from tag_version where tag_id = $1 and number > 1", [id]] satisfies Once;
    return { request: { to, token: token.analyst, params, query }, once };
  },
  async "a link"() {
    const { id, params } = await aClaim();
    const relationId = newId(TagId);
    const to = "PUT /reports/{reportId}/relations/{relationId}";
    const body = { ...aRelation(id), opId: anOp() };
    return {
      request: { to, token: token.analyst, params: { ...params, relationId }, body },
      once: versions(relationId),
    };
  },
  async "a batch"() {
    const { on, id, params } = await aClaim();
    const [place, link] = [newId(TagId), newId(TagId)];
    const operations = [
      {
        deed: "put-annotation",
        id: place,
        body: { ...anAnnotation(on, "Hama", { kind: "place" }), opId: anOp() },
      },
      {
        deed: "put-relation",
        id: link,
        body: { ...aRelation(id, { to: place }), kind: "located-at", opId: anOp() },
      },
      { deed: "withdraw", id: link, version: 1, opId: anOp() },
    ];
    const to = "POST /reports/{reportId}/tags/batch";
    return { request: { to, token: token.analyst, params, body: { operations } }, once: versions(place) };
  },
  async "a verdict"() {
    const { id, params } = await aClaim();
    const to = "POST /annotations/{annotationId}/verdicts";
    const body = { decision: "return", reason: "Whose words?", version: 1, opId: anOp() };
    const once = ["select 1 from verdict where tag_id = $1", [id]] satisfies Once;
    return { request: { to, token: token.reviewer, params, body }, once };
  },
  async "a verdict without an opId"() {
    const { id, params } = await aClaim();
    const to = "POST /annotations/{annotationId}/verdicts";
    const body = { decision: "reject", reason: "Not a claim.", version: 1 };
    const once = ["select 1 from verdict where tag_id = $1", [id]] satisfies Once;
    return { request: { to, token: token.reviewer, params, body }, once };
  },
  async "a correction"() {
    const { id, params } = await aClaim();
    const to = "POST /annotations/{annotationId}/verdicts";
    const change = { attributes: { certainty: "probable" } };
    const body = { decision: "accept-with-change", change, version: 1, opId: anOp() };
    const once = ["select 1 from verdict where tag_id = $1", [id]] satisfies Once;
    return { request: { to, token: token.reviewer, params, body }, once };
  },
  async "a correction without an opId"() {
    const { id, params } = await aClaim();
    const to = "POST /annotations/{annotationId}/verdicts";
    const change = { attributes: { certainty: "probable" } };
    const body = { decision: "accept-with-change", change, version: 1 };
    const once = ["select 1 from verdict where tag_id = $1", [id]] satisfies Once;
    return { request: { to, token: token.reviewer, params, body }, once };
  },
  async "a wish without an opId"() {
    const { on, id, params } = await aClaim();
    const to = "POST /annotations/{annotationId}/verdicts";
    const change = { segments: anAnnotation(on, "left Hama").segments };
    const body = { decision: "return", reason: "Too long.", change, version: 1 };
    const once = ["select 1 from verdict where tag_id = $1", [id]] satisfies Once;
    return { request: { to, token: token.reviewer, params, body }, once };
  },
  async "verdicts on a list"() {
    const { id, params } = await aClaim();
    const to = "POST /reports/{reportId}/verdicts";
    const body = { decision: "accept", tags: [{ id, version: 1, opId: anOp() }] };
    const once = ["select 1 from verdict where tag_id = $1", [id]] satisfies Once;
    return { request: { to, token: token.reviewer, params, body }, once };
  },
  async "verdicts on a project's list"() {
    const { id, params } = await aClaim();
    const to = "POST /projects/{projectId}/verdicts";
    const body = { decision: "reject", reason: "No.", tags: [{ id, version: 1, opId: anOp() }] };
    const once = ["select 1 from verdict where tag_id = $1", [id]] satisfies Once;
    return { request: { to, token: token.reviewer, params, body }, once };
  },
  async "a discussion"() {
    const { params } = await aClaim();
    const to = "POST /reports/{reportId}/threads";
    const body = { target: { on: "report" }, body: "Who?", opId: anOp() };
    const once = ["select 1 from thread where id = $1", [body.opId]] satisfies Once;
    return { request: { to, token: token.analyst, params, body }, once };
  },
  async "a discussion with ids"() {
    const { params } = await aClaim();
    const to = "POST /reports/{reportId}/threads";
    const body = { target: { on: "report" }, body: "Who?", id: anOp(), commentId: anOp() };
    const once = ["select 1 from comment where thread_id = $1", [body.id]] satisfies Once;
    return { request: { to, token: token.analyst, params, body }, once };
  },
  async "a comment"() {
    const { params } = await aThread();
    const to = "POST /threads/{threadId}/comments";
    const body = { body: "The army.", opId: anOp() };
    const once = ["select 1 from comment where id = $1", [body.opId]] satisfies Once;
    return { request: { to, token: token.reviewer, params, body }, once };
  },
  async "a comment with an id"() {
    const { params } = await aThread();
    const to = "POST /threads/{threadId}/comments";
    const body = { body: "The army.", id: anOp() };
    const once = ["select 1 from entry where did = 'commented' and refs->>'commentId' = $1", [body.id]] satisfies Once;
    return { request: { to, token: token.reviewer, params, body }, once };
  },
  async "an edited comment"() {
    const { params } = await aThread();
    const to = "PATCH /comments/{commentId}";
    const once = [
      "select 1 from entry where did = 'edited-comment' and refs->>'commentId' = $1",
      [params.commentId],
    ] satisfies Once;
    return { request: { to, token: token.analyst, params, body: { body: "Who said so?", seen: "Who?" } }, once };
  },
  async "a resolved discussion"() {
    const { params } = await aThread();
    const to = "PATCH /threads/{threadId}";
    const body = { state: "resolved", seen: params.commentId };
    const once = [
      "select 1 from entry where did = 'resolved-thread' and refs->>'threadId' = $1",
      [params.threadId],
    ] satisfies Once;
    return { request: { to, token: token.reviewer, params, body }, once };
  },
  async "an entity"() {
    const id = newId(EntityId);
    const to = "POST /projects/{projectId}/entities";
    const body = { id, name: "Field sources", kind: "local or field" };
    const once = ["select 1 from entry where did = 'made-entity' and refs->>'entityId' = $1", [id]] satisfies Once;
    return { request: { to, token: token.analyst, params: { projectId }, body }, once };
  },
  async "a change of an entity"() {
    const id = newId(EntityId);
    const body = { name: "Field sources", kind: "local or field" };
    await ask("POST /projects/{projectId}/entities", {
      token: token.analyst,
      params: { projectId },
      body: { ...body, id },
    });
    const to = "PUT /entities/{entityId}";
    const once = ["select 1 from entry where did = 'changed-entity' and refs->>'entityId' = $1", [id]] satisfies Once;
    const changed = { ...body, name: "Sources", version: 1 };
    return { request: { to, token: token.analyst, params: { entityId: id }, body: changed }, once };
  },
  async "a merge of entities"() {
    const [id, into] = [newId(EntityId), newId(EntityId)];
    for (const each of [id, into]) {
      const body = { id: each, name: `Sources ${each}`, kind: "local or field" };
      await ask("POST /projects/{projectId}/entities", { token: token.analyst, params: { projectId }, body });
    }
    const to = "POST /entities/{entityId}/merge";
    const once = ["select 1 from entry where did = 'merged-entity' and refs->>'entityId' = $1", [id]] satisfies Once;
    return { request: { to, token: token.reviewer, params: { entityId: id }, body: { into } }, once };
  },
  async "an event"() {
    const { on, params } = await aClaim();
    const claim = await anEventClaim(on);
    const body = { title: "People left", claims: [{ id: claim, part: "supports" }], opId: anOp() };
    const to = "POST /projects/{projectId}/events";
    const once = ["select 1 from event_claim where claim_id = $1", [claim]] satisfies Once;
    return { request: { to, token: token.analyst, params, body }, once };
  },
  async "a verdict on an event"() {
    const event = await anEvent();
    const to = "POST /events/{eventId}/verdicts";
    const body = { decision: "return", reason: "Which day?", version: 1, opId: anOp() };
    const once = ["select 1 from event_verdict where event_id = $1", [event]] satisfies Once;
    return { request: { to, token: token.reviewer, params: { eventId: event }, body }, once };
  },
  async "a merge of events"() {
    const [goes, stays] = [await anEvent(), await anEvent()];
    const to = "POST /events/{eventId}/merge";
    const body = { into: stays, version: 1, intoVersion: 1, opId: anOp() };
    const once = ["select 1 from event_version where event_id = $1 and number > 1", [stays]] satisfies Once;
    return { request: { to, token: token.analyst, params: { eventId: goes }, body }, once };
  },
  async "a project"() {
    const id = newId(ProjectId);
    const body = { id, name: "South", slug: `south-${id}` };
    const once = ["select 1 from entry where did = 'made-project' and project_id = $1", [id]] satisfies Once;
    return { request: { to: "POST /projects", token: token.admin, body }, once };
  },
  async "a member"() {
    const { userId } = await aPerson(editor.workspaceId);
    const to = "POST /projects/{projectId}/members";
    const once = ["select 1 from entry where did = 'added-member' and refs->>'userId' = $1", [userId]] satisfies Once;
    return { request: { to, token: token.editor, params: { projectId }, body: { userId, role: "analyst" } }, once };
  },
  async "a member's role"() {
    const { userId } = await joins(await aPerson(editor.workspaceId), projectId, "analyst");
    const to = "PATCH /projects/{projectId}/members/{userId}";
    const once = ["select 1 from entry where did = 'changed-member' and refs->>'userId' = $1", [userId]] satisfies Once;
    const body = { role: "reviewer", seen: { role: "analyst" } };
    return { request: { to, token: token.editor, params: { projectId, userId }, body }, once };
  },
  async "settings of a project"() {
    const id = await aProject(editor);
    const to = "PATCH /projects/{projectId}";
    const body = { guidelines: "Tag claims.", seen: { guidelines: "" } };
    const once = ["select 1 from entry where did = 'changed-project' and project_id = $1", [id]] satisfies Once;
    return { request: { to, token: token.editor, params: { projectId: id }, body }, once };
  },
  async "plans of many reports"() {
    const { on } = await aClaim();
    const body = { reports: [on.reportId], priority: 2, seen: { [on.reportId]: { priority: 0 } } };
    const to = "PATCH /projects/{projectId}/reports";
    const once = ["select 1 from entry where did = 'changed-report' and report_id = $1", [on.reportId]] satisfies Once;
    return { request: { to, token: token.editor, params: { projectId }, body }, once };
  },
  async "a submission"() {
    const { on, id, params } = await aClaim();
    await ask("PUT /reports/{reportId}/annotations/{annotationId}", {
      token: token.analyst,
      params,
      body: { ...anAnnotation(on, "left Hama", { attributes: { kind: "event" } }), version: 1 },
    });
    const link = { ...params, relationId: newId(TagId) };
    await ask("PUT /reports/{reportId}/relations/{relationId}", {
      token: token.analyst,
      params: link,
      body: aRelation(id),
    });
    const to = "PUT /reports/{reportId}/assignments/{userId}";
    const once = ["select 1 from entry where did = 'submitted-work' and report_id = $1", [on.reportId]] satisfies Once;
    const body = { state: "submitted" };
    return { request: { to, token: token.analyst, params: { ...params, userId: analyst.userId }, body }, once };
  },
  async "an assignment"() {
    const { params } = await aClaim();
    const to = "PUT /reports/{reportId}/assignments/{userId}";
    const body = { state: "assigned", note: "Please.", seen: "none" };
    const once = ["select 1 from entry where did = 'assigned' and report_id = $1", [params.reportId]] satisfies Once;
    return { request: { to, token: token.editor, params: { ...params, userId: analyst.userId }, body }, once };
  },
  async "a close"() {
    const { params } = await aClaim();
    const to = "POST /reports/{reportId}/close";
    const once = [
      "select 1 from entry where did = 'closed-report' and report_id = $1",
      [params.reportId],
    ] satisfies Once;
    return { request: { to, token: token.editor, params, query: "?seen=in%20work" }, once };
  },
  async "a triage"() {
    const { params } = await aClaim();
    const to = "PUT /reports/{reportId}/triage";
    const once = [
      "select 1 from entry where did = 'triaged-report' and report_id = $1",
      [params.reportId],
    ] satisfies Once;
    return { request: { to, token: token.editor, params, body: { triage: "relevant", seen: "untriaged" } }, once };
  },
};

test.each(Object.keys(kinds))("%s sent twice at once is answered alike and done once", async (kind) => {
  for (let round = 0; round < 5; round += 1) {
    const made = await kinds[kind]?.();
    if (!made) throw new Error(`There is no ${kind}.`);
    const { to, ...sent } = made.request;
    const heard = async () => {
      const answer = await ask(to, sent);
      const words = await answer.text();
      return { status: answer.status, said: words === "" ? undefined : JSON.parse(words) };
    };
    const [one, other] = await Promise.all([heard(), heard()]);
    expect(other).toEqual(one);
    expect(String(one.status)).toMatch(/^2/);
    expect(await heard()).toEqual(one);
    if (made.once) expect(await sql.rows(...made.once)).toHaveLength(1);
  }
});

test("a token sent twice at once is made once, and its secret is shown once", async () => {
  const body = { id: newId(TokenId), name: "Nightly export" };
  const both = [1, 2].map(() => ask("POST /tokens", { token: token.analyst, body }));
  const answers = await Promise.all(
    both.map(async (each) => ({ status: (await each).status, said: await (await each).json() })),
  );
  expect(answers.map(({ status }) => status).toSorted()).toEqual([201, 409]);
  const refused = answers.find(({ status }) => status === 409);
  expect(refused?.said.detail).toContain("shown only once");
  expect(JSON.stringify(refused)).not.toContain(String(answers.find(({ status }) => status === 201)?.said.token));
  expect(await sql.rows("select 1 from token where id = $1", [body.id])).toHaveLength(1);
  const strangers = await ask("POST /tokens", { token: token.reviewer, body });
  expect([strangers.status, "token" in (await strangers.json())]).toEqual([409, false]);
});
