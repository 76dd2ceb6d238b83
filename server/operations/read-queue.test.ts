import { beforeAll, describe, expect, test } from "vitest";
import type { Actor } from "@/domain/access/actor";
import { type ProjectId, TagId } from "@/domain/ids";
import { ReviewSettings } from "@/domain/project/review-settings";
import { BatchDecision, QueueFilters } from "@/domain/review/queue";
import { aPerson, joins } from "@/prisma/builders/person";
import { aProject } from "@/prisma/builders/project";
import { aReport, type BuiltReport } from "@/prisma/builders/report";
import { anAnnotation, aRelation, putAnnotation, putRelation } from "@/prisma/builders/tag";
import { aWorkspace } from "@/prisma/builders/workspace";
import { sql } from "@/server/data/transaction";
import { newId } from "@/server/new-id";
import { changeMember } from "@/server/operations/change-member";
import { changeProject } from "@/server/operations/change-project";
import { changeTags } from "@/server/operations/change-tags";
import { decideBatch, previewBatch } from "@/server/operations/decide-batch";
import { decideOnTag } from "@/server/operations/decide-tags";
import { readMyQueue, readQueue } from "@/server/operations/read-queue";

let editor: Actor;
let reviewer: Actor;
let ana: Actor;
let ben: Actor;
let projectId: ProjectId;
let papers: BuiltReport[];

/** A report with a claim, its link and a place by Ana. */
async function tagged(attributes: Record<string, unknown> = {}, by: Actor = ana, origin = "person") {
  const on = await aReport(editor, projectId);
  const id = newId(TagId);
  await changeTags(by, on.reportId, [
    putAnnotation(anAnnotation(on, "Hundreds of people left Hama", { attributes, origin }), id),
    putRelation(aRelation(id)),
    putAnnotation(anAnnotation(on, "Hama", { kind: "place" })),
  ]);
  return { ...on, claim: id };
}

beforeAll(async () => {
  editor = await aPerson(await aWorkspace());
  projectId = await aProject(editor, { twoPersonRule: true });
  const member = async (role: "reviewer" | "analyst") => joins(await aPerson(editor.workspaceId), projectId, role);
  [reviewer, ana, ben] = [await member("reviewer"), await member("analyst"), await member("analyst")];
  papers = [
    await tagged(),
    await tagged({ checkWorthy: true, quantities: [{ what: "killed", low: 2 }] }, ben),
    await tagged({}, ana, "engine:places"),
    await tagged({}, reviewer),
  ];
});

const queue = async (filters: object = {}, more: { limit?: number; after?: number; before?: number } = {}) => {
  const at = (index: number | undefined) => (index === undefined ? undefined : papers[index]?.reportId);
  const { limit = 20, after, before } = more;
  const asked = { filters: QueueFilters.parse(filters), limit, after: at(after), before: at(before) };
  const answer = await readQueue(reviewer, projectId, asked);
  if (!answer.ok) throw new Error(answer.failure.kind);
  return answer.value;
};
const indexes = ({ items }: Awaited<ReturnType<typeof queue>>) =>
  items.map(({ reportId }) => papers.findIndex((paper) => paper.reportId === reportId));

describe("a reviewer's queue", () => {
  test("counts what waits by kind, person and origin, and what somebody else has to accept", async () => {
    const { items } = await queue();
    expect(items).toHaveLength(4);
    expect(items[1]).toMatchObject({
      waiting: 3,
      own: 0,
      checkWorthy: 1,
      kinds: { claim: 1, place: 1, "attributed-to": 1 },
      origins: { person: 3 },
      people: [{ id: ben.userId, name: ben.name, waiting: 3 }],
    });
    expect(items[2]?.origins).toEqual({ "engine:places": 1, person: 2 });
    expect(items[3]?.own).toBe(3);
  });

  test.each([
    { when: "nothing is asked", filters: {}, found: [0, 1, 2, 3] },
    { when: "worth a check", filters: { checkWorthy: "yes" }, found: [1] },
    { when: "taken from an engine", filters: { origin: "engine:places" }, found: [2] },
    { when: "a kind nobody used", filters: { kind: "source" }, found: [] },
    { when: "places", filters: { kind: "place" }, found: [0, 1, 2, 3] },
    { when: "waiting for a day", filters: { days: 1 }, found: [] },
  ])("$when: reports $found", async ({ filters, found }) => {
    expect(indexes(await queue(filters))).toEqual(found);
  });

  test("by whose tags they are", async () => {
    expect(indexes(await queue({ person: ben.userId }))).toEqual([1]);
  });

  test("a link is found with its check-worthy claim", async () => {
    expect((await queue({ checkWorthy: "yes" })).items[0]?.kinds).toEqual({ claim: 1, "attributed-to": 1 });
  });

  test("is paged, and walked from a report on and back", async () => {
    const first = await queue({}, { limit: 3 });
    expect(indexes(first)).toEqual([0, 1, 2]);
    expect(first.next).toBeDefined();
    expect(indexes(await queue({}, { limit: 1, after: 0 }))).toEqual([1]);
    expect(indexes(await queue({}, { limit: 1, before: 2 }))).toEqual([1]);
    expect(indexes(await queue({}, { after: 3 }))).toEqual([]);
  });

  test("holds nothing closed, nothing decided, and is for reviewers", async () => {
    const paper = await tagged();
    await sql.rows("update report set closed_at = now(), state = 'closed' where id = $1", [paper.reportId]);
    expect((await queue({}, { after: 3 })).items).toEqual([]);
    expect(await readQueue(ana, projectId, { filters: {}, limit: 1 })).toMatchObject({
      failure: { kind: "forbidden", reason: "needs-reviewer" },
    });
    expect(await readQueue(await aPerson(await aWorkspace()), projectId, { filters: {}, limit: 1 })).toMatchObject({
      failure: { kind: "not-found" },
    });
  });

  test("goes over all projects where one reviews", async () => {
    const other = await aProject(editor);
    await joins(reviewer, other, "analyst");
    const on = await aReport(editor, other);
    await changeTags(editor, on.reportId, [putAnnotation(anAnnotation(on, "left Hama"))]);
    const read = async (actor: Actor) => {
      const answer = await readMyQueue(actor, { filters: {}, limit: 50 });
      return answer.ok ? answer.value.items.map((row) => row.reportId) : [];
    };
    expect(await read(reviewer)).toEqual(papers.map(({ reportId }) => reportId));
    expect(new Set(await read(editor))).toEqual(new Set([...papers, on].map(({ reportId }) => reportId)));
    expect(await read(ana)).toEqual([]);
  });

  test("shows no blind work", async () => {
    const blind = await aProject(editor, { mode: "independent" });
    const analyst = await joins(await aPerson(editor.workspaceId), blind, "analyst");
    const on = await aReport(editor, blind);
    await changeTags(analyst, on.reportId, [putAnnotation(anAnnotation(on, "left Hama"))]);
    expect(await readQueue(editor, blind, { filters: {}, limit: 5 })).toEqual({ ok: true, value: { items: [] } });
    await changeTags(editor, on.reportId, [putAnnotation(anAnnotation(on, "left Hama"))]);
    expect(await readQueue(editor, blind, { filters: {}, limit: 5 })).toMatchObject({
      value: { items: [{ waiting: 1, people: [{ id: editor.userId }] }] },
    });
  });
});

