import { beforeAll, describe, expect, test } from "vitest";
import type { Actor } from "@/domain/access/actor";
import { PutAssignment } from "@/domain/assignment/assignment";
import { PutThread } from "@/domain/discussion/thread";
import type { MakeEntity } from "@/domain/entity/entity";
import type { Result } from "@/domain/failure";
import { CommentId, type ProjectId, TagId } from "@/domain/ids";
import type { ChangeProject } from "@/domain/project/project";
import { ReviewSettings } from "@/domain/project/review-settings";
import { aPerson, joins } from "@/prisma/builders/person";
import { aProject } from "@/prisma/builders/project";
import { aReport } from "@/prisma/builders/report";
import { anAnnotation, putAnnotation } from "@/prisma/builders/tag";
import { aWorkspace } from "@/prisma/builders/workspace";
import { newId } from "@/server/new-id";
import { putAssignment, removeAssignment } from "@/server/operations/assign";
import { changeMember } from "@/server/operations/change-member";
import { changeProject } from "@/server/operations/change-project";
import {
  changeReport,
  changeReports,
  closeReport,
  reopenReport,
  triageReport,
} from "@/server/operations/change-report";
import { changeTag } from "@/server/operations/change-tags";
import { addReply, editComment, openThread, turnThread } from "@/server/operations/discuss";
import { gradeEntity, makeEntity, putEntity } from "@/server/operations/entities";
import { mergeEntity } from "@/server/operations/merge-entities";

/** Of two who change the same at the same time, each having seen what stood before, one is told of the other. */

let mia: Actor;
let tom: Actor;
let analyst: Actor;
let projectId: ProjectId;

beforeAll(async () => {
  mia = await aPerson(await aWorkspace(), { name: "Mia" });
  projectId = await aProject(mia);
  tom = await joins(await aPerson(mia.workspaceId, { name: "Tom" }), projectId, "editor");
  analyst = await joins(await aPerson(mia.workspaceId), projectId, "analyst");
});

const value = <T>(result: Result<T>): T => {
  if (!result.ok) throw new Error(JSON.stringify(result.failure));
  return result.value;
};

/** One of the two is done, and the other is told what stands now and in which fields. */
async function oneIsTold(both: readonly [Promise<Result<unknown>>, Promise<Result<unknown>>], fields?: string[]) {
  const answers = await Promise.all(both);
  expect(answers.map(({ ok }) => ok).toSorted()).toEqual([false, true]);
  const told = answers.find(({ ok }) => !ok);
  expect(told).toMatchObject({ failure: { kind: "conflict", ...(fields && { fields }) } });
  return { told, won: answers.findIndex(({ ok }) => ok) };
}

describe("settings of a project", () => {
  test("changed by two at once: one is told by whom and when", async () => {
    const seen = { guidelines: value(await changeProject(mia, projectId, { guidelines: "Before." })).guidelines };
    const { told, won } = await oneIsTold(
      [
        changeProject(mia, projectId, { guidelines: "Mia's.", seen }),
        changeProject(tom, projectId, { guidelines: "Tom's.", seen }),
      ],
      ["guidelines"],
    );
    const [by, words] = won === 0 ? [mia, "Mia's."] : [tom, "Tom's."];
    expect(told).toMatchObject({
      failure: { current: { guidelines: words }, changed: { by: by.userId, name: by.name, at: expect.any(String) } },
    });
    const again = { guidelines: "Both.", seen: { guidelines: words } };
    expect(value(await changeProject(tom, projectId, again)).guidelines).toBe("Both.");
  });

  test("different ones are both kept, also when a form sends all of them", async () => {
    const { name, guidelines, languages, twoPersonRule } = value(await changeProject(mia, projectId, { name: "One" }));
    const seen = { name, guidelines, languages, twoPersonRule };
    const form = (wish: Partial<ChangeProject>): ChangeProject => ({ ...seen, ...wish, seen });
    const both = await Promise.all([
      changeProject(mia, projectId, form({ name: "Two" })),
      changeProject(tom, projectId, form({ languages: ["en", "ar"] })),
    ]);
    expect(both.map(({ ok }) => ok)).toEqual([true, true]);
    const now = value(await changeProject(mia, projectId, {}));
    expect(now).toMatchObject({ name: "Two", languages: ["en", "ar"], twoPersonRule });
  });

  test("how it reviews: one is told what the other one set, and may set it anew", async () => {
    const before = ReviewSettings.parse({ reasons: ["Wrong place"] });
    const seen = { review: value(await changeProject(mia, projectId, { review: before })).review };
    const [hers, his] = [
      { ...before, rate: 0.5 },
      { ...before, reasons: ["Not a claim"] },
    ];
    const { told, won } = await oneIsTold(
      [changeProject(mia, projectId, { review: hers, seen }), changeProject(tom, projectId, { review: his, seen })],
      ["review"],
    );
    const [by, now, lost] = won === 0 ? [mia, hers, his] : [tom, his, hers];
    expect(told).toMatchObject({ failure: { current: { review: now }, changed: { by: by.userId } } });
    expect(value(await changeProject(mia, projectId, { review: lost, seen: { review: now } })).review).toEqual(lost);
    // Whoever left it alone overrules nobody, and the same said twice is no quarrel.
    expect(value(await changeProject(tom, projectId, { review: before, seen: { review: before } })).review).toEqual(
      lost,
    );
    const both = [mia, tom].map((each) => changeProject(each, projectId, { review: now, seen: { review: lost } }));
    expect((await Promise.all(both)).map(({ ok }) => ok)).toEqual([true, true]);
  });

  test("a member's role", async () => {
    const userId = (await joins(await aPerson(mia.workspaceId), projectId, "analyst")).userId;
    const seen = { role: "analyst" as const };
    await oneIsTold(
      [
        changeMember(mia, { projectId, userId }, { role: "reviewer", seen }),
        changeMember(tom, { projectId, userId }, { role: "reader", seen }),
      ],
      ["role"],
    );
  });
});

