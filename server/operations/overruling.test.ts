import { beforeAll, describe, expect, test } from "vitest";
import type { Actor } from "@/domain/access/actor";
import type { Result } from "@/domain/failure";
import { type ProjectId, TagId } from "@/domain/ids";
import type { Decided } from "@/domain/review/decide";
import type { Sent } from "@/domain/tag/change";
import type { Tag } from "@/domain/tag/tag";
import { Decide, type DecideAlike } from "@/domain/verdict";
import { aPerson, joins } from "@/prisma/builders/person";
import { aProject } from "@/prisma/builders/project";
import { aReport } from "@/prisma/builders/report";
import { anAnnotation, anOp, aRelation, putAnnotation, putRelation, withdrawal } from "@/prisma/builders/tag";
import { aWorkspace } from "@/prisma/builders/workspace";
import { sql } from "@/server/data/transaction";
import { newId } from "@/server/new-id";
import { changeTag } from "@/server/operations/change-tags";
import { decideBatch } from "@/server/operations/decide-batch";
import { decideAlike, decideEach, decideOnTag, undoVerdict } from "@/server/operations/decide-tags";

/** Nobody overrules a colleague whose decision they have not seen, in whatever order the two arrive. */

let editor: Actor;
let mia: Actor;
let tom: Actor;
let analyst: Actor;
let projectId: ProjectId;

beforeAll(async () => {
  editor = await aPerson(await aWorkspace());
  projectId = await aProject(editor);
  mia = await joins(await aPerson(editor.workspaceId), projectId, "reviewer");
  tom = await joins(await aPerson(editor.workspaceId), projectId, "reviewer");
  analyst = await joins(await aPerson(editor.workspaceId), projectId, "analyst");
});

async function aClaim() {
  const on = await aReport(editor, projectId);
  const id = newId(TagId);
  const body = anAnnotation(on, "Hundreds of people left Hama");
  const made = await changeTag(analyst, on.reportId, putAnnotation(body, id));
  if (!made.ok) throw new Error(made.failure.kind);
  return { on, id, body };
}

const decide = (actor: Actor, id: TagId, decision: object, type: Tag["type"] = "annotation") =>
  decideOnTag(actor, { id, type }, Decide.parse({ version: 1, ...decision }));

const accept = { decision: "accept" };
const reject = { decision: "reject", reason: "Not a claim." };
const giveBack = { decision: "return", reason: "Whose words?" };
const correct = { decision: "accept-with-change", change: { attributes: { certainty: "probable" } } };

const verdictOf = (result: Result<Decided>) => {
  if (!result.ok) throw new Error(JSON.stringify(result.failure));
  return result.value.verdict;
};

const withdrawn = (id: TagId): Sent => {
  const { value } = withdrawal(id, 1, anOp());
  return { ok: true, value: { ...value, seen: null } };
};

const kept = async (id: TagId) =>
  (
    await sql.rows<{ decision: string }>("select decision from verdict where tag_id = $1 order by created_at", [id])
  ).map(({ decision }) => decision);

const stateOf = async (id: TagId) =>
  (await sql.rows<{ state: string }>("select state from tag where id = $1", [id]))[0]?.state;

