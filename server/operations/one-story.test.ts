import { beforeEach, describe, expect, test } from "vitest";
import type { Actor } from "@/domain/access/actor";
import type { AssignmentState, PutAssignment } from "@/domain/assignment/assignment";
import type { Result } from "@/domain/failure";
import { type ProjectId, TagId } from "@/domain/ids";
import { reviewCount } from "@/domain/review/counting";
import { type Decide, Decide as Deciding } from "@/domain/verdict";
import { aPerson, joins } from "@/prisma/builders/person";
import { aProject } from "@/prisma/builders/project";
import { aReport, type BuiltReport } from "@/prisma/builders/report";
import { anAnnotation, putAnnotation, withdrawal } from "@/prisma/builders/tag";
import { aWorkspace } from "@/prisma/builders/workspace";
import { newId } from "@/server/new-id";
import { putAssignment } from "@/server/operations/assign";
import { closeReport } from "@/server/operations/change-report";
import { changeTag } from "@/server/operations/change-tags";
import { compareReport } from "@/server/operations/compare-report";
import { decideOnTag } from "@/server/operations/decide-tags";
import { openThread } from "@/server/operations/discuss";
import { readInbox } from "@/server/operations/inbox";
import { listReports } from "@/server/operations/list-reports";
import { openReport } from "@/server/operations/open-report";
import { readMyWork } from "@/server/operations/read-my-work";
import { readProgress } from "@/server/operations/read-progress";
import { readMyQueue, readQueue } from "@/server/operations/read-queue";

let editor: Actor;
let rita: Actor;
let ana: Actor;
let ben: Actor;
let projectId: ProjectId;
let on: BuiltReport;

const value = <T>(result: Result<T>): T => {
  if (!result.ok) throw new Error(JSON.stringify(result.failure));
  return result.value;
};

async function aDesk(mode: "shared" | "independent") {
  editor = await aPerson(await aWorkspace(), { name: "Edda" });
  projectId = await aProject(editor, { mode });
  const member = async (name: string, role: "analyst" | "reviewer") =>
    joins(await aPerson(editor.workspaceId, { name }), projectId, role);
  [rita, ana, ben] = [await member("Rita", "reviewer"), await member("Ana", "analyst"), await member("Ben", "analyst")];
  on = await aReport(editor, projectId);
}

const move = async (by: Actor, whose: Actor, wish: AssignmentState | PutAssignment) =>
  value(
    await putAssignment(
      by,
      { reportId: on.reportId, userId: whose.userId },
      typeof wish === "string" ? { state: wish } : wish,
    ),
  );
const tag = async (by: Actor, words: string, kind: "claim" | "place" = "place") => {
  const attributes = kind === "claim" ? { kind: "event" } : {};
  return value(
    await changeTag(by, on.reportId, putAnnotation(anAnnotation(on, words, { kind, attributes }), newId(TagId))),
  );
};
const decide = async (id: TagId, decision: Decide["decision"], reason = "", version = 1) =>
  value(await decideOnTag(rita, { id, type: "annotation" }, Deciding.parse({ decision, reason, version })));

/** What every screen of this person says of the report's tags; they may not say different things. */
async function tagsSaid(by: Actor) {
  const asked = { projectId, filters: {}, limit: 50, after: undefined };
  const row = value(await listReports(by, asked)).items.find(({ id }) => id === on.reportId);
  const report = value(await openReport(by, on.reportId)).report;
  const work = value(await readMyWork(by));
  const said = [row?.tags, report.tags, ...work.submitted.map(({ tags }) => tags)];
  if (by === rita || by === editor) {
    const queue = value(await readQueue(by, projectId, { filters: {}, limit: 50 })).items;
    const mine = value(await readMyQueue(by, { filters: {}, limit: 50 })).items;
    expect(mine).toEqual(queue);
    for (const { tags, waiting, toSettle = { tags: 0, settled: 0 } } of queue) {
      said.push(tags);
      expect(waiting + toSettle.tags - toSettle.settled).toBe(tags.open);
    }
  }
  for (const each of said) expect(each).toEqual(report.tags);
  return { state: report.state, ...reviewCount(report.tags) };
}
const queued = async () => value(await readQueue(rita, projectId, { filters: {}, limit: 50 })).items;
const worked = async () => {
  const { states } = value(await readProgress(editor, projectId, {}));
  return Object.entries(states).flatMap(([state, count]) => (count > 0 ? [`${count} ${state}`] : []));
};