describe("what is true of a report", () => {
  test("its triage, alone and in a list, and of what it is a duplicate", async () => {
    const [{ reportId: id }, { reportId: one }, { reportId: other }] = [
      await aReport(mia, projectId),
      await aReport(mia, projectId),
      await aReport(mia, projectId),
    ];
    const seen = "untriaged" as const;
    await oneIsTold(
      [triageReport(mia, id, { triage: "relevant", seen }), triageReport(tom, id, { triage: "irrelevant", seen })],
      ["triage"],
    );
    await oneIsTold([
      triageReport(mia, one, { triage: "duplicate of", duplicateOf: id, seen }),
      triageReport(tom, one, { triage: "duplicate of", duplicateOf: other, seen }),
    ]);
    const list = { reports: [one, other], triage: "irrelevant" as const, seen: { [one]: { triage: seen } } };
    expect(await changeReports(mia, projectId, list)).toMatchObject({ failure: { fields: ["triage"] } });
    expect(await triageReport(tom, other, { triage: "relevant", seen })).toMatchObject({ ok: true });
  });

  test("its plan and where it comes from", async () => {
    const { reportId: id } = await aReport(mia, projectId);
    await oneIsTold(
      [
        changeReport(mia, id, { due: "2026-12-01", seen: { due: null } }),
        changeReport(tom, id, { due: "2026-12-02", seen: { due: null } }),
      ],
      ["due"],
    );
    const seen = { title: value(await changeReport(mia, id, { priority: 1 })).title, outlet: null };
    const both = await Promise.all([
      changeReport(mia, id, { title: "Corrected", outlet: null, seen }),
      changeReport(tom, id, { title: seen.title, outlet: "SANA", seen }),
    ]);
    expect(both.map(({ ok }) => ok)).toEqual([true, true]);
    expect(value(await changeReport(mia, id, {}))).toMatchObject({ title: "Corrected", outlet: "SANA" });
    const plans = { reports: [id], priority: 2, seen: { [id]: { priority: 0 } } };
    expect(await changeReports(tom, projectId, plans)).toMatchObject({ failure: { fields: ["priority"] } });
  });

  test("the plans of many: whoever comes second changes none of them, and is told of the first", async () => {
    const all = [(await aReport(mia, projectId)).reportId, (await aReport(mia, projectId)).reportId];
    const [first] = all;
    if (!first) throw new Error("There is no report.");
    const seen = Object.fromEntries(all.map((id) => [id, { priority: 0, due: null, embargoUntil: null }]));
    const { won } = await oneIsTold(
      [
        changeReports(mia, projectId, { reports: all, priority: 2, due: "2026-12-01", seen }),
        changeReports(tom, projectId, { reports: all.toReversed(), priority: 1, due: "2026-12-01", seen }),
      ],
      ["priority"],
    );
    const rows = await Promise.all(all.map(async (id) => value(await changeReport(mia, id, {}))));
    expect(rows).toMatchObject(all.map(() => ({ priority: won === 0 ? 2 : 1, due: "2026-12-01" })));
    // Of two lists that share one report neither is done in half.
    const { reportId: third } = await aReport(mia, projectId);
    const mixed = { [third]: { due: null }, [first]: { due: null } };
    expect(
      await changeReports(tom, projectId, { reports: [third, first], due: "2026-12-24", seen: mixed }),
    ).toMatchObject({
      failure: { kind: "conflict", fields: ["due"], changed: { by: (won === 0 ? mia : tom).userId } },
    });
    expect(value(await changeReport(mia, third, {})).due).toBeUndefined();
  });

  test("it is not closed over what was tagged or returned since", async () => {
    const on = await aReport(mia, projectId);
    const whose = { reportId: on.reportId, userId: analyst.userId };
    value(await putAssignment(mia, whose, { state: "assigned" }));
    value(await putAssignment(analyst, whose, { state: "in progress" }));
    value(await putAssignment(analyst, whose, { state: "submitted" }));
    const closing = closeReport(mia, on.reportId, "in review");
    const returning = putAssignment(tom, whose, PutAssignment.parse({ state: "returned", seen: "submitted" }));
    const [closed, returned] = await Promise.all([closing, returning]);
    expect(closed.ok && returned.ok).toBe(false);
    if (returned.ok) expect(closed).toMatchObject({ failure: { kind: "conflict", current: { state: "in work" } } });
    else expect(returned.failure).toMatchObject({ kind: expect.stringMatching(/conflict|forbidden/) });

    const other = await aReport(mia, projectId);
    value(await changeTag(analyst, other.reportId, putAnnotation(anAnnotation(other, "Hama", { kind: "place" }))));
    expect(await closeReport(mia, other.reportId, "new")).toMatchObject({
      failure: { kind: "conflict", fields: ["state"], changed: { by: analyst.userId } },
    });
    expect(await closeReport(mia, other.reportId, "in work")).toMatchObject({ ok: true });
    expect(await closeReport(tom, other.reportId, "in work")).toMatchObject({ ok: true });
    expect(await reopenReport(tom, other.reportId)).toMatchObject({ ok: true });
  });

  test("who works on it", async () => {
    const { reportId } = await aReport(mia, projectId);
    const whose = { reportId, userId: analyst.userId };
    value(await putAssignment(mia, whose, { state: "assigned" }));
    const began = putAssignment(analyst, whose, { state: "in progress" });
    const taken = removeAssignment(mia, whose, "assigned");
    const [, removed] = await Promise.all([began, taken]);
    if (!removed.ok) expect(removed.failure).toMatchObject({ current: { state: "in progress" }, fields: ["state"] });
    value(await putAssignment(analyst, whose, { state: "submitted" }));
    await oneIsTold([
      putAssignment(mia, whose, { state: "returned", note: "Hama?", seen: "submitted" }),
      putAssignment(tom, whose, { state: "closed", seen: "submitted" }),
    ]);
  });
});

