import { beforeAll, describe, expect, test } from "vitest";
import type { Actor } from "@/domain/access/actor";
import type { Result } from "@/domain/failure";
import { type ProjectId, TagId } from "@/domain/ids";
import type { Decided } from "@/domain/review/decide";
import type { Tag } from "@/domain/tag/tag";
import { Decide } from "@/domain/verdict";
import { aPerson, joins } from "@/prisma/builders/person";
import { aProject } from "@/prisma/builders/project";
import { aReport, type BuiltReport } from "@/prisma/builders/report";
import { anAnnotation, anOp, aRelation, putAnnotation, putRelation, withdrawal } from "@/prisma/builders/tag";
import { aWorkspace } from "@/prisma/builders/workspace";
import { sql } from "@/server/data/transaction";
import { newId } from "@/server/new-id";
import { changeTag, changeTags } from "@/server/operations/change-tags";
import { decideAlike, decideOnTag, undoVerdict } from "@/server/operations/decide-tags";

let editor: Actor;
let reviewer: Actor;
let analyst: Actor;
let projectId: ProjectId;

beforeAll(async () => {
  editor = await aPerson(await aWorkspace());
  projectId = await aProject(editor, { twoPersonRule: true });
  reviewer = await joins(await aPerson(editor.workspaceId), projectId, "reviewer");
  analyst = await joins(await aPerson(editor.workspaceId), projectId, "analyst");
});

async function aClaim(by: Actor = analyst) {
  const on = await aReport(editor, projectId);
  const id = newId(TagId);
  const body = anAnnotation(on, "Hundreds of people left Hama");
  const made = await changeTag(by, on.reportId, putAnnotation(body, id));
  if (!made.ok) throw new Error(made.failure.kind);
  return { on, id, body };
}

const decide = (actor: Actor, id: TagId, decision: object, type: Tag["type"] = "annotation") =>
  decideOnTag(actor, { id, type }, Decide.parse({ version: 1, ...decision }));

const short = (result: Result<Decided> | Result<Tag>): string => {
  if (!result.ok) {
    const { failure } = result;
    return failure.kind === "forbidden" ? `forbidden ${failure.reason}` : failure.kind;
  }
  const tag = "tag" in result.value ? result.value.tag : result.value;
  return `${tag.state} ${tag.version}`;
};

const stateOf = async ({ reportId }: BuiltReport) =>
  (await sql.rows<{ state: string }>("select state from report where id = $1", [reportId]))[0]?.state;

describe("a reviewer decides", () => {
  test.each([
    { decision: "accept", state: "accepted", report: "reviewed" },
    { decision: "return", reason: "Whose words?", state: "returned", report: "in review" },
    { decision: "reject", reason: "Not a claim.", state: "rejected", report: "reviewed" },
  ])("$decision makes the tag $state and the report $report", async ({ decision, reason, state, report }) => {
    const { on, id } = await aClaim();
    const result = await decide(reviewer, id, { decision, reason });
    expect(result).toMatchObject({
      ok: true,
      value: {
        verdict: { tagId: id, decision, version: 1, by: reviewer.userId },
        tag: { state, verdict: { decision, version: 1 } },
      },
    });
    expect(await stateOf(on)).toBe(report);
  });

  test("on the version they have seen and no other", async () => {
    const { on, id, body } = await aClaim();
    await changeTag(analyst, on.reportId, putAnnotation({ ...body, version: 1, attributes: { kind: "event" } }, id));
    const late = await decide(reviewer, id, { decision: "accept" });
    expect(late).toMatchObject({
      ok: false,
      failure: { kind: "conflict", current: { id, version: 2, state: "open" } },
    });
    expect(short(await decide(reviewer, id, { decision: "accept", version: 2 }))).toBe("accepted 2");
  });

  test("accepting with a change writes their version, accepted", async () => {
    const { id, body } = await aClaim();
    const result = await decide(reviewer, id, {
      decision: "accept-with-change",
      change: { ...body, attributes: { certainty: "probable" } },
    });
    expect(result).toMatchObject({
      ok: true,
      value: {
        verdict: { version: 1, resultVersion: 2 },
        tag: {
          version: 2,
          state: "accepted",
          updatedBy: reviewer.userId,
          createdBy: analyst.userId,
          attributes: { certainty: "probable" },
        },
      },
    });
  });

  test("a change that cannot be is refused by its fields", async () => {
    const { id, body } = await aClaim();
    const wrong = { ...body, attributes: { certainty: "maybe" } };
    expect(await decide(reviewer, id, { decision: "accept-with-change", change: wrong })).toMatchObject({
      ok: false,
      failure: { kind: "invalid", problems: [{ field: "change.attributes.certainty" }] },
    });
  });

  test("the same decision sent again is one verdict", async () => {
    const { id } = await aClaim();
    const decision = { decision: "accept", opId: anOp() };
    const [first, again] = [await decide(reviewer, id, decision), await decide(reviewer, id, decision)];
    expect(again).toEqual(first);
    expect(await sql.rows("select id from verdict where tag_id = $1", [id])).toHaveLength(1);
  });

  test("a new version of an accepted tag waits again", async () => {
    const { on, id, body } = await aClaim();
    await decide(reviewer, id, { decision: "accept" });
    await changeTag(analyst, on.reportId, putAnnotation({ ...body, version: 1, attributes: { kind: "event" } }, id));
    expect(short(await decide(reviewer, id, { decision: "return", reason: "Why?", version: 2 }))).toBe("returned 2");
    expect(await stateOf(on)).toBe("in review");
  });

  test("links are decided on like any tag", async () => {
    const { on, id } = await aClaim();
    const link = putRelation(aRelation(id));
    await changeTag(analyst, on.reportId, link);
    expect(short(await decide(reviewer, link.value.id, { decision: "accept" }, "relation"))).toBe("accepted 1");
    expect(short(await decide(reviewer, link.value.id, { decision: "accept" }, "annotation"))).toBe("not-found");
  });

  test("nobody decides on what was withdrawn", async () => {
    const { on, id } = await aClaim();
    await changeTag(analyst, on.reportId, withdrawal(id, 1));
    expect(short(await decide(reviewer, id, { decision: "accept", version: 2 }))).toBe("conflict");
  });
});