describe("a report in a shared project", () => {
  beforeEach(() => aDesk("shared"));

  test("is told of alike on every screen, from its import to its close", async () => {
    expect(await tagsSaid(rita)).toEqual({ state: "new", tags: 0, waiting: 0, returned: 0, decided: 0 });
    expect(await queued()).toEqual([]);
    await move(editor, ana, { state: "assigned", note: "Mind the hills." });
    expect(await worked()).toEqual(["1 assigned"]);
    await move(ana, ana, "in progress");
    const [claim, hama, source] = [
      await tag(ana, "Hundreds of people left Hama", "claim"),
      await tag(ana, "Hama"),
      await tag(ana, "military"),
    ];
    expect(await tagsSaid(ana)).toEqual({ state: "in work", tags: 3, waiting: 3, returned: 0, decided: 0 });

    await move(ana, ana, { state: "submitted", note: "The hills are missing." });
    expect(await worked()).toEqual(["1 submitted"]);
    for (const who of [ana, rita, editor]) {
      expect(await tagsSaid(who)).toEqual({ state: "in review", tags: 3, waiting: 3, returned: 0, decided: 0 });
    }
    const [row] = await queued();
    expect(row?.submitted).toMatchObject([
      { userId: ana.userId, name: "Ana", note: "The hills are missing.", tags: 3 },
    ]);
    expect(row?.words).toBeGreaterThan(10);
    const mine = value(await readMyWork(ana));
    expect(mine).toMatchObject({
      items: [],
      handedIn: 1,
      submitted: [{ reportId: on.reportId, state: "submitted", submitNote: "The hills are missing.", ownTags: 3 }],
    });
    expect(mine.submitted[0]?.words).toBe(row?.words);

    await decide(claim.id, "accept");
    await decide(hama.id, "return", "Which Hama?");
    await decide(source.id, "reject", "Not a place");
    expect(await worked()).toEqual(["1 in review"]);
    for (const who of [ana, rita, editor]) {
      expect(await tagsSaid(who)).toEqual({ state: "in review", tags: 3, waiting: 0, returned: 1, decided: 2 });
    }
    expect(await queued()).toMatchObject([{ reportId: on.reportId, waiting: 0, submitted: [{ name: "Ana" }] }]);
    const back = {
      reportId: on.reportId,
      state: "in review",
      returned: 1,
      rejected: 1,
      tags: [
        { tagId: source.id, words: "military", state: "rejected", reason: "Not a place", byName: "Rita" },
        { tagId: hama.id, words: "Hama", state: "returned", reason: "Which Hama?", byName: "Rita" },
      ],
    };
    expect(value(await readMyWork(ana)).back).toMatchObject([back]);
    const lines = value(await readInbox(ana, { unread: true, before: undefined, limit: 50 })).items;
    expect(lines.map(({ kind, tags, tagId }) => ({ kind, tags, tagId }))).toMatchObject([
      { kind: "rejected", tagId: source.id, tags: [{ tagId: source.id, words: "military", reason: "Not a place" }] },
      { kind: "returned", tagId: hama.id, tags: [{ tagId: hama.id, words: "Hama", reason: "Which Hama?" }] },
      { kind: "assigned" },
    ]);

    await move(rita, ana, { state: "returned", note: "One place, please." });
    expect(await worked()).toEqual(["1 returned"]);
    expect(await queued()).toEqual([]);
    const returned = value(await readMyWork(ana));
    expect(returned).toMatchObject({
      items: [{ state: "returned", note: "One place, please." }],
      submitted: [],
      handedIn: 0,
      back: [{ ...back, state: "returned" }],
    });

    const again = { reportId: on.reportId, userId: ana.userId };
    expect(await putAssignment(ana, again, { state: "submitted" })).toMatchObject({
      failure: { kind: "invalid", problems: [{ field: `tags.${hama.id}.answer` }] },
    });
    const better = { ...anAnnotation(on, "left Hama", { kind: "place" as const }), version: 1 };
    value(await changeTag(ana, on.reportId, putAnnotation(better, hama.id)));
    value(await changeTag(ana, on.reportId, withdrawal(source.id, 1)));
    await move(ana, ana, "submitted");
    expect(value(await readMyWork(ana))).toMatchObject({ items: [], back: [], submitted: [{ submitNote: "" }] });
    expect(await tagsSaid(rita)).toEqual({ state: "in review", tags: 2, waiting: 1, returned: 0, decided: 1 });

    await decide(hama.id, "accept", "", 2);
    expect(await tagsSaid(rita)).toEqual({ state: "reviewed", tags: 2, waiting: 0, returned: 0, decided: 2 });
    expect(await queued()).toMatchObject([{ waiting: 0, submitted: [{ name: "Ana" }] }]);
    value(await closeReport(rita, on.reportId));
    expect(await tagsSaid(rita)).toEqual({ state: "closed", tags: 2, waiting: 0, returned: 0, decided: 2 });
    expect(await queued()).toEqual([]);
    expect(await worked()).toEqual(["1 closed"]);
    expect(value(await readMyWork(ana))).toMatchObject({ items: [], back: [], submitted: [], handedIn: 0 });
  });

  test("waits for a reviewer although nobody found anything to tag", async () => {
    await move(editor, ana, "assigned");
    await move(ana, ana, { state: "submitted", note: "Nothing to tag." });
    expect(await queued()).toMatchObject([{ waiting: 0, submitted: [{ note: "Nothing to tag.", tags: 0 }] }]);
    expect(value(await readQueue(rita, projectId, { filters: { kind: "place" }, limit: 50 })).items).toEqual([]);
    expect(value(await readQueue(rita, projectId, { filters: { person: ben.userId }, limit: 50 })).items).toEqual([]);
  });

  test("keeps the reviewer's note and the analyst's apart", async () => {
    await move(editor, ana, { state: "assigned", note: "Mind the hills." });
    const submitted = await move(ana, ana, { state: "submitted", note: "Done." });
    expect(submitted).toMatchObject({ note: "Mind the hills.", submitNote: "Done." });
    expect(await move(ana, ana, { state: "submitted", note: "Done." })).toEqual(submitted);
  });
});