describe("of two reviewers who decide otherwise on one version", () => {
  test.each([
    { one: accept, other: reject },
    { one: reject, other: accept },
    { one: accept, other: giveBack },
    { one: giveBack, other: reject },
    { one: giveBack, other: { decision: "return", reason: "Which hills?" } },
    { one: accept, other: correct },
    { one: correct, other: accept },
    { one: reject, other: correct },
    { one: correct, other: giveBack },
  ])("one of $one.decision and $other.decision at once is told what the other decided", async ({ one, other }) => {
    for (let round = 0; round < 3; round += 1) {
      const { id } = await aClaim();
      const answers = await Promise.all([decide(mia, id, one), decide(tom, id, other)]);
      const won = answers.findIndex(({ ok }) => ok);
      const lost = answers[1 - won];
      expect(answers.map(({ ok }) => ok).toSorted()).toEqual([false, true]);
      const [winner, decision] = won === 0 ? [mia, one] : [tom, other];
      expect(lost).toMatchObject({
        failure: {
          kind: "conflict",
          current: { id, verdict: { by: winner.userId, decision: decision.decision } },
          verdict: { by: winner.userId, ...("reason" in decision && { reason: decision.reason }) },
        },
      });
      expect(await kept(id)).toEqual([decision.decision]);
    }
  });

  test("the second is told, and overrules by naming what stands", async () => {
    const { id } = await aClaim();
    const first = verdictOf(await decide(mia, id, reject));
    const blind = await decide(tom, id, accept);
    expect(blind).toMatchObject({
      failure: {
        kind: "conflict",
        verdict: { id: first.id, by: mia.userId, decision: "reject", reason: reject.reason },
      },
    });
    expect(await decide(tom, id, { ...accept, seen: null })).toEqual(blind);
    expect(await stateOf(id)).toBe("rejected");
    const second = verdictOf(await decide(tom, id, { ...accept, seen: first.id }));
    expect(await stateOf(id)).toBe("accepted");
    expect(await decide(mia, id, { ...giveBack, seen: first.id })).toMatchObject({
      failure: { verdict: { id: second.id, by: tom.userId, decision: "accept" } },
    });
  });

  test("both may say the same, and everybody may think again", async () => {
    const { id } = await aClaim();
    expect(await Promise.all([decide(mia, id, accept), decide(tom, id, accept)])).toMatchObject([
      { ok: true },
      { ok: true },
    ]);
    const other = await aClaim();
    verdictOf(await decide(mia, other.id, accept));
    verdictOf(await decide(mia, other.id, reject));
    expect(await kept(other.id)).toEqual(["accept", "reject"]);
  });

  test("what was taken back stands in nobody's way", async () => {
    const { id } = await aClaim();
    const first = verdictOf(await decide(mia, id, reject));
    await undoVerdict(mia, first.id);
    expect(await decide(tom, id, accept)).toMatchObject({ ok: true, value: { tag: { state: "accepted" } } });
    const again = await aClaim();
    const rejected = verdictOf(await decide(mia, again.id, reject));
    const overruled = verdictOf(await decide(tom, again.id, { ...accept, seen: rejected.id }));
    const back = await undoVerdict(tom, overruled.id);
    expect(back).toMatchObject({ ok: true, value: { state: "rejected", verdict: { id: rejected.id } } });
    expect(await decide(tom, again.id, giveBack)).toMatchObject({ failure: { verdict: { id: rejected.id } } });
  });

  test("taking back and overruling at once: one of them is told", async () => {
    for (let round = 0; round < 5; round += 1) {
      const { id } = await aClaim();
      const first = verdictOf(await decide(mia, id, reject));
      const [undone, overruled] = await Promise.all([
        undoVerdict(mia, first.id),
        decide(tom, id, { ...accept, seen: first.id }),
      ]);
      expect(overruled.ok).toBe(true);
      expect(await stateOf(id)).toBe("accepted");
      if (!undone.ok) expect(undone.failure).toMatchObject({ kind: "conflict", verdict: { by: tom.userId } });
    }
  });

  test("nobody takes back what a colleague decided over since, or a verdict that isn't theirs", async () => {
    const { id } = await aClaim();
    const first = verdictOf(await decide(mia, id, reject));
    expect(await undoVerdict(tom, first.id)).toMatchObject({
      failure: { kind: "forbidden", reason: "not-your-verdict" },
    });
    const second = verdictOf(await decide(tom, id, { ...accept, seen: first.id }));
    expect(await undoVerdict(mia, first.id)).toMatchObject({
      failure: { kind: "conflict", current: { state: "accepted" }, verdict: { id: second.id, by: tom.userId } },
    });
    expect(await stateOf(id)).toBe("accepted");
    const twice = await Promise.all([undoVerdict(tom, second.id), undoVerdict(tom, second.id)]);
    expect(twice).toMatchObject([{ value: { state: "rejected" } }, { value: { state: "rejected" } }]);
  });

  test("a verdict on what was changed since isn't taken back: one sees the version that waits", async () => {
    const { on, id, body } = await aClaim();
    const first = verdictOf(await decide(mia, id, giveBack));
    const changed = putAnnotation({ ...body, attributes: { certainty: "probable" }, version: 1, seen: first.id }, id);
    expect(await changeTag(analyst, on.reportId, changed)).toMatchObject({ ok: true });
    expect(await undoVerdict(mia, first.id)).toMatchObject({
      failure: { kind: "conflict", current: { version: 2, state: "open" } },
    });
  });
});