describe("who may decide", () => {
  test("no analyst, no stranger, nobody on a closed report", async () => {
    const { on, id } = await aClaim();
    expect(short(await decide(analyst, id, { decision: "accept" }))).toBe("forbidden needs-reviewer");
    expect(short(await decide(await aPerson(editor.workspaceId), id, { decision: "accept" }))).toBe("not-found");
    await sql.rows("update report set closed_at = now(), state = 'closed' where id = $1", [on.reportId]);
    expect(short(await decide(reviewer, id, { decision: "accept" }))).toBe("forbidden report-closed");
  });

  test("with the two-person rule nobody accepts their own words, but another reviewer does", async () => {
    const { id } = await aClaim(reviewer);
    expect(short(await decide(reviewer, id, { decision: "accept" }))).toBe("forbidden own-work");
    const rejected = await decide(reviewer, id, { decision: "reject", reason: "A slip." });
    expect(short(rejected)).toBe("rejected 1");
    const seen = rejected.ok ? rejected.value.verdict.id : null;
    expect(short(await decide(editor, id, { decision: "accept", seen }))).toBe("accepted 1");
  });
});

describe("taking a decision back", () => {
  test("leaves the tag waiting as before", async () => {
    const { on, id } = await aClaim();
    const made = await decide(reviewer, id, { decision: "accept" });
    if (!made.ok) throw new Error(made.failure.kind);
    const { id: verdictId } = made.value.verdict;
    expect(short(await undoVerdict(editor, verdictId))).toBe("forbidden not-your-verdict");
    expect(short(await undoVerdict(reviewer, verdictId))).toBe("open 1");
    expect(short(await undoVerdict(reviewer, verdictId))).toBe("open 1");
    expect(await stateOf(on)).toBe("in work");
  });

  test("of an accept with change brings the words before it back, as a version", async () => {
    const { id, body } = await aClaim();
    const made = await decide(reviewer, id, { decision: "accept-with-change", change: { ...body, kind: "source" } });
    if (!made.ok) throw new Error(made.failure.kind);
    const undone = await undoVerdict(reviewer, made.value.verdict.id);
    expect(undone).toMatchObject({
      ok: true,
      value: { version: 3, state: "open", kind: "claim", updatedBy: reviewer.userId },
    });
  });

  test("is too late once the tag has changed", async () => {
    const { on, id, body } = await aClaim();
    const made = await decide(reviewer, id, { decision: "return", reason: "Whose?" });
    if (!made.ok) throw new Error(made.failure.kind);
    await changeTag(analyst, on.reportId, putAnnotation({ ...body, version: 1, attributes: { kind: "event" } }, id));
    expect(short(await undoVerdict(reviewer, made.value.verdict.id))).toBe("conflict");
  });
});

test("work that was handed in is in review from its first decision on", async () => {
  const { on, id } = await aClaim();
  await sql.rows(
    `insert into assignment (workspace_id, report_id, user_id, project_id, state, created_by)
     values ($1, $2, $3, $4, 'submitted', $3)`,
    [editor.workspaceId, on.reportId, analyst.userId, projectId],
  );
  await decide(reviewer, id, { decision: "accept" });
  const [work] = await sql.rows<{ state: string }>("select state from assignment where report_id = $1", [on.reportId]);
  expect(work?.state).toBe("in review");
  const did = await sql.rows("select 1 from entry where report_id = $1 and did = 'began-review'", [on.reportId]);
  expect(did).toHaveLength(1);
});

test("accept the rest answers each tag for itself", async () => {
  const on = await aReport(editor, projectId);
  const [one, two, own] = [analyst, analyst, reviewer].map((by) => ({
    by,
    change: putAnnotation(anAnnotation(on, "left Hama")),
  }));
  if (!one || !two || !own) throw new Error("Three were made.");
  for (const { by, change: each } of [one, two, own]) await changeTags(by, on.reportId, [each]);
  const answers = await decideAlike(reviewer, on.reportId, {
    decision: "accept",
    reason: "",
    tags: [
      { id: one.change.value.id, version: 1 },
      { id: two.change.value.id, version: 7 },
      { id: own.change.value.id, version: 1 },
      { id: newId(TagId), version: 1 },
    ],
  });
  if (!answers.ok) throw new Error(answers.failure.kind);
  expect(answers.value.map(short)).toEqual(["accepted 1", "conflict", "forbidden own-work", "not-found"]);
});