test("a returned tag that its analyst stands by is answered in its discussion, and may then be submitted again", async () => {
  await aDesk("shared");
  await move(editor, ana, "assigned");
  const hama = await tag(ana, "Hama");
  await move(ana, ana, "submitted");
  await decide(hama.id, "return", "Which Hama?");
  await move(rita, ana, "returned");
  const whose = { reportId: on.reportId, userId: ana.userId };
  expect(await putAssignment(ana, whose, { state: "submitted" })).toMatchObject({ failure: { kind: "invalid" } });
  const said = { target: { on: "tag" as const, tagId: hama.id }, body: "There is only one here." };
  value(await openThread(ana, on.reportId, said));
  expect(value(await putAssignment(ana, whose, { state: "submitted" })).state).toBe("submitted");
});

describe("a report in an independent project", () => {
  beforeEach(() => aDesk("independent"));

  test("is told of alike once its layers are open, in tags of analysts and in final ones", async () => {
    await move(editor, ana, "assigned");
    await move(editor, ben, "assigned");
    const [hers, his] = [await tag(ana, "Hama"), await tag(ben, "left Hama")];
    expect(await tagsSaid(ana)).toEqual({ state: "new", tags: 1, waiting: 1, returned: 0, decided: 0 });
    expect(await tagsSaid(rita)).toEqual({ state: "new", tags: 0, waiting: 0, returned: 0, decided: 0 });
    await move(ana, ana, "submitted");
    expect(value(await readMyWork(ana)).submitted).toMatchObject([{ blind: true, ownTags: 1 }]);
    expect(await queued()).toEqual([]);

    await move(ben, ben, "submitted");
    expect(await queued()).toMatchObject([
      {
        waiting: 0,
        toSettle: { tags: 2, settled: 0 },
        submitted: [
          { name: "Ana", tags: 1 },
          { name: "Ben", tags: 1 },
        ],
      },
    ]);
    expect(value(await readMyWork(ana)).submitted).toMatchObject([
      { blind: false, ownTags: 1, toSettle: { tags: 2, settled: 0 } },
    ]);
    for (const who of [ana, rita]) {
      expect(await tagsSaid(who)).toEqual({ state: "in review", tags: 2, waiting: 2, returned: 0, decided: 0 });
    }

    const final = anAnnotation(on, "Hama", { kind: "place", derivedFrom: [hers.id, his.id] });
    value(await changeTag(rita, on.reportId, putAnnotation(final, newId(TagId))));
    expect(value(await compareReport(rita, on.reportId, { anonymous: false }))).toMatchObject({
      toSettle: { tags: 2, settled: 2 },
      progress: { settled: 1, of: 1 },
    });
    for (const who of [ana, rita]) {
      expect(await tagsSaid(who)).toEqual({ state: "reviewed", tags: 1, waiting: 0, returned: 0, decided: 1 });
    }
    expect(await queued()).toMatchObject([{ waiting: 0, toSettle: { tags: 2, settled: 2 } }]);
    value(await closeReport(rita, on.reportId));
    expect(await queued()).toEqual([]);
  });
});