describe("entities", () => {
  const make: MakeEntity = { name: "Field sources", kind: "local or field", aliases: [] };

  test("a grade", async () => {
    const { id } = value(await makeEntity(mia, projectId, make));
    await oneIsTold(
      [
        gradeEntity(mia, id, { reliability: "A", reason: "Always right.", seen: null }),
        gradeEntity(tom, id, { reliability: "F", reason: "Nobody knows them.", seen: null }),
      ],
      ["reliability"],
    );
  });

  test("a change, or a change and a merge", async () => {
    const { id, version } = value(await makeEntity(mia, projectId, make));
    const into = value(await makeEntity(mia, projectId, { ...make, name: "Sources in the field" }));
    await oneIsTold([
      putEntity(mia, id, { ...make, side: "government", version }),
      putEntity(tom, id, { ...make, side: "opposition", version }),
    ]);
    const [merged, changed] = await Promise.all([
      mergeEntity(mia, id, { into: into.id }),
      putEntity(tom, id, { ...make, side: "none", version: version + 1 }),
    ]);
    expect(merged.ok).toBe(true);
    if (!changed.ok) expect(changed.failure).toMatchObject({ current: { mergedInto: into.id } });
  });
});

describe("discussions", () => {
  test("are not resolved over an answer nobody saw", async () => {
    const { reportId } = await aReport(mia, projectId);
    const ask = PutThread.parse({ target: { on: "report" }, body: "Who?" });
    for (let round = 0; round < 5; round += 1) {
      const thread = value(await openThread(analyst, reportId, ask));
      const seen = thread.comments[0]?.id ?? newId(CommentId);
      const [said, resolved] = await Promise.all([
        addReply(tom, thread.id, { body: "The army." }),
        turnThread(mia, thread.id, { state: "resolved", seen }),
      ]);
      expect(said.ok).toBe(true);
      if (!resolved.ok) expect(resolved.failure).toMatchObject({ kind: "conflict", fields: ["comments"] });
      const late = value(await addReply(tom, thread.id, { body: "Or not." }));
      expect(await turnThread(mia, thread.id, { state: "open" })).toMatchObject({ ok: true });
      expect(await turnThread(mia, thread.id, { state: "resolved", seen })).toMatchObject({
        failure: { current: { comments: late.comments } },
      });
      const last = late.comments.at(-1)?.id ?? seen;
      expect(await turnThread(mia, thread.id, { state: "resolved", seen: last })).toMatchObject({ ok: true });
    }
  });

  test("a comment edited in two windows", async () => {
    const { reportId } = await aReport(mia, projectId);
    const thread = value(await openThread(mia, reportId, PutThread.parse({ target: { on: "report" }, body: "Who?" })));
    const id = thread.comments[0]?.id ?? newId(CommentId);
    await oneIsTold(
      [
        editComment(mia, id, { body: "Who said so?", seen: "Who?" }),
        editComment(mia, id, { body: "Why?", seen: "Who?" }),
      ],
      ["body"],
    );
  });
});

test("a tag made and one made with the same id by somebody else: one is told", async () => {
  const on = await aReport(mia, projectId);
  const id = newId(TagId);
  await oneIsTold([
    changeTag(mia, on.reportId, putAnnotation(anAnnotation(on, "Hama", { kind: "place" }), id)),
    changeTag(tom, on.reportId, putAnnotation(anAnnotation(on, "left Hama"), id)),
  ]);
});