describe("decisions on many tags", () => {
  test("leave alone what a colleague decided meanwhile, one by one", async () => {
    const on = await aReport(editor, projectId);
    const ids = ["Hama", "left Hama", "Hundreds of people left Hama"].map((quote) => ({ id: newId(TagId), quote }));
    for (const { id, quote } of ids) await changeTag(analyst, on.reportId, putAnnotation(anAnnotation(on, quote), id));
    const [first, second, third] = ids.map(({ id }) => id) as [TagId, TagId, TagId];
    const all = {
      decision: "accept" as const,
      reason: "",
      tags: [first, second, third].map((id) => ({ id, version: 1 })),
    };
    const stands = verdictOf(await decide(mia, second, giveBack));
    for (const answers of [
      await decideAlike(tom, on.reportId, all),
      await decideBatch(tom, projectId, all satisfies DecideAlike),
      await decideEach(tom, on.reportId, {
        decisions: all.tags.map((tag) => ({ ...tag, decision: "accept" as const, reason: "" })),
      }),
    ]) {
      expect(answers).toMatchObject({
        value: [{ ok: true }, { ok: false, failure: { kind: "conflict", verdict: { id: stands.id } } }, { ok: true }],
      });
    }
    const named = { ...all, tags: [{ id: second, version: 1, seen: stands.id }] };
    expect(await decideAlike(tom, on.reportId, named)).toMatchObject({ value: [{ ok: true }] });
  });

  test("two who decide on the same list at once decide on each tag once", async () => {
    const on = await aReport(editor, projectId);
    const ids = await Promise.all(
      Array.from({ length: 12 }, async () => {
        const id = newId(TagId);
        await changeTag(analyst, on.reportId, putAnnotation(anAnnotation(on, "Hama", { kind: "place" }), id));
        return id;
      }),
    );
    const tags = ids.map((id) => ({ id, version: 1 }));
    const answers = await Promise.all([
      decideAlike(mia, on.reportId, { decision: "accept", reason: "", tags }),
      decideAlike(tom, on.reportId, { decision: "reject", reason: "Not a place.", tags: tags.toReversed() }),
    ]);
    const won = answers.flatMap((answer) => (answer.ok ? answer.value.filter(({ ok }) => ok) : []));
    expect(won).toHaveLength(12);
    for (const id of ids) expect(await kept(id)).toHaveLength(1);
  });

  test("taking over unseen never stands in for a look", async () => {
    const { id } = await aClaim();
    verdictOf(await decide(mia, id, accept));
    const unseen = { decision: "accept-unseen" as const, reason: "", tags: [{ id, version: 1 }] };
    expect(await decideBatch(tom, projectId, unseen)).toMatchObject({ value: [{ ok: false }] });
    expect(await kept(id)).toEqual(["accept"]);
  });
});

describe("a change or a withdrawal that says which verdict it saw", () => {
  test.each([reject, accept, giveBack])("is told of $decision that came before it", async (decision) => {
    const { on, id, body } = await aClaim();
    const stands = verdictOf(await decide(mia, id, decision));
    const changed = { ...body, version: 1, attributes: { kind: "event" } };
    const told = { failure: { kind: "conflict", current: { version: 1 }, verdict: { id: stands.id } } };
    expect(await changeTag(analyst, on.reportId, putAnnotation({ ...changed, seen: null }, id))).toMatchObject(told);
    expect(await changeTag(analyst, on.reportId, withdrawn(id))).toMatchObject(told);
    const seen = putAnnotation({ ...changed, seen: stands.id }, id);
    expect(await changeTag(analyst, on.reportId, seen)).toMatchObject({
      ok: true,
      value: { version: 2, state: "open" },
    });
  });

  test("is told in a race too, or the reviewer is", async () => {
    for (let round = 0; round < 12; round += 1) {
      const { on, id, body } = await aClaim();
      const change = putAnnotation(
        { ...body, version: 1, seen: null, attributes: { kind: "event" }, opId: anOp() },
        id,
      );
      const take = withdrawn(id);
      const answers = await Promise.all([
        decide(mia, id, reject),
        changeTag(analyst, on.reportId, round % 2 === 0 ? change : take),
      ]);
      expect(answers.map(({ ok }) => ok).toSorted()).toEqual([false, true]);
      expect(answers.find(({ ok }) => !ok)).toMatchObject({ failure: { kind: "conflict" } });
    }
  });

  test("so is a link's", async () => {
    const { on, id } = await aClaim();
    const link = newId(TagId);
    await changeTag(analyst, on.reportId, putRelation(aRelation(id), link));
    const stands = verdictOf(await decide(mia, link, reject, "relation"));
    const changed = putRelation({ ...aRelation(id), version: 1, seen: null, attributes: { how: "explicit" } }, link);
    expect(await changeTag(analyst, on.reportId, changed)).toMatchObject({ failure: { verdict: { id: stands.id } } });
  });
});