describe("a batch", () => {
  const preview = async (decision: string, filters: object = {}) => {
    const asked = { decision: BatchDecision.parse(decision), filters: QueueFilters.parse(filters) };
    const answer = await previewBatch(reviewer, projectId, asked);
    if (!answer.ok) throw new Error(answer.failure.kind);
    return answer.value;
  };

  test("says what it would do and what it leaves out before anything is written", async () => {
    expect(await preview("accept")).toMatchObject({ reports: 3, leftOut: { "own-work": 3 }, more: false });
    expect((await preview("accept", { kind: "place" })).kinds).toEqual({ place: 3 });
    expect((await preview("accept-unseen")).tags).toEqual([]);
    expect(await preview("accept-unseen")).toMatchObject({ leftOut: { "own-work": 3, "in-sample": 9 } });
  });

  test("accepts unseen what the sampling left out, says so, and nothing else", async () => {
    await changeProject(editor, projectId, { review: ReviewSettings.parse({ rate: 0, newUntil: 0 }) });
    await changeMember(editor, { projectId, userId: ana.userId }, { sampling: 0 });
    const { tags, because } = await preview("accept-unseen");
    expect(because).toEqual({ casualties: 2 });
    expect(tags).toHaveLength(7);
    const casualties = { id: (papers[1] as BuiltReport & { claim: TagId }).claim, version: 1 };
    const stranger = { id: newId(TagId), version: 1 };
    const answers = await decideBatch(reviewer, projectId, {
      decision: "accept-unseen",
      reason: "",
      tags: [casualties, ...tags.slice(0, 2), { ...tags[2], version: 9 } as (typeof tags)[number], stranger],
    });
    if (!answers.ok) throw new Error(answers.failure.kind);
    expect(
      answers.value.map((each) =>
        each.ok ? each.value.tag.state : [each.failure.kind, "reason" in each.failure && each.failure.reason],
      ),
    ).toEqual([["forbidden", "in-sample"], "accepted", "accepted", ["conflict", false], ["not-found", false]]);
    const [kept] = await sql.rows<{ decision: string }>("select decision from verdict where tag_id = $1", [
      tags[0]?.id,
    ]);
    expect(kept?.decision).toBe("accept-unseen");
  });
});

test("a returned tag can carry what the reviewer would rather have", async () => {
  const paper = await tagged();
  const wish = { attributes: { certainty: "possible" } };
  const returned = await decideOnTag(
    reviewer,
    { id: paper.claim, type: "annotation" },
    { decision: "return", version: 1, reason: "Only may.", change: wish },
  );
  expect(returned).toMatchObject({
    value: { tag: { version: 1, state: "returned", attributes: {}, verdict: { wish: { kind: "claim", ...wish } } } },
  });
  const [row] = await sql.rows<{ wish: object }>("select wish from verdict where tag_id = $1", [paper.claim]);
  expect(row?.wish).toMatchObject(wish);
  const wrong = {
    decision: "return" as const,
    version: 1,
    reason: "x",
    change: { attributes: { certainty: "maybe" } },
  };
  expect(await decideOnTag(reviewer, { id: paper.claim, type: "annotation" }, wrong)).toMatchObject({
    failure: { kind: "invalid", problems: [{ field: "change.attributes.certainty" }] },
  });
});
